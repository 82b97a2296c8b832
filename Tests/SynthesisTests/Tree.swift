/// A generator of numbers (SplitMix64) that gives the same ones for the same seed on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// YAML to write: mappings keep their order until it is changed on purpose.
indirect enum Tree: Hashable {
  case text(String)
  /// Written as it stands: a number, a boolean, an intrinsic of one scalar.
  case plain(String)
  case list([Tree])
  /// Items whose order means nothing to any name.
  case set([Tree])
  /// Entries whose order means nothing.
  case map([Entry])
  /// Entries whose order shows in the template's texts.
  case ordered([Entry])

  struct Entry: Hashable {
    var key: String
    var value: Tree

    init(_ key: String, _ value: Tree) { (self.key, self.value) = (key, value) }
  }

  /// JSON, which is YAML too. `.plain` holds what both have.
  var json: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .plain(let text): text
    case .list(let items), .set(let items): "[\(items.map(\.json).joined(separator: ", "))]"
    case .map(let entries), .ordered(let entries):
      "{\(entries.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ", "))}"
    }
  }

  /// Block YAML: scalars quoted only where they must be.
  var yaml: String { block(indentation: "") + "\n" }

  private func block(indentation: String) -> String {
    switch self {
    case .text(let text): Self.isPlain(text) ? text : "'\(text.replacing("'", with: "''"))'"
    case .plain(let text): text
    case .list(let items), .set(let items):
      items.isEmpty
        ? "[]" : items.map { "\n\(indentation)- \($0.block(indentation: indentation + "  "))" }.joined()
    case .map(let entries), .ordered(let entries):
      entries.isEmpty
        ? "{}"
        : entries.map { entry in
          let key = Tree.text(entry.key).block(indentation: "")
          return "\n\(indentation)\(key): \(entry.value.block(indentation: indentation + "  "))"
        }.joined()
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "./_".contains($0)) }
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// The same with the entries of every mapping in another order, and the items of sets too if asked for.
  func shuffled(using numbers: inout SeededNumbers, sets: Bool = false) -> Tree {
    switch self {
    case .text, .plain: return self
    case .list(let items): return .list(items.map { $0.shuffled(using: &numbers, sets: sets) })
    case .set(let items):
      let inner = items.map { $0.shuffled(using: &numbers, sets: sets) }
      return .set(sets ? inner.shuffled(using: &numbers) : inner)
    case .ordered(let entries):
      return .ordered(entries.map { .init($0.key, $0.value.shuffled(using: &numbers, sets: sets)) })
    case .map(let entries):
      let inner = entries.map { Entry($0.key, $0.value.shuffled(using: &numbers, sets: sets)) }
      return .map(inner.shuffled(using: &numbers))
    }
  }

  subscript(_ key: String) -> Tree? {
    get {
      guard case .map(let entries) = self else { return nil }
      return entries.first { $0.key == key }?.value
    }
    set {
      guard case .map(var entries) = self else { return }
      let index = entries.firstIndex { $0.key == key }
      if let index, let newValue { entries[index].value = newValue }
      if let index, newValue == nil { entries.remove(at: index) }
      if index == nil, let newValue { entries.append(.init(key, newValue)) }
      self = .map(entries)
    }
  }

  subscript(_ path: [String]) -> Tree? {
    get { path.reduce(self) { $0?[$1] } }
    set {
      guard let first = path.first else { return }
      if path.count == 1 { self[first] = newValue } else { self[first]?[Array(path.dropFirst())] = newValue }
    }
  }

  /// The items of a list; none where it is something else.
  var items: [Tree] {
    switch self {
    case .list(let items), .set(let items): items
    default: []
    }
  }

  var keys: [String] {
    guard case .map(let entries) = self else { return [] }
    return entries.map(\.key)
  }
}
