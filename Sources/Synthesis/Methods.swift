import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  mutating func addMethods(_ context: inout APIContext) {
    let tree = context.api.paths
    var (place, path): (Int, [String]) = (0, [])
    var names = PathNames(of: context.name)
    for operation in context.api.operations where !isFull {
      if operation.path != place {
        (place, path) = (operation.path, tree.segments(operation.path))
        names.go(to: path)
      }
      let id = operation.logicalId.map { LogicalID(given: $0.value) } ?? names.method(operation.verb.rawValue)
      addDeployed(id, method(operation, path, &context), at: operation.node, &context)
      addPermissions(for: operation, path, &names, context)
    }
  }

  /// A method, after what it alone has: its validator and the role of its integration.
  private mutating func method(
    _ operation: Operation, _ path: [String], _ context: inout APIContext
  ) -> CloudFormation.Method {
    let validator = addMethodValidator(operation, path, &context)
    let role = addMethodRole(operation, path, context)
    guard let cors = context.cors, operation.integration?.isProxy != true else {
      return method(operation, context, validator, role)
    }
    var resource = method(operation, context, validator, role)
    cors.add(to: &resource, isMock: operation.integration?.isMock ?? true)
    return resource
  }

  private func method(
    _ operation: Operation, _ context: APIContext,
    _ validator: CloudFormation.Reference<CloudFormation.RequestValidator>?, _ role: Value?
  ) -> CloudFormation.Method {
    let options = operation.options
    let (authorizer, type) = authorization(of: operation, context)
    return CloudFormation.Method(
      httpMethod: .string(operation.verb.rawValue), resourceId: context.resourceIds[operation.path],
      restApiId: context.reference,
      apiKeyRequired: options.apiKeyRequired.map { values.value($0.value) },
      authorizationScopes: options.authorizationScopes.map { values.list($0) },
      authorizationType: type.value,
      authorizerId: authorizer,
      integration: integration(operation, role),
      methodResponses: methodResponses(operation, context),
      operationName: options.operationName.map { values.value($0.value) },
      requestModels: options.requestModels.map { models($0.value, context) },
      requestParameters: options.requestParameters.map { values.members($0.value) },
      requestValidatorId: validator ?? options.requestValidator.map { self.validator(named: $0.value, context) })
  }

  /// The authorizer of a method, and its type as stated, else as its authorizer has it, else `NONE`.
  private func authorization(
    of operation: Operation, _ context: APIContext
  ) -> (CloudFormation.Reference<CloudFormation.Authorizer>?, AuthorizationType) {
    let type = operation.options.authorizationType?.value
    guard let name = operation.options.authorizer?.value, name != "none" else { return (nil, type ?? .none) }
    guard let index = context.api.authorizerIndex(name) else {
      return (.resource(LogicalID(given: name)), type ?? .custom)
    }
    return (context.authorizers[index].reference, type ?? context.authorizers[index].type)
  }

  /// The declared responses, and those that the integration brings along for statuses that are not declared.
  private func methodResponses(_ operation: Operation, _ context: APIContext) -> [CloudFormation.MethodResponse]? {
    let declared = operation.options.methodResponses?.value
    var responses = declared?.map { response(from: $0.value, context) }
    guard let integration = operation.integration else { return responses }
    for own in ownResponses(integration) {
      if declared?.contains(where: { $0.value.statusCode.value == own.status }) == true { continue }
      responses = (responses ?? []) + [own.response]
    }
    return responses
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
