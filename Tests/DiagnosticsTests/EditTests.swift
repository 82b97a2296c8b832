import Diagnostics
import Testing

@Suite struct EditTests {
  private static func edit(_ start: UInt32, _ end: UInt32, _ text: String) -> Edit {
    Edit(Span(start: start, end: end), text)
  }

  private static func applied(_ groups: [[Edit]], to text: String) -> (text: String, taken: [Bool]) {
    var edits = DisjointEdits()
    let taken = groups.map { edits.insert($0) }
    return (String(decoding: edits.applied(to: Array(text.utf8)), as: UTF8.self), taken)
  }

  @Test func editsAreMadeWhateverTheirOrder() {
    let result = Self.applied(
      [[Self.edit(8, 10, "X")], [Self.edit(0, 1, "abc")], [Self.edit(4, 8, "")]], to: "0123456789!")
    #expect(result.text == "abc123X!")
    #expect(result.taken == [true, true, true])
  }

  @Test func theSameEditIsMadeOnce() {
    let result = Self.applied([[Self.edit(1, 2, "X")], [Self.edit(1, 2, "X")]], to: "abc")
    #expect(result.text == "aXc")
    #expect(result.taken == [true, true])
  }

  @Test("edits that belong together are made together or not at all")
  func groups() {
    let other = [Self.edit(0, 1, "Z"), Self.edit(2, 5, "Y")]
    let result = Self.applied([[Self.edit(3, 4, "X")], other], to: "abcdefg")
    #expect(result.text == "abcXefg")
    #expect(result.taken == [true, false])
  }

  @Test("an edit over another is not made", arguments: [(2, 4), (3, 4), (4, 6), (1, 9), (3, 5)] as [(UInt32, UInt32)])
  func overlapping(start: UInt32, end: UInt32) {
    let result = Self.applied([[Self.edit(3, 5, "X")], [Self.edit(start, end, "Y")]], to: "0123456789")
    #expect(result.text == "012X56789")
    #expect(result.taken == [true, false])
  }
}
