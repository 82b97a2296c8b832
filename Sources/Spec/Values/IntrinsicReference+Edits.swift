import Diagnostics
import Document

extension IntrinsicReference {
  /// What a reference consists of.
  public enum Part: Sendable { case name, attribute }

  /// The changes that correct a part of the reference, at each place where its scalar has it.
  public func edits(for message: Message, of part: Part, in document: Document) -> [Edit] {
    guard message.correction != nil else { return [] }
    let places = ScalarPlaces(of: node, in: document)
    return ranges(of: part, in: document.string(node)).flatMap {
      document.edits(for: message, at: $0, of: node, writtenAt: places.span(of: $0))
    }
  }

  /// Where a part stands in a text that is the reference, or has it in `${…}`.
  private func ranges(of part: Part, in text: String) -> [Range<Int>] {
    var (whole, attribute): (String, String?) = (name, nil)
    if case .attribute(let named?) = form { (whole, attribute) = ("\(name).\(named)", named) }
    if part == .attribute, attribute == nil { return [] }
    let bytes = Array(text.utf8)
    let starts =
      text == whole || text == name ? [0] : Self.starts(of: Array("${\(whole)}".utf8), in: bytes).map { $0 + 2 }
    return starts.compactMap { start in
      let end = start + name.utf8.count
      guard part == .attribute else { return start..<end }
      return end < bytes.count ? end + 1..<start + whole.utf8.count : nil
    }
  }

  private static func starts(of word: [UInt8], in text: [UInt8]) -> [Int] {
    guard word.count <= text.count else { return [] }
    return (0...(text.count - word.count)).filter { text[$0...].starts(with: word) }
  }
}
