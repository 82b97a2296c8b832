/// Cuts a message's text to what a person reads: a name in single quotes to 200 characters, the whole to 2,000.
struct Prose {
  static let longestName = 200
  static let longestText = 2000

  /// The text, with an ellipsis for what was cut.
  static func cut(_ text: String) -> String {
    guard text.utf8.count > longestName else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    var mayClose = true
    while index < bytes.count, kept.count < longestText {
      var end: Int?
      if mayClose, bytes[index] == quote, opens(at: index, in: bytes) {
        end = close(of: index, in: bytes)
        mayClose = end != nil
      }
      guard let close = end, close - index > longestName else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      kept += bytes[index..<boundary(longestName + index + 1, in: bytes)]
      kept += ellipsis
      index = close
    }
    guard index < bytes.count else { return String(decoding: kept, as: UTF8.self) }
    let whole = kept[..<boundary(kept.count, in: kept + [bytes[index]])]
    return String(decoding: whole + ellipsis, as: UTF8.self)
  }

  private static let quote = UInt8(ascii: "'")
  private static var ellipsis: [UInt8] { Array("…".utf8) }

  private static func opens(at index: Int, in bytes: [UInt8]) -> Bool {
    index == 0 || bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "(")
  }

  /// The quote that ends the name; one before a letter is inside it.
  private static func close(of open: Int, in bytes: [UInt8]) -> Int? {
    bytes[(open + 1)...].indices.first { index in
      bytes[index] == quote && (index + 1 == bytes.count || !isWord(bytes[index + 1]))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  /// The start of the code point in which an index lies.
  private static func boundary(_ index: Int, in bytes: [UInt8]) -> Int {
    var index = min(index, bytes.count)
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
