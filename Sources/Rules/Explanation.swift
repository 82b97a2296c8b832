import Diagnostics

/// How an explanation is set.
public enum ExplanationStyle: Sendable {
  /// For a terminal.
  case text
  /// For a page of the documentation, as one of several sections.
  case markdown
}

extension Rule {
  /// What the rule is about, why, and examples.
  /// - Parameter width: the terminal's columns, for text.
  public func explanation(as style: ExplanationStyle, width: Int? = nil) -> String {
    let head =
      switch style {
      case .text:
        prose("\(id) \(severity.rawValue): \(title)\n\n\(why)\n\nSource: \(source)\n\(peers)\n", width)
      case .markdown:
        "## \(id)\n\n**\(escaped(title))** (\(severity.rawValue))\n\n\(escaped(why))\n\n"
          + "Source: \(escaped(source))\n\n\(peers)\n"
      }
    return head + bad.map { $0.text(under: "Bad", as: style, width) }.joined()
      + good.map { $0.text(under: "Good", as: style, width) }.joined()
  }

  /// Who else reports the defect.
  private var peers: String {
    let names = Peer.all.filter { $0[id] == .caught }.map { "\($0.name) \($0.version)" }
    return names.isEmpty ? "No other tool was seen to report it." : "Also reported by \(names.joined(separator: ", "))."
  }

  /// A line for each rule, in the order of the rules' names.
  /// - Parameter width: the terminal's columns, where a title takes more lines rather than being broken inside a word.
  public static func list(_ rules: [Rule], width: Int? = nil) -> String {
    let breaker = LineBreaker(width: width)
    let longest = rules.map { $0.id.description.utf8.count }.max() ?? 0
    let head = "\(padded("RULE", to: longest))  \(padded("LEVEL", to: 7))  ABOUT\n"
    return head
      + rules.sorted { $0.id < $1.id }.map { rule in
        let start = "\(padded(rule.id.description, to: longest))  \(padded(rule.severity.rawValue, to: 7))  "
        return breaker.broken(start + rule.title, indent: start.utf8.count) + "\n"
      }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}

/// Prose in lines that are read with ease: of a terminal's usual width, or less on a narrower one.
private func prose(_ text: String, _ width: Int?) -> String {
  LineBreaker(width: min(80, width ?? 80)).broken(text)
}

/// Markdown that shows a text as it stands; what is between backticks is code already.
private func escaped(_ text: String) -> String {
  var isCode = false
  return String(
    text.flatMap { letter -> [Character] in
      if letter == "`" { isCode.toggle() }
      return !isCode && (letter == "<" || letter == "*") ? ["\\", letter] : [letter]
    })
}

extension Example {
  /// The spec without the marks of its places, abridged where it is only long.
  fileprivate func text(under heading: String, as style: ExplanationStyle, _ width: Int?) -> String {
    let plain = spec.filter { $0 != "↓" }
    let lines = Abridgement(of: plain).lines
    switch style {
    case .text:
      let breaker = LineBreaker(width: width)
      let block = lines.map { $0.isEmpty ? "" : breaker.broken("    " + $0, indent: 8 + $0.prefix { $0 == " " }.count) }
        .joined(separator: "\n")
      return "\n\(prose("\(heading): \(title)", width))\n\n\(block)\n"
    case .markdown:
      let block = lines.joined(separator: "\n")
      return "\n\(heading): \(escaped(title))\n\n```yaml\n\(block)\(block.hasSuffix("\n") ? "" : "\n")```\n"
    }
  }
}

extension Precluded {
  /// Why nothing looks for it.
  /// - Parameter width: the terminal's columns.
  public func explanation(width: Int? = nil) -> String {
    prose("\(id): \(title)\n\nNo spec can have this fault, so nothing looks for it: \(reason)\n", width)
  }
}
