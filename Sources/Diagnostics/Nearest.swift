/// A name that someone most likely meant who wrote another.
public struct Nearest: Hashable, Sendable {
  public let name: String
  /// Whether nothing else can have been meant.
  public let isCertain: Bool
  /// Whether case, separators or the order of two letters alone differ.
  private let hasSameLetters: Bool

  public init(_ name: String, isCertain: Bool) {
    self.init(name, isCertain, hasSameLetters: false)
  }

  fileprivate init(_ name: String, _ isCertain: Bool, hasSameLetters: Bool) {
    (self.name, self.isCertain, self.hasSameLetters) = (name, isCertain, hasSameLetters)
  }

  /// The help of a message.
  public var question: String { "did you mean '\(name)'?" }

  /// The name in place of the wrong one; nil where it could as well be another.
  public var correction: Correction? { isCertain ? .text(name) : nil }

  /// The same where people chose the names, which tell things apart by single letters: `putItem` is no slip of `getItem`,
  /// nor `Items` of `Item`.
  public var amongChosenNames: Nearest { Nearest(name, isCertain && hasSameLetters, hasSameLetters: hasSameLetters) }

  /// The nearest of what the name is a part of.
  public func map(_ transform: (String) -> String) -> Nearest {
    Nearest(transform(name), isCertain, hasSameLetters: hasSameLetters)
  }
}

/// The candidate that someone who wrote `name` most likely meant, or `nil` when none is near.
///
/// Case and the separators of `snake_case`, `kebab-case` and `dotted.case` do not count; of the rest, one slip (a
/// letter wrong, missing, surplus, or swapped with its neighbour) is allowed for every three letters, three at most.
/// The order of the candidates has no influence. Only the first 200 bytes of a name are looked at.
///
/// It is certain when no other candidate is as near, no digit differs (`v1` is no slip of `v2`), the length differs by one
/// at most (`authorizerId` is no slip of `authorizer`), and four letters or more stand for each slip, eight where a letter
/// is another one (`state` is no slip of `stage`).
public func nearest(_ name: String, in candidates: some Sequence<String>) -> Nearest? {
  var search = NearestSearch(for: name)
  for candidate in candidates { search.look(at: candidate) }
  return search.nearest
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
  public func nearest(to name: String) -> Nearest? {
    var search = NearestSearch(for: name)
    for (candidate, normalized) in names { search.look(at: candidate, normalized) }
    return search.nearest
  }
}

/// The nearest of the candidates that were looked at.
private struct NearestSearch {
  private var comparison: NameComparison
  private var best: (distance: Int, name: String)?
  private var isOnly = true

  init(for name: String) { comparison = NameComparison(to: name) }

  private var limit: Int { min(comparison.slips, best?.distance ?? comparison.slips) }

  mutating func look(at candidate: String) {
    add(candidate, comparison.distance(to: candidate, atMost: limit))
  }

  mutating func look(at candidate: String, _ normalized: NormalizedName) {
    add(candidate, comparison.distance(to: normalized, atMost: limit))
  }

  private mutating func add(_ candidate: String, _ distance: Int?) {
    guard let distance, candidate != best?.name else { return }
    isOnly = distance != best?.distance
    if let found = best, (found.distance, found.name) <= (distance, candidate) { return }
    best = (distance, candidate)
  }

  var nearest: Nearest? {
    guard let best else { return nil }
    var comparison = comparison
    let hasSameLetters = comparison.hasSameLetters(as: best.name, distance: best.distance)
    let isSlip = hasSameLetters || comparison.isSlip(of: best.name, distance: best.distance)
    return Nearest(best.name, isOnly && isSlip, hasSameLetters: hasSameLetters)
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

  /// Whether case, separators or the order of two letters alone tell a candidate from the name.
  mutating func hasSameLetters(as candidate: String, distance: Int) -> Bool {
    other.read(candidate, atMost: Self.longest)
    return distance <= 1 && hasSameDigits && name.bytes.sorted() == other.bytes.sorted()
  }

  /// Whether a candidate at this distance is surely meant.
  mutating func isSlip(of candidate: String, distance: Int) -> Bool {
    other.read(candidate, atMost: Self.longest)
    let lettersPerSlip = name.bytes.count == other.bytes.count ? 8 : 4
    return hasSameDigits && abs(name.bytes.count - other.bytes.count) <= 1
      && lettersPerSlip * distance <= max(name.bytes.count, other.bytes.count)
  }

  private var hasSameDigits: Bool {
    name.bytes.filter(Self.isDigit).elementsEqual(other.bytes.filter(Self.isDigit))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

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
