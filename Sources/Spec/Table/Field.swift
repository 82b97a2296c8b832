import Document

/// Whether a record can do without a field.
public enum FieldNeed: Sendable { case optional, required }

/// A row of a table: a key, the property that it fills, and what it takes.
public struct Field<Model>: Sendable {
  public typealias Need = FieldNeed

  public let name: String
  public let doc: String
  public let need: Need
  public let shape: Shape
  /// The property, for the test that every property has exactly one row. Made only when asked for: a key path takes the
  /// runtime longer to make than a key to be read, and most keys of the language are in no spec.
  public let property: @Sendable () -> any PartialKeyPath<Model> & Sendable
  let store: @Sendable (NodeID, inout Model, inout Reader) -> Void

  /// A row for a field that may be absent.
  @inline(never)
  public init<Value>(
    _ name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, Located<Value>?> & Sendable,
    _ kind: Kind<Value>,
    _ need: Need = .optional, doc: String
  ) {
    (self.name, self.doc, self.need, shape) = (name, doc, need, kind.shape)
    self.property = { property() }
    store = { [read = kind.read] node, model, reader in
      if let value = reader.read(node, with: read) { model[keyPath: property()] = Located(value, at: node) }
    }
  }

  /// A row for a field with a default, or a required one with a neutral start value.
  @inline(never)
  public init<Value>(
    _ name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, Located<Value>> & Sendable,
    _ kind: Kind<Value>,
    _ need: Need = .optional, doc: String
  ) {
    (self.name, self.doc, self.need, shape) = (name, doc, need, kind.shape)
    self.property = { property() }
    store = { [read = kind.read] node, model, reader in
      if let value = reader.read(node, with: read) { model[keyPath: property()] = Located(value, at: node) }
    }
  }

  /// A row for a section: a bare collection, whose elements have their places themselves.
  @inline(never)
  public init<Value>(
    section name: String,
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, Value> & Sendable,
    _ kind: Kind<Value>, doc: String
  ) {
    (self.name, self.doc, need, shape) = (name, doc, .optional, kind.shape)
    self.property = { property() }
    store = { [read = kind.read] node, model, reader in
      if let value = reader.read(node, with: read) { model[keyPath: property()] = value }
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

  typealias Store = @Sendable (NodeID, inout Model, inout Reader) -> Void

  /// The same row in a record that holds this record's keys among its own.
  public func lifted<Outer>(
    through outer: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Outer, Model> & Sendable
  ) -> Field<Outer> {
    Field<Outer>(name, need, shape, doc: doc, property: { outer() }) { [store] node, model, reader in
      store(node, &model[keyPath: outer()], &reader)
    }
  }
}
