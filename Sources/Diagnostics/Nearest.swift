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

/// Names of which the nearest is asked for again and again.
public struct KnownNames: Sendable {
  private let names: [(name: String, normalized: NormalizedName)]

  public init(_ names: some Sequence<String>) {
    self.names = names.map { name in
      var normalized = NormalizedName()
      normalized.read(name, atMost: NameComparison.longest)
      return (name, normalized)
    }
  }

  /// What `nearest` finds among them.
  public func nearest(to name: String) -> String? {
    var comparison = NameComparison(to: name)
    var best: (distance: Int, name: String)?
    for (candidate, normalized) in names {
      let limit = min(comparison.slips, best?.distance ?? comparison.slips)
      guard let distance = comparison.distance(to: normalized, atMost: limit) else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }
}

/// The restricted Damerau-Levenshtein distance of one name to many, with its buffers kept between them.
private struct NameComparison {
  static let longest = 200

  private var name = NormalizedName()
  private var other = NormalizedName()
  private var rows = [Int](repeating: 0, count: 3 * (longest + 1))

  /// How many slips a name of this length may hold.
  let slips: Int

  init(to text: String) {
    name.read(text, atMost: Self.longest)
    slips = min(3, (name.bytes.count + 1) / 3)
  }

  /// The distance, when it is not above the limit.
  mutating func distance(to candidate: String, atMost limit: Int) -> Int? {
    other.read(candidate, atMost: Self.longest)
    return distance(to: other, atMost: limit)
  }

  /// The same for a name that is normalized already.
  mutating func distance(to other: NormalizedName, atMost limit: Int) -> Int? {
    let (count, otherCount) = (name.bytes.count, other.bytes.count)
    let allowed = min(limit, max(count, otherCount) / 3)
    guard count > 0, otherCount > 0, abs(count - otherCount) <= allowed,
      (name.letters ^ other.letters).nonzeroBitCount <= 2 * allowed
    else { return nil }
    return rows.withUnsafeMutableBufferPointer { rows in
      name.bytes.withUnsafeBufferPointer { name in
        other.bytes.withUnsafeBufferPointer { Self.distance(name, $0, atMost: allowed, rows) }
      }
    }
  }

  private static func distance(
    _ name: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, atMost limit: Int,
    _ rows: UnsafeMutableBufferPointer<Int>
  ) -> Int? {
    // What both start and end with costs nothing.
    var (start, end, otherEnd) = (0, name.count, other.count)
    while start < end, start < otherEnd, name[start] == other[start] { start += 1 }
    while end > start, otherEnd > start, name[end - 1] == other[otherEnd - 1] {
      (end, otherEnd) = (end - 1, otherEnd - 1)
    }
    let left = UnsafeBufferPointer(rebasing: name[start..<end])
    let right = UnsafeBufferPointer(rebasing: other[start..<otherEnd])
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    let width = right.count + 1
    for column in 0..<width { rows[column] = column }
    for row in 1...left.count where fill(row, left, right, rows) > limit { return nil }
    let distance = rows[left.count % 3 * width + right.count]
    return distance <= limit ? distance : nil
  }

  /// Fills the row of the letter before `row` from the two rows above it, the three taking turns, and returns the row's
  /// least value.
  private static func fill(
    _ row: Int, _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>,
    _ rows: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    let width = right.count + 1
    let (this, above, second) = (row % 3 * width, (row + 2) % 3 * width, (row + 1) % 3 * width)
    rows[this] = row
    var least = row
    for column in 1..<width {
      let same = left[row - 1] == right[column - 1]
      var value = min(rows[above + column] + 1, rows[this + column - 1] + 1, rows[above + column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        value = min(value, rows[second + column - 2] + 1)
      }
      rows[this + column] = value
      least = min(least, value)
    }
    return least
  }
}

/// A name without case and separators.
private struct NormalizedName {
  private(set) var bytes: [UInt8] = []
  /// Which letters occur, a bit for each: names whose sets differ by more than twice the slips cannot be near.
  private(set) var letters: UInt64 = 0

  mutating func read(_ text: String, atMost longest: Int) {
    bytes.removeAll(keepingCapacity: true)
    letters = 0
    var text = text
    text.withUTF8 { for byte in $0.prefix(longest) { add(byte) } }
  }

  private mutating func add(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): return
    default: break
    }
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    bytes.append(isCapital ? byte | 0x20 : byte)
    letters |= 1 << UInt64((isCapital ? byte | 0x20 : byte) & 63)
  }
}
