import Diagnostics
import Spec

extension LimitRules {
  static let tags: [Rule] = [
    Rule(
      "LIM915", "More than 50 tags", why: "AWS takes 50 tags of a resource", source: quotas,
      bad: [
        Example("51 of an API", tagged(list(50, indent: 6) + "\n      ↓tag51: x")),
        Example("51 of everything", "tags:\n\(list(50, indent: 2))\n  ↓tag51: x\n" + tagged("      tag1: y")),
        Example("50 of everything, and one more", "tags:\n\(list(50, indent: 2))\n" + tagged("      ↓tag51: x")),
      ],
      good: [
        Example("50 of an API", tagged(list(50, indent: 6))),
        Example("50 of everything, one of them otherwise", "tags:\n\(list(50, indent: 2))\n" + tagged("      tag1: y")),
      ],
      check: .spec { findings in
        let declarations = findings.spec.declarations
        guard declarations.tags.count <= 50 else {
          return findings.report(.tags(declarations.tags.count), atKeyOf: declarations.tags[50].node)
        }
        let common = Set(declarations.tags.map(\.name))
        for tags in declarations.taggings { findings.check(tags, beside: common) }
      })
  ]

  private static func list(_ count: Int, indent: Int) -> String {
    (1...count).map { String(repeating: " ", count: indent) + "tag\($0): x" }.joined(separator: "\n")
  }

  private static func tagged(_ own: String) -> String {
    """
    apis:
      Shop:
        tags:
    \(own)
        paths:
          /orders:
            GET: {}
    """
  }
}

extension Declarations {
  /// The tags of all things that have their own.
  fileprivate var taggings: [[Named<Deferrable<String>>]] {
    var all = functions.map(\.value.tags) + vpcLinks.map(\.value.tags)
    for api in apis { all += [api.value.tags] + (api.value.stages?.value ?? []).map(\.value.tags) }
    all += apiKeys.map(\.value.tags) + usagePlans.map(\.value.tags) + domainNames.map(\.value.tags)
    return all.compactMap { $0?.value }
  }
}

extension Findings {
  /// Reports the first tag that is too much; a thing's own tag replaces the common one of its name.
  fileprivate mutating func check(_ own: [Named<Deferrable<String>>], beside common: Set<String>) {
    guard own.count + common.count > 50 else { return }
    let added = own.filter { !common.contains($0.name) }
    let count = common.count + added.count
    if count > 50 { report(.tags(count), atKeyOf: added[50 - common.count].node) }
  }
}

extension Message {
  fileprivate static func tags(_ count: Int) -> Message {
    Message("LIM915", "a resource has \(count) tags, and AWS takes 50", help: "delete those that nobody uses")
  }
}
