/// Finds the places of elements of a list, which stands elsewhere, by the elements' hashes.
package struct PlaceTable: Sendable {
  private var hashes: [UInt32] = []
  /// An open hash table of places in the list, one more than the place; 0 is free. At most half of it is taken.
  private var slots: [UInt32]

  package init(minimumCapacity: Int = 0) {
    var size = 16
    while size < 2 * minimumCapacity { size *= 2 }
    hashes.reserveCapacity(minimumCapacity)
    slots = Array(repeating: 0, count: size)
  }

  /// The place of the element that has a hash and is the same; nil where there is none.
  @inline(__always)
  package func find(_ hash: UInt32, _ isSame: (Int) -> Bool) -> Int? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == hash, isSame(place) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Takes in the list's next element, which is not there yet.
  package mutating func add(_ hash: UInt32) {
    hashes.append(hash)
    if 2 * hashes.count > slots.count {
      slots = Array(repeating: 0, count: 2 * slots.count)
      for place in hashes.indices { enter(place) }
    } else {
      enter(hashes.count - 1)
    }
  }

  private mutating func enter(_ place: Int) {
    var slot = Int(hashes[place]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(place + 1)
  }
}
