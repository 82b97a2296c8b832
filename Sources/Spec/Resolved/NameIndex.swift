import Document

/// Numbers by name, canonically equivalent names being one. Methods look names up all the time, and a dictionary's hash of
/// a string costs more than the whole of this.
struct NameIndex: Sendable {
  private struct Entry: Sendable {
    let name: String
    let hash: UInt32
    var value: UInt32
  }

  private let hasher = KeyHasher()
  private var entries: [Entry] = []
  /// An open hash table of places in `entries`, one more than the place; 0 is free. At most half of it is taken.
  private var slots: [UInt32]

  init(minimumCapacity: Int = 8) {
    entries.reserveCapacity(minimumCapacity)
    slots = Array(repeating: 0, count: Self.size(for: minimumCapacity))
  }

  var count: Int { entries.count }

  subscript(_ name: String) -> Int? {
    get {
      if entries.isEmpty { return nil }
      let found = slots[slot(of: hash(name)) { $0 == name }]
      return found == 0 ? nil : Int(entries[Int(found) - 1].value)
    }
    set {
      guard let newValue else { preconditionFailure("names are only added") }
      insert(name, newValue)
    }
  }

  /// The number of a name in UTF-8, and the name's hash, with which it can be added.
  func find(_ name: UnsafeBufferPointer<UInt8>) -> (number: Int?, hash: UInt32) {
    let hash = hasher.hash(name)
    let found = slots[slot(of: hash) { Self.isSame($0, name) }]
    return (found == 0 ? nil : Int(entries[Int(found) - 1].value), hash)
  }

  /// Adds a name that is not there yet.
  mutating func add(_ name: String, hash: UInt32, _ value: Int) {
    add(name, hash: hash, value, slot: slot(of: hash) { _ in false })
  }

  private mutating func insert(_ name: String, _ value: Int) {
    let hash = hash(name)
    let slot = slot(of: hash) { $0 == name }
    if slots[slot] == 0 {
      add(name, hash: hash, value, slot: slot)
    } else {
      entries[Int(slots[slot]) - 1].value = UInt32(value)
    }
  }

  private mutating func add(_ name: String, hash: UInt32, _ value: Int, slot: Int) {
    entries.append(Entry(name: name, hash: hash, value: UInt32(value)))
    slots[slot] = UInt32(entries.count)
    if 2 * entries.count > slots.count { grow() }
  }

  private func hash(_ name: String) -> UInt32 {
    var name = name
    return name.withUTF8 { hasher.hash($0) }
  }

  /// Where a name of a hash stands in the table, or would.
  @inline(__always)
  private func slot(of hash: UInt32, _ isSame: (String) -> Bool) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].hash == hash, isSame(entries[place].name) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private static func isSame(_ known: String, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let hasSameBytes = known.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.count == name.count && bytes.indices.allSatisfy { bytes[$0] == name[$0] }
    }
    return hasSameBytes == true || known == String(decoding: name, as: UTF8.self)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for (place, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(place + 1)
    }
  }

  private static func size(for count: Int) -> Int {
    var size = 16
    while size < 2 * count { size *= 2 }
    return size
  }
}
