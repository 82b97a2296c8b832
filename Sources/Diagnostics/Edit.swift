/// A change of the source that makes it say what was certainly meant.
public struct Edit: Hashable, Sendable {
  /// What is replaced; it lies in one file, on one line.
  public let span: Span
  /// The new source text, quoted and escaped as its place needs it.
  public let replacement: String

  public init(_ span: Span, _ replacement: String) {
    (self.span, self.replacement) = (span, replacement)
  }
}

/// Edits of which none lies over another, in their order.
public struct DisjointEdits: Sendable {
  public private(set) var edits: [Edit] = []

  public init() {}

  /// Takes all of some edits, or none where one would change what another changes otherwise.
  public mutating func insert(_ group: [Edit]) -> Bool {
    guard group.allSatisfy({ edits[place(of: $0)...].first == $0 || fits($0) }) else { return false }
    for edit in group {
      let place = place(of: edit)
      if edits[place...].first != edit { edits.insert(edit, at: place) }
    }
    return true
  }

  /// The bytes with the edits made, whose spans are offsets into them.
  public func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for edit in edits {
      result += bytes[at..<Int(edit.span.start)]
      result += edit.replacement.utf8
      at = Int(edit.span.end)
    }
    return result + bytes[at...]
  }

  private func fits(_ edit: Edit) -> Bool {
    let place = place(of: edit)
    let isBehind = place == 0 || edits[place - 1].span.end <= edit.span.start
    return isBehind && (place == edits.count || edit.span.end <= edits[place].span.start)
  }

  /// The index of the first edit that begins where this one does, or behind it.
  private func place(of edit: Edit) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span.start < edit.span.start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
