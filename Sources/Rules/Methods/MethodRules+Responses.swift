import Diagnostics
import Spec
import VTL

extension MethodRules {
  /// The answers that a method declares.
  static let responses: [Rule] = [
    Rule(
      "METH424", "No status code",
      why: "PutMethodResponse takes three digits, \"[1-5]\\d\\d\": a class such as 2XX belongs to OpenAPI",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
      bad: [
        Example(
          "a class of codes",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {methodResponses: [{statusCode: ↓2XX}]}
          """)
      ],
      good: [
        Example(
          "plain and quoted",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {methodResponses: [{statusCode: 200}, {statusCode: "404"}]}
          """)
      ], check: .elsewhere),
    Rule(
      "METH425", "Two answers of one status",
      why: "API Gateway keeps one response for each status code: which one wins is not defined",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
      bad: [
        Example(
          "plain and quoted are one",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {methodResponses: [{statusCode: 200}, {statusCode: ↓"200"}]}
          """)
      ],
      good: [
        Example(
          "two statuses",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {methodResponses: [{statusCode: 200}, {statusCode: 201}]}
          """)
      ],
      check: .operation(with: .methodResponses) { operation, _, findings in
        guard let responses = operation.options.methodResponses?.value, responses.count > 1 else { return }
        for pair in duplicates(responses.map(\.value.statusCode.value)) {
          let (first, later) = (responses[pair.first].value.statusCode, responses[pair.later].value.statusCode)
          // One that could not be read is empty.
          if later.value.isEmpty { continue }
          findings.report(
            .statusTwice(later.value), at: later.node, related: [findings.related("the first", at: first.node)])
        }
      }),
    Rule(
      "METH426", "No header of an answer",
      why: "an answer declares headers as method.response.header.NAME: \"Invalid mapping expression specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
      bad: [
        Example(
          "a bare name",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {methodResponses: [{statusCode: 200, responseParameters: {↓X-Total: true}}]}
          """)
      ],
      good: [
        Example(
          "in full",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    methodResponses:
                      - statusCode: 200
                        responseParameters: {method.response.header.X-Total: true}
          """)
      ],
      check: .operation(with: .responseHeaders) { operation, _, findings in
        guard let responses = operation.options.methodResponses else { return }
        for response in responses.value {
          for parameter in response.value.responseParameters?.value ?? [] where !parameter.name.isResponseHeader {
            findings.report(.noHeader(parameter.name), atKeyOf: parameter.node)
          }
        }
      }),
    Rule(
      "METH427", "A header's value where it is declared",
      why: "a method response says with true or false that it has a header; values come from integration responses",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
      bad: [
        Example(
          "a value",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    methodResponses:
                      - statusCode: 200
                        responseParameters: {method.response.header.X-Total: ↓"'7'"}
          """)
      ],
      good: [
        Example(
          "a boolean",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    methodResponses:
                      - statusCode: 200
                        responseParameters: {method.response.header.X-Total: false}
          """)
      ], check: .elsewhere),
  ]
}

extension String {
  /// Whether this is `method.response.header.NAME` with a legal name.
  fileprivate var isResponseHeader: Bool {
    let prefix = "method.response.header."
    let name = utf8.dropFirst(prefix.utf8.count)
    return hasPrefix(prefix) && !name.isEmpty && name.allSatisfy(isParameterByte)
  }
}

extension Message {
  fileprivate static func statusTwice(_ status: String) -> Message {
    Message("METH425", "status '\(status)' is declared twice", help: "merge the two entries")
  }

  fileprivate static func noHeader(_ key: String) -> Message {
    var problem: ExpressionProblem?
    do throws(ExpressionProblem) { _ = try ResponseHeaderName(parsing: key) } catch { problem = error }
    return Message(
      "METH426", "'\(key)' is no header of an answer",
      help: problem?.suggestion.map { "did you mean '\($0)'?" } ?? "write method.response.header.NAME",
      correction: problem?.correction)
  }
}
