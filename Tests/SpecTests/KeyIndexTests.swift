import Testing

@testable import Spec

/// Keys that are found by a few words of their bytes.
@Suite struct KeyIndexTests {
  /// Texts of every length from none to 40, and each with one byte changed, wherever it stands.
  private static let texts: [String] = (0...40).flatMap { length in
    let plain = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    return [plain]
      + plain.indices.map { place in
        var changed = plain
        changed[place] = UInt8(ascii: "b")
        return changed
      }
  }.map { String(decoding: $0, as: UTF8.self) }

  @Test("texts of up to 24 bytes that differ anywhere have different marks")
  func marks() {
    let whole = Self.texts.map { KeyMark($0) }.filter(\.isWhole)
    #expect(whole.count == (0...24).reduce(0) { $0 + $1 + 1 })
    for (place, mark) in whole.enumerated() { #expect(whole.firstIndex(of: mark) == place) }
  }

  @Test("every key is found at its place, and no text that differs in one byte", arguments: [1, 3, 7, 8, 24, 25, 40])
  func places(length: Int) {
    let key = String(repeating: "a", count: length)
    let index = KeyIndex(["", key, "zone"])
    for text in Self.texts {
      #expect(Self.place(of: text, in: index) == (text.isEmpty ? 0 : text == key ? 1 : nil))
    }
    #expect(Self.place(of: "zone", in: index) == 2)
  }

  private static func place(of text: String, in index: KeyIndex) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { index.index(of: $0) }
  }
}
