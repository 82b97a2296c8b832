import Diagnostics
import Rules

/// A family of rules: the letters that their names start with.
private struct RuleFamily {
  let letters: String
  let title: String
  let about: String

  var path: String { "\(letters.lowercased()).md" }

  var rules: [Rule] {
    Catalogue.all.filter { $0.id.description.prefix { $0.isLetter } == letters }.sorted { $0.id < $1.id }
  }

  var precluded: [Precluded] {
    Catalogue.precluded.filter { $0.id.description.prefix { $0.isLetter } == letters }.sorted { $0.id < $1.id }
  }

  static let all = [
    RuleFamily(letters: "SPEC", title: "The spec", about: "the text, its keys and values, names and references"),
    RuleFamily(letters: "INT", title: "Integrations", about: "where a request goes, and how the answer comes back"),
    RuleFamily(letters: "AUTH", title: "Authorization", about: "who may call: authorizers, keys and usage plans"),
    RuleFamily(letters: "METH", title: "Methods", about: "what a method takes and answers"),
    RuleFamily(letters: "PATH", title: "Paths", about: "which resources an API has"),
    RuleFamily(letters: "MODEL", title: "Models", about: "what bodies look like"),
    RuleFamily(letters: "STAGE", title: "Stages", about: "how an API is run"),
    RuleFamily(letters: "SEC", title: "Security", about: "what deploys and exposes"),
    RuleFamily(letters: "DOM", title: "Domain names", about: "custom domain names and what they are mapped to"),
    RuleFamily(letters: "VTL", title: "Mapping templates", about: "templates in the Velocity Template Language"),
    RuleFamily(letters: "LIM", title: "Limits", about: "quotas of API Gateway"),
    RuleFamily(letters: "CFN", title: "CloudFormation", about: "quotas and names of templates"),
    RuleFamily(letters: "YAML", title: "YAML", about: "the text as YAML"),
  ].filter { !$0.rules.isEmpty }
}

extension RuleFamily {
  /// What the language makes impossible.
  fileprivate var preclusions: String {
    if precluded.isEmpty { return "" }
    let rows = precluded.map { [$0.id.description, $0.title, $0.reason] }
    return "\nNo spec can have these faults, so nothing needs to look for them:\n\n"
      + Markdown.table(["number", "fault", "why not"], rows)
  }
}

extension Page {
  /// The index of all rules, and a page for each family.
  static var rules: [Page] { [ruleIndex, peers] + RuleFamily.all.map(page) }

  private static let ruleSource = "the catalogue of rules"

  private static var ruleIndex: Page {
    let families = RuleFamily.all
    precondition(
      families.reduce(0) { $0 + $1.rules.count } == Catalogue.all.count, "every rule belongs to a family")
    let sections = families.map { family in
      let rows = family.rules.map {
        ["[\($0.id)](\(family.path)#\(Markdown.anchor($0.id.description)))", $0.severity.rawValue, $0.title]
      }
      return "## \(family.title)\n\n\(family.letters): \(family.about).\n\n"
        + Markdown.table(["rule", "severity", "about"], rows) + family.preclusions
    }
    let head = """
      What `apigw-synth validate` and `build` look for: \(Catalogue.all.count) rules. `apigw-synth explain RULE` prints
      what stands here of a rule. An *error* is what AWS would refuse, or what cannot work; a *warning* deploys and then
      misbehaves, costs or exposes; with `--strict` it fails too; an *info* is worth knowing, and shown with `--info`.
      [Who catches what](peers.md) shows which of them other tools report today.

      """
    return Page("rules/README.md", "Rules", from: ruleSource, head + sections.joined(separator: "\n"))
  }

  private static func page(of family: RuleFamily) -> Page {
    let rules = family.rules.map { $0.explanation(as: .markdown) }
    return Page(
      "rules/\(family.path)", family.title, from: ruleSource,
      "\(family.letters): \(family.about). [All rules](README.md)\n\n" + rules.joined(separator: "\n")
        + family.preclusions)
  }
}
