import Diagnostics
import Testing

@testable import Document

@Suite struct FileTests {
  @Test func `a file's text stands as a scalar where it is named`() {
    let files = MemoryFiles(["t.vm": "#set($x = 1)\n\té", "marked": "\u{FEFF}x"])
    let outcome = Outcome("a: !File t.vm\nb: !File t.vm\nc: !File marked\n", files: files)
    #expect(outcome.tree == "{a: '#set($x = 1)\n\té', b: '#set($x = 1)\n\té', c: 'x'}")
    #expect(outcome.source("b") == "!File t.vm")
  }

  @Test func `a file that cannot be used is refused where it is named`() {
    var files = MemoryFiles()
    files.contents["bytes"] = [0x61, 0xFF]
    files.contents["nul"] = [0x61, 0x00]
    files.errors = ["out": .outside, "pipe": .notAFile, "big": .tooLarge, "no": .unreadable("permission denied")]
    for path in ["missing", "bytes", "nul", "out", "pipe", "big", "no", "''", "\"a\\0b\""] {
      #expect(Outcome("a: !File \(path)\nb: 1\n", files: files).places == ["1:4 SPEC105"])
    }
    for path in ["missing", "out", "''"] {
      #expect(Outcome("a: !Include \(path)\n", files: files).places == ["1:4 SPEC105"])
    }
    #expect(Outcome("a: !File [b]\nc: !Include {d: e}\n").places == ["1:4 SPEC107", "2:4 SPEC107"])
  }

  @Test func `an included file's value stands where it is named, once for all`() {
    let files = MemoryFiles(["part.yaml": "# é\nx: &x [1, 2]\ny: *x\nz: !Include leaf.yaml\n", "leaf.yaml": "leaf"])
    let outcome = Outcome("a: &p !Include part.yaml\nb: *p\nc: !Include part.yaml\n", files: files)
    let part = "{x: [1, 2], y: [1, 2], z: leaf}"
    #expect(outcome.places == [])
    #expect(outcome.tree == "{a: \(part), b: \(part), c: \(part)}")
    #expect(outcome.reading.sources.files.map(\.name) == ["spec.yaml", "part.yaml", "leaf.yaml"])
    #expect(outcome.source("a", "x") == "&x [1, 2]")
  }

  @Test func `an included file may be merged`() {
    let outcome = Outcome("a:\n  <<: !Include part.yaml\n  b: 1\n", files: MemoryFiles(["part.yaml": "{b: 2, c: 3}"]))
    #expect(outcome.tree == "{a: {b: 1, c: 3}}")
  }

  @Test func `what is wrong in an included file is reported there`() {
    let files = MemoryFiles(["dup.yaml": "k: 1\nk: 2\n", "open.yaml": "k: [", "text.yaml": "k: \u{7}"])
    let outcome = Outcome("a: !Include dup.yaml\nb: !Include open.yaml\nc: !Include text.yaml\n", files: files)
    #expect(outcome.places == ["dup.yaml:2:1 SPEC104", "open.yaml:1:4 SPEC107", "text.yaml:1:4 SPEC107"])
  }

  @Test func `files that include each other are refused where the circle closes`() {
    let files = MemoryFiles(["b.yaml": "x: !Include c.yaml\n", "c.yaml": "y:\n- !Include b.yaml\n"])
    #expect(Outcome("a: !Include b.yaml\n", files: files).places == ["c.yaml:2:3 SPEC105"])
    #expect(Outcome("a: !Include spec.yaml\n", files: files).places == ["1:4 SPEC105"])
  }

  @Test func `included values, files and bytes count towards the limits`() {
    let files = MemoryFiles(["p.yaml": "[1, 2, 3]", "q.yaml": "[[1]]"])
    var limits = Limits()
    limits.includedFiles = 1
    #expect(Outcome("a: !Include p.yaml\nb: !Include q.yaml\n", files: files, limits: limits).places == ["2:4 SPEC105"])
    limits = Limits()
    limits.unusableFiles = 1
    let missing = Outcome("a: !File x\nb: !File y\nc: !File x\n", files: files, limits: limits)
    #expect(missing.places == ["1:4 SPEC105", "2:4 SPEC105", "3:4 SPEC105"])
    #expect(missing.report.sorted.map { $0.message.text.contains("not looked for") } == [false, true, false])
    limits = Limits()
    limits.includedBytes = 10
    #expect(Outcome("a: !Include p.yaml\nb: !File q.yaml\n", files: files, limits: limits).places == ["2:4 SPEC105"])
    limits = Limits()
    limits.values = 8
    #expect(Outcome("a: !Include p.yaml\nb: 1\n", files: files, limits: limits).places == ["2:4 SPEC107"])
    limits = Limits()
    limits.depth = 3
    #expect(Outcome("a: [!Include q.yaml]\n", files: files, limits: limits).places == ["1:5 SPEC121"])
    limits = Limits()
    limits.aliasedValues = 3
    #expect(Outcome("a: !Include p.yaml\nb: !Include p.yaml\n", files: files, limits: limits).places == ["2:4 SPEC121"])
    limits = Limits()
    limits.aliasedBytes = 8
    #expect(Outcome("a: !File p.yaml\nb: !File p.yaml\n", files: files, limits: limits).places == ["2:4 SPEC121"])
    #expect(Outcome("a: !File q.yaml\nb: !File q.yaml\n", files: files, limits: limits).places == [])
    #expect(Outcome("a: &a !File p.yaml\nb: *a\n", files: files, limits: limits).places == ["2:4 SPEC121"])
  }
}
