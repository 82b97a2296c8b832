import Diagnostics

/// A file's bytes that are known to be UTF-8 without any character that hides or misleads.
package struct CheckedText {
  /// All bytes of the file.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// Where the file begins in the `SourceMap`.
  package let base: UInt32
  /// Whether nothing beyond ASCII follows the mark.
  let isASCII: Bool
  /// How many bytes the byte order mark takes.
  let markLength: Int

  /// Checks a file's bytes; nil after a report of what is wrong with them.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>, base: UInt32, into report: inout Report) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let scanner = TextScanner(bytes, from: hasMark ? 3 : 0, .spec)
    for (problem, offset) in scanner.problems {
      let start = base + UInt32(offset)
      report.add(.wrongText(problem), at: Span(start: start, end: start + problem.length))
    }
    guard scanner.problems.isEmpty else { return nil }
    self.bytes = bytes
    self.base = base
    isASCII = scanner.isASCII
    markLength = hasMark ? 3 : 0
  }
}

extension TextProblem {
  /// How many bytes the problem takes.
  fileprivate var length: UInt32 {
    switch self {
    case .wideEncoding: 0
    case .notUTF8: 1
    case .character(let scalar), .marks(let scalar): scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
  }
}
