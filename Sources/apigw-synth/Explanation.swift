import Diagnostics

/// What `explain` tells of a rule.
struct Explanation {
  let rule: RuleID
  let severity: Severity
  /// What the rule checks, as a sentence.
  let title: String
  /// What happens otherwise.
  let why: String
  /// A spec that breaks the rule.
  let bad: String
  /// The same spec in order.
  let good: String

  /// The whole page.
  var page: String {
    """
    \(rule) \(severity.rawValue): \(title)

    \(why)

    Bad:
    \(Self.indented(bad))

    Good:
    \(Self.indented(good))

    """
  }

  /// A line for each rule, in the order of the rules' names.
  static func catalogue(_ all: [Explanation]) -> String {
    let longest = all.map { $0.rule.description.utf8.count }.max() ?? 0
    return all.sorted { $0.rule < $1.rule }.map { explanation in
      let name = Self.padded(explanation.rule.description, to: longest)
      return "\(name)  \(Self.padded(explanation.severity.rawValue, to: 7))  \(explanation.title)\n"
    }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }
}
