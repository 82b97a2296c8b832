import Diagnostics
import Document
import Spec
import VTL

extension SpecRules {
  /// Names and descriptions as AWS takes them.
  static let wording: [Rule] = [
    Rule(
      "SPEC123", "A character in a name that cannot be seen", severity: .warning,
      why: "two names look alike and are not: what refers to one of them fails when it is called",
      source: "https://www.unicode.org/reports/tr39/",
      bad: [
        Example(
          "a no-break space in a name",
          """
          apis:
            Shop:
              restApiName: ↓"web\u{A0}shop"
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """),
        Example(
          "a dash in an operation's name",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    operationName: ↓list–orders
                    integration: {type: mock, response: {statusCode: 200}}
          """),
      ],
      good: [
        Example(
          "other alphabets, and typography in a description",
          """
          apis:
            Shop:
              restApiName: café 日本
              description: the “web\u{A0}shop” – new
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200, body: "it’s"}}}
          """)
      ],
      check: .spec { findings in
        guard findings.spec.document.sources.bytes.withUnsafeBufferPointer(InvisibleCharacter.mayOccur) else { return }
        let document = findings.spec.document
        for section in document.entries(document.root) where checkedSections.contains(document.string(section.key)) {
          findings.checkNames(from: section.key, through: section.value)
        }
      }),

    Rule(
      "SPEC124", "An API without a name",
      why: "CreateRestApi refuses an API whose name is empty",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
      bad: [
        Example(
          "an empty name",
          """
          apis:
            Shop:
              restApiName: ↓""
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "the spec's own name",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let name = api.api.restApiName, case .known(let text) = name.value else { return }
        if text.utf8.allSatisfy({ $0 == 32 }) { findings.report(.emptyName, at: name.node) }
      }),

    Rule(
      "SPEC125", "An empty description",
      why: "\"Description cannot be an empty string\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
      bad: [
        Example(
          "of an API and of a stage",
          """
          apis:
            Shop:
              description: ↓""
              stages:
                live: {description: ↓''}
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "left out",
          """
          apis:
            Shop:
              stages:
                live: {description: what customers see}
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        let stages = api.stages.map(\.value.description)
        for description in [api.api.description] + stages + api.api.models.map(\.value.description) {
          guard let description, description.known() == "" else { continue }
          findings.report(.emptyDescription, at: description.node)
        }
      }),

    Rule(
      "SPEC135", "A binary media type that never matches", severity: .warning,
      why: "API Gateway compares the whole Content-Type: what it cannot match is read as text, and bytes are lost",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html",
      bad: [
        Example(
          "a parameter, a bare word and one twice",
          """
          apis:
            Shop:
              binaryMediaTypes: [image/png, ↓image/jpeg; q=1, ↓png, ↓image/png]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "types and wildcards",
          """
          apis:
            Shop:
              binaryMediaTypes: [image/png, image/*, application/vnd.api+json]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        let types = api.api.binaryMediaTypes?.value ?? []
        var seen: Set<String> = []
        for type in types {
          guard case .known(let text) = type.value else { continue }
          if !seen.insert(text).inserted {
            findings.report(.mediaTypeTwice(text), at: type.node)
          } else if (try? MediaType(parsing: text))?.parameters.isEmpty != true {
            findings.report(.doubtfulMediaType(text), at: type.node)
          }
        }
      }),
  ]

  private static let checkedSections: Set<String> = [
    "functions", "vpcLinks", "apis", "apiKeys", "usagePlans", "domainNames",
  ]
}

extension Findings {
  /// Keys, and the values that name something; what people read is left alone.
  fileprivate mutating func checkNames(from first: NodeID, through last: NodeID) {
    let end = spec.document.next(after: last).index
    var index = first.index
    while index < end {
      let node = NodeID(index)
      index += 1
      guard spec.document.nodes[Int(node.index)].kind == .scalar, isName(node),
        let found = InvisibleCharacter.first(in: spec.document.string(node))
      else { continue }
      report(.invisible(found.words), at: node)
    }
  }

  private func isName(_ node: NodeID) -> Bool {
    switch spec.document.nodes[Int(node.index)].role {
    case .key: spec.document.bytes(node) { InvisibleCharacter.mayOccur(in: $0) }
    case .value: spec.document.bytes(node) { InvisibleCharacter.mayOccur(in: $0) } && Self.names.contains(key(of: node))
    case .item, .root: false
    }
  }

  private func key(of node: NodeID) -> String { spec.document.string(spec.document.owner(node)) }

  private static let names: Set<String> = [
    "restApiName", "authorizerName", "vpcLinkName", "functionName", "modelName", "requestValidatorName",
    "operationName",
    "contentType", "url", "handler", "authorizer", "requestValidator", "vpcLink", "domainName", "basePath",
    "endpointExportName", "apiKeyName", "name",
  ]
}

extension Message {
  fileprivate static func invisible(_ words: String) -> Message {
    Message("SPEC123", .warning, "this name holds \(words)", help: "replace it by a plain character, or delete it")
  }

  fileprivate static let emptyName = Message(
    "SPEC124", "an API needs a name", help: "write one, or delete 'restApiName' to use the API's name in the spec")

  fileprivate static let emptyDescription = Message(
    "SPEC125", "the description is empty", help: "write something, or delete the line")

  fileprivate static func mediaTypeTwice(_ text: String) -> Message {
    Message("SPEC135", .warning, "'\(text)' is listed twice", help: "delete one of the two")
  }

  fileprivate static func doubtfulMediaType(_ text: String) -> Message {
    Message(
      "SPEC135", .warning, "'\(text)' matches no Content-Type",
      help: "write type/subtype without parameters, as in image/png")
  }
}
