import Testing

@testable import Document

@Suite struct ParentTests {
  @Test func everyNodeButTheRootLiesInACollection() throws {
    let document = try #require(Outcome("a: [1, {b: 2, c: []}, [3]]\nd: {}\ne: &e {f: 4}\ng: *e\n").reading.document)
    let parents = ParentIndex(of: document)
    #expect(parents[document.root] == nil)
    for index in document.nodes.indices.dropFirst() {
      let node = NodeID(UInt32(index))
      let parent = try #require(parents[node])
      let isList = document.kind(parent) == .sequence
      let children = isList ? document.items(parent) : document.entries(parent).flatMap { [$0.key, $0.value] }
      #expect(children.contains(node))
    }
  }

  @Test func rootsOfIncludedFilesLieInNone() throws {
    let files = MemoryFiles(["b.yaml": "c: [1]\n"])
    let document = try #require(Outcome("a: [!Include b.yaml]\n", files: files).reading.document)
    let parents = ParentIndex(of: document)
    let roots = document.nodes.indices.filter { parents[NodeID(UInt32($0))] == nil }
    #expect(roots.count == 2 && roots.allSatisfy { document.nodes[$0].role == .root })
  }
}
