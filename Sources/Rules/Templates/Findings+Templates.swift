import Diagnostics

extension Findings {
  /// Reports a part of a template, UTF-8 offsets into its text, where it is written.
  mutating func report(_ message: Message, at part: Range<Int>, in template: BodyTemplate, related: [Related] = []) {
    guard let place = template.source.place(of: part) else { return }
    report(message, at: place.part, of: place.node, related: related)
  }

  /// Another place in a template for a message.
  mutating func related(_ text: String, at part: Range<Int>, in template: BodyTemplate) -> [Related] {
    guard let place = template.source.place(of: part) else { return [] }
    return [Related(text, at: span(of: place.part, in: place.node))]
  }
}
