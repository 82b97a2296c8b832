import Diagnostics
import Spec

extension MethodRules {
  /// Whether a method's parameters agree with each other and with the path.
  static let parameterNames: [Rule] = [
    Rule(
      "METH408", "One parameter in two locations",
      why: "\"Parameter names must be unique across querystring, header and path\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "in the path and in the query string",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters:
                      method.request.path.id: true
                      ↓method.request.querystring.id: false
          """)
      ],
      good: [
        Example(
          "two names",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters:
                      method.request.path.id: true
                      method.request.querystring.item: false
          """)
      ],
      check: .operation(with: .requestParameters) { operation, _, findings in
        guard let parameters = operation.options.requestParameters?.value, parameters.count > 1 else { return }
        for pair in duplicates(parameters.map { DeclaredParameter($0.name)?.name ?? $0.name[...] }) {
          let (first, later) = (parameters[pair.first], parameters[pair.later])
          // The very same key twice is found while the text is read.
          if first.name == later.name { continue }
          findings.report(
            .nameTwice(later.name, first.name), atKeyOf: later.node,
            related: [findings.related("the first", atKeyOf: first.node)])
        }
      }),
    Rule(
      "METH409", "A path parameter that the path has not", severity: .warning,
      why: "the parameter never has a value, and mappings of it send an empty text",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a path without variables",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {requestParameters: {↓method.request.path.id: true}}
          """)
      ],
      good: [
        Example(
          "a variable and a greedy one",
          """
          apis:
            Shop:
              paths:
                /orders/{id}/{rest+}:
                  GET: {requestParameters: {method.request.path.id: true, method.request.path.rest: true}}
          """)
      ],
      check: .operation(with: .requestParameters) { operation, api, findings in
        guard let parameters = operation.options.requestParameters else { return }
        for parameter in parameters.value {
          guard let declared = DeclaredParameter(parameter.name), declared.location == "path",
            findings.isWritten(parameter.node, in: operation)
          else { continue }
          let path = api.paths.nodes[operation.path].path
          if path.hasVariable(declared.name) { continue }
          findings.report(.notInPath(declared.name, path), atKeyOf: parameter.node)
        }
      }),
    Rule(
      "METH433", "Headers that differ in case alone", severity: .warning,
      why: "HTTP does not tell the two apart, and mappings do: one of them stays empty",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [
        Example(
          "two spellings of a header",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    requestParameters:
                      method.request.header.x-trace: false
                      ↓method.request.header.X-Trace: false
          """)
      ],
      good: [
        Example(
          "query parameters, whose case counts",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    requestParameters:
                      method.request.querystring.page: false
                      method.request.querystring.Page: false
          """)
      ],
      check: .operation(with: .declaredParameters) { operation, _, findings in
        if let parameters = operation.options.requestParameters { findings.checkCase(parameters.value) }
        for response in operation.options.methodResponses?.value ?? [] {
          if let parameters = response.value.responseParameters { findings.checkCase(parameters.value) }
        }
      }),
  ]
}

extension String {
  /// Whether a path has `{name}` or `{name+}`.
  func hasVariable(_ name: Substring) -> Bool {
    utf8.split(separator: UInt8(ascii: "/")).contains { segment in
      guard segment.first == UInt8(ascii: "{"), segment.last == UInt8(ascii: "}") else { return false }
      var inner = segment.dropFirst().dropLast()
      if inner.last == UInt8(ascii: "+") { inner = inner.dropLast() }
      return inner.elementsEqual(name.utf8)
    }
  }
}

extension Findings {
  /// Reports headers that are equal but for case.
  fileprivate mutating func checkCase(_ parameters: [Named<Deferrable<Bool>>]) {
    guard parameters.count > 1 else { return }
    let headers = parameters.filter { $0.name.utf8.dropFirst(7).starts(with: Self.headerPart) || $0.name.isResponse }
    guard headers.count > 1 else { return }
    for pair in duplicates(headers.map { $0.name.lowercased() }) {
      let (first, later) = (headers[pair.first], headers[pair.later])
      if first.name == later.name { continue }
      report(
        .sameHeader(later.name, first.name), atKeyOf: later.node, related: [related("the first", atKeyOf: first.node)])
    }
  }

  private static let headerPart = Array("request.header.".utf8)
}

extension String {
  fileprivate var isResponse: Bool { hasPrefix("method.response.header.") }
}

extension Message {
  fileprivate static func nameTwice(_ later: String, _ first: String) -> Message {
    Message(
      "METH408", "'\(later)' and '\(first)' have the same name",
      help: "a method's parameter names are unique over headers, query string and path: rename one")
  }

  fileprivate static func notInPath(_ name: Substring, _ path: String) -> Message {
    Message(
      "METH409", .warning, "'\(path)' has no variable '{\(name)}'", help: "add it to the path, or delete this line")
  }

  fileprivate static func sameHeader(_ later: String, _ first: String) -> Message {
    Message(
      "METH433", .warning, "'\(later)' and '\(first)' are the same header", help: "keep one spelling, everywhere")
  }
}
