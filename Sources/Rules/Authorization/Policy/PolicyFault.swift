import Diagnostics
import Document

/// Why IAM refuses a policy document, and where.
struct PolicyFault {
  enum Place {
    case value(NodeID)
    /// The key of a value; for an item of a list the item.
    case key(NodeID)
  }

  let words: String
  let help: String?
  let correction: Correction?
  let place: Place

  init(_ words: String, help: String? = nil, _ place: Place) {
    (self.words, self.help, correction, self.place) = (words, help, nil, place)
  }

  /// A fault that a nearest name may explain.
  init(_ words: String, near: Nearest?, help: String, _ place: Place) {
    self.words = words
    (self.help, correction) = (near?.question ?? help, near?.correction)
    self.place = place
  }
}
