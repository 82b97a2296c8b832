import CloudFormation
import Document
import Spec

/// What the steps for one API share.
struct APIContext {
  let api: ResolvedAPI
  let reference: CloudFormation.Reference<RestApi>
  /// What methods name as their authorizer and have as their type, in step with the API's authorizers.
  var authorizers: [(reference: CloudFormation.Reference<CloudFormation.Authorizer>, type: AuthorizationType)] = []
  /// What a deployment takes a picture of, the API itself left out.
  var deployed = Dependencies()
  /// The hash of all that a deployment takes a picture of.
  var hash = ContentHash()
  /// The headers that `cors` puts on answers.
  var cors: CORSHeaders?
  /// The stages, in the order declared; none where the spec has none.
  var stages: [(name: String, id: LogicalID)] = []

  var name: String { api.name }
}

extension TemplateBuilder {
  mutating func addAPI(_ index: Int) {
    var context = APIContext(api: spec.apis[index], reference: targets.apiReference(index))
    context.deployed.added.reserveCapacity(context.api.paths.nodes.count + context.api.operations.count)
    context.stages = context.api.stages.map { stage in
      (
        stage.name,
        id(stage.value.logicalId, else: .stage(stage.name), of: context.name)
      )
    }
    context.cors = context.api.api.cors.map { CORSHeaders($0.value, values) }
    stages[context.name] = StageIDs(context.stages)
    if !context.api.isImported { addRestApi(&context) }
    addPaths(&context)
    addAuthorizers(&context)
    addModels(&context)
    addRequestValidators(&context)
    addGatewayResponses(&context)
    addMethods(&context)
    if isFull { return }
    addPreflights(&context)
    addDeployment(&context)
    addAccount(context)
    addStages(context)
    addEndpointOutput(context)
  }

  private mutating func addRestApi(_ context: inout APIContext) {
    let resource = restApi(context.api)
    let id = spec.logicalID(of: context.name)
    var snapshot = resource.snapshot
    // Where the template is written is no part of the API.
    if case .path(let path)? = context.api.api.definition?.value { snapshot.bodyS3Location = .localPath(path) }
    context.hash.add(TemplateResource(id, snapshot))
    add(id, resource, at: context.api.node)
  }

  private func restApi(_ resolved: ResolvedAPI) -> RestApi {
    let api = resolved.api
    return RestApi(
      apiKeySourceType: api.apiKeySourceType.map { values.value($0.value) },
      binaryMediaTypes: api.binaryMediaTypes.map { values.list($0) },
      body: body(api),
      bodyS3Location: bodyLocation(api),
      cloneFrom: api.cloneFrom.map { cloneSource($0.value) },
      description: api.description.map { values.value($0.value) },
      disableExecuteApiEndpoint: api.disableExecuteApiEndpoint.map { values.value($0.value) },
      endpointAccessMode: api.endpointAccessMode.map { values.value($0.value) },
      endpointConfiguration: endpointConfiguration(api),
      failOnWarnings: api.failOnWarnings.map { values.value($0.value) },
      minimumCompressionSize: api.minCompressionSize.map { values.value($0.value) },
      mode: api.mode.map { values.value($0.value) },
      name: api.restApiName.map { values.value($0.value) } ?? .string(resolved.name),
      parameters: api.parameters.map { values.members($0.value) },
      policy: api.policy.map { values.free($0.value.node) },
      securityPolicy: api.securityPolicy.map { values.value($0.value) },
      tags: tags(api.tags))
  }

  private func body(_ api: API) -> Value? {
    if case .document(let document)? = api.definition?.value { values.free(document.node) } else { nil }
  }

  private func bodyLocation(_ api: API) -> BodyLocation? {
    switch api.definition?.value {
    case .path(let path)?: .localPath(localPath(path))
    case .object(let object)?:
      .object(
        bucket: object.bucket.map { values.value($0.value) } ?? "",
        key: object.key.map { values.value($0.value) } ?? "",
        version: object.version.map { values.value($0.value) })
    case .document?, nil: nil
    }
  }

  /// An API's name here, else an API's ID as it stands.
  private func cloneSource(_ reference: Spec.Reference) -> Value { arn(of: reference, as: .api) }

  private func endpointConfiguration(_ api: API) -> EndpointConfiguration? {
    guard api.endpointTypes != nil || api.vpcEndpointIds != nil || api.ipAddressType != nil else { return nil }
    return EndpointConfiguration(
      ipAddressType: api.ipAddressType.map { values.value($0.value) },
      types: api.endpointTypes.map { values.list($0) },
      vpcEndpointIds: api.vpcEndpointIds.map { values.list($0) })
  }
}

extension RestApi {
  /// The settings that a deployment freezes; names, descriptions and tags take effect without one.
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html
  var snapshot: RestApi {
    var snapshot = self
    (snapshot.name, snapshot.description, snapshot.tags) = (nil, nil, nil)
    return snapshot
  }
}
