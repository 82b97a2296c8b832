extension Piece {
  var isPlaceholder: Bool {
    if case .text = self { false } else { true }
  }
}

extension PropertyWriter {
  /// Begins an `Fn::Sub`, whose text is appended in parts.
  mutating func beginSub() {
    beginObject()
    writeName("Fn::Sub" as StaticString)
    append(.text)
  }

  mutating func endSub() {
    append(Form.endOfText)
    endObject()
  }

  /// Writes an `Fn::Sub`: a plain text where it has no placeholder.
  mutating func writeSub(_ pieces: [Piece]) {
    guard pieces.contains(where: \.isPlaceholder) else {
      append(.text)
      append(pieces, ofSub: false)
      return append(Form.endOfText)
    }
    beginSub()
    append(pieces, ofSub: true)
    endSub()
  }

  /// With a placeholder beside it each literal `${` becomes `${!`; a plain text stays.
  private mutating func append(_ pieces: [Piece], ofSub isSub: Bool) {
    var endsInDollar = false
    pieces.withUnsafeBufferPointer { pieces in
      for index in pieces.indices { append(pieces[index], ofSub: isSub, after: &endsInDollar) }
    }
  }

  @inline(__always)
  private mutating func append(_ piece: borrowing Piece, ofSub isSub: Bool, after endsInDollar: inout Bool) {
    switch piece {
    case .text(let text):
      text.withBytes { text in
        if isSub { append(literal: text, after: &endsInDollar) } else { append(text) }
      }
      return
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

  /// Appends a part of a text.
  mutating func append(_ text: String) {
    text.withBytes { append($0) }
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
