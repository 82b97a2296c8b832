import Diagnostics
import Rules

extension Rule {
  /// What `explain` tells of the rule.
  var page: String {
    let head = "\(id) \(severity.rawValue): \(title)\n\n\(why)\n\nSource: \(source)\n"
    return head + bad.map { $0.text(under: "Bad") }.joined() + good.map { $0.text(under: "Good") }.joined()
  }

  /// A line for each rule, in the order of the rules' names.
  static func list(_ rules: [Rule]) -> String {
    let longest = rules.map { $0.id.description.utf8.count }.max() ?? 0
    return rules.sorted { $0.id < $1.id }.map { rule in
      "\(padded(rule.id.description, to: longest))  \(padded(rule.severity.rawValue, to: 7))  \(rule.title)\n"
    }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}

extension Example {
  /// The spec without the marks of its places.
  fileprivate func text(under heading: String) -> String {
    let lines = spec.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : "    " + line.filter { $0 != "↓" }
    }
    return "\n\(heading): \(title)\n\n\(lines.joined(separator: "\n"))\n"
  }
}
