extension Piece {
  var isPlaceholder: Bool {
    if case .text = self { false } else { true }
  }

  /// What may hold any characters; the rest are logical IDs.
  fileprivate var freeText: String? {
    switch self {
    case .text(let text), .pseudo(let text), .getAtt(_, let text): text
    case .ref, .spelled: nil
    }
  }
}

extension [Piece] {
  /// Whether YAML's single quotes hold the text with fewer escapes than its double quotes.
  var areBetterInSingleQuotes: Bool {
    var isBetter = false
    for piece in self {
      guard let text = piece.freeText else { continue }
      let (fits, needsEscape) = text.withBytes {
        ($0.isBetterInSingleQuotes, $0.firstToEscape(from: 0, for: .yaml) < $0.count || $0.holdsRunnerOrder)
      }
      if needsEscape && !fits { return false }
      isBetter = isBetter || fits
    }
    return isBetter
  }
}

extension OutputBuffer {
  /// Appends the text of an `Fn::Sub` as it stands between double quotes. With a placeholder in it each literal `${`
  /// becomes `${!`; without one the text is a plain string and stays.
  mutating func append(_ pieces: [Piece], for quotation: Quotation) {
    let isSub = pieces.contains(where: \.isPlaceholder)
    var endsInDollar = false
    pieces.withUnsafeBufferPointer { pieces in
      for index in pieces.indices { append(pieces[index], of: isSub, after: &endsInDollar, for: quotation) }
    }
  }

  @inline(__always)
  private mutating func append(
    _ piece: borrowing Piece, of isSub: Bool, after endsInDollar: inout Bool, for quotation: Quotation
  ) {
    switch piece {
    case .text(let text):
      guard isSub else { return append(escaping: text, for: quotation) }
      return append(literal: text, after: &endsInDollar, for: quotation)
    case .ref(let id): id.text.withBytes { appendPlaceholder($0) }
    case .getAtt(let id, let attribute): appendPlaceholder(id, attribute, for: quotation)
    case .pseudo(let name): appendPlaceholder(name, for: quotation)
    case .spelled(let text): append(verbatim: text)
    }
    endsInDollar = false
  }

  /// Appends `${…}` around a name in which nothing needs an escape.
  @inline(__always)
  private mutating func appendPlaceholder(_ name: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "$"))
    append(name, after: UInt8(ascii: "{"), before: UInt8(ascii: "}"))
  }

  private mutating func appendPlaceholder(_ name: String, for quotation: Quotation) {
    name.withBytes { name in
      guard name.firstToEscape(from: 0, for: quotation) < name.count else { return appendPlaceholder(name) }
      append("${")
      append(escaping: name, for: quotation)
      append(UInt8(ascii: "}"))
    }
  }

  private mutating func appendPlaceholder(_ id: LogicalID, _ attribute: String, for quotation: Quotation) {
    append("${")
    append(verbatim: id.text)
    append(UInt8(ascii: "."))
    append(escaping: attribute, for: quotation)
    append(UInt8(ascii: "}"))
  }

  /// `${` may be split between two pieces of text.
  private mutating func append(literal text: String, after endsInDollar: inout Bool, for quotation: Quotation) {
    endsInDollar = text.withBytes { bytes in
      guard endsInDollar || bytes.contains(UInt8(ascii: "$")) else {
        append(escaping: bytes, for: quotation)
        return false
      }
      return append(literal: bytes, afterDollar: endsInDollar, for: quotation)
    }
  }

  /// Returns whether the text ends in a dollar.
  private mutating func append(
    literal bytes: UnsafeBufferPointer<UInt8>, afterDollar: Bool, for quotation: Quotation
  ) -> Bool {
    var afterDollar = afterDollar
    var start = 0
    for index in bytes.indices {
      if afterDollar && bytes[index] == UInt8(ascii: "{") {
        append(escaping: UnsafeBufferPointer(rebasing: bytes[start...index]), for: quotation)
        append(UInt8(ascii: "!"))
        start = index + 1
      }
      afterDollar = bytes[index] == UInt8(ascii: "$")
    }
    append(escaping: UnsafeBufferPointer(rebasing: bytes[start...]), for: quotation)
    return afterDollar
  }
}
