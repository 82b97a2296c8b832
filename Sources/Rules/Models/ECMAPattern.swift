/// Tells what is wrong with a regular expression of ECMA 262, as JSON Schema has them. What only later editions know,
/// such as named groups, passes.
struct ECMAPattern {
  private let text: [Unicode.Scalar]
  private var at = 0
  /// Where the groups that are open begin.
  private var open = 0
  /// Whether a quantifier may follow.
  private var isRepeatable = false

  /// Nil for a pattern that is in order.
  static func problem(in text: String) -> String? {
    var pattern = ECMAPattern(text: Array(text.unicodeScalars))
    return pattern.problem()
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private mutating func problem() -> String? {
    while at < text.count {
      if let words = term() { return words }
    }
    return open > 0 ? "'(' is never closed" : nil
  }

  private mutating func term() -> String? {
    let scalar = text[at]
    at += 1
    switch scalar {
    case "\\": return escape()
    case "[": return characterClass()
    case "(": return group()
    case ")": return end()
    case "*", "+", "?": return quantifier(scalar)
    case "{": return count()
    case "|", "^", "$": isRepeatable = false
    default: isRepeatable = true
    }
    return nil
  }

  private mutating func escape() -> String? {
    guard at < text.count else { return "a backslash at the end escapes nothing" }
    isRepeatable = text[at] != "b" && text[at] != "B"
    at += 1
    return nil
  }

  private mutating func group() -> String? {
    (open, isRepeatable) = (open + 1, false)
    guard take("?") else { return nil }
    if take(":") || take("=") || take("!") || take("<") { return nil }
    return at < text.count && "imsux-".unicodeScalars.contains(text[at])
      ? "'(?\(text[at])' is Java's way to set a flag" : "'(?' starts no group"
  }

  private mutating func end() -> String? {
    guard open > 0 else { return "')' closes nothing" }
    (open, isRepeatable) = (open - 1, true)
    return nil
  }

  private mutating func quantifier(_ scalar: Unicode.Scalar) -> String? {
    guard isRepeatable else { return "there is nothing that '\(scalar)' repeats" }
    _ = take("?")
    isRepeatable = false
    return nil
  }

  /// `{2}`, `{2,}` and `{2,4}`; any other brace is a character.
  private mutating func count() -> String? {
    let start = at
    let least = digits()
    let hasComma = take(",")
    let most = digits()
    guard let least, take("}") else {
      (at, isRepeatable) = (start, true)
      return nil
    }
    if hasComma, let most, most < least { return "'{\(least),\(most)}' counts backwards" }
    return quantifier("{")
  }

  private mutating func digits() -> Int? {
    let start = at
    while at < text.count, ("0"..."9").contains(text[at]) { at += 1 }
    return at == start ? nil : Int(String(String.UnicodeScalarView(text[start..<at]))) ?? .max
  }

  private mutating func characterClass() -> String? {
    _ = take("^")
    while at < text.count {
      if take("]") {
        isRepeatable = true
        return nil
      }
      let first = member()
      guard at + 1 < text.count, text[at] == "-", text[at + 1] != "]" else { continue }
      at += 1
      if let first, let last = member(), last < first { return "the range '\(first)-\(last)' goes backwards" }
    }
    return "'[' is never closed"
  }

  /// A character of a class; nil for an escape that stands for something else.
  private mutating func member() -> Unicode.Scalar? {
    let scalar = text[at]
    at += 1
    guard scalar == "\\", at < text.count else { return scalar }
    at += 1
    let isPlain = !CharacterKind.isLetterOrDigit(text[at - 1])
    return isPlain ? text[at - 1] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard at < text.count, text[at] == scalar else { return false }
    at += 1
    return true
  }
}

private enum CharacterKind {
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
