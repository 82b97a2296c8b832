import CloudFormation
import Document
import Spec

/// A method of the spec, whose properties are made as they are written.
struct OperationMethod: MethodProperties {
  let operation: Operation
  let integration: OperationIntegration?
  let methodResponses: [CloudFormation.MethodResponse]?
  let authorizerId: CloudFormation.Reference<CloudFormation.Authorizer>?
  private let type: AuthorizationType
  private let validator: CloudFormation.Reference<CloudFormation.RequestValidator>?
  private let context: MethodContext

  /// - Parameters:
  ///   - validator: the validator that the method has for itself.
  ///   - role: the ARN of the role that its integration has for itself.
  init(
    _ operation: Operation, _ function: LambdaTarget?, _ context: MethodContext,
    validator: CloudFormation.Reference<CloudFormation.RequestValidator>?, role: Value?
  ) {
    (self.operation, self.validator, self.context) = (operation, validator, context)
    (authorizerId, type) = context.authorization(of: operation)
    let responses = context.responses(of: operation)
    // What goes through unchanged has its own headers.
    let cors = responses == nil || operation.integration?.isProxy == true ? nil : context.cors
    methodResponses = cors.map { $0.adding(to: responses ?? []) } ?? responses
    integration = OperationIntegration(
      operation.integration, function, context, role: role,
      cors: cors.map { IntegrationCORS(headers: $0, statuses: (responses ?? []).map(\.statusCode)) })
  }

  var apiKeyRequired: Value? { operation.options.apiKeyRequired.map { context.values.value($0.value) } }
  var authorizationScopes: Value? { operation.options.authorizationScopes.map { context.values.list($0) } }
  var authorizationType: Value? { .string(type.rawValue) }
  var httpMethod: Value { .string(operation.verb.rawValue) }
  var operationName: Value? { operation.options.operationName.map { context.values.value($0.value) } }
  var requestModels: [Member]? { operation.options.requestModels.map { context.models($0.value) } }
  var requestParameters: [Member]? { operation.options.requestParameters.map { context.values.members($0.value) } }
  var requestValidatorId: CloudFormation.Reference<CloudFormation.RequestValidator>? {
    validator ?? operation.options.requestValidator.map { context.validator(named: $0.value) }
  }
  var resourceId: Value { context.resourceIds[operation.path] }
  var restApiId: CloudFormation.Reference<RestApi> { context.reference }
}

extension MethodContext {
  /// The declared responses, and those that the integration brings along for statuses that are not declared.
  func responses(of operation: Operation) -> [CloudFormation.MethodResponse]? {
    let declared = operation.options.methodResponses?.value
    var responses = declared?.map { response(from: $0.value) }
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

  private func response(from response: Spec.MethodResponse) -> CloudFormation.MethodResponse {
    CloudFormation.MethodResponse(
      statusCode: .string(response.statusCode.value),
      responseModels: response.responseModels.map { models($0.value) },
      responseParameters: response.responseParameters.map { values.members($0.value) })
  }
}
