import Diagnostics
import Document
import Spec

extension SpecRules {
  /// Placeholders of CloudFormation's.
  static let substitutions: [Rule] = [
    Rule(
      "SPEC111", "A placeholder outside a substitution",
      why: "CloudFormation fills in placeholders in Fn::Sub alone: elsewhere the text reaches AWS as it stands",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html",
      bad: [
        Example(
          "a region, and a function",
          """
          functions:
            Orders: {runtime: python3.13, handler: main.handler, code: ./handler}
          outputs:
            Function: {Value: ↓"${Orders.Arn}"}
          apis:
            Shop:
              description: ↓"in ${AWS::Region}"
              paths:
                /orders: {GET: Orders}
          """)
      ],
      good: [
        Example(
          "in substitutions, and what belongs to others",
          """
          functions:
            Orders: {runtime: python3.13, handler: main.handler, code: {inline: "Orders = f'${Orders}'"}}
          outputs:
            Function: {Value: !Sub "${Orders.Arn}"}
            Region: {Value: {Fn::Sub: ["${AWS::Region}-${Name}", {Name: shop}]}}
            Syntax: {Value: "${Name} and ${AWS::Region} of other people's templates"}
          x-notes: ${AWS::Region} stands here for people
          apis:
            Shop:
              description: !Sub "in ${AWS::Region}"
              paths:
                /orders: {GET: Orders}
                /items:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200, body: "#set($Orders = 1)${Orders}"}
          """)
      ],
      check: .spec { findings in
        guard findings.spec.document.sources.bytes.withUnsafeBufferPointer(mayHoldPlaceholder) else { return }
        let document = findings.spec.document
        for section in document.entries(document.root) where !document.string(section.key).hasPrefix("x-") {
          guard document.string(section.key) == "apis" else {
            findings.checkPlaceholders(section.value)
            continue
          }
          for api in document.entries(section.value) {
            for entry in document.entries(api.value) where !document.string(entry.key).hasPrefix("x-") {
              findings.checkPlaceholders(entry.value)
            }
          }
        }
      })
  ]

  /// Whether `${` and a capital letter occur: names of CloudFormation's start so, and stage variables do not.
  fileprivate static func mayHoldPlaceholder(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var from = 0
    while let at = bytes.firstPair(UInt8(ascii: "$"), UInt8(ascii: "{"), distance: 1, from: from), at + 2 < bytes.count
    {
      if (65...90).contains(bytes[at + 2]) { return true }
      from = at + 1
    }
    return false
  }
}

extension Findings {
  /// Looks through all scalars that are written in a section.
  fileprivate mutating func checkPlaceholders(_ section: NodeID) {
    for index in section.index..<spec.document.next(after: section).index {
      let node = NodeID(index)
      guard spec.document.nodes[Int(index)].kind == .scalar,
        spec.document.nodes[Int(index)].role != .key,
        spec.document.bytes(node, SpecRules.mayHoldPlaceholder), !isSubstituted(node)
      else { continue }
      // What a substitution could not fill in is not meant for one, and says that of the whole text.
      let names = (placeholders(string(node)) ?? []).filter { $0.unicodeScalars.first?.properties.isUppercase == true }
      guard names.allSatisfy(isKnown) else { continue }
      if let name = names.first(where: { isFilledIn($0, at: node) }) { report(.notSubstituted(name), at: node) }
    }
  }

  /// Whether a text is what an intrinsic is applied to.
  private mutating func isSubstituted(_ node: NodeID) -> Bool {
    if Intrinsic(node, in: spec.document) != nil { return true }
    guard let parent = parent(of: node) else { return false }
    if Intrinsic(parent, in: spec.document)?.name == "Fn::Sub" { return true }
    return self.parent(of: parent).flatMap { Intrinsic($0, in: spec.document) }?.name == "Fn::Sub"
  }

  /// A pseudo parameter anywhere; a name of the spec's where the text is in no other language.
  private mutating func isFilledIn(_ name: String, at node: NodeID) -> Bool {
    name.hasPrefix("AWS::") || isKnown(name) && !isForeign(node)
  }

  private func isKnown(_ name: String) -> Bool {
    if name.hasPrefix("AWS::") { return true }
    let thing = String(name.prefix { $0 != "." })
    let parameters = spec.declarations.parameters?.value.node
    return spec.names[thing] != nil || parameters.flatMap { spec.document.value(thing, in: $0) } != nil
  }

  /// Whether a text is a program, a template or a resource's own.
  private mutating func isForeign(_ node: NodeID) -> Bool {
    var at = node
    while let parent = parent(of: at) {
      if Self.foreign.contains(string(spec.document.owner(at))) { return true }
      at = parent
    }
    return false
  }

  private static let foreign: Set<String> = [
    "requestTemplates", "responseTemplates", "templates", "response", "schema", "accessLogFormat", "code", "definition",
    "resources",
  ]
}

extension Message {
  fileprivate static func notSubstituted(_ name: String) -> Message {
    Message("SPEC111", "'${\(name)}' stays as it stands here", help: "write !Sub before the text to have it filled in")
  }
}
