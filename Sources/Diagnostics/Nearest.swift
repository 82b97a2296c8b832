/// The candidate that someone who wrote `name` most likely meant, or `nil` when none is near.
///
/// Case and the separators of `snake_case`, `kebab-case` and `dotted.case` do not count; of the rest, one slip (a
/// letter wrong, missing, surplus, or swapped with its neighbour) is allowed for every three letters, three at most.
/// The order of the candidates has no influence. Only the first 200 bytes of a name are looked at.
public func nearest(_ name: String, in candidates: some Sequence<String>) -> String? {
  var comparison = NameComparison(to: name)
  for candidate in candidates { comparison.take(ComparableName(candidate)) }
  return comparison.best?.name
}

/// Names of which the nearest is asked for again and again.
public struct KnownNames: Sendable {
  private let names: [ComparableName]

  public init(_ names: some Sequence<String>) { self.names = names.map(ComparableName.init) }

  /// What `nearest` finds among them.
  public func nearest(to name: String) -> String? {
    var comparison = NameComparison(to: name)
    for candidate in names { comparison.take(candidate) }
    return comparison.best?.name
  }
}

/// A name as it is compared.
private struct ComparableName: Sendable {
  static let longest = 200

  let name: String
  let bytes: [UInt8]
  /// Which letters occur, a bit for each: names whose sets differ by more than twice the slips cannot be near.
  let letters: UInt64

  init(_ name: String) {
    var bytes: [UInt8] = []
    for byte in name.utf8.prefix(Self.longest) {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): continue
      default: bytes.append(byte)
      }
    }
    (self.name, self.bytes) = (name, bytes)
    letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}

/// The restricted Damerau-Levenshtein distance of one name to many, with its buffers kept between them.
private struct NameComparison {
  private let name: ComparableName
  private var rows: [[Int]]
  /// How many slips a name of this length may hold.
  private let slips: Int
  /// The nearest of those taken.
  private(set) var best: (distance: Int, name: String)?

  init(to text: String) {
    name = ComparableName(text)
    slips = min(3, (name.bytes.count + 1) / 3)
    rows = Array(repeating: Array(repeating: 0, count: ComparableName.longest + 1), count: 3)
  }

  mutating func take(_ candidate: ComparableName) {
    guard let distance = distance(to: candidate, atMost: min(slips, best?.distance ?? slips)) else { return }
    if let best, (best.distance, best.name) <= (distance, candidate.name) { return }
    best = (distance, candidate.name)
  }

  /// The distance, when it is not above the limit.
  private mutating func distance(to other: ComparableName, atMost limit: Int) -> Int? {
    let allowed = min(limit, max(name.bytes.count, other.bytes.count) / 3)
    guard !name.bytes.isEmpty, !other.bytes.isEmpty, abs(name.bytes.count - other.bytes.count) <= allowed else {
      return nil
    }
    guard (name.letters ^ other.letters).nonzeroBitCount <= 2 * allowed else { return nil }
    if name.bytes == other.bytes { return 0 }
    for column in 0...other.bytes.count { rows[1][column] = column }
    for row in 1...name.bytes.count {
      if fill(row, other.bytes) > allowed { return nil }
      rows.swapAt(0, 1)
      rows.swapAt(1, 2)
    }
    let distance = rows[1][other.bytes.count]
    return distance <= allowed ? distance : nil
  }

  /// Fills the row of the letter before `row` from the two rows above it, and returns the row's least value.
  private mutating func fill(_ row: Int, _ other: [UInt8]) -> Int {
    let name = name.bytes
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
}
