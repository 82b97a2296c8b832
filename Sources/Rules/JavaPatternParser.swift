/// Reads a pattern: what Java's compiler refuses is refused, the rest becomes terms.
struct JavaPatternParser {
  typealias Term = JavaPattern.Term
  typealias Problem = JavaPattern.Problem

  private let bytes: [UInt8]
  private var at = 0
  /// Groups inside each other, so that hostile texts cannot exhaust the stack.
  private var depth = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func parse() throws(Problem) -> Term {
    let term = try choice()
    if at < bytes.count { throw problem("')' without its '('") }
    return term
  }

  private func problem(_ text: String, at offset: Int? = nil) -> Problem { Problem(text: text, offset: offset ?? at) }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func choice() throws(Problem) -> Term {
    var options = [try sequence()]
    while take("|") { options.append(try sequence()) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(Problem) -> Term {
    var terms: [Term] = []
    while let byte = current, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let start = at
      guard let term = try atom() else { continue }
      terms.append(try quantified(term, from: start))
    }
    return terms.count == 1 ? terms[0] : .sequence(terms)
  }

  /// One term; nil for what matches nothing, such as flags.
  private mutating func atom() throws(Problem) -> Term? {
    let start = at
    guard let byte = current else { return nil }
    at += 1
    switch byte {
    case UInt8(ascii: "("): return try group(from: start)
    case UInt8(ascii: "["): return try characterClass(from: start)
    case UInt8(ascii: "\\"): return try escape(from: start)
    case UInt8(ascii: "."): return .oneOf { $0 != 10 && $0 != 13 }
    case UInt8(ascii: "^"): return .start
    case UInt8(ascii: "$"): return .end
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      throw problem("'\(Unicode.Scalar(byte))' repeats nothing", at: start)
    case UInt8(ascii: "{"): throw problem("'{' takes a count, as in {2} or {2,4}; write '\\{' for the brace", at: start)
    default: return .oneOf { $0 == byte }
    }
  }

  private mutating func quantified(_ term: Term, from start: Int) throws(Problem) -> Term {
    let count: ClosedRange<Int>
    let at = self.at
    if take("*") {
      count = 0...(.max)
    } else if take("+") {
      count = 1...(.max)
    } else if take("?") {
      count = 0...1
    } else if take("{") {
      count = try bounds(from: at)
    } else {
      return term
    }
    let isPossessive = current == UInt8(ascii: "+")
    if !take("?") { _ = take("+") }
    return isPossessive ? .unknown : .repeated(term, count)
  }

  private mutating func bounds(from start: Int) throws(Problem) -> ClosedRange<Int> {
    guard let least = number() else { throw problem("'{' takes a count, as in {2} or {2,4}", at: start) }
    var most = least
    if take(",") { most = number() ?? .max }
    guard take("}") else { throw problem("'{' is never closed", at: start) }
    guard least <= most else { throw problem("{\(least),\(most)} counts backwards", at: start) }
    return least...most
  }

  private mutating func number() -> Int? {
    let start = at
    while let byte = current, (48...57).contains(byte) { at += 1 }
    return Int(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func group(from start: Int) throws(Problem) -> Term? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw problem("more than 100 groups inside each other", at: start) }
    var isPlain = true
    if take("?") {
      guard let isGroup = try groupKind(from: start) else { return nil }
      isPlain = isGroup
    }
    let inner = try choice()
    guard take(")") else { throw problem("'(' is never closed", at: start) }
    return isPlain ? inner : .unknown
  }

  /// What follows `(?`: true for a group that only groups, false for a look-around, nil for flags alone.
  private mutating func groupKind(from start: Int) throws(Problem) -> Bool? {
    if take(":") { return true }
    if take("=") || take("!") || take(">") { return false }
    if take("<") {
      if take("=") || take("!") { return false }
      let name = at
      while let byte = current, isWord(byte), byte != UInt8(ascii: "_") { at += 1 }
      guard at > name, take(">") else {
        throw problem("a group's name is letters and digits, as in (?<name>…)", at: start)
      }
      return true
    }
    let flags = at
    while let byte = current, "idmsuxU-".utf8.contains(byte) { at += 1 }
    let changesMatch = bytes[flags..<at].contains { "imx".utf8.contains($0) }
    if at > flags, take(")") { return nil }
    if at > flags, take(":") { return !changesMatch }
    throw problem("'(?' starts no group that Java knows", at: start)
  }

  /// A bracketed class; `&&` and classes inside are judged by an engine alone.
  private mutating func characterClass(from start: Int) throws(Problem) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw problem("more than 100 classes inside each other", at: start) }
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt8>] = []
    var tests: [@Sendable (UInt8) -> Bool] = []
    var isKnown = true
    var isFirst = true
    while let byte = current, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      let low = at
      at += 1
      if byte == UInt8(ascii: "[") {
        _ = try characterClass(from: low)
        isKnown = false
      } else if byte == UInt8(ascii: "&"), current == UInt8(ascii: "&") {
        isKnown = false
      } else if let first = try member(byte, from: low, &tests, &isKnown) {
        ranges.append(first...(try upperBound(first, from: low, &tests, &isKnown) ?? first))
      }
    }
    guard take("]") else { throw problem("'[' is never closed", at: start) }
    guard isKnown else { return .unknown }
    return .oneOf { [ranges, tests] byte in
      (ranges.contains { $0.contains(byte) } || tests.contains { $0(byte) }) != isNegated
    }
  }

  /// The end of a range in a class, where one follows.
  private mutating func upperBound(
    _ first: UInt8, from low: Int, _ tests: inout [@Sendable (UInt8) -> Bool], _ isKnown: inout Bool
  ) throws(Problem) -> UInt8? {
    guard current == UInt8(ascii: "-"), at + 1 < bytes.count, bytes[at + 1] != UInt8(ascii: "]"),
      bytes[at + 1] != UInt8(ascii: "[")
    else { return nil }
    at += 2
    guard let last = try member(bytes[at - 1], from: at - 1, &tests, &isKnown) else { return nil }
    guard first <= last else {
      // The bytes of other alphabets do not tell the order of their characters.
      guard first < 0x80, last < 0x80 else { return nil }
      throw problem("the range goes backwards", at: low)
    }
    return last
  }

  /// A class's member that is one character; nil for a class of its own.
  private mutating func member(
    _ byte: UInt8, from start: Int, _ tests: inout [@Sendable (UInt8) -> Bool], _ isKnown: inout Bool
  ) throws(Problem) -> UInt8? {
    guard byte == UInt8(ascii: "\\") else { return byte }
    let escaped = current
    switch try escape(from: start) {
    case .oneOf(let test)?:
      if let escaped, !isWord(escaped) { return escaped }
      tests.append(test)
      return nil
    default:
      isKnown = false
      return nil
    }
  }

  private mutating func escape(from start: Int) throws(Problem) -> Term? {
    guard let byte = current else { throw problem("a backslash at the end escapes nothing", at: start) }
    at += 1
    switch byte {
    case UInt8(ascii: "d"): return .oneOf { (48...57).contains($0) }
    case UInt8(ascii: "D"): return .oneOf { !(48...57).contains($0) }
    case UInt8(ascii: "w"): return .oneOf(isWord)
    case UInt8(ascii: "W"): return .oneOf { !isWord($0) }
    case UInt8(ascii: "s"): return .oneOf(isBlank)
    case UInt8(ascii: "S"): return .oneOf { !isBlank($0) }
    case UInt8(ascii: "t"): return .oneOf { $0 == 9 }
    case UInt8(ascii: "n"): return .oneOf { $0 == 10 }
    case UInt8(ascii: "r"): return .oneOf { $0 == 13 }
    case UInt8(ascii: "Q"): return quotation()
    case UInt8(ascii: "E"): return nil
    case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "x"), UInt8(ascii: "N"), UInt8(ascii: "k"):
      return try argument(of: byte, from: start)
    case _ where "0123456789aAbBcefGhHRuvVXzZ".utf8.contains(byte): return .unknown
    case _ where isWord(byte) && byte != UInt8(ascii: "_"):
      throw problem("'\\\(Unicode.Scalar(byte))' is no escape that Java knows", at: start)
    default: return .oneOf { $0 == byte }
    }
  }

  /// The braces or brackets after `\p`, `\x`, `\N` and `\k`.
  private mutating func argument(of letter: UInt8, from start: Int) throws(Problem) -> Term {
    if let open = current, open == UInt8(ascii: "{") || open == UInt8(ascii: "<") {
      let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ">")
      guard let end = bytes[at...].firstIndex(of: close) else { throw problem("the escape is never closed", at: start) }
      at = end + 1
    } else if letter == UInt8(ascii: "p") || letter == UInt8(ascii: "P") {
      guard current != nil else { throw problem("the escape is never closed", at: start) }
      at += 1
    }
    return .unknown
  }

  /// The text up to `\E`, as it stands.
  private mutating func quotation() -> Term {
    var terms: [Term] = []
    while let byte = current {
      if byte == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "E") {
        at += 2
        break
      }
      terms.append(.oneOf { $0 == byte })
      at += 1
    }
    return .sequence(terms)
  }
}

@Sendable private func isWord(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
}

@Sendable private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
