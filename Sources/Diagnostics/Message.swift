/// How much a finding matters.
public enum Severity: String, Sendable, Comparable {
  /// AWS would reject it, or it cannot work.
  case error
  /// It deploys and then misbehaves, costs, or exposes.
  case warning
  /// Worth knowing.
  case info

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// The gravest first.
  var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}

/// The name of a rule, stable for ever: a family and a number, `INT202`.
public struct RuleID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let description: String

  public init(_ text: String) { description = text }
  public init(stringLiteral text: String) { description = text }

  public static func < (left: RuleID, right: RuleID) -> Bool { left.description < right.description }
}

/// What is wrong and what would be right, without the place.
///
/// Every rule makes its messages in a small extension beside it, so that call sites read as sentences and the wording
/// of a rule stands in one place. Lower case, no full stop, names in single quotes.
///
/// An object holds it, which all findings share that say the same: a spec may have one mistake everywhere.
public struct Message: Hashable, Sendable {
  private let words: Words

  private final class Words: Sendable {
    let said: Said

    init(_ said: Said) { self.said = said }
  }

  private struct Said: Hashable {
    let rule: RuleID
    let text: String
    let help: String?
    let correction: Correction?
    let severity: Severity
  }

  /// An error.
  public init(_ rule: RuleID, _ text: String, help: String? = nil, correction: Correction? = nil) {
    self.init(rule, .error, text, help: help, correction: correction)
  }

  public init(
    _ rule: RuleID, _ severity: Severity, _ text: String, help: String? = nil, correction: Correction? = nil
  ) {
    words = Words(Said(rule: rule, text: text, help: help, correction: correction, severity: severity))
  }

  /// An error that a nearest name may explain.
  ///
  /// - Parameter help: what to do where no name is near.
  public init(_ rule: RuleID, _ text: String, near: Nearest?, help: @autoclosure () -> String? = nil) {
    self.init(rule, .error, text, near: near, help: help())
  }

  public init(
    _ rule: RuleID, _ severity: Severity, _ text: String, near: Nearest?, help: @autoclosure () -> String? = nil
  ) {
    self.init(rule, severity, text, help: near?.question ?? help(), correction: near?.correction)
  }
}

extension Message {
  public var rule: RuleID { words.said.rule }
  public var text: String { words.said.text }
  public var help: String? { words.said.help }
  /// What the help asks for, where only one thing can be meant: it replaces the text at which the message stands.
  public var correction: Correction? { words.said.correction }
  public var severity: Severity { words.said.severity }

  public static func == (left: Message, right: Message) -> Bool {
    left.isSame(as: right) || left.words.said == right.words.said
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.said)
  }

  /// The other message where it says the same, so that one of them is gone.
  func sharing(_ other: Message?) -> Message {
    if let other, self == other { other } else { self }
  }

  /// Whether the words are not only the same, but there once.
  func isSame(as other: Message) -> Bool { words === other.words }
}
