import CloudFormation
import Document
import Spec

/// A method of the spec, whose properties are made as they are written: a template has thousands of methods, and to gather
/// each in a value first takes as long as all the rest of the way from a spec's method to its resource.
struct OperationMethod: Resource {
  static let type = CloudFormation.Method.type

  let operation: Operation
  let resourceId: CloudFormation.Reference<PathResource>
  let context: MethodContext
  /// The validator that the method has for itself.
  let validator: CloudFormation.Reference<CloudFormation.RequestValidator>?
  /// The ARN of the role that its integration has for itself.
  let role: Value?
  /// The address of the function behind it.
  let functionUri: WrittenValue?

  func write(to writer: inout PropertyWriter) {
    let values = context.values
    let authorization = context.authorization(of: operation)
    writer.add(.apiKeyRequired, operation.options.apiKeyRequired) { values.write($0, to: &$1) }
    writer.add(.authorizationScopes, operation.options.authorizationScopes.map { values.list($0) })
    writer.add(.authorizationType, authorization.type.rawValue)
    writer.add(.authorizerId, authorization.authorizer)
    writer.add(.httpMethod, operation.verb.rawValue)
    let responses = DeclaredResponses(of: operation, context)
    writer.add(
      .integration,
      OperationIntegration(
        integration: operation.integration, context: context, role: role, functionUri: functionUri,
        cors: responses.forIntegration))
    responses.write(to: &writer)
    writer.add(.operationName, operation.options.operationName) { values.write($0, to: &$1) }
    writer.add(.requestModels, operation.options.requestModels.map { context.models($0.value) })
    writer.add(.requestParameters, map: operation.options.requestParameters) { values.write($0, to: &$1) }
    writer.add(.requestValidatorId, requestValidator)
    writer.add(.resourceId, resourceId)
    writer.add(.restApiId, context.reference)
  }

  private var requestValidator: CloudFormation.Reference<CloudFormation.RequestValidator>? {
    validator ?? operation.options.requestValidator.map { context.validator(named: $0.value) }
  }
}

/// The responses that a method declares, and those that its integration brings along for statuses that are not declared.
struct DeclaredResponses {
  private let declared: [Located<Spec.MethodResponse>]?
  /// Those of the integration.
  private let own: [CloudFormation.MethodResponse]
  private let context: MethodContext
  /// The headers that go on all of them.
  private let cors: CORSHeaders?

  init(of operation: Operation, _ context: MethodContext) {
    let declared = operation.options.methodResponses?.value
    own = context.ownResponses(operation.integration).compactMap { own in
      declared?.contains { $0.value.statusCode.value == own.status } == true ? nil : own.response
    }
    (self.declared, self.context) = (declared, context)
    // What goes through unchanged has its own headers.
    let hasNone = declared == nil && own.isEmpty
    cors = context.cors == nil || hasNone || operation.integration?.isProxy == true ? nil : context.cors
  }

  /// The headers for the responses of the integration.
  var forIntegration: IntegrationCORS? {
    cors.map { headers in
      IntegrationCORS(
        headers: headers,
        statuses: (declared ?? []).map { .string($0.value.statusCode.value) } + own.map(\.statusCode))
    }
  }

  func write(to writer: inout PropertyWriter) {
    guard declared != nil || !own.isEmpty else { return }
    writer.writeName(.methodResponses)
    writer.beginList()
    for response in declared ?? [] { write(context.response(from: response.value), to: &writer) }
    for response in own { write(response, to: &writer) }
    writer.endList()
  }

  private func write(_ response: CloudFormation.MethodResponse, to writer: inout PropertyWriter) {
    if let cors { writer.write(cors.adding(to: response)) } else { writer.write(response) }
  }
}

extension MethodContext {
  /// The responses that a method has by its integration's type.
  fileprivate func ownResponses(
    _ integration: Spec.Integration?
  ) -> [(status: String, response: CloudFormation.MethodResponse)] {
    switch integration?.backend {
    case .mock(let mock):
      guard let answer = mock.response?.value else { return [] }
      let headers = answer.headers?.value.map { Member("method.response.header.\($0.name)", true) }
      let status = answer.statusCode.value
      return [(status, CloudFormation.MethodResponse(statusCode: .string(status), responseParameters: headers))]
    case .stepFunctions(let machine):
      return machine.useDefaultMethodResponses.value ? StepFunctions.methodResponses : []
    case .sageMaker: return [("200", CloudFormation.MethodResponse(statusCode: "200"))]
    case .lambda, .http, .aws, nil: return []
    }
  }

  fileprivate func response(from response: Spec.MethodResponse) -> CloudFormation.MethodResponse {
    CloudFormation.MethodResponse(
      statusCode: .string(response.statusCode.value),
      responseModels: response.responseModels.map { models($0.value) },
      responseParameters: response.responseParameters.map { values.members($0.value) })
  }
}
