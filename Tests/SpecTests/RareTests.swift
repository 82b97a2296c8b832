import Testing

@testable import Document
@testable import Spec

/// Options that stand in an object of their own while the record is a value.
@Suite struct RareTests {
  private struct Manners: RareOptions {
    var greeting: String?
    var isLoud: Bool?
  }

  @Test("nothing is kept until an option is given, and nil is no option")
  func emptiness() {
    var manners = Rare<Manners>()
    manners[\.greeting] = nil
    #expect(manners.isEmpty && manners[\.greeting] == nil)
    manners[\.isLoud] = false
    #expect(!manners.isEmpty && manners[\.isLoud] == false && manners[\.greeting] == nil)
  }

  @Test("a copy keeps what it had when the other one is changed")
  func copies() {
    var first = Rare<Manners>()
    first[\.greeting] = "hello"
    var second = first
    second[\.greeting] = "good day"
    second[\.isLoud] = true
    #expect(first[\.greeting] == "hello" && first[\.isLoud] == nil)
    #expect(second[\.greeting] == "good day" && second[\.isLoud] == true)
    second[\.greeting] = nil
    #expect(second[\.greeting] == nil && second[\.isLoud] == true)
  }

  @Test("records of which there are as many as methods and paths stay small")
  func sizes() {
    #expect(MemoryLayout<Spec.Method>.size <= 88)
    #expect(MemoryLayout<IntegrationOptions>.size + MemoryLayout<Backend>.size <= 88)
    #expect(MemoryLayout<Named<PathItem>>.stride <= 48)
    #expect(MemoryLayout<PathTree.PathNode>.stride <= 56)
  }
}
