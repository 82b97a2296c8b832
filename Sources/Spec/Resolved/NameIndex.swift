import Diagnostics
import Document

/// Numbers by name, canonically equivalent names being one. Methods look names up all the time, and a dictionary's hash of
/// a string costs more than the whole of this.
struct NameIndex: Sendable {
  private let hasher = KeyHasher()
  private var entries: [(name: String, number: Int)] = []
  private var table: PlaceTable

  init(minimumCapacity: Int = 8) {
    entries.reserveCapacity(minimumCapacity)
    table = PlaceTable(minimumCapacity: minimumCapacity)
  }

  var count: Int { entries.count }

  subscript(_ name: String) -> Int? {
    get { entries.isEmpty ? nil : place(of: name, hasher.hash(name)).map { entries[$0].number } }
    set {
      guard let newValue else { preconditionFailure("names are only added") }
      let hash = hasher.hash(name)
      if let place = place(of: name, hash) { return entries[place].number = newValue }
      entries.append((name, newValue))
      table.add(hash)
    }
  }

  private func place(of name: String, _ hash: UInt32) -> Int? {
    table.find(hash) { entries[$0].name == name }
  }
}

extension KeyHasher {
  /// The hash of a name's UTF-8.
  func hash(_ name: String) -> UInt32 {
    var name = name
    return name.withUTF8 { hash($0) }
  }
}
