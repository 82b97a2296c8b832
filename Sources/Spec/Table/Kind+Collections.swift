import Diagnostics
import Document

extension Kind {
  /// The value, or an intrinsic in its place, which goes into the template unread.
  public static func orIntrinsic<Known>(_ kind: Kind<Known>) -> Kind where Value == Deferrable<Known> {
    Kind(.either(kind.shape, .intrinsic)) { node, reader in
      if let intrinsic = Intrinsic(node, in: reader.document) {
        return reader.read(intrinsic) ? .deferred(node) : nil
      }
      return kind.read(node, &reader).map { .known($0) }
    }
  }

  /// A list.
  public static func list<Item>(_ item: Kind<Item>) -> Kind where Value == [Located<Item>] {
    Kind(.list(item.shape)) { node, reader in readList(node, item, &reader) }
  }

  private static func readList<Item>(_ node: NodeID, _ item: Kind<Item>, _ reader: inout Reader) -> [Located<Item>]? {
    guard reader.document.kind(node) == .sequence, Intrinsic(node, in: reader.document) == nil else {
      reader.wrongValue(node, wanted: "a list")
      return nil
    }
    return readItems(node, item, &reader)
  }

  /// A list, or an intrinsic that gives one: then the intrinsic is the only item, and stands at the list's own node.
  public static func list<Known>(_ item: Kind<Deferrable<Known>>) -> Kind
  where Value == [Located<Deferrable<Known>>] {
    Kind(.either(.list(item.shape), .intrinsic)) { node, reader in
      if let intrinsic = Intrinsic(node, in: reader.document) {
        return reader.read(intrinsic) ? [Located(.deferred(node), at: node)] : nil
      }
      return readList(node, item, &reader)
    }
  }

  /// A list of references, or an intrinsic that gives one, as above.
  public static func list(_ item: Kind<Reference>) -> Kind where Value == [Located<Reference>] {
    Kind(.either(.list(item.shape), .intrinsic)) { node, reader in
      if let intrinsic = Intrinsic(node, in: reader.document) {
        return reader.read(intrinsic) ? [Located(.intrinsic(node), at: node)] : nil
      }
      return readList(node, item, &reader)
    }
  }

  /// A list, or its only item without the brackets.
  public static func listOrOne<Item>(_ item: Kind<Item>) -> Kind where Value == [Located<Item>] {
    Kind(.either(.list(item.shape), item.shape)) { node, reader in
      if reader.document.kind(node) == .sequence, Intrinsic(node, in: reader.document) == nil {
        return readItems(node, item, &reader)
      }
      return item.read(node, &reader).map { [Located($0, at: node)] }
    }
  }

  private static func readItems<Item>(_ node: NodeID, _ item: Kind<Item>, _ reader: inout Reader) -> [Located<Item>] {
    let count = reader.document.count(node)
    var items: [Located<Item>] = []
    for node in reader.document.eachItem(node) {
      if let value = reader.read(node, with: item.read) { items.add(Located(value, at: node), of: count) }
    }
    return items
  }

  /// A mapping with names of the user's, in the order written; nothing at all is an empty one.
  ///
  /// - Parameters:
  ///   - words: what a name is: "a stage's name".
  ///   - extensions: whether `x-` names are ignored.
  public static func map<Item>(_ words: String, _ item: Kind<Item>, extensions: Bool = false) -> Kind
  where Value == [Named<Item>] {
    Kind(.map(MapNames(words: words, takesExtensions: extensions), item.shape)) { node, reader in
      guard reader.isMapping(node) else {
        reader.wrongValue(node, wanted: "a mapping")
        return nil
      }
      let count = reader.document.count(node)
      var items: [Named<Item>] = []
      for entry in reader.document.entries(node) {
        if extensions, reader.isExtension(entry.key) { continue }
        let name = reader.string(entry.key)
        if let value = reader.read(entry.value, with: item.read) {
          items.add(Named(name, value, at: entry.value), of: count)
        }
      }
      return items
    }
  }

  /// The first kind for a scalar, the second for a mapping: a method as a function's name, code as a path.
  public static func either<Short, Long>(
    _ short: Kind<Short>, _ long: Kind<Long>, _ fromShort: @escaping @Sendable (Short) -> Value,
    _ fromLong: @escaping @Sendable (Long) -> Value
  ) -> Kind {
    Kind(.either(short.shape, long.shape)) { node, reader in
      let isLong = reader.isMapping(node) && Intrinsic(node, in: reader.document) == nil
      return isLong ? long.read(node, &reader).map(fromLong) : short.read(node, &reader).map(fromShort)
    }
  }
}

extension Array {
  /// Appends one of so many elements. The only one makes its list at two thirds of what it takes to reserve room for it.
  @inline(__always)
  fileprivate mutating func add(_ element: Element, of count: Int) {
    if isEmpty {
      if count == 1 {
        self = [element]
        return
      }
      reserveCapacity(count)
    }
    append(element)
  }
}

extension Reader {
  /// A mapping, or nothing at all, which reads as an empty one.
  func isMapping(_ node: NodeID) -> Bool {
    document.kind(node) == .mapping || isNull(node)
  }
}
