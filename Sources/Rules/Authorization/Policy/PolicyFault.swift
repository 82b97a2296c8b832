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
  let place: Place

  init(_ words: String, help: String? = nil, _ place: Place) {
    (self.words, self.help, self.place) = (words, help, place)
  }
}
