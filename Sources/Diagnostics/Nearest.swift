/// The candidate that someone who wrote `name` most likely meant, or `nil` when none is near.
///
/// Case and the separators of `snake_case`, `kebab-case` and `dotted.case` do not count; of the rest, one slip (a
/// letter wrong, missing, surplus, or swapped with its neighbour) is allowed for every three letters, three at most.
/// The order of the candidates has no influence. Only the first 200 bytes of a name are looked at.
public func nearest(_ name: String, in candidates: some Sequence<String>) -> String? {
  var comparison = NameComparison(to: name)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let limit = min(comparison.slips, best?.distance ?? comparison.slips)
    guard let distance = comparison.distance(to: candidate, atMost: limit) else { continue }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// The restricted Damerau-Levenshtein distance of one name to many, with its buffers kept between them.
private struct NameComparison {
  private static let longest = 200

  private let name: [UInt8]
  private let letters: UInt64
  private var other: [UInt8] = []
  private var rows: [[Int]]

  /// How many slips a name of this length may hold.
  let slips: Int

  init(to text: String) {
    var bytes: [UInt8] = []
    Self.normalize(text, into: &bytes)
    name = bytes
    letters = Self.letters(of: bytes)
    slips = min(3, (bytes.count + 1) / 3)
    rows = Array(repeating: Array(repeating: 0, count: Self.longest + 1), count: 3)
  }

  /// The distance, when it is not above the limit.
  mutating func distance(to candidate: String, atMost limit: Int) -> Int? {
    Self.normalize(candidate, into: &other)
    let allowed = min(limit, max(name.count, other.count) / 3)
    guard !name.isEmpty, !other.isEmpty, abs(name.count - other.count) <= allowed else { return nil }
    if name == other { return 0 }
    guard (letters ^ Self.letters(of: other)).nonzeroBitCount <= 2 * allowed else { return nil }
    for column in 0...other.count { rows[1][column] = column }
    for row in 1...name.count {
      if fill(row) > allowed { return nil }
      rows.swapAt(0, 1)
      rows.swapAt(1, 2)
    }
    return rows[1][other.count] <= allowed ? rows[1][other.count] : nil
  }

  /// Fills the row of the letter before `row` from the two rows above it, and returns the row's least value.
  private mutating func fill(_ row: Int) -> Int {
    rows[2][0] = row
    var least = row
    for column in 1...other.count {
      let same = name[row - 1] == other[column - 1]
      var value = min(rows[1][column] + 1, rows[2][column - 1] + 1, rows[1][column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, name[row - 1] == other[column - 2], name[row - 2] == other[column - 1] {
        value = min(value, rows[0][column - 2] + 1)
      }
      rows[2][column] = value
      least = min(least, value)
    }
    return least
  }

  private static func normalize(_ text: String, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    for byte in text.utf8.prefix(longest) {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): continue
      default: bytes.append(byte)
      }
    }
  }

  /// Which letters occur, a bit for each: names whose sets differ by more than twice the slips cannot be near.
  private static func letters(of bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
