/// A pattern of bytes, to be asked whether it has a text in common with another one.
struct WildcardPattern {
  enum Token: Equatable {
    case byte(UInt8)
    /// `?`
    case one
    case run(Run)
  }

  /// Any number of bytes, none included.
  enum Run: Equatable {
    /// `*`, across separators.
    case anything
    /// Within a segment of a path: no `/`.
    case segment
    /// Within a part of an ARN: neither `/` nor `:`.
    case part

    func takes(_ byte: UInt8) -> Bool {
      switch self {
      case .anything: true
      case .segment: byte != UInt8(ascii: "/")
      case .part: byte != UInt8(ascii: "/") && byte != UInt8(ascii: ":")
      }
    }
  }

  private(set) var tokens: [Token] = []

  /// A text in which `*`, `?` and `PolicyText.unknownPart` stand for others.
  init(_ text: some StringProtocol) {
    tokens = text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "*"): .run(.anything)
      case UInt8(ascii: "?"): .one
      case PolicyText.unknownPart: .run(.part)
      default: .byte(byte)
      }
    }
  }

  private init(_ tokens: [Token]) { self.tokens = tokens }

  /// A text as it stands.
  static func text(_ text: some StringProtocol) -> WildcardPattern { WildcardPattern(text.utf8.map { .byte($0) }) }

  static func run(_ run: Run) -> WildcardPattern { WildcardPattern([.run(run)]) }

  static func + (left: WildcardPattern, right: WildcardPattern) -> WildcardPattern {
    WildcardPattern(left.tokens + right.tokens)
  }

  /// Whether nothing in it stands for something else.
  var isPlain: Bool {
    tokens.allSatisfy { if case .byte = $0 { true } else { false } }
  }

  /// Whether a text exists that fits both patterns; also where they are too long to tell.
  func meets(_ other: WildcardPattern) -> Bool {
    let shared = zip(tokens, other.tokens).prefix { $0 == $1 && !$0.isRun }.count
    guard shared < tokens.count, shared < other.tokens.count else {
      return tokens[shared...].allSatisfy(\.isRun) && other.tokens[shared...].allSatisfy(\.isRun)
    }
    guard tokens[shared].shares(with: other.tokens[shared]) || tokens[shared].isRun || other.tokens[shared].isRun else {
      return false
    }
    return tokens.count * other.tokens.count > 1 << 20 || search(other, from: shared)
  }

  /// Walks through both at once: at a run, one may stay or go on.
  private func search(_ other: WildcardPattern, from start: Int) -> Bool {
    let width = other.tokens.count + 1
    var seen = [Bool](repeating: false, count: (tokens.count + 1) * width)
    var open = [(start, start)]
    while let (here, there) = open.popLast() {
      if here == tokens.count, there == other.tokens.count { return true }
      guard !seen[here * width + there] else { continue }
      seen[here * width + there] = true
      let own = here < tokens.count ? tokens[here] : nil
      let others = there < other.tokens.count ? other.tokens[there] : nil
      if own?.isRun == true { open.append((here + 1, there)) }
      if others?.isRun == true { open.append((here, there + 1)) }
      guard let own, let others, own.shares(with: others) else { continue }
      open.append((own.isRun ? here : here + 1, others.isRun ? there : there + 1))
    }
    return false
  }
}

extension WildcardPattern.Token {
  fileprivate var isRun: Bool {
    if case .run = self { true } else { false }
  }

  /// Whether a byte exists that both take.
  fileprivate func shares(with other: WildcardPattern.Token) -> Bool {
    switch (self, other) {
    case (.byte(let one), .byte(let other)): one == other
    case (.byte(let byte), .run(let run)), (.run(let run), .byte(let byte)): run.takes(byte)
    default: true
    }
  }
}
