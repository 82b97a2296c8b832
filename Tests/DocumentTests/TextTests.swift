import Diagnostics
import Testing

@testable import Document

@Suite struct TextTests {
  @Test(
    arguments: [
      [0xFF], [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused at the first of them`(bytes: [UInt8]) {
    for padding in [0, 7, 70] {
      let before = String(repeating: "x", count: padding)
      let outcome = Outcome(Array("a: 1\né: \"\(before)".utf8) + bytes + Array("z\"\n".utf8))
      #expect(outcome.places == ["2:\(5 + padding) SPEC107"])
      #expect(outcome.texts.allSatisfy { $0.contains("UTF-8") })
      #expect(outcome.document == nil)
    }
  }

  @Test(
    arguments: [
      0x00, 0x01, 0x0B, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0x61C, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0x2069, 0xFDD0,
      0xFEFF, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFE,
    ] as [UInt32])
  func `characters that hide or mislead are refused raw, in comments too, and named`(code: UInt32) throws {
    let character = try #require(Unicode.Scalar(code))
    let outcome = Outcome("a: \"b\(character)c\" # d\(character)\n")
    #expect(outcome.places == ["1:6 SPEC107", "1:13 SPEC107"])
    #expect(outcome.texts.allSatisfy { $0.hasPrefix("U+\(hexadecimal(code, digits: 4)) ") })
  }

  @Test func `ordinary text of the world is read`() {
    let text = "Zoë 日本 עברית 😀 e\u{301} \u{200D} \u{AD} \u{A0}"
    #expect(Outcome("a: \(text)\nb: \"\\u202e \\x1b\"").tree == "{a: \(text), b: '\u{202E} \u{1B}'}")
  }

  @Test func `a character takes thirty combining marks, raw or as escapes`() {
    let (few, many) = (String(repeating: "\u{301}", count: 30), String(repeating: "\u{301}\u{323}", count: 500_000))
    #expect(Outcome("a: e\(few)e\(few)\n").places == [])
    #expect(Outcome("a: e\(many)\n").places == ["1:35 SPEC107"])
    let escapes = String(repeating: "\\u0301", count: 31)
    #expect(Outcome("a: 1\nb: \"e\(escapes)\"\n").places == ["2:4 SPEC107"])
    #expect(Outcome("a: !File t\n", files: MemoryFiles(["t": "e\(many)"])).places == ["1:4 SPEC105"])
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF], []] as [[UInt8]])
  func `UTF-16 and UTF-32 are told apart from UTF-8`(mark: [UInt8]) {
    let little: [UInt8] = "a: 1\n".utf8.flatMap { [$0, 0] }
    let big: [UInt8] = "a: 1\n".utf8.flatMap { [0, $0] }
    let wide: [UInt8] = "a: 1\n".utf8.flatMap { [$0, 0, 0, 0] }
    for bytes in [little, big, wide] {
      let outcome = Outcome(mark + bytes)
      #expect(outcome.places == ["1:1 SPEC107"])
      #expect(outcome.texts == ["this is not UTF-8 but UTF-16 or UTF-32"])
    }
  }

  @Test func `zero characters are read where they are written as escapes`() {
    #expect(Outcome("a: \"\\0x\\0y\"\n").tree == "{a: '\0x\0y'}")
  }

  @Test func `one byte order mark is no column, a second one is refused`() {
    #expect(Outcome("\u{FEFF}a: *x\n").places == ["1:4 SPEC107"])
    #expect(Outcome("\u{FEFF}\u{FEFF}a: 1\n").places == ["1:1 SPEC107"])
    #expect(Outcome("\u{FEFF}é: b\n").source("é") == "b")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line end counts as one`(end: String) {
    #expect(Outcome(["# é", "a: 1", "b:", "  c: *x"].joined(separator: end)).places == ["4:6 SPEC107"])
  }

  @Test func `the fast pass over a block finds what stands anywhere in it`() {
    for offset in 0..<200 {
      var bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 200)
      bytes[offset] = 0x07
      bytes.withUnsafeBufferPointer {
        let scanner = TextScanner($0, from: 0, .spec)
        #expect(scanner.problems.map(\.offset) == [offset])
        #expect(scanner.isASCII)
      }
      bytes[offset] = 0x09
      bytes.withUnsafeBufferPointer { #expect(TextScanner($0, from: 0, .spec).problems.isEmpty) }
    }
  }
}
