import Diagnostics
import Document
import Spec

extension SpecRules {
  /// The names of things.
  static let names: [Rule] = [
    Rule(
      "SPEC109", "A name twice, or one that cannot be a logical ID",
      why: "a thing's name is its logical ID: of two resources with one ID the template would lose one",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html",
      bad: [
        Example(
          "a function and an API",
          """
          functions:
            Shop: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:shop"}
          apis:
            ↓Shop:
              paths:
                /orders: {GET: Shop}
          """),
        Example(
          "a hyphen, and a digit first",
          """
          functions:
            ↓my-orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
            ↓2nd: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:second"}
          """),
        Example(
          "a parameter and a function",
          """
          parameters:
            orders: {Type: String}
          functions:
            ↓orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          """),
      ],
      good: [
        Example(
          "a name each",
          """
          parameters:
            Colour: {Type: String}
          functions:
            myOrders2: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders: {GET: myOrders2}
          """)
      ],
      check: .spec { findings in
        var first: [String: NodeID] = [:]
        if let parameters = findings.spec.declarations.parameters {
          for entry in findings.spec.document.entries(parameters.value.node) {
            first[findings.string(entry.key)] = entry.value
          }
        }
        for item in findings.spec.names.declared {
          if case .resource = item.thing {
          } else if !isName(item.name) {
            findings.report(.notAName(item.name), atKeyOf: item.node)
          }
          if let earlier = first[item.name] {
            findings.report(
              .nameTwice(item.name), atKeyOf: item.node, related: [findings.related("the first one", atKeyOf: earlier)])
          } else {
            first[item.name] = item.node
          }
        }
      }),

    Rule(
      "SPEC110", "A logical ID out of form",
      why: "\"Template format error: Resource name X is non alphanumeric\"",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html",
      bad: [
        Example(
          "a hyphen",
          """
          resources:
            ↓my-queue: {Type: AWS::SQS::Queue}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {logicalId: ↓get-orders, integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "letters and digits",
          """
          resources:
            MyQueue: {Type: AWS::SQS::Queue}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {logicalId: ShopGetOrders1, integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .spec { findings in
        for resource in findings.spec.declarations.resources where !isLogicalID(resource.name) {
          findings.report(.notALogicalID(resource.name), atKeyOf: resource.node)
        }
      }),
  ]

  private static func isName(_ text: String) -> Bool {
    guard isLogicalID(text), let first = text.utf8.first else { return false }
    return !(48...57).contains(first)
  }
}

extension Message {
  fileprivate static func notAName(_ name: String) -> Message {
    // Of 'Größe' without its other letters no word is left.
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    let kept = letters.allSatisfy(\.isASCII) ? String(String.UnicodeScalarView(letters)) : ""
    let isName = kept.utf8.first.map { !(48...57).contains($0) } ?? false
    return Message(
      "SPEC109", "'\(name)' is no name: letters and digits, a letter first, at most 255",
      help: isName && kept != name && kept.utf8.count <= 255 ? "write '\(kept)'" : nil)
  }

  fileprivate static func nameTwice(_ name: String) -> Message {
    Message("SPEC109", "the name '\(name)' is taken", help: "names are unique over the whole spec: choose another")
  }

  fileprivate static func notALogicalID(_ name: String) -> Message {
    Message("SPEC110", "'\(name)' is no logical ID: 1 to 255 letters and digits", help: "choose another name")
  }
}
