import CSystem
import Testing

/// A block, and what was written into all of it.
private struct Block {
  let start: UnsafeMutableRawPointer
  let size: Int
  let filling: UInt8

  init(_ start: UnsafeMutableRawPointer, size: Int, filling: UInt8) {
    (self.start, self.size, self.filling) = (start, size, filling)
    start.initializeMemory(as: UInt8.self, repeating: filling, count: size)
  }

  /// Whether so many bytes from its beginning on are as they were written.
  func isWhole(for count: Int) -> Bool {
    UnsafeRawBufferPointer(start: start, count: min(count, size)).allSatisfy { $0 == filling }
  }
}

/// Small sizes above all, as libyaml's are, and some beyond the lists of free blocks.
private func randomSize() -> Int {
  Bool.random() ? .random(in: 1...64) : .random(in: 1...600)
}

@Suite("Memory for libyaml")
struct YamlMemoryTests {
  @Test("Blocks that are made, grown and given back in any order never overlap")
  func randomOrder() throws {
    var blocks: [Block] = []
    for step in 0..<20_000 {
      let filling = UInt8(truncatingIfNeeded: step)
      let index = blocks.indices.randomElement()
      switch (Int.random(in: 0..<3), index) {
      case (0, let index?):
        let block = blocks.remove(at: index)
        #expect(block.isWhole(for: block.size))
        yaml_memory_free(block.start)
      case (1, let index?):
        let (old, size) = (blocks[index], randomSize())
        let start = try #require(yaml_memory_reallocate(old.start, size))
        #expect(UnsafeRawBufferPointer(start: start, count: min(size, old.size)).allSatisfy { $0 == old.filling })
        blocks[index] = Block(start, size: size, filling: filling)
      default:
        let size = randomSize()
        blocks.append(Block(try #require(yaml_memory_allocate(size)), size: size, filling: filling))
      }
    }
    for block in blocks {
      #expect(block.isWhole(for: block.size))
      yaml_memory_free(block.start)
    }
  }

  @Test("Every block suits the strictest alignment", arguments: [0, 1, 15, 16, 17, 255, 256, 257, 272, 273, 100_000])
  func alignment(size: Int) throws {
    let blocks = try (0..<10).map { _ in try #require(yaml_memory_allocate(size)) }
    for block in blocks { #expect(Int(bitPattern: block) % 16 == 0) }
    #expect(Set(blocks).count == blocks.count)
    for block in blocks { yaml_memory_free(block) }
  }

  @Test("A small block that was given back is given again")
  func again() throws {
    let first = try #require(yaml_memory_allocate(40))
    yaml_memory_free(first)
    #expect(yaml_memory_allocate(33) == first)
    yaml_memory_free(first)
  }

  @Test("What grows keeps its content, from nothing to beyond the lists of free blocks")
  func growth() throws {
    var block: UnsafeMutableRawPointer?
    for size in [1, 16, 17, 200, 272, 273, 5_000, 70_000] {
      let larger = try #require(yaml_memory_reallocate(block, size))
      if block != nil { #expect(larger.load(as: UInt8.self) == 0x7A) }
      larger.storeBytes(of: 0x7A, as: UInt8.self)
      block = larger
    }
    yaml_memory_free(block)
  }

  @Test("Texts are copied with their end")
  func texts() throws {
    for text in ["", "tag:yaml.org,2002:str", String(repeating: "x", count: 1_000)] {
      let copy = try #require(yaml_memory_copy_text(text))
      #expect(String(cString: copy) == text)
      yaml_memory_free(copy)
    }
  }

  @Test("Nothing is given back without harm, and too much is refused")
  func borders() {
    yaml_memory_free(nil)
    #expect(yaml_memory_allocate(.max) == nil)
    #expect(yaml_memory_allocate(.max - 15) == nil)
    #expect(yaml_memory_reallocate(nil, .max) == nil)
  }
}
