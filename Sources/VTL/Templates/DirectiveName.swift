import Diagnostics

/// Velocity's directives; API Gateway runs all but those that read other files.
///
/// Apache Velocity 1.7 user guide, "Directives".
public enum DirectiveName: String, CaseIterable, Sendable {
  case set, `if`, elseif, `else`, end, foreach, `break`, stop, macro, define, include, parse, evaluate

  /// What other template languages write, and what it is here.
  private static let foreign: [(word: String, directive: DirectiveName)] = [
    ("elif", .elseif), ("elsif", .elseif), ("else_if", .elseif), ("endif", .end), ("end_if", .end), ("fi", .end),
    ("endfor", .end), ("endforeach", .end), ("end_foreach", .end), ("end_for", .end), ("endset", .end),
    ("endmacro", .end), ("for", .foreach), ("each", .foreach), ("for_each", .foreach), ("let", .set), ("assign", .set),
    ("exit", .stop), ("return", .stop), ("unless", .if), ("when", .if),
  ]

  /// The directive that `word` was probably meant as, or nothing when it reads like plain text.
  ///
  /// `isCalled` says that a parenthesis follows, as it does behind most directives; without it only words that no text
  /// and no colour (`#eed`) has are taken for slips.
  static func nearest(to word: String, isCalled: Bool) -> DirectiveName? {
    let lower = word.lowercased()
    if let same = DirectiveName(rawValue: lower) { return same }
    if let match = foreign.first(where: { $0.word == lower }) { return match.directive }
    guard isCalled || (lower.utf8.count > 3 && !isHexadecimal(lower)) else { return nil }
    return Diagnostics.nearest(lower, in: allCases.map(\.rawValue)).flatMap { DirectiveName(rawValue: $0.name) }
  }

  private static func isHexadecimal(_ word: String) -> Bool {
    word.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
  }
}
