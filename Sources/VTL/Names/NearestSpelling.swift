/// The legal word somebody most likely meant.
enum NearestSpelling {
  /// The candidate closest to `word`, letters compared without case, or nothing when all are too far to be a slip.
  ///
  /// A third of the word (at least one, at most four bytes) may differ; the first of equally near candidates wins.
  static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = word.utf8.map(lowercase)
    var best: (word: String, distance: Int)?
    let limit = min(4, max(1, wanted.count / 3))
    for candidate in candidates where abs(candidate.utf8.count - wanted.count) <= limit {
      let distance = distance(wanted, candidate.utf8.map(lowercase))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
