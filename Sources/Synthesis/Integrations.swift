import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  /// The integration of a method, which takes on the role that was made for it, if any.
  func integration(_ operation: Operation, _ role: Value?) -> CloudFormation.Integration {
    guard let integration = operation.integration else { return CloudFormation.Integration(type: "MOCK") }
    var result = shared(integration.options)
    switch integration.backend {
    case .mock(let mock): fill(&result, mock)
    case .lambda(let lambda): fill(&result, lambda, integration.options)
    case .http(let http): fill(&result, http, integration.options)
    case .aws(let aws): fill(&result, aws)
    case .stepFunctions(let machine): fill(&result, machine)
    case .sageMaker(let model): fill(&result, model)
    }
    if let role { result.credentials = role }
    return result
  }

  /// What integrations of all types have.
  private func shared(_ options: IntegrationOptions) -> CloudFormation.Integration {
    CloudFormation.Integration(
      type: .mock,
      cacheKeyParameters: options.cacheKeyParameters.map { values.list($0) },
      cacheNamespace: options.cacheNamespace.map { values.value($0.value) },
      connectionId: options.vpcLink.map { arn(of: $0.value, as: .vpcLink) },
      connectionType: connectionType(options),
      contentHandling: options.contentHandling.map { values.value($0.value) },
      credentials: credentials(options),
      integrationResponses: options.integrationResponses.map { $0.value.map { response(from: $0.value) } },
      passthroughBehavior: options.passthroughBehavior.map { values.value($0.value) },
      requestParameters: options.requestParameters.map { values.members($0.value) },
      requestTemplates: options.requestTemplates.map { values.members($0.value) },
      responseTransferMode: options.responseTransferMode.map { values.value($0.value) },
      timeoutInMillis: options.timeout.map { values.milliseconds($0.value) })
  }

  private func connectionType(_ options: IntegrationOptions) -> Value? {
    options.connectionType.map { .string($0.value.rawValue) } ?? (options.vpcLink == nil ? nil : "VPC_LINK")
  }

  private func credentials(_ options: IntegrationOptions) -> Value? {
    if let role = options.credentialsRole { return arn(of: role.value, as: .role) }
    guard options.credentialsPassthrough.value else { return nil }
    return .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":iam::*:user/*")])
  }

  private func response(from response: Spec.IntegrationResponse) -> CloudFormation.IntegrationResponse {
    CloudFormation.IntegrationResponse(
      statusCode: .string(response.statusCode.value),
      contentHandling: response.contentHandling.map { values.value($0.value) },
      responseParameters: response.responseParameters.map { values.members($0.value) },
      responseTemplates: response.responseTemplates.map { values.members($0.value) },
      selectionPattern: response.selectionPattern.map { values.value($0.value) })
  }

  /// A mock, whose `response` is a whole one.
  private func fill(_ result: inout CloudFormation.Integration, _ mock: MockBackend) {
    guard let answer = mock.response?.value else { return }
    let status = answer.statusCode.value
    result.requestTemplates = [Member("application/json", .string("{\"statusCode\":\(status)}"))]
    let headers = answer.headers?.value ?? []
    let contentType = headers.first { $0.name.lowercased() == "content-type" }?.value.known
    result.integrationResponses = [
      CloudFormation.IntegrationResponse(
        statusCode: .string(status),
        responseParameters: answer.headers.map { _ in headers.map { quotedHeader($0) } },
        responseTemplates: answer.body.map { [Member(contentType ?? "application/json", values.text($0.value))] })
    ]
  }

  /// A fixed header value stands in quotes of API Gateway's own.
  private func quotedHeader(_ header: Named<Deferrable<String>>) -> Member {
    Member("method.response.header.\(header.name)", .joined(["'", values.value(header.value), "'"]))
  }

  private func fill(
    _ result: inout CloudFormation.Integration, _ lambda: LambdaBackend, _ options: IntegrationOptions
  ) {
    result.type = lambda.proxy.value ? .awsProxy : "AWS"
    result.integrationHttpMethod = .post
    let streams = options.responseTransferMode?.value.known == .stream
    result.uri = lambda.handler.map { lambdaUri(of: $0.value, streams: streams) }
  }

  private func lambdaUri(of function: Spec.Reference, streams: Bool) -> Value {
    if !streams, case .function(let index, .published)? = spec.target(of: function, as: .function) {
      return functionAddresses[index].uri
    }
    return lambdaUri(arn(of: function, as: .function), streams: streams)
  }

  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
  func lambdaUri(_ arn: Value, streams: Bool) -> Value {
    .joined([
      .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":apigateway:"), .pseudo("AWS::Region")]),
      streams ? ":lambda:path/2021-11-15/functions/" : ":lambda:path/2015-03-31/functions/", arn,
      streams ? "/response-streaming-invocations" : "/invocations",
    ])
  }

  private func fill(_ result: inout CloudFormation.Integration, _ http: HTTPBackend, _ options: IntegrationOptions) {
    result.type = http.proxy.value ? "HTTP_PROXY" : "HTTP"
    result.integrationHttpMethod = http.httpMethod.map { values.value($0.value) } ?? "GET"
    result.uri = http.url.map { values.value($0.value) } ?? linkedUrl(options)
  }

  /// The address of the load balancer behind a link of this spec.
  private func linkedUrl(_ options: IntegrationOptions) -> Value? {
    guard let reference = options.vpcLink?.value, case .vpcLink(let index)? = spec.target(of: reference, as: .vpcLink),
      let target = spec.declarations.vpcLinks[index].value.targets?.value.first?.value,
      case .resource(let name, _)? = spec.target(of: target, as: .loadBalancer)
    else { return nil }
    return .sub([.text("http://"), .getAtt(LogicalID(given: name), "DNSName")])
  }

  private func fill(_ result: inout CloudFormation.Integration, _ aws: AWSBackend) {
    result.type = aws.proxy.value ? "AWS_PROXY" : "AWS"
    result.integrationHttpMethod = aws.integrationHttpMethod.map { values.value($0.value) } ?? "POST"
    result.uri = awsUri(aws)
  }
}
