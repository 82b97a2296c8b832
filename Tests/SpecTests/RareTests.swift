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
    manners.set(\.greeting, nil)
    #expect(manners.isEmpty && manners.given?.value.greeting == nil)
    manners.set(\.isLoud, false)
    #expect(!manners.isEmpty && manners.given?.value.isLoud == false && manners.given?.value.greeting == nil)
  }

  @Test("a copy keeps what it had when the other one is changed")
  func copies() {
    var first = Rare<Manners>()
    first.set(\.greeting, "hello")
    var second = first
    second.set(\.greeting, "good day")
    second.set(\.isLoud, true)
    #expect(first.given?.value.greeting == "hello" && first.given?.value.isLoud == nil)
    #expect(second.given?.value.greeting == "good day" && second.given?.value.isLoud == true)
    second.set(\.greeting, nil)
    #expect(second.given?.value.greeting == nil && second.given?.value.isLoud == true)
  }

  @Test("records of which there are as many as methods and paths stay small")
  func sizes() {
    #expect(MemoryLayout<Spec.Method>.size <= 88)
    #expect(MemoryLayout<IntegrationOptions>.size + MemoryLayout<Backend>.size <= 88)
    #expect(MemoryLayout<Named<PathItem>>.stride <= 48)
    #expect(MemoryLayout<PathTree.PathNode>.stride <= 56)
  }
}
