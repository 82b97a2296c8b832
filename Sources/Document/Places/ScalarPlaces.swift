import Diagnostics

/// Where the bytes of a scalar's text are written: text that is quoted, escaped, folded or indented in the source, and text
/// of a file that `!File` names.
///
/// For messages: a scalar whose text does not stand in the source as it is, is read once more.
public struct ScalarPlaces: Sendable {
  private enum Form: Sendable {
    /// The text stands in a file as it is, from this offset on.
    case verbatim(UInt32)
    /// One span for each byte of the text.
    case decoded([Span])
    /// Nothing is known but the place of the whole.
    case whole
  }

  private let form: Form
  private let whole: Span
  private let length: Int

  /// Finds the text of the scalar at a node, aliases followed.
  public init(of id: NodeID, in document: Document) {
    let node = document[id]
    whole = document.span(id)
    guard node.kind == .scalar else {
      (form, length) = (.whole, 0)
      return
    }
    let text = document.text(of: node)
    length = Int(text.end - text.start)
    if document.sources.files.contains(where: { $0.start <= text.start && text.end <= $0.end }) {
      form = .verbatim(text.start)
    } else {
      form = ScalarScanner.places(of: node, text, in: document.sources).map { .decoded($0) } ?? .whole
    }
  }

  /// The source of a part of the text; the whole scalar where that is not known.
  /// - Parameter part: UTF-8 offsets into the text; what lies outside it is cut off.
  public func span(of part: Range<Int>) -> Span {
    let part = part.clamped(to: 0..<length)
    switch form {
    case .whole: return whole
    case .verbatim(let start):
      return Span(start: start + UInt32(part.lowerBound), end: start + UInt32(part.upperBound))
    case .decoded(let places):
      guard let last = places.last else { return whole }
      let start = part.lowerBound < length ? places[part.lowerBound].start : last.end
      return Span(start: start, end: part.isEmpty ? start : places[part.upperBound - 1].end)
    }
  }
}

extension Document {
  /// Where a part of a scalar's text is written.
  /// - Parameter part: UTF-8 offsets into the text.
  public func span(of part: Range<Int>, in id: NodeID) -> Span {
    ScalarPlaces(of: id, in: self).span(of: part)
  }
}
