import CloudFormation
import Document
import Spec

/// The integration of a method of the spec, whose properties are made as they are written.
struct OperationIntegration: IntegrationProperties {
  /// Nil for a mock without settings.
  private let integration: Spec.Integration?
  private let function: LambdaTarget?
  private let context: MethodContext
  /// The ARN of the role that was made for it, if any.
  private let role: Value?
  /// The headers that go on its responses.
  private let cors: IntegrationCORS?

  init(
    _ integration: Spec.Integration?, _ function: LambdaTarget?, _ context: MethodContext, role: Value?,
    cors: IntegrationCORS?
  ) {
    (self.integration, self.function, self.context) = (integration, function, context)
    (self.role, self.cors) = (role, cors)
  }

  private var values: ValueConverter { context.values }
}

/// What integrations of all types have.
extension OperationIntegration {
  var cacheKeyParameters: Value? { integration?.options.cacheKeyParameters.map { values.list($0) } }
  var cacheNamespace: Value? { integration?.options.cacheNamespace.map { values.value($0.value) } }
  var connectionId: Value? { integration?.options.vpcLink.map { context.targets.arn(of: $0.value, as: .vpcLink) } }
  var connectionType: Value? {
    guard let integration else { return nil }
    return integration.options.connectionType.map { .string($0.value.rawValue) }
      ?? (integration.options.vpcLink == nil ? nil : "VPC_LINK")
  }
  var contentHandling: Value? { integration?.options.contentHandling.map { values.value($0.value) } }
  var credentials: Value? {
    if let role { return role }
    guard let integration else { return nil }
    if let role = integration.options.credentialsRole { return context.targets.arn(of: role.value, as: .role) }
    guard integration.options.credentialsPassthrough.value else { return nil }
    return .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":iam::*:user/*")])
  }
  var integrationTarget: Value? { nil }
  var passthroughBehavior: Value? {
    guard let integration else { return nil }
    if let behavior = integration.options.passthroughBehavior { return values.value(behavior.value) }
    if case .stepFunctions = integration.backend { return "NEVER" }
    return nil
  }
  var requestParameters: [Member]? { integration?.options.requestParameters.map { values.members($0.value) } }
  var responseTransferMode: Value? { integration?.options.responseTransferMode.map { values.value($0.value) } }
  var timeoutInMillis: Value? { integration?.options.timeout.map { values.milliseconds($0.value) } }
}

/// What depends on the type.
extension OperationIntegration {
  var type: Value {
    switch integration?.backend {
    case .mock, nil: .mock
    case .lambda(let lambda): lambda.proxy.value ? .awsProxy : "AWS"
    case .http(let http): http.proxy.value ? "HTTP_PROXY" : "HTTP"
    case .aws(let aws): aws.proxy.value ? "AWS_PROXY" : "AWS"
    case .stepFunctions, .sageMaker: "AWS"
    }
  }

  var integrationHttpMethod: Value? {
    switch integration?.backend {
    case .mock, nil: nil
    case .lambda, .stepFunctions, .sageMaker: .post
    case .http(let http): http.httpMethod.map { values.value($0.value) } ?? "GET"
    case .aws(let aws): aws.integrationHttpMethod.map { values.value($0.value) } ?? .post
    }
  }

  var uri: Value? {
    switch integration?.backend {
    case .mock, nil: nil
    case .lambda: function.map { uri(of: $0) }
    case .http(let http): http.url.map { values.value($0.value) } ?? linkedUrl
    case .aws(let aws): values.uri(of: aws)
    case .stepFunctions:
      .sub([
        .text("arn:"), .pseudo("AWS::Partition"), .text(":apigateway:"), .pseudo("AWS::Region"),
        .text(":states:action/StartSyncExecution"),
      ])
    case .sageMaker(let model):
      .joined([
        .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":apigateway:"), .pseudo("AWS::Region")]),
        ":runtime.sagemaker:path/endpoints/", context.targets.endpoint(model).name, "/invocations",
      ])
    }
  }

  private func uri(of function: LambdaTarget) -> Value {
    let streams = integration?.options.responseTransferMode?.value.known == .stream
    if !streams, case .function(let index, .published)? = function.target {
      return context.targets.functionAddresses[index].uri
    }
    return lambdaUri(
      context.targets.arn(of: function.reference, at: function.target), streams: streams)
  }

  /// The address of the load balancer behind a link of this spec.
  private var linkedUrl: Value? {
    let spec = context.targets.spec
    guard let reference = integration?.options.vpcLink?.value,
      case .vpcLink(let index)? = spec.target(of: reference, as: .vpcLink),
      let target = spec.declarations.vpcLinks[index].value.targets?.value.first?.value,
      case .resource(let name, _)? = spec.target(of: target, as: .loadBalancer)
    else { return nil }
    return .sub([.text("http://"), .getAtt(LogicalID(given: name), "DNSName")])
  }

  var requestTemplates: [Member]? {
    guard let integration else { return nil }
    if case .mock(let mock) = integration.backend, let answer = mock.response?.value {
      return [Member("application/json", .string("{\"statusCode\":\(answer.statusCode.value)}"))]
    }
    if let templates = integration.options.requestTemplates { return values.members(templates.value) }
    guard case .stepFunctions(let backend) = integration.backend else { return nil }
    let machine = backend.stateMachine.map { context.targets.arn(of: $0.value, as: .stateMachine) } ?? ""
    return [Member("application/json", StepFunctions.requestTemplate(backend, machine: machine))]
  }

  var integrationResponses: [CloudFormation.IntegrationResponse]? {
    guard let integration, let responses = responses(integration) else { return nil }
    return cors.map { $0.adding(to: responses, isMock: integration.isMock) } ?? responses
  }

  private func responses(_ integration: Spec.Integration) -> [CloudFormation.IntegrationResponse]? {
    if case .mock(let mock) = integration.backend, let answer = mock.response?.value {
      return [values.response(of: answer)]
    }
    if let responses = integration.options.integrationResponses {
      return responses.value.map { values.response(from: $0.value) }
    }
    switch integration.backend {
    case .stepFunctions: return StepFunctions.integrationResponses
    case .sageMaker: return [CloudFormation.IntegrationResponse(statusCode: "200")]
    case .mock, .lambda, .http, .aws: return nil
    }
  }
}
