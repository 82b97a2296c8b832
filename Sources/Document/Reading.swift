import Diagnostics

/// What came of reading a spec.
public struct Reading: Sendable {
  /// All bytes that were read, which a renderer of diagnostics needs whether reading succeeded or not.
  public let sources: SourceMap
  /// The spec as a tree; nil where it could not be read to its end. With errors in the report it may still be there, so that
  /// later stages find theirs: nodes that were refused say so (`Node.isRefused`).
  public let document: Document?
}

extension Document {
  /// Reads a spec: checks its text, reads it as YAML, follows aliases, merge keys, `!File` and `!Include`.
  ///
  /// Everything that is wrong goes into the report: SPEC104 for duplicate keys, SPEC105 for files that cannot be used,
  /// SPEC107 for text that is not the YAML wanted here, SPEC121 for aliases that never end or stand for too much.
  /// - Parameters:
  ///   - contents: the file's bytes.
  ///   - name: the file's name as the user wrote it.
  ///   - files: gives the files that the spec names.
  public static func read(
    _ contents: consuming [UInt8], name: String, files: any FileReader, limits: Limits, into report: inout Report
  ) -> Reading {
    var session = ReadingSession(files: files, limits: limits)
    swap(&session.report, &report)
    defer { swap(&session.report, &report) }
    // Whatever the limit, offsets have 32 bits.
    let most = min(limits.specBytes, 1 << 31)
    guard contents.count <= most else {
      let file = session.sources.add(name: name, contents: [])
      session.report.add(.tooLargeSpec(most), at: Span(start: file.start, end: file.end))
      return Reading(sources: session.sources, document: nil)
    }
    session.treesByName[name] = .open
    guard let tree = session.read(contents, name: name) else {
      return Reading(sources: session.sources, document: nil)
    }
    // The sources have a copy: where nobody else needs the bytes, they are gone before the tree is put to use.
    _ = consume contents
    let (nodes, merging) = session.linked(tree)
    let written = Document(
      sources: session.sources, nodes: nodes, texts: session.texts, tags: session.tags, merged: [:])
    guard !merging.isEmpty else { return Reading(sources: session.sources, document: written) }
    var merges = Merging(written)
    merges.resolve(merging, into: &session.report)
    let document = Document(
      sources: session.sources, nodes: nodes, texts: session.texts, tags: session.tags, merged: merges.merged)
    return Reading(sources: session.sources, document: document)
  }
}
