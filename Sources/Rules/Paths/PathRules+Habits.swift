import Diagnostics
import Spec

extension PathRules {
  /// A variable's other appearances.
  static let variables: [Rule] = [
    Rule(
      "PATH510", "A variable twice in one path", severity: .warning,
      why: "mappings see one value of a name, so the other one is lost",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html",
      bad: [Example("two IDs", spec("↓/orders/{id}/items/{id}"))],
      good: [Example("two names", spec("/orders/{id}/items/{item}"))],
      check: .api { api, findings in
        let nodes = api.paths.nodes
        for node in nodes.indices where nodes[node].isVariable {
          var outer = nodes[node].parent
          while outer != 0, !nodes[outer].isVariable { outer = nodes[outer].parent }
          guard outer != 0, let name = nodes[node].variable else { continue }
          while outer != 0, !nodes[outer].isVariable || nodes[outer].variable != name { outer = nodes[outer].parent }
          if outer != 0 { findings.report(.variableTwice(name), atKeyOf: api.origin(of: node)) }
        }
      })
  ]

  /// Paths that work and are seldom meant.
  static let habits: [Rule] = [
    Rule(
      "PATH517", "A greedy root without the root", severity: .warning,
      why: "'/{proxy+}' does not match '/', which answers 403 \"Missing Authentication Token\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html",
      bad: [Example("no method on the root", spec("↓/{proxy+}"))],
      good: [
        Example(
          "both",
          """
          apis:
            Shop:
              paths:
                /:
                  ANY: {}
                /{proxy+}:
                  ANY: {}
          """)
      ],
      check: .api { api, findings in
        guard !api.isImported, api.api.cloneFrom == nil, !findings.spec.hasRawMethods else { return }
        for (index, place) in api.paths.places.enumerated()
        where place != 0 && api.paths.nodes[place].isGreedy && api.paths.nodes[place].parent == 0 {
          let path = api.api.paths[index]
          if !path.value.methods.isEmpty, !api.operations.contains(where: { $0.path == 0 }) {
            findings.report(.rootLeft(path.name), atKeyOf: path.node)
          }
        }
      }),
    Rule(
      "PATH521", "A stage's name in a path", severity: .warning,
      why: "the stage is the first part of the URL already",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html",
      bad: [Example("the stage that every API has", spec("↓/prod/orders"))],
      good: [Example("another word", spec("/v1/orders"))],
      check: .api { api, findings in
        guard !api.stages.isEmpty else { return }
        let stages = Set(api.stages.map(\.name))
        for node in api.paths.nodes.indices.dropFirst() where api.paths.nodes[node].parent == 0 {
          let segment = api.paths.nodes[node].segment
          if stages.contains(segment) { findings.report(.stageInPath(segment), atKeyOf: api.origin(of: node)) }
        }
      }),
  ]
}

extension Message {
  fileprivate static func variableTwice(_ name: Substring) -> Message {
    Message("PATH510", .warning, "variable '{\(name)}' occurs twice in this path", help: "give each a name of its own")
  }

  fileprivate static func rootLeft(_ path: String) -> Message {
    Message("PATH517", .warning, "'\(path)' does not match '/'", help: "add a method to '/'")
  }

  fileprivate static func stageInPath(_ name: String) -> Message {
    Message(
      "PATH521", .warning, "the URL would be /\(name)/\(name)/…: stage '\(name)' is a part of it already",
      help: "leave the segment out")
  }
}
