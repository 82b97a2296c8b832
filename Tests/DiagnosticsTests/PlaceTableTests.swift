import Testing

@testable import Diagnostics

@Suite struct PlaceTableTests {
  /// A hash that few numbers have alone.
  private static func hash(_ number: Int) -> UInt32 { UInt32(number % 7) &* 0x1000_0001 }

  @Test func `Elements of one hash are told apart, and found where the table has grown`() {
    var table = PlaceTable(minimumCapacity: 4)
    let numbers = Array(stride(from: 0, to: 3_000, by: 3))
    for number in numbers {
      #expect(table.find(Self.hash(number)) { numbers[$0] == number } == nil)
      table.add(Self.hash(number))
    }
    for (place, number) in numbers.enumerated() {
      #expect(table.find(Self.hash(number)) { numbers[$0] == number } == place)
      #expect(table.find(Self.hash(number)) { numbers[$0] == number + 1 } == nil)
    }
  }

  @Test func `A finding is kept once, however many others stand at its place`() {
    var report = Report()
    for _ in 0..<2 {
      for number in 0..<500 {
        report.add(Message("SPEC101", "finding \(number / 2)"), at: Span(start: UInt32(number % 2), end: 9))
      }
    }
    #expect(report.diagnostics.count == 500)
    #expect(Set(report.diagnostics).count == 500)
  }

  @Test func `Findings in a row that say the same have their words in common`() {
    let (first, second) = (Message("SPEC101", "a", help: "b"), Message("SPEC101", "a", help: "b"))
    let other = Message("SPEC101", .warning, "a", help: "b")
    #expect(first == second && first != other && first.hashValue == second.hashValue)
    #expect(second.sharing(first) == first && other.sharing(first) == other && other.sharing(nil) == other)
    #expect(second.sharing(first).isSame(as: first) && !other.sharing(first).isSame(as: first))
    #expect(MemoryLayout<Diagnostic>.stride <= 32)
  }
}
