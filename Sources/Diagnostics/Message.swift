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
public struct Message: Hashable, Sendable {
  public let rule: RuleID
  public let text: String
  public let help: String?
  /// What the help asks for, where only one thing can be meant: it replaces the text at which the message stands.
  public let correction: Correction?
  public let severity: Severity

  /// An error.
  public init(_ rule: RuleID, _ text: String, help: String? = nil, correction: Correction? = nil) {
    self.init(rule, .error, text, help: help, correction: correction)
  }

  public init(
    _ rule: RuleID, _ severity: Severity, _ text: String, help: String? = nil, correction: Correction? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.text = text
    self.help = help
    self.correction = correction
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
