/// Walks over the bytes of a media type.
struct MediaTypeScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func token(orThrow kind: MediaType.Problem.Kind) throws(MediaType.Problem) -> String {
    let start = index
    while let byte = current, Self.isToken(byte) { index += 1 }
    if index == start { throw problem(kind) }
    return bytes[start..<index].text
  }

  mutating func slash() throws(MediaType.Problem) {
    guard current == UInt8(ascii: "/") else { throw problem(.missingSlash) }
    index += 1
  }

  mutating func parameters() throws(MediaType.Problem) -> [MediaType.Parameter] {
    var found: [MediaType.Parameter] = []
    while index < bytes.count {
      let end = index
      skipBlanks()
      guard current == UInt8(ascii: ";") else {
        index = end
        throw problem(.badParameter)
      }
      index += 1
      skipBlanks()
      let name = try token(orThrow: .badParameter)
      guard current == UInt8(ascii: "=") else { throw problem(.badParameter) }
      index += 1
      let value = current == UInt8(ascii: "\"") ? try quoted() : try token(orThrow: .badParameter)
      found.append(MediaType.Parameter(name: name, value: value))
    }
    return found
  }

  private mutating func quoted() throws(MediaType.Problem) -> String {
    let start = index
    index += 1
    while let byte = current, byte != UInt8(ascii: "\"") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
    guard index < bytes.count else {
      index = start
      throw MediaType.Problem(kind: .badParameter, offset: start)
    }
    index += 1
    return bytes[start..<index].text
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { index += 1 }
  }

  /// The expected kind where the text ends or a delimiter of the grammar stands, else the illegal character.
  private func problem(_ kind: MediaType.Problem.Kind) -> MediaType.Problem {
    guard let byte = current, !Self.isToken(byte), !Self.isDelimiter(byte) else {
      return MediaType.Problem(kind: kind, offset: index)
    }
    return MediaType.Problem(kind: .illegalCharacter(NameBytes.scalar(in: bytes[...], at: index)), offset: index)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "=")
  }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
      UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: NameBytes.isAlphanumeric(byte)
    }
  }
}
