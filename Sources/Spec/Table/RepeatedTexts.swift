/// Texts of 16 to 24 bytes that were read lately, by their bytes.
///
/// Content types, templates and names come again with every method. A text of up to 15 bytes is no object of its own; a longer
/// one that is shared costs a tenth of a new one, and is compared with itself at once.
struct RepeatedTexts: Sendable {
  static let lengths: ClosedRange<UInt32> = 16...24

  /// Two places for each set of marks, the one used last first: two texts that meet in a set do not drive each other out.
  private var known: [(mark: KeyMark, text: String)?] = Array(repeating: nil, count: 64)

  /// - Parameter mark: of a text whose length is among `lengths`, which it then stands for.
  subscript(_ mark: KeyMark) -> String? {
    mutating get {
      let first = place(of: mark)
      if let known = known[first], known.mark == mark { return known.text }
      guard let second = known[first + 1], second.mark == mark else { return nil }
      known.swapAt(first, first + 1)
      return second.text
    }
    set {
      let first = place(of: mark)
      known[first + 1] = known[first]
      known[first] = newValue.map { (mark, $0) }
    }
  }

  private func place(of mark: KeyMark) -> Int { 2 * (mark.hash & (known.count / 2 - 1)) }
}
