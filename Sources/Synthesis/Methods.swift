import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  mutating func addMethods(_ context: inout APIContext) {
    var (place, path): (Int, [String]) = (-1, [])
    for operation in context.api.operations {
      if operation.path != place { (place, path) = (operation.path, context.api.paths.segments(operation.path)) }
      let id =
        id(operation.logicalId, else: .method(path: path, verb: operation.verb.rawValue), of: context.name)
      let validator = addMethodValidator(operation, path, &context)
      var resource = method(operation, context, validator)
      if let role = addMethodRole(operation, path, context) { resource.integration?.credentials = role }
      if let cors = context.cors, operation.integration?.isProxy != true {
        cors.add(to: &resource, isMock: operation.integration?.isMock ?? true)
      }
      addDeployed(id, resource, at: operation.node, &context)
      addPermissions(for: operation, path, context)
    }
  }

  private func method(
    _ operation: Operation, _ context: APIContext,
    _ validator: CloudFormation.Reference<CloudFormation.RequestValidator>?
  ) -> CloudFormation.Method {
    let options = operation.options
    let authorizer = authorizer(of: operation, context)
    return CloudFormation.Method(
      httpMethod: .string(operation.verb.rawValue), resourceId: context.resourceIds[operation.path],
      restApiId: context.reference,
      apiKeyRequired: options.apiKeyRequired.map { values.value($0.value) },
      authorizationScopes: options.authorizationScopes.map { values.list($0) },
      authorizationType: .string(operation.authorizationType(in: context.api, spec).rawValue),
      authorizerId: authorizer,
      integration: integration(operation),
      methodResponses: methodResponses(operation, context),
      operationName: options.operationName.map { values.value($0.value) },
      requestModels: options.requestModels.map { models($0.value, context) },
      requestParameters: options.requestParameters.map { values.members($0.value) },
      requestValidatorId: validator ?? options.requestValidator.map { self.validator(named: $0.value, context) })
  }

  private func authorizer(
    of operation: Operation, _ context: APIContext
  ) -> CloudFormation.Reference<CloudFormation.Authorizer>? {
    guard let name = operation.options.authorizer?.value, name != "none" else { return nil }
    guard let item = spec.authorizer(name, of: context.api) else { return .resource(LogicalID(given: name)) }
    return authorizerReference(item, context)
  }

  /// The declared responses, and those that the integration brings along for statuses that are not declared.
  private func methodResponses(_ operation: Operation, _ context: APIContext) -> [CloudFormation.MethodResponse]? {
    let declared = operation.options.methodResponses?.value
    let statuses = Set((declared ?? []).map(\.value.statusCode.value))
    let own = operation.integration.map(ownResponses) ?? []
    let added = own.filter { !statuses.contains($0.status) }.map(\.response)
    guard declared != nil || !added.isEmpty else { return nil }
    return (declared ?? []).map { response(from: $0.value, context) } + added
  }

  /// The responses that a method has by its integration's type.
  private func ownResponses(_ integration: Spec.Integration) -> [(
    status: String, response: CloudFormation.MethodResponse
  )] {
    switch integration.backend {
    case .mock(let mock):
      guard let answer = mock.response?.value else { return [] }
      let headers = answer.headers?.value.map { Member("method.response.header.\($0.name)", true) }
      let status = answer.statusCode.value
      return [(status, CloudFormation.MethodResponse(statusCode: .string(status), responseParameters: headers))]
    case .stepFunctions(let machine):
      return machine.useDefaultMethodResponses.value ? StepFunctions.methodResponses : []
    case .sageMaker: return [("200", CloudFormation.MethodResponse(statusCode: "200"))]
    case .lambda, .http, .aws: return []
    }
  }

  private func response(from response: Spec.MethodResponse, _ context: APIContext) -> CloudFormation.MethodResponse {
    CloudFormation.MethodResponse(
      statusCode: .string(response.statusCode.value),
      responseModels: response.responseModels.map { models($0.value, context) },
      responseParameters: response.responseParameters.map { values.members($0.value) })
  }
}

extension Operation {
  /// What is written as the method's type: as stated, else as its authorizer has it, else `NONE`.
  func authorizationType(in api: ResolvedAPI, _ spec: ResolvedSpec) -> AuthorizationType {
    if let type = options.authorizationType?.value { return type }
    guard let name = options.authorizer?.value, name != "none" else { return .none }
    return spec.authorizer(name, of: api)?.value.authorizationType ?? .custom
  }
}
