import Diagnostics
import Spec

extension PathRules {
  /// Resources side by side.
  static let siblings: [Rule] = [
    Rule(
      "PATH505", "Two variables at one level",
      why: "CreateResource answers \"A sibling of this resource already has a variable path part\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
      bad: [
        Example(
          "one thing under two names",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET: {}
                ↓/orders/{order}/items:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "one name, and a text beside it",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET: {}
                /orders/{id}/items:
                  GET: {}
                /orders/open:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        findings.checkSiblings(api) { first, later in
          first.isGreedy == later.isGreedy ? .twoVariables(first, later) : nil
        }
      }),
    Rule(
      "PATH522", "A variable beside a greedy one",
      why: "CreateResource answers \"A sibling ({proxy+}) of this resource already has a variable path part\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
      bad: [
        Example(
          "both under one path",
          """
          apis:
            Shop:
              paths:
                /orders/{proxy+}:
                  GET: {}
                ↓/orders/{id}:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "the one under the other's parent",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET: {}
                /orders/{id}/{proxy+}:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        findings.checkSiblings(api) { first, later in
          first.isGreedy != later.isGreedy ? .besideGreedy(first, later) : nil
        }
      }),
    Rule(
      "PATH519", "Paths that differ in case alone", severity: .warning,
      why: "both are made, and callers meet the wrong one",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
      bad: [
        Example(
          "a capital",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
                ↓/Orders/open:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "two words",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
                /Offers:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        let hasCapitals = api.api.paths.indices.contains { api.api.paths[$0].name.hasCapitals }
        guard hasCapitals else { return }
        var firsts: [String: Int] = [:]
        for node in api.paths.nodes.indices.dropFirst() {
          let path = api.paths.nodes[node].path
          let folded = path.lowercased()
          guard let first = firsts[folded] else {
            firsts[folded] = node
            continue
          }
          // The paths below differ for the same reason.
          let parents = (api.paths.nodes[first].parent, api.paths.nodes[node].parent)
          guard parents.0 == parents.1, api.paths.nodes[node].variable == nil else { continue }
          findings.report(
            .onlyCase(path, api.paths.nodes[first].path), atKeyOf: api.origin(of: node),
            related: [findings.related("the first", atKeyOf: api.origin(of: first))])
        }
      }),
  ]
}

extension String {
  /// Whether a capital letter of ASCII occurs.
  fileprivate var hasCapitals: Bool {
    var text = self
    return text.withUTF8 { $0.contains { $0 &- 65 < 26 } }
  }
}

extension Findings {
  /// Asks for a message about every variable that stands beside an earlier one.
  fileprivate mutating func checkSiblings(
    _ api: ResolvedAPI, _ message: (PathTree.PathNode, PathTree.PathNode) -> Message?
  ) {
    let nodes = api.paths.nodes
    // The first variable below each node; the root is below none.
    var firsts = [Int](repeating: 0, count: nodes.count)
    for node in nodes.indices where nodes[node].isVariable {
      let first = firsts[nodes[node].parent]
      guard first != 0 else {
        firsts[nodes[node].parent] = node
        continue
      }
      guard let message = message(nodes[first], nodes[node]) else { continue }
      report(
        message, atKeyOf: api.origin(of: node), related: [related("the first", atKeyOf: api.origin(of: first))])
    }
  }
}

extension Message {
  fileprivate static func twoVariables(_ first: PathTree.PathNode, _ later: PathTree.PathNode) -> Message {
    Message(
      "PATH505", "'\(later.segment)' stands beside '\(first.segment)': one level has one variable",
      help: "write '\(first.segment)' here too")
  }

  fileprivate static func besideGreedy(_ first: PathTree.PathNode, _ later: PathTree.PathNode) -> Message {
    Message(
      "PATH522", "'\(later.segment)' and '\(first.segment)' cannot stand beside each other",
      help: "keep one of them, or put a text before it")
  }

  fileprivate static func onlyCase(_ path: String, _ first: String) -> Message {
    Message("PATH519", .warning, "'\(path)' and '\(first)' differ in case alone", help: "use one spelling")
  }
}
