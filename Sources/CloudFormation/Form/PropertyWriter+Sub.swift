extension Piece {
  var isPlaceholder: Bool {
    if case .text = self { false } else { true }
  }
}

extension PropertyWriter {
  /// Writes an `Fn::Sub` whose text is appended in parts.
  mutating func writeSub(_ body: (inout PropertyWriter) -> Void) {
    let start = count
    append(.sub)
    body(&self)
    endText()
    shortenSub(from: start)
  }

  /// Writes an `Fn::Sub` whose text has a known beginning, and further parts.
  mutating func writeSub(_ beginning: KnownBeginning, _ body: (inout PropertyWriter) -> Void) {
    append(beginning.tag)
    body(&self)
    endText()
  }

  /// Writes an `Fn::Sub`: a plain text where it has no placeholder. With a placeholder beside it each literal `${` becomes
  /// `${!`.
  mutating func writeSub(_ pieces: [Piece]) {
    guard pieces.contains(where: \.isPlaceholder) else { return write(Value.text(of: pieces)) }
    writeSub { writer in
      var endsInDollar = false
      pieces.withUnsafeBufferPointer { pieces in
        for index in pieces.indices { writer.append(pieces[index], after: &endsInDollar) }
      }
    }
  }

  @inline(__always)
  private mutating func append(_ piece: borrowing Piece, after endsInDollar: inout Bool) {
    switch piece {
    case .text(let text): return text.withBytes { append(literal: $0, after: &endsInDollar) }
    case .ref(let id): appendPlaceholder(id.text)
    case .getAtt(let id, let attribute): appendPlaceholder(id.text, attribute)
    case .pseudo(let name): appendPlaceholder(name)
    case .spelled(let text): append(text)
    }
    endsInDollar = false
  }

  /// Appends `${…}` to the text of an `Fn::Sub`.
  mutating func appendPlaceholder(_ name: String, _ attribute: String? = nil) {
    append("${")
    append(name)
    if let attribute {
      append(".")
      append(attribute)
    }
    append("}")
  }

  /// `${` may be split between two pieces of text.
  private mutating func append(literal text: UnsafeBufferPointer<UInt8>, after endsInDollar: inout Bool) {
    guard endsInDollar || text.contains(UInt8(ascii: "$")) else { return append(text) }
    for byte in text {
      append(byte)
      if endsInDollar && byte == UInt8(ascii: "{") { append(UInt8(ascii: "!")) }
      endsInDollar = byte == UInt8(ascii: "$")
    }
  }
}
