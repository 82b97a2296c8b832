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
  public func explanation(as style: ExplanationStyle) -> String {
    let head =
      switch style {
      case .text: "\(id) \(severity.rawValue): \(title)\n\n\(wrapped(why))\n\nSource: \(source)\n\(peers)\n"
      case .markdown:
        "## \(id)\n\n**\(escaped(title))** (\(severity.rawValue))\n\n\(escaped(why))\n\n"
          + "Source: \(escaped(source))\n\n\(peers)\n"
      }
    return head + bad.map { $0.text(under: "Bad", as: style) }.joined()
      + good.map { $0.text(under: "Good", as: style) }.joined()
  }

  /// Who else reports the defect.
  private var peers: String {
    let names = Peer.all.filter { $0[id] == .caught }.map { "\($0.name) \($0.version)" }
    return names.isEmpty ? "No other tool was seen to report it." : "Also reported by \(names.joined(separator: ", "))."
  }

  /// A line for each rule, in the order of the rules' names.
  public static func list(_ rules: [Rule]) -> String {
    let longest = rules.map { $0.id.description.utf8.count }.max() ?? 0
    let head = "\(padded("RULE", to: longest))  \(padded("LEVEL", to: 7))  ABOUT\n"
    return head
      + rules.sorted { $0.id < $1.id }.map { rule in
        "\(padded(rule.id.description, to: longest))  \(padded(rule.severity.rawValue, to: 7))  \(rule.title)\n"
      }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}

/// Prose in lines of a terminal's usual width.
private func wrapped(_ text: String) -> String {
  var lines = [""]
  for word in text.split(separator: " ") {
    let line = lines[lines.count - 1]
    if line.isEmpty {
      lines[lines.count - 1] = String(word)
    } else if line.count + 1 + word.count <= 80 {
      lines[lines.count - 1] = line + " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines.joined(separator: "\n")
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
  fileprivate func text(under heading: String, as style: ExplanationStyle) -> String {
    let plain = spec.filter { $0 != "↓" }
    let lines = Abridgement(of: plain).lines
    switch style {
    case .text:
      let block = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
      return "\n\(heading): \(title)\n\n\(block)\n"
    case .markdown:
      let block = lines.joined(separator: "\n")
      return "\n\(heading): \(escaped(title))\n\n```yaml\n\(block)\(block.hasSuffix("\n") ? "" : "\n")```\n"
    }
  }
}

extension Precluded {
  /// Why nothing looks for it.
  public var explanation: String {
    "\(id): \(title)\n\n\(wrapped("No spec can have this fault, so nothing looks for it: " + reason))\n"
  }
}
