import Diagnostics
import Document
import Spec

extension StageRules {
  private static let parts =
    "https://docs.aws.amazon.com/apigateway/latest/api/API_DocumentationPartLocation.html"

  /// Documentation parts, which stand among the raw resources.
  static let documentation: [Rule] = [
    Rule(
      "STAGE745", "An unknown type of documentation part",
      why: "CreateDocumentationPart answers \"Member must satisfy enum value set\"", source: parts,
      bad: [Example("PATH", part("{Type: ↓PATH}"))],
      good: [Example("the API", part("{Type: API}"))],
      check: .spec { findings in
        for location in findings.spec.documentedLocations where location.fields == nil {
          let near = nearest(location.type.value, in: DocumentedLocation.fieldsOfTypes.keys.sorted())
          findings.report(.unknownType(location.type.value, near: near), at: location.type.node)
        }
      }),
    Rule(
      "STAGE746", "Documentation that is no JSON object",
      why: "\"Documentation part properties must be non-empty\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationPart.html",
      bad: [
        Example("nothing", part("{Type: API}", properties: "↓\"\"")),
        Example("no JSON", part("{Type: API}", properties: "↓a shop")),
      ],
      good: [Example("an object", part("{Type: API}"))],
      check: .spec { findings in
        for item in findings.spec.rawResources("AWS::ApiGateway::DocumentationPart") {
          guard let text = findings.spec.text("Properties", of: item.value), !text.value.isObject else { continue }
          findings.report(.noObject, at: text.node)
        }
      }),
    Rule(
      "STAGE747", "A part of a location that its type has not",
      why:
        "each type of documentation part has its own: a method has no status code, and CreateDocumentationPart says so",
      source: parts,
      bad: [Example("a status of a method", part("{Type: METHOD, Path: /orders, Method: GET, ↓StatusCode: 200}"))],
      good: [Example("of a response", part("{Type: RESPONSE, Path: /orders, Method: GET, StatusCode: 200}"))],
      check: .spec { findings in
        for location in findings.spec.documentedLocations {
          guard let fields = location.fields else { continue }
          for entry in findings.spec.document.entries(location.node) {
            let key = findings.string(entry.key)
            guard ["Path", "Method", "StatusCode", "Name"].contains(key), !fields.contains(key) else { continue }
            findings.report(.surplusField(key, of: location.type.value), atKeyOf: entry.value)
          }
        }
      }),
    Rule(
      "STAGE748", "Documentation of a path that does not exist", severity: .warning,
      why: "API Gateway takes it and shows it nowhere", source: parts,
      bad: [
        Example("a typo", part("{Type: RESOURCE, Path: ↓/order}")),
        Example("another method", part("{Type: METHOD, Path: /orders, Method: ↓PUT}")),
        Example("a model", part("{Type: MODEL, Name: ↓Order}")),
      ],
      good: [
        Example("the path", part("{Type: METHOD, Path: /orders, Method: GET}")),
        Example("all paths", part("{Type: RESPONSE, Path: /, Method: \"*\", StatusCode: 404}")),
      ],
      check: .spec { findings in
        if findings.spec.hasRawMethods { return }
        var known: [ObjectIdentifier: DocumentedThings] = [:]
        for location in findings.spec.documentedLocations where location.fields != nil {
          guard let api = location.api, findings.knowsAll(of: api) else { continue }
          let things = known[ObjectIdentifier(api)] ?? DocumentedThings(api)
          known[ObjectIdentifier(api)] = things
          findings.checkPlace(of: location, in: things)
        }
      }),
  ]

  private static func part(_ location: String, properties: String = #"'{"description": "A shop"}'"#) -> String {
    raw(
      "Text", "AWS::ApiGateway::DocumentationPart",
      "{RestApiId: !Ref Shop, Location: \(location), Properties: \(properties)}")
  }
}

/// What a raw documentation part is about.
struct DocumentedLocation {
  /// The mapping.
  let node: NodeID
  let type: Located<String>
  /// The API; nil where it is not one of the spec.
  let api: ResolvedAPI?

  /// The fields that its type takes; nil for a type that does not exist.
  var fields: Set<String>? { Self.fieldsOfTypes[type.value] }

  static let fieldsOfTypes: [String: Set<String>] = {
    let parameter: Set = ["Path", "Method", "Name"]
    return [
      "API": [], "AUTHORIZER": ["Name"], "MODEL": ["Name"], "RESOURCE": ["Path"], "METHOD": ["Path", "Method"],
      "PATH_PARAMETER": parameter, "QUERY_PARAMETER": parameter, "REQUEST_HEADER": parameter,
      "REQUEST_BODY": ["Path", "Method"], "RESPONSE": ["Path", "Method", "StatusCode"],
      "RESPONSE_HEADER": ["Path", "Method", "StatusCode", "Name"], "RESPONSE_BODY": ["Path", "Method", "StatusCode"],
    ]
  }()
}

extension ResolvedSpec {
  /// The locations of all raw documentation parts, whose types are known.
  fileprivate var documentedLocations: [DocumentedLocation] {
    rawResources("AWS::ApiGateway::DocumentationPart").compactMap { item in
      guard let node = document.property("Location", of: item.value),
        let type = document.value("Type", in: node), let text = document.literal(type)
      else { return nil }
      return DocumentedLocation(node: node, type: Located(text, at: type), api: api(of: item.value))
    }
  }
}

/// What of an API can be documented.
private struct DocumentedThings {
  let paths: PathTree
  let methods: KnownMethods
  let models: Set<String>

  init(_ api: ResolvedAPI) {
    paths = api.paths
    methods = KnownMethods(api)
    models = Set(api.api.models.lazy.map { $0.value.modelName?.known() ?? $0.name }).union(["Empty", "Error"])
  }
}

extension Findings {
  /// Whether all that an API has stands in the spec and could be read.
  fileprivate func knowsAll(of api: ResolvedAPI) -> Bool {
    spec.isWhole(api.node) && api.api.definition == nil && api.api.cloneFrom == nil && !api.isImported
  }

  /// Reports a path, a method or a model that an API of the spec does not have.
  fileprivate mutating func checkPlace(of location: DocumentedLocation, in known: DocumentedThings) {
    if location.type.value == "MODEL", let name = literal("Name", of: location), !known.models.contains(name.value) {
      report(.nothingThere(name.value, nearest(name.value, in: known.models)), at: name.node)
    }
    guard let path = literal("Path", of: location) else { return }
    guard known.methods.has(path: path.value) else {
      let near = nearest(path.value, in: known.paths.nodes.lazy.map(\.path))
      return report(.nothingThere(path.value, near), at: path.node)
    }
    guard let method = literal("Method", of: location), method.value != "*", method.value != "OPTIONS" else { return }
    let verbs = known.methods.verbs(of: path.value)
    // On a path without methods it is said of all below.
    guard !verbs.isEmpty, !verbs.contains(method.value) else { return }
    report(.nothingThere(method.value, nearest(method.value, in: verbs)), at: method.node)
  }

  private func literal(_ key: String, of location: DocumentedLocation) -> Located<String>? {
    guard let node = spec.document.value(key, in: location.node), let text = spec.document.literal(node) else {
      return nil
    }
    return Located(text, at: node)
  }
}

extension String {
  /// Whether a text is a JSON object.
  fileprivate var isObject: Bool {
    utf8.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{") && JSONFault(in: self) == nil
  }
}

extension Message {
  fileprivate static func unknownType(_ type: String, near: Nearest?) -> Message {
    let types = DocumentedLocation.fieldsOfTypes.keys.sorted().joined(separator: ", ")
    return Message(
      "STAGE745", "there is no documentation part of type '\(type)'", near: near, help: "types: \(types)")
  }

  fileprivate static let noObject = Message(
    "STAGE746", "a documentation part's properties are the text of a JSON object",
    help: "write one, such as '{\"description\": \"…\"}'")

  fileprivate static func surplusField(_ field: String, of type: String) -> Message {
    Message("STAGE747", "a documentation part of type '\(type)' has no '\(field)'", help: "delete it")
  }

  fileprivate static func nothingThere(_ name: String, _ near: Nearest?) -> Message {
    Message(
      "STAGE748", .warning, "the API has nothing at '\(name)' to document", near: near?.amongChosenNames,
      help: "name a part of the API")
  }
}
