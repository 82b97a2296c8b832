/// A regular expression in Java's syntax, which `selectionPattern` and authorizers' `validationRegex` have.
///
/// https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
struct JavaPattern {
  /// Why a text is no pattern, and at which UTF-8 byte.
  struct Problem: Error, Equatable {
    let text: String
    let offset: Int
  }

  indirect enum Term {
    /// One of these characters.
    case oneOf(@Sendable (UInt8) -> Bool)
    case sequence([Term])
    case choice([Term])
    case repeated(Term, ClosedRange<Int>)
    case start
    case end
    /// What only an engine can judge: a look-around, a back reference, a Unicode class.
    case unknown
  }

  private let term: Term

  init(parsing text: String) throws(Problem) {
    var parser = JavaPatternParser(text)
    term = try parser.parse()
  }

  /// Whether the whole text matches; nil where that takes more than this knows.
  func matches(_ text: String) -> Bool? {
    var known = true
    let bytes = Array(text.utf8)
    let found = Self.match(term, bytes, 0, &known) { $0 == bytes.count }
    return found ? true : known ? false : nil
  }

  private static func match(
    _ term: Term, _ text: [UInt8], _ at: Int, _ known: inout Bool, _ next: (Int) -> Bool
  ) -> Bool {
    switch term {
    case .oneOf(let test): return at < text.count && test(text[at]) && next(at + 1)
    case .start: return at == 0 && next(at)
    case .end: return at == text.count && next(at)
    case .unknown:
      known = false
      return false
    case .choice(let terms):
      for term in terms where match(term, text, at, &known, next) { return true }
      return false
    case .sequence(let terms): return match(terms[...], text, at, &known, next)
    case .repeated(let term, let count): return match(term, count, 0, text, at, &known, next)
    }
  }

  private static func match(
    _ terms: ArraySlice<Term>, _ text: [UInt8], _ at: Int, _ known: inout Bool, _ next: (Int) -> Bool
  ) -> Bool {
    guard let first = terms.first else { return next(at) }
    var whole = true
    let found = match(first, text, at, &known) { match(terms.dropFirst(), text, $0, &whole, next) }
    known = known && whole
    return found
  }

  private static func match(
    _ term: Term, _ count: ClosedRange<Int>, _ done: Int, _ text: [UInt8], _ at: Int, _ known: inout Bool,
    _ next: (Int) -> Bool
  ) -> Bool {
    if done >= count.lowerBound, next(at) { return true }
    guard done < count.upperBound, done <= count.lowerBound + text.count else { return false }
    var whole = true
    let found = match(term, text, at, &known) { end in
      (end > at || done < count.lowerBound) && match(term, count, done + 1, text, end, &whole, next)
    }
    known = known && whole
    return found
  }
}
