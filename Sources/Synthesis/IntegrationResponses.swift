import CloudFormation
import Document
import Spec

extension ValueConverter {
  func response(from response: Spec.IntegrationResponse) -> CloudFormation.IntegrationResponse {
    CloudFormation.IntegrationResponse(
      statusCode: .string(response.statusCode.value),
      contentHandling: response.contentHandling.map { value($0.value) },
      responseParameters: response.responseParameters.map { members($0.value) },
      responseTemplates: response.responseTemplates.map { members($0.value) },
      selectionPattern: response.selectionPattern.map { value($0.value) })
  }

  /// The whole answer of a mock.
  func response(of answer: MockResponse) -> CloudFormation.IntegrationResponse {
    let headers = answer.headers?.value ?? []
    let contentType = headers.first { $0.name.lowercased() == "content-type" }?.value.known
    return CloudFormation.IntegrationResponse(
      statusCode: .string(answer.statusCode.value),
      responseParameters: answer.headers.map { _ in headers.map { quotedHeader($0) } },
      responseTemplates: answer.body.map { [Member(contentType ?? "application/json", text($0.value))] })
  }

  /// A fixed header value stands in quotes of API Gateway's own.
  private func quotedHeader(_ header: Named<Deferrable<String>>) -> Member {
    Member("method.response.header.\(header.name)", .joined(["'", value(header.value), "'"]))
  }
}
