import CloudFormation
import Document
import Spec

/// The `OPTIONS` methods that browsers ask before they call (https://fetch.spec.whatwg.org/#cors-preflight-fetch).
extension TemplateBuilder {
  mutating func addPreflights(_ context: inout APIContext) {
    let (api, nodes) = (context.api.api, context.api.paths.nodes)
    // Most paths share their options, and a long list of origins is a long template.
    var headers: [NodeID: CORSHeaders] = [:]
    var names = PathNames(of: context.name)
    for index in nodes.indices where !isFull {
      let item = nodes[index].item
      guard let options = context.api.preflight(at: index) else { continue }
      let own = item.flatMap { api.paths[$0].value.preflight }
      let id = id(
        own?.value.logicalId,
        else: .method(path: context.api.paths.segments(index), verb: Verb.options.rawValue), of: context.name)
      let cors = headers[options.node] ?? CORSHeaders(options.value, values)
      headers[options.node] = cors
      names.go(to: index, in: nodes)
      let resource = preflight(options.value, cors, at: resourceId(at: index, &names, context), context)
      addDeployed(id, resource, at: options.node, &context)
    }
  }

  private func preflight(
    _ options: CORSOptions, _ cors: CORSHeaders, at resource: CloudFormation.Reference<PathResource>,
    _ context: APIContext
  ) -> CloudFormation.Method {
    let status = Value.string(options.statusCode?.value ?? "204")
    let response = CloudFormation.IntegrationResponse(
      statusCode: status, responseParameters: cors.mapped,
      responseTemplates: cors.pickingTemplate.map { [Member("application/json", $0)] })
    return CloudFormation.Method(
      httpMethod: .string(Verb.options.rawValue), resourceId: resource, restApiId: context.reference,
      apiKeyRequired: false, authorizationType: .string(AuthorizationType.none.rawValue),
      integration: CloudFormation.Integration(
        type: "MOCK", integrationResponses: [response],
        requestTemplates: [Member("application/json", "{ statusCode: 200 }")]),
      methodResponses: [CloudFormation.MethodResponse(statusCode: status, responseParameters: cors.declared)])
  }
}

/// `cors`: the headers of the preflight on the answers themselves.
extension CORSHeaders {
  /// Adds the headers to a response that a method declares.
  func adding(to response: CloudFormation.MethodResponse) -> CloudFormation.MethodResponse {
    var response = response
    response.responseParameters = adding(declared, to: response.responseParameters)
    return response
  }

  /// Adds the headers to an answer that API Gateway makes itself.
  func add(to response: inout CloudFormation.GatewayResponse) {
    let headers = self.headers.map { Member("gatewayresponse.header.\($0.name)", $0.value) }
    response.responseParameters = adding(headers, to: response.responseParameters)
  }

  /// What is there already stays as the spec has it.
  fileprivate func adding(_ more: [Member], to members: [Member]?) -> [Member] {
    let names = Set((members ?? []).map { $0.name.lowercased() })
    return (members ?? []) + more.filter { !names.contains($0.name.lowercased()) }
  }
}

/// The headers of `cors` for the responses of an integration.
struct IntegrationCORS {
  let headers: CORSHeaders
  /// The statuses that the method declares.
  let statuses: [Value]

  /// Fills the headers in where the method declares them.
  func adding(to response: CloudFormation.IntegrationResponse, isMock: Bool) -> CloudFormation.IntegrationResponse {
    statuses.contains(response.statusCode) ? filled(response, isMock: isMock) : response
  }

  private func filled(
    _ response: CloudFormation.IntegrationResponse, isMock: Bool
  ) -> CloudFormation.IntegrationResponse {
    var response = response
    response.responseParameters = headers.adding(headers.mapped, to: response.responseParameters)
    guard let picking = headers.pickingTemplate else { return response }
    let bodies = response.responseTemplates ?? [Member("application/json", isMock ? "" : "$input.body")]
    response.responseTemplates = bodies.map { Member($0.name, .joined([picking, $0.value])) }
    return response
  }
}
