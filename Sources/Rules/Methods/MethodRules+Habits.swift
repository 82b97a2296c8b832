import Diagnostics
import Spec

extension MethodRules {
  /// What is legal, and may surprise.
  static let habits: [Rule] = [
    Rule(
      "METH434", "A name of two methods", severity: .info,
      why: "generated clients have a function of that name twice",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "twice",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {operationName: list}
                /items:
                  GET: {operationName: ↓list}
          """)
      ],
      good: [
        Example(
          "two names, and one in another API",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {operationName: listOrders}
                /items:
                  GET: {operationName: listItems}
            Office:
              paths:
                /orders:
                  GET: {operationName: listOrders}
          """)
      ],
      check: .api { api, findings in
        let named = api.operations.compactMap { operation in
          operation.options.operationName.flatMap { name in name.known().map { Located($0, at: name.node) } }
        }
        for pair in duplicates(named.map(\.value)) {
          let (first, later) = (named[pair.first], named[pair.later])
          let related = first.node == later.node ? [] : [findings.related("the first", at: first.node)]
          findings.report(.nameTwice(later.value), at: later.node, related: related)
        }
      }),
    Rule(
      "METH436", "ANY takes preflights too", severity: .info,
      why: "where a path has no OPTIONS, ANY sends browsers' preflights to the backend, which often answers 401 or 500",
      source: corsPage,
      bad: [
        Example(
          "no preflight",
          """
          apis:
            Shop:
              paths:
                /orders:
                  ↓ANY: {integration: {type: http, url: https://example.com/orders}}
          """)
      ],
      good: [
        Example(
          "a preflight",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["*"]}
              paths:
                /orders:
                  ANY: {integration: {type: http, url: https://example.com/orders}}
          """)
      ],
      check: .operation(with: [.any, .backend]) { operation, api, findings in
        guard operation.verb == .any, operation.integration?.isMock == false, api.preflight(at: operation.path) == nil,
          !api.hasOptions(at: operation.path)
        else { return }
        findings.report(.anyPreflight, atKeyOf: operation.node)
      }),
  ]
}

extension ResolvedAPI {
  fileprivate func hasOptions(at index: Int) -> Bool {
    guard let item = paths.nodes[index].item else { return false }
    return api.paths[item].value.methods.contains { $0.verb == .options }
  }
}

extension Message {
  fileprivate static func nameTwice(_ name: String) -> Message {
    Message("METH434", .info, "another method is named '\(name)' too", help: "give each method a name of its own")
  }

  fileprivate static let anyPreflight = Message(
    "METH436", .info, "this method takes browsers' preflights too",
    help: "write 'cors' or 'corsPreflight' if pages call it")
}
