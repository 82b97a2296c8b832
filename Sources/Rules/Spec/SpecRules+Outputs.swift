import Diagnostics
import Document
import Spec

extension SpecRules {
  /// What the stack puts out.
  static let outputs: [Rule] = [
    Rule(
      "SPEC141", "An output's or export's name that CloudFormation does not take",
      why: "output names are letters and digits, and \"Export with name X is already exported\"",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
      bad: [
        Example(
          "one export for two values",
          """
          apis:
            Shop:
              endpointExportName: shop-url
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          outputs:
            First: {Value: !Ref Shop, Export: {Name: ↓shop-url}}
          """),
        Example(
          "hyphens and blanks",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          outputs:
            ↓shop-id: {Value: !Ref Shop}
            ShopName: {Value: shop, Export: {Name: ↓shop name}}
          """),
      ],
      good: [
        Example(
          "a name each",
          """
          apis:
            Shop:
              endpointExportName: shop-url
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          outputs:
            ShopId: {Value: !Ref Shop, Export: {Name: "shop:id"}}
            ShopName: {Value: shop, Export: {Name: !Sub "${AWS::StackName}-name"}}
          """)
      ],
      check: .spec { findings in
        var first: [String: NodeID] = [:]
        for api in findings.spec.apis {
          if let name = api.api.endpointExportName { findings.check(export: name.known(), name.node, &first) }
        }
        guard let outputs = findings.spec.declarations.outputs else { return }
        let document = findings.spec.document
        for output in document.entries(outputs.value.node) {
          let name = document.string(output.key)
          if !isLogicalID(name) { findings.report(.badOutput(name), at: output.key) }
          guard let export = document.value("Export", in: output.value), let name = document.value("Name", in: export),
            document.kind(name) == .scalar, Intrinsic(name, in: document) == nil
          else { continue }
          findings.check(export: document.string(name), name, &first)
        }
      })
  ]
}

extension Findings {
  fileprivate mutating func check(export name: String?, _ node: NodeID, _ first: inout [String: NodeID]) {
    guard let name else { return }
    let isLegal = name.utf8.allSatisfy { (48...58).contains($0) || $0 == 45 || isLetter($0) }
    if name.isEmpty || !isLegal { report(.badExport(name), at: node) }
    if let earlier = first[name] {
      report(.exportTwice(name), at: node, related: [related("the first one", at: earlier)])
    } else {
      first[name] = node
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}

extension Message {
  fileprivate static func badOutput(_ name: String) -> Message {
    Message("SPEC141", "'\(name)' is no name of an output: letters and digits", help: "choose another name")
  }

  fileprivate static func badExport(_ name: String) -> Message {
    Message("SPEC141", "'\(name)' is no name of an export: letters, digits, '-' and ':'", help: "choose another name")
  }

  fileprivate static func exportTwice(_ name: String) -> Message {
    Message(
      "SPEC141", "the export '\(name)' is used twice", help: "exports are unique in a region: choose another name")
  }
}
