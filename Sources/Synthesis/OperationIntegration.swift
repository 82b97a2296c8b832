import CloudFormation
import Document
import Spec

/// The integration of a method of the spec, whose properties are made as they are written.
struct OperationIntegration: PropertyType {
  /// Nil for a mock without settings.
  let integration: Spec.Integration?
  let context: MethodContext
  /// The ARN of the role that was made for it, if any.
  let role: Value?
  /// The address of the function that it calls, if any.
  let functionUri: WrittenValue?
  /// The headers that go on its responses.
  let cors: IntegrationCORS?

  func write(to writer: inout PropertyWriter) {
    guard let integration else { return writer.add(.type, word: "MOCK") }
    let values = context.values
    writer.add(.cacheKeyParameters, integration.options.cacheKeyParameters.map { values.list($0) })
    writer.add(.cacheNamespace, integration.options.cacheNamespace) { values.write($0, to: &$1) }
    writeConnection(integration, to: &writer)
    writer.add(.contentHandling, integration.options.contentHandling) { values.write($0, to: &$1) }
    writer.add(.credentials, role ?? credentials(integration))
    writeVerb(integration, to: &writer)
    writeResponses(integration, to: &writer)
    writePassthroughBehavior(integration, to: &writer)
    writer.add(.requestParameters, map: integration.options.requestParameters) { values.write($0, to: &$1) }
    writeRequestTemplates(integration, to: &writer)
    writer.add(.responseTransferMode, integration.options.responseTransferMode) { values.write($0, to: &$1) }
    writer.add(.timeoutInMillis, integration.options.timeout) { $1.write(values.milliseconds($0)) }
    writer.add(.type, word: integration.type)
    if let functionUri { writer.add(.uri, functionUri) } else { writer.add(.uri, uri) }
  }
}

/// What integrations of all types have.
extension OperationIntegration {
  private func writeConnection(_ integration: Spec.Integration, to writer: inout PropertyWriter) {
    let link = integration.options.vpcLink
    writer.add(.connectionId, link.map { context.targets.arn(of: $0.value, as: .vpcLink) })
    if let type = integration.options.connectionType {
      writer.add(.connectionType, type.value.rawValue)
    } else if link != nil {
      writer.add(.connectionType, word: "VPC_LINK")
    }
  }

  private func credentials(_ integration: Spec.Integration) -> Value? {
    if let role = integration.options.credentialsRole { return context.targets.arn(of: role.value, as: .role) }
    guard integration.options.credentialsPassthrough.value else { return nil }
    return .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":iam::*:user/*")])
  }

  private func writePassthroughBehavior(_ integration: Spec.Integration, to writer: inout PropertyWriter) {
    if let behavior = integration.options.passthroughBehavior {
      writer.writeName(.passthroughBehavior)
      return context.values.write(behavior.value, to: &writer)
    }
    if case .stepFunctions = integration.backend { writer.add(.passthroughBehavior, word: "NEVER") }
  }
}

/// What depends on the type.
extension OperationIntegration {
  private func writeVerb(_ integration: Spec.Integration, to writer: inout PropertyWriter) {
    switch integration.backend {
    case .mock: return
    case .lambda, .stepFunctions, .sageMaker: writer.add(.integrationHttpMethod, word: "POST")
    case .http(let http): write(http.httpMethod, else: "GET", to: &writer)
    case .aws(let aws): write(aws.integrationHttpMethod, else: "POST", to: &writer)
    }
  }

  private func write<Word: Choice>(
    _ verb: Located<Deferrable<Word>>?, else usual: StaticString, to writer: inout PropertyWriter
  ) {
    writer.writeName(.integrationHttpMethod)
    if let verb { context.values.write(verb.value, to: &writer) } else { writer.write(usual) }
  }

  /// The backend's address, where it is no function.
  private var uri: Value? {
    switch integration?.backend {
    case .mock, .lambda, nil: nil
    case .http(let http): http.url.map { context.values.value($0.value) } ?? linkedUrl
    case .aws(let aws): context.values.uri(of: aws)
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

  private func writeRequestTemplates(_ integration: Spec.Integration, to writer: inout PropertyWriter) {
    if case .mock(let mock) = integration.backend, let answer = mock.response?.value {
      let template = Value.string("{\"statusCode\":\(answer.statusCode.value)}")
      return writer.add(.requestTemplates, [Member("application/json", template)])
    }
    if integration.options.requestTemplates != nil {
      return writer.add(.requestTemplates, map: integration.options.requestTemplates) {
        context.values.write($0, to: &$1)
      }
    }
    guard case .stepFunctions(let backend) = integration.backend else { return }
    let machine = backend.stateMachine.map { context.targets.arn(of: $0.value, as: .stateMachine) } ?? ""
    let template = StepFunctions.requestTemplate(backend, machine: machine)
    writer.add(.requestTemplates, [Member("application/json", template)])
  }

  private func writeResponses(_ integration: Spec.Integration, to writer: inout PropertyWriter) {
    if case .mock(let mock) = integration.backend, let answer = mock.response?.value {
      return write([context.values.response(of: answer)], integration, to: &writer) { $0 }
    }
    if let responses = integration.options.integrationResponses {
      return write(responses.value, integration, to: &writer) { context.values.response(from: $0.value) }
    }
    switch integration.backend {
    case .stepFunctions: write(StepFunctions.integrationResponses, integration, to: &writer) { $0 }
    case .sageMaker: write(["200"], integration, to: &writer) { CloudFormation.IntegrationResponse(statusCode: $0) }
    case .mock, .lambda, .http, .aws: return
    }
  }

  @inline(__always)
  private func write<Item>(
    _ items: [Item], _ integration: Spec.Integration, to writer: inout PropertyWriter,
    _ response: (Item) -> CloudFormation.IntegrationResponse
  ) {
    writer.writeName(.integrationResponses)
    writer.beginList()
    for item in items {
      let response = response(item)
      writer.write(cors?.adding(to: response, isMock: integration.isMock) ?? response)
    }
    writer.endList()
  }
}

extension Spec.Integration {
  /// The integration's type as API Gateway has it.
  fileprivate var type: StaticString {
    switch backend {
    case .mock: "MOCK"
    case .lambda(let lambda): lambda.proxy.value ? "AWS_PROXY" : "AWS"
    case .http(let http): http.proxy.value ? "HTTP_PROXY" : "HTTP"
    case .aws(let aws): aws.proxy.value ? "AWS_PROXY" : "AWS"
    case .stepFunctions, .sageMaker: "AWS"
    }
  }
}
