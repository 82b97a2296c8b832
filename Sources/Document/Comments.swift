import Diagnostics

/// A comment of the spec, or of a file that it includes.
public struct Comment: Sendable {
  /// From the `#` to the end of the line.
  public let span: Span
  /// Whether nothing but blanks stands before it on its line.
  public let isAlone: Bool
}

extension Document {
  /// The comments that begin, after `#` and blanks, with some word. libyaml tells nothing of comments: they are looked for
  /// in the text, outside of all scalars.
  public func comments(beginningWith word: StaticString) -> [Comment] {
    precondition(word.utf8CodeUnitCount > 0, "some word is looked for")
    let candidates = yamlFiles.flatMap { file in
      sources.bytes.withUnsafeBufferPointer { bytes in
        word.withUTF8Buffer { Document.marks(of: $0, in: bytes, file) }
      }
    }
    if candidates.isEmpty { return [] }
    let scalars = nodes.filter { $0.kind == .scalar }.map { Span(start: $0.start, end: $0.end) }
      .sorted { $0.start < $1.start }
    var next = 0
    var end: UInt32 = 0
    return candidates.sorted { $0.span.start < $1.span.start }.filter { comment in
      while next < scalars.count, scalars[next].end <= comment.span.start { next += 1 }
      let isText = next < scalars.count && scalars[next].start <= comment.span.start
      guard !isText, comment.span.start >= end else { return false }
      end = comment.span.end
      return true
    }
  }

  /// The spec, and the files that `!Include` names.
  private var yamlFiles: [SourceFile] {
    if sources.files.count == 1 { return sources.files }
    return nodes.filter { $0.role == .root }.compactMap { sources.file(at: $0.start) }
  }

  /// Where `#`, blanks and a word stand in a file, at a line's start or behind a blank. Words are rarer than comments, so
  /// the search is for the word.
  private static func marks(
    of word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ file: SourceFile
  ) -> [Comment] {
    let (start, end) = (Int(file.start), Int(file.end))
    let text = UnsafeBufferPointer(rebasing: bytes[..<end])
    var found: [Comment] = []
    var from = start
    while let first = text.firstPair(word[0], word[word.count - 1], distance: word.count - 1, from: from) {
      from = first + 1
      guard text[first..<first + word.count].elementsEqual(word) else { continue }
      var index = first - 1
      while index >= start, isBlank(text[index]) { index -= 1 }
      guard index >= start, text[index] == UInt8(ascii: "#") else { continue }
      guard index == start || isBlank(text[index - 1]) || isLineEnd(text[index - 1]) else { continue }
      var last = first
      while last < end, !isLineEnd(text[last]) { last += 1 }
      var before = index
      while before > start, isBlank(text[before - 1]) { before -= 1 }
      let isAlone = before == start || isLineEnd(text[before - 1])
      found.append(Comment(span: Span(start: UInt32(index), end: UInt32(last)), isAlone: isAlone))
    }
    return found
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
