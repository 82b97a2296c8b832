import Diagnostics

/// What the files of one spec share while they are read: the source, the findings, the limits.
struct ReadingSession {
  let files: any FileReader
  let limits: Limits
  let hasher = KeyHasher()
  var sources = SourceMap()
  /// `Document.texts` of all files.
  private(set) var texts: [Span] = []
  var report = Report()
  /// Trees of included files, as they are finished.
  var trees: [FileTree] = []
  var treesByName: [String: Inclusion] = [:]
  var textsByName: [String: IncludedText] = [:]
  var includedBytes = 0
  var includedFiles = 0
  var unusableFiles = 0
  /// Values in all files.
  var values = 0
  /// What aliases and repeated inclusions stand for.
  private var repeated = Extent()
  private(set) var tags: [String] = []
  private var tagNumbers: [String: UInt16] = [:]

  init(files: any FileReader, limits: Limits) {
    self.files = files
    self.limits = limits
  }

  /// Reads one file's bytes; nil after a report of why that is not possible.
  mutating func read(_ contents: [UInt8], name: String) -> FileTree? {
    let file = sources.add(name: name, contents: contents)
    return contents.withUnsafeBufferPointer { bytes -> FileTree? in
      guard let text = CheckedText(bytes, base: file.start, into: &report) else { return nil }
      var stream = EventStream(text)
      var builder = TreeBuilder(text, name: name)
      do throws(Refusal) {
        return try builder.build(&stream, &self)
      } catch {
        report.add(error.message, at: error.span, related: error.related)
        return nil
      }
    }
  }

  /// Counts what stands in the spec once more without being written again.
  mutating func repeats(_ extent: Extent, at span: Span) throws(Refusal) {
    repeated += extent
    guard repeated.values <= limits.aliasedValues else { throw Refusal(.aliasBomb(limits.aliasedValues), at: span) }
    guard repeated.bytes <= limits.aliasedBytes else { throw Refusal(.longAliases(limits.aliasedBytes), at: span) }
  }

  /// Takes in text that stands nowhere in the source as it is.
  /// - Throws: where it is too long, or holds what must not be written as escapes either.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, at span: Span) throws(Refusal) -> Span {
    guard sources.bytes.count + text.count < Int(UInt32.max) else { throw Refusal(.tooLargeText, at: span) }
    let problems = TextScanner(text, from: 0, .decoded).problems
    if let first = problems.first { throw Refusal(.wrongText(first.problem), at: span) }
    return sources.append(text)
  }

  /// Notes where the text of a scalar stands.
  mutating func place(_ text: Span, of node: inout Node) {
    let count = text.end - text.start
    node.isApart = node.ending(with: count) != text
    node.content = node.isApart ? UInt32(truncatingIfNeeded: texts.count) : count
    if node.isApart { texts.append(text) }
  }

  /// A tag's number, one more than its place among the tags.
  mutating func tag(_ name: String) -> UInt16 {
    if let number = tagNumbers[name] { return number }
    tags.append(name)
    let number = UInt16(tags.count)
    tagNumbers[name] = number
    return number
  }
}

extension ReadingSession {
  /// Whether two texts are canonically equivalent, so that a reader sees one key.
  func isSameKey(_ left: Span, _ right: Span) -> Bool {
    let bytes = sources.bytes
    let (first, second) = (bytes[Int(left.start)..<Int(left.end)], bytes[Int(right.start)..<Int(right.end)])
    return first == second || String(decoding: first, as: UTF8.self) == String(decoding: second, as: UTF8.self)
  }

  /// Where a scalar's text stands.
  func text(of scalar: Node) -> Span {
    scalar.text(in: texts)
  }

  /// Where the text of a key stands, which may be an alias.
  func text(of key: UInt32, in tree: FileTree) -> Span {
    let node = tree.nodes[Int(key)]
    return text(of: node.kind == .alias ? tree.nodes[Int(node.content)] : node)
  }

  /// A text for a message.
  func quoted(_ span: Span) -> String { quotable(sources.bytes[Int(span.start)..<Int(span.end)]) }

  /// Hands out a text's bytes, as they are now.
  mutating func withText<Result>(
    _ span: Span, _ body: (UnsafeBufferPointer<UInt8>, inout ReadingSession) -> Result
  ) -> Result {
    let bytes = sources.bytes
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(span.start)..<Int(span.end)]), &self)
    }
  }
}
