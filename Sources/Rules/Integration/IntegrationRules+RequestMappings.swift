import Diagnostics
import Document
import Spec
import VTL

extension IntegrationRules {
  /// What is sent to the backend beside the body.
  static let requestMappings: [Rule] = [
    Rule(
      "INT270", "An integration request parameter out of form",
      why: "the keys name a place in the backend's request: others are an \"Invalid mapping identifier\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "a bare header, and the method's side",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters:
                        ↓X-Stage: context.stage
                        ↓method.request.header.X-Stage: context.stage
                        ↓integration.request.headers.X-Stage: context.stage
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
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters:
                        integration.request.header.X-Stage: context.stage
                        integration.request.querystring.stage: context.stage
          """)
      ],
      check: .integration(with: .requestMappings) { integration, _, _, findings in
        for parameter in integration.options.requestParameters?.value ?? [] {
          do throws(ExpressionProblem) {
            _ = try IntegrationParameterName(parsing: parameter.name)
          } catch {
            findings.report(.notATarget(parameter.name, error), atKeyOf: parameter.node)
          }
        }
      }),

    Rule(
      "INT271", "A source that requests do not have",
      why:
        "API Gateway takes a value from the request, a variable or quoted text: \"Invalid mapping expression specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html",
      bad: [
        Example(
          "text without its quotes, a word too few, the form of HTTP APIs",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters:
                        integration.request.header.X-Kind: ↓web shop
                        integration.request.header.X-Page: ↓request.querystring.page
                        integration.request.header.X-Id: ↓$request.header.X-Id
          """)
      ],
      good: [
        Example(
          "text in quotes",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: false}
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters:
                        integration.request.header.X-Kind: "'web shop'"
                        integration.request.header.X-Page: method.request.querystring.page
          """)
      ],
      check: .integration(with: .requestMappings) { integration, _, _, findings in
        for parameter in integration.options.requestParameters?.value ?? [] {
          guard case .known(let text) = parameter.value, let problem = sourceProblem(text, .request) else { continue }
          if problem.isAboutContext || findings.isBareScalar(parameter.node, text) { continue }
          findings.report(.notASource(text, problem), at: parameter.node)
        }
      }),

    Rule(
      "INT272", "A source that the method does not declare",
      why: "a mapping reads declared parameters alone: \"Invalid mapping expression parameter specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html",
      bad: [
        Example(
          "a header and a path variable",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.header.X-Trace-Id: false}
                    integration:
                      type: http
                      url: https://orders.example.com/{id}
                      requestParameters:
                        integration.request.path.id: ↓method.request.path.id
                        integration.request.header.X-Trace: ↓method.request.header.X-Trace
          """)
      ],
      good: [
        Example(
          "declared here and by a default",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  defaultMethodOptions:
                    requestParameters: {method.request.path.id: true, method.request.querystring.tag: false}
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com/{id}
                      requestParameters:
                        integration.request.path.id: method.request.path.id
                        integration.request.header.X-Tags: method.request.multivaluequerystring.tag
                        integration.request.header.X-First: method.request.body.items[0]
          """)
      ],
      check: .integration(with: .requestMappings) { integration, operation, api, findings in
        guard let parameters = integration.options.requestParameters else { return }
        let declared = operation.options.requestParameters
        for parameter in parameters.value {
          guard case .known(let text) = parameter.value, text.hasPrefix("method.request.") else { continue }
          if findings.has(text, in: declared) { continue }
          guard let name = (try? MappingExpression(parsing: text, on: .request))?.declaredParameter?.description else {
            continue
          }
          if findings.has(name, in: declared) { continue }
          guard findings.knowsOptions(of: operation, in: api), findings.knows(declared) else { return }
          let near = declared.flatMap { findings.nearest(name, in: $0.value.lazy.map(\.name)) }
          findings.report(.undeclared(name, near: near), at: parameter.node)
        }
      }),
  ]
}

extension Message {
  fileprivate static func notATarget(_ name: String, _ problem: ExpressionProblem) -> Message {
    Message(
      "INT270", "'\(name)' is no integration request parameter: \(problem.words)",
      help: problem.suggestion.map { "write '\($0)'" }
        ?? "write integration.request.<path, querystring or header>.<name>",
      correction: problem.correction)
  }

  fileprivate static func notASource(_ text: String, _ problem: ExpressionProblem) -> Message {
    Message(
      "INT271", "'\(text)' is no mapping expression of a request: \(problem.words)",
      help: problem.suggestion.map { "write \"\($0)\"" }
        ?? "write method.request.<path, querystring or header>.<name>, or fixed text as \"'text'\"",
      correction: problem.correction)
  }

  fileprivate static func undeclared(_ name: String, near: Nearest?) -> Message {
    let guess = near.map { "\($0.question) else " } ?? ""
    return Message(
      "INT272", "'\(name)' is not declared by the method",
      help: "\(guess)add '\(name): false' to the method's 'requestParameters'")
  }
}
