/// Something in an access log's format that is written as a variable: `$context.requestId`.
///
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
struct AccessLogReference: Equatable {
  /// The word after the dollar, `context`.
  let root: String
  /// What follows it: letters, digits, '_' and dots within.
  let name: String
  /// From the dollar to the name's end: UTF-8 offsets into the format.
  let range: Range<Int>

  /// The variable without its dollar, `context.requestId`.
  var path: String { name.isEmpty ? root : "\(root).\(name)" }

  /// The same, where it is written.
  var pathRange: Range<Int> { range.upperBound - path.utf8.count..<range.upperBound }

  /// The references in a format, in its order.
  ///
  /// - Parameter isSubstitution: whether `${X}` is filled in by CloudFormation, as in `!Sub`, and `${!X}` stays.
  static func all(in text: String, isSubstitution: Bool = false) -> [AccessLogReference] {
    let bytes = Array(text.utf8)
    var found: [AccessLogReference] = []
    var at = 0
    while let dollar = bytes[at...].firstIndex(of: UInt8(ascii: "$")) {
      let start = wordStart(after: dollar, in: bytes, isSubstitution: isSubstitution)
      let reference = start.flatMap { read(bytes, from: dollar, word: $0) }
      if let reference { found.append(reference) }
      at = reference?.range.upperBound ?? dollar + 1
    }
    return found
  }

  /// Where the word of a reference starts; nil where CloudFormation fills in a value.
  private static func wordStart(after dollar: Int, in bytes: [UInt8], isSubstitution: Bool) -> Int? {
    guard bytes[(dollar + 1)...].first == UInt8(ascii: "{") else { return dollar + 1 }
    guard isSubstitution else { return dollar + 2 }
    return bytes[(dollar + 2)...].first == UInt8(ascii: "!") ? dollar + 3 : nil
  }

  /// A word, and behind a dot what it has; nil for a dollar that starts no word.
  private static func read(_ bytes: [UInt8], from dollar: Int, word start: Int) -> AccessLogReference? {
    guard let first = bytes[start...].first, isLetter(first) else { return nil }
    var end = bytes[start...].firstIndex { !isWordByte($0) && $0 != UInt8(ascii: ".") } ?? bytes.count
    while bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let dot = bytes[start..<end].firstIndex(of: UInt8(ascii: ".")) ?? end
    return AccessLogReference(
      root: String(decoding: bytes[start..<dot], as: UTF8.self),
      name: String(decoding: bytes[dot..<end].dropFirst(), as: UTF8.self), range: dollar..<end)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte < 0x80 && (65...90).contains(byte & 0xDF) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
  }
}
