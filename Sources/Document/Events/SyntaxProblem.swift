import Diagnostics

/// An error of libyaml's, from which a message in the project's words is made.
struct SyntaxProblem {
  let text: CheckedText
  /// What libyaml says is wrong, and what it was reading.
  let problem: String
  let context: String?
  /// Where it noticed, and where the thing began that it was reading: offsets in the file.
  let place: Int
  let opening: Int

  /// The message at the place that is to be mended.
  var refusal: Refusal {
    if isTab { return refusal(.tabAsIndentation, at: place) }
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return refusal(.openQuote, at: opening)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return flowRefusal
    case "mapping values are not allowed in this context", "could not find expected ':'":
      return keyRefusal
    case "did not find expected key", "did not find expected '-' indicator":
      let expected: Message = problem.hasSuffix("key") ? .expectedKey : .expectedItem
      return refusal(expected, at: place, related: [Related("the block began here", at: span(opening))])
    case "did not find expected node content" where context == "while parsing a flow node":
      let isOpen = Prologue.content(of: text.bytes, from: place) == nil && opening < text.bytes.count
      if isOpen { return refusal(.openBracket(text.bytes[opening] == UInt8(ascii: "[") ? "]" : "}"), at: opening) }
      return refusal(.syntax(problem, context), at: place)
    default:
      return escapeRefusal ?? refusal(.syntax(problem, context), at: place)
    }
  }

  /// A bracket that is never closed is mended where it stands, a wrong character in it where that stands.
  private var flowRefusal: Refusal {
    let bracket = problem.hasSuffix("']'") ? "]" : "}"
    guard Prologue.content(of: text.bytes, from: place) != nil else {
      return refusal(.openBracket(bracket), at: opening)
    }
    return refusal(.expectedInFlow(bracket), at: place, related: [Related("opened here", at: span(opening))])
  }

  private var keyRefusal: Refusal {
    let key = context == nil ? keyBefore(place) : opening
    let length = text.bytes[key..<max(key, place)].count { $0 & 0xC0 != 0x80 }
    if length > 1024 { return refusal(.longKey, at: key) }
    return refusal(context == nil ? .unexpectedColon : .expectedColon, at: context == nil ? place : opening)
  }

  /// Where the text begins, on its line, that a colon makes a key.
  private func keyBefore(_ colon: Int) -> Int {
    var start = colon
    while start > 0, text.bytes[start - 1] != 0x0A, text.bytes[start - 1] != 0x0D { start -= 1 }
    while start < colon, text.bytes[start] == 0x20 || text.bytes[start] == UInt8(ascii: "-") { start += 1 }
    return start
  }

  private var isTab: Bool {
    problem.contains("tab character")
      || problem == "found character that cannot start any token" && place < text.bytes.count
        && text.bytes[place] == 0x09
  }

  private func refusal(_ message: Message, at offset: Int, related: [Related] = []) -> Refusal {
    Refusal(message, at: span(offset), related: related)
  }

  /// The character at an offset, or nothing at the end of the file.
  private func span(_ offset: Int) -> Span {
    let start = text.base + UInt32(offset)
    guard offset < text.bytes.count, let (_, length) = decodeUTF8(text.bytes, at: offset) else {
      return Span(start: start, end: start)
    }
    return Span(start: start, end: start + UInt32(length))
  }
}

extension SyntaxProblem {
  /// An escape in double quotes that names no character; libyaml stops after the letter or at it.
  private var escapeRefusal: Refusal? {
    let problems = [
      "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code",
    ]
    guard problems.contains(problem),
      let start = text.bytes[...min(place, text.bytes.count - 1)].lastIndex(of: UInt8(ascii: "\\"))
    else { return nil }
    let written = text.bytes[start...].prefix(12)
    let length = min(written.count, problem == problems[0] ? 2 : 6)
    let span = Span(start: text.base + UInt32(start), end: text.base + UInt32(start + length))
    return Refusal(.escape(quotable(written.prefix(length)), character: surrogatePair(written)), at: span)
  }

  /// The character that `\uD83D\uDE00` means in JSON.
  private func surrogatePair(_ written: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let text = String(decoding: written, as: UTF8.self)
    guard text.utf8.count == 12, text.hasPrefix("\\u"), text.utf8.dropFirst(6).starts(with: "\\u".utf8),
      let high = UInt32(text.utf8.dropFirst(2).prefix(4).map { String(Unicode.Scalar($0)) }.joined(), radix: 16),
      let low = UInt32(text.utf8.dropFirst(8).map { String(Unicode.Scalar($0)) }.joined(), radix: 16),
      (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }
}
