import Diagnostics

extension Document {
  /// The changes that put a message's correction where it stands: none without a correction, and none where a change
  /// could mean more than the message says or its source is not known to the byte.
  ///
  /// - Parameter id: the scalar at which the message stands.
  public func edits(for message: Message, at id: NodeID) -> [Edit] {
    guard let correction = message.correction, let scalar = WrittenScalar(of: id, in: self) else { return [] }
    return scalar.edit(to: correction).map { [$0] } ?? []
  }

  /// The same for a message about a part of a scalar.
  ///
  /// - Parameters:
  ///   - part: UTF-8 offsets into the scalar's text.
  ///   - span: where the part is written.
  public func edits(for message: Message, at part: Range<Int>, of id: NodeID, writtenAt span: Span) -> [Edit] {
    guard case .text(let text)? = message.correction, let scalar = WrittenScalar(of: id, in: self) else { return [] }
    return scalar.edit(part, writtenAt: span, to: text).map { [$0] } ?? []
  }

  /// Whether what is written at a node stands elsewhere too, by an alias.
  fileprivate func isAliased(_ id: NodeID) -> Bool {
    nodes.contains { $0.kind == .alias && $0.content == id.index }
  }
}

/// A scalar as it is written, for changes to it.
private struct WrittenScalar {
  private let document: Document
  private let id: NodeID
  private let node: Node
  /// The text in its quotes, without anchor and tag.
  private let token: Span
  /// Where the text stands in the buffer, decoded.
  private let text: Range<Int>

  /// Nil for a collection, for an alias, and for what an alias repeats: a change there would be one elsewhere.
  init?(of id: NodeID, in document: Document) {
    guard id != .none, document.nodes[Int(id.index)].kind == .scalar, !document.isRefused(id) else { return nil }
    let node = document[id]
    guard let start = ScalarScanner.start(of: node, in: document.sources) else { return nil }
    let properties = document.sources.bytes[Int(node.start)..<Int(start)]
    if properties.contains(UInt8(ascii: "&")), document.isAliased(id) { return nil }
    (self.document, self.id, self.node) = (document, id, node)
    token = Span(start: start, end: node.end)
    let text = document.text(of: node)
    self.text = Int(text.start)..<Int(text.end)
  }

  private var bytes: [UInt8] { document.sources.bytes }

  /// Whether the text is the token's, quotes left out, byte by byte.
  private var isVerbatim: Bool { Int(token.start) <= text.lowerBound && text.upperBound <= Int(token.end) }

  /// The change of the whole text.
  func edit(to correction: Correction) -> Edit? {
    guard isOnOneLine, node.style == .plain ? isVerbatim : hasItsQuotes else { return nil }
    switch correction {
    case .plain(let word): return Edit(token, word)
    case .text(let word):
      guard ScalarText.isPrintable(word), !isKey(word) else { return nil }
      if node.style == .plain, isPlain(word) { return Edit(token, word) }
      return Edit(token, ScalarText.quoted(word, like: node.style))
    }
  }

  private var isOnOneLine: Bool {
    bytes[Int(token.start)..<Int(token.end)].allSatisfy { $0 != 0x0A && $0 != 0x0D }
  }

  /// Whether this is a key of a mapping that has another one already.
  private func isKey(_ word: String) -> Bool {
    guard node.role == .key, let mapping = document.parent(of: id) else { return false }
    return document.entries(mapping).contains { document.bytes($0.key) { $0.elementsEqual(word.utf8) } }
  }

  /// The change of a part that is written exactly as it is read.
  func edit(_ part: Range<Int>, writtenAt span: Span, to word: String) -> Edit? {
    let read = bytes[(text.lowerBound + part.lowerBound)..<(text.lowerBound + part.upperBound)]
    guard Int(span.start) < Int(span.end), bytes[Int(span.start)..<Int(span.end)].elementsEqual(read),
      ScalarText.isPrintable(word)
    else { return nil }
    guard token.start <= span.start, span.end <= token.end || node.style == .literal || node.style == .folded else {
      // The text of a file, where nothing is quoted.
      return Edit(span, word)
    }
    switch node.style {
    case .plain:
      let before = String(decoding: bytes[text].prefix(part.lowerBound), as: UTF8.self)
      let after = String(decoding: bytes[text].dropFirst(part.upperBound), as: UTF8.self)
      return isPlain(before + word + after) ? Edit(span, word) : edit(to: .text(before + word + after))
    case .singleQuoted, .doubleQuoted:
      return Edit(span, ScalarText.escaped(word, in: node.style))
    default:
      return Edit(span, word)
    }
  }

  /// Whether a token that is read as quoted does begin with its quotes: the path of a `!File` does not.
  private var hasItsQuotes: Bool {
    switch node.style {
    case .singleQuoted: bytes[Int(token.start)] == UInt8(ascii: "'")
    case .doubleQuoted: bytes[Int(token.start)] == UInt8(ascii: "\"")
    default: false
    }
  }

  /// Whether a text can stand here without quotes, judged by what stands here without quotes now.
  private func isPlain(_ word: String) -> Bool { ScalarText.isPlain(word, inPlaceOf: bytes[text]) }
}
