import Diagnostics
import Spec
import VTL

extension MethodRules {
  /// What the keys of a method's `requestParameters` look like.
  static let parameters: [Rule] = [
    Rule(
      "METH406", "No request parameter",
      why: "PutMethod declares parameters as method.request.LOCATION.NAME: \"Invalid mapping expression specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a header without its prefix",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {requestParameters: {↓header.X-Trace: false}}
          """)
      ],
      good: [
        Example(
          "all three locations",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters:
                      method.request.header.X-Trace: false
                      method.request.querystring.page: false
                      method.request.path.id: true
          """)
      ],
      check: .operation(with: .requestParameters) { operation, _, findings in
        guard let parameters = operation.options.requestParameters else { return }
        for parameter in parameters.value where DeclaredParameter(parameter.name) == nil {
          findings.report(.noParameter(parameter.name), atKeyOf: parameter.node)
        }
      }),
    Rule(
      "METH407", "A request parameter that is neither required nor optional",
      why: "the value of a request parameter is a boolean, whether a call needs the parameter",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a word",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {requestParameters: {method.request.header.X-Trace: ↓required}}
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
                  GET: {requestParameters: {method.request.header.X-Trace: false}}
          """)
      ], check: .elsewhere),
    Rule(
      "METH411", "A parameter's name that API Gateway refuses",
      why: "names hold letters, digits, '.', '_', '$' and '-': \"Invalid mapping expression specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html",
      bad: [
        Example(
          "brackets",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {requestParameters: {↓"method.request.querystring.filter[x]": false}}
          """)
      ],
      good: [
        Example(
          "all characters that are taken",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {requestParameters: {method.request.querystring.filter.x-Y_1$: false}}
          """)
      ],
      check: .operation(with: .requestParameters) { operation, _, findings in
        guard let parameters = operation.options.requestParameters else { return }
        for parameter in parameters.value {
          guard let declared = DeclaredParameter(parameter.name), !declared.hasLegalName else { continue }
          findings.report(.badName(declared.name), atKeyOf: parameter.node)
        }
      }),
  ]
}

extension Message {
  fileprivate static func noParameter(_ key: String) -> Message {
    var problem: ExpressionProblem?
    do throws(ExpressionProblem) { _ = try RequestParameterName(parsing: key) } catch { problem = error }
    return Message(
      "METH406", "'\(key)' is no request parameter",
      help: problem?.suggestion.map { "did you mean '\($0)'?" }
        ?? "write method.request.header.NAME, method.request.querystring.NAME or method.request.path.NAME",
      correction: problem?.correction)
  }

  fileprivate static func badName(_ name: Substring) -> Message {
    Message(
      "METH411", "the parameter's name '\(name)' has characters that API Gateway refuses",
      help: "use letters, digits, '.', '_', '$' and '-'")
  }
}
