/// What keeps a regular expression from compiling.
///
/// API Gateway's are Java's. Only faults that every dialect refuses are looked for: unbalanced groups, an open
/// character class, a quantifier with nothing before it, a backslash at the end.
enum RegularExpressionFault: Equatable {
  case openGroup
  case strayParenthesis
  case openClass
  case danglingQuantifier(Unicode.Scalar)
  case trailingBackslash

  /// The first fault of a pattern; nil for one that is in order.
  init?(in pattern: String) {
    var scanner = Scanner(rest: Array(pattern.utf8)[...])
    guard let fault = scanner.fault() else { return nil }
    self = fault
  }

  var words: String {
    switch self {
    case .openGroup: "a '(' is never closed"
    case .strayParenthesis: "a ')' closes nothing"
    case .openClass: "a '[' is never closed"
    case .danglingQuantifier(let quantifier): "'\(quantifier)' has nothing to repeat"
    case .trailingBackslash: "it ends with a backslash"
    }
  }
}

/// Goes through a pattern once; knows groups, classes, quotes and quantifiers.
private struct Scanner {
  var rest: ArraySlice<UInt8>
  var groups = 0
  /// Whether something stands before that a quantifier may repeat.
  var hasAtom = false

  mutating func fault() -> RegularExpressionFault? {
    while let byte = rest.popFirst() {
      if let fault = take(byte) { return fault }
    }
    return groups > 0 ? .openGroup : nil
  }

  private mutating func take(_ byte: UInt8) -> RegularExpressionFault? {
    switch byte {
    case UInt8(ascii: "\\"):
      guard let escaped = rest.popFirst() else { return .trailingBackslash }
      if escaped == UInt8(ascii: "Q") { skipQuote() }
      hasAtom = true
    case UInt8(ascii: "["):
      guard skipClass() else { return .openClass }
      hasAtom = true
    case UInt8(ascii: "("):
      groups += 1
      hasAtom = false
      if rest.first == UInt8(ascii: "?") { rest.removeFirst() }
    case UInt8(ascii: ")"):
      if groups == 0 { return .strayParenthesis }
      groups -= 1
      hasAtom = true
    case UInt8(ascii: "|"): hasAtom = false
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      if !hasAtom { return .danglingQuantifier(Unicode.Scalar(byte)) }
      // Lazy and possessive marks.
      if let mark = rest.first, mark == UInt8(ascii: "?") || mark == UInt8(ascii: "+") { rest.removeFirst() }
      hasAtom = false
    default: hasAtom = true
    }
    return nil
  }

  /// Goes past `\E`, or to the end: an open quote is legal.
  private mutating func skipQuote() {
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "E") { return rest.removeFirst(1) }
    }
  }

  /// Goes past the class's `]`; the first one may be a member. Java's classes nest.
  private mutating func skipClass() -> Bool {
    if rest.first == UInt8(ascii: "^") { rest.removeFirst() }
    if rest.first == UInt8(ascii: "]") { rest.removeFirst() }
    var depth = 1
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"): if rest.popFirst() == nil { return false }
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth == 0 { return true }
    }
    return false
  }
}
