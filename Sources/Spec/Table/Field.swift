import Document

/// Whether a record can do without a field.
public enum FieldNeed: Sendable { case optional, required }

/// A row of a table: a key, the property that it fills, and what it takes.
///
/// The closures that store are made inline and capture nothing but the key path, so that the compiler sees which property
/// it means: otherwise every run makes an object of each key path that it uses, a quarter of a small spec's validation.
public struct Field<Model>: Sendable {
  public typealias Need = FieldNeed

  public let name: String
  public let doc: String
  public let need: Need
  public let shape: Shape
  /// The property, for the test that every property has exactly one row. Made only when asked for: a key path takes the
  /// runtime longer to make than a key to be read, and most keys of the language are in no spec.
  public let property: @Sendable () -> any PartialKeyPath<Model> & Sendable
  let store: Store

  typealias Store = @Sendable (NodeID, inout Model, inout Reader) -> Void

  /// A row for a field that may be absent.
  @inline(__always)
  public init<Value>(
    _ name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, Located<Value>?> & Sendable,
    _ kind: Kind<Value>,
    _ need: Need = .optional, doc: String
  ) {
    self.init(name, need, kind, doc: doc, property: { property() }) { model, value, node in
      model[keyPath: property()] = Located(value, at: node)
    }
  }

  /// A row for a field with a default, or a required one with a neutral start value.
  @inline(__always)
  public init<Value>(
    _ name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, Located<Value>> & Sendable,
    _ kind: Kind<Value>,
    _ need: Need = .optional, doc: String
  ) {
    self.init(name, need, kind, doc: doc, property: { property() }) { model, value, node in
      model[keyPath: property()] = Located(value, at: node)
    }
  }

  /// A row for a section: a bare collection, whose elements have their places themselves.
  @inline(__always)
  public init<Value>(
    section name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, Value> & Sendable,
    _ kind: Kind<Value>, doc: String
  ) {
    self.init(name, .optional, kind, doc: doc, property: { property() }) { model, value, _ in
      model[keyPath: property()] = value
    }
  }

  @inline(never)
  private init<Value>(
    _ name: String, _ need: Need, _ kind: Kind<Value>, doc: String,
    property: @escaping @Sendable () -> any PartialKeyPath<Model> & Sendable,
    set: @escaping @Sendable (inout Model, Value, NodeID) -> Void
  ) {
    self.init(name, need, kind.shape, doc: doc, property: property) { [read = kind.read] node, model, reader in
      if let value = reader.read(node, with: read) { set(&model, value, node) }
    }
  }

  private init(
    _ name: String, _ need: Need, _ shape: Shape, doc: String,
    property: @escaping @Sendable () -> any PartialKeyPath<Model> & Sendable, store: @escaping Store
  ) {
    (self.name, self.doc, self.need, self.shape) = (name, doc, need, shape)
    self.property = property
    self.store = store
  }

  /// The same row in a record that holds this record's keys among its own.
  @inline(__always)
  public func lifted<Outer>(
    through outer: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Outer, Model> & Sendable
  ) -> Field<Outer> {
    lifted(property: { outer() }) { model, body in body(&model[keyPath: outer()]) }
  }

  @inline(never)
  private func lifted<Outer>(
    property: @escaping @Sendable () -> any PartialKeyPath<Outer> & Sendable,
    within: @escaping @Sendable (inout Outer, (inout Model) -> Void) -> Void
  ) -> Field<Outer> {
    Field<Outer>(name, need, shape, doc: doc, property: property) { [store] node, model, reader in
      within(&model) { store(node, &$0, &reader) }
    }
  }
}
