import Diagnostics

/// Why a file cannot be read any further: a finding that ends the reading of it.
package struct Refusal: Error {
  package let message: Message
  package let span: Span
  package let related: [Related]

  init(_ message: Message, at span: Span, related: [Related] = []) {
    self.message = message
    self.span = span
    self.related = related
  }
}
