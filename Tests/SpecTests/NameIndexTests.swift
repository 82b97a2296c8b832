import Testing

@testable import Spec

@Suite struct NameIndexTests {
  @Test func `Every name is found again with its number, and no other is`() {
    var index = NameIndex()
    for number in 0..<2000 { index["/v1/items\(number)/{id}"] = number }
    #expect(index.count == 2000)
    for number in 0..<2000 { #expect(index["/v1/items\(number)/{id}"] == number) }
    #expect(index["/v1/items2000/{id}"] == nil)
    #expect(index[""] == nil)
  }

  @Test func `A name that is given again has its new number`() {
    var index = NameIndex(minimumCapacity: 0)
    index["Shop"] = 1
    index["Shop"] = 2
    #expect(index["Shop"] == 2)
    #expect(index.count == 1)
  }

  @Test func `Canonically equivalent names are one`() {
    var index = NameIndex()
    index["caf\u{e9}"] = 1
    #expect(index["cafe\u{301}"] == 1)
  }
}
