import Diagnostics

extension Findings {
  /// Reports a part of a template, UTF-8 offsets into its text, where it is written.
  ///
  /// - Parameter word: the part that the message corrects, where it is not all that is wrong.
  mutating func report(
    _ message: Message, at part: Range<Int>, in template: BodyTemplate, related: [Related] = [],
    correcting word: Range<Int>? = nil
  ) {
    guard let place = template.source.place(of: part) else { return }
    let word = word.flatMap { template.source.place(of: $0) }
    report(
      message, at: place.part, of: place.node, related: related,
      correcting: word.flatMap { $0.node == place.node ? $0.part : nil })
  }

  /// Another place in a template for a message.
  mutating func related(_ text: String, at part: Range<Int>, in template: BodyTemplate) -> [Related] {
    guard let place = template.source.place(of: part) else { return [] }
    return [Related(text, at: span(of: place.part, in: place.node))]
  }
}
