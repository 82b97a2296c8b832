/// Texts of 16 to 24 bytes that were read lately, by their bytes.
///
/// Content types, templates and names come again with every method. A text of up to 15 bytes is no object of its own; a longer
/// one that is shared costs a tenth of a new one, and is compared with itself at once.
struct RepeatedTexts: Sendable {
  static let lengths: ClosedRange<UInt32> = 16...24

  private static let ways = 4
  private static let sets = 16

  private var marks: [KeyMark] = Array(repeating: KeyMark(""), count: sets * ways)
  private var texts: [String] = Array(repeating: "", count: sets * ways)
  /// The places of each set that were taken or asked for since all of them were, as bits: a text that comes again keeps its
  /// place, paths come once and go.
  private var used: [UInt8] = Array(repeating: 0, count: sets)

  /// The text of a mark; nil for one that was not read lately.
  mutating func text(of mark: KeyMark) -> String? {
    let set = mark.hash & (Self.sets - 1)
    for way in 0..<Self.ways where marks[set * Self.ways + way] == mark {
      used[set] |= 1 << way
      return texts[set * Self.ways + way]
    }
    return nil
  }

  /// - Parameter mark: of the text, for which it then stands.
  mutating func add(_ text: String, of mark: KeyMark) {
    let set = mark.hash & (Self.sets - 1)
    var way = (~used[set]).trailingZeroBitCount
    // All were used: from now on it counts who is used again, and the last one makes room.
    if way == Self.ways { (used[set], way) = (0, Self.ways - 1) }
    used[set] |= 1 << way
    (marks[set * Self.ways + way], texts[set * Self.ways + way]) = (mark, text)
  }
}
