/// A value in its form, for what many resources have: it is put together once and copied wherever it stands.
public struct WrittenValue: Sendable {
  let form: Form

  /// Writes the value.
  public init(_ value: Value) {
    var writer = PropertyWriter(capacity: 200)
    writer.write(value)
    form = writer.take()
  }

  /// Copies one of many values.
  public init(_ item: WrittenValues.Item) {
    var writer = PropertyWriter(capacity: 200)
    item.write(to: &writer)
    form = writer.take()
  }

  /// `Value.canonicalBytes` of the value.
  public var canonicalBytes: [UInt8] { form.canonicalBytes }
}

/// Values in their form, one after another, for what resources of a template name each other by: a string for each would
/// take twice the memory.
public struct WrittenValues: Sendable {
  private var bytes: [UInt8] = []
  /// The index after each value.
  private var ends: [UInt32] = []
  /// What the bytes do not tell, as few values have it.
  private var notes: [Int: [Form.Note]] = [:]

  /// One of the values.
  public struct Item: Sendable {
    fileprivate let values: WrittenValues
    fileprivate let index: Int

    func write(to writer: inout PropertyWriter) { values.write(index, to: &writer) }
  }

  public init() {}

  public subscript(index: Int) -> Item { Item(values: self, index: index) }

  /// Makes room for so many values.
  public mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(28 * count)
  }

  public mutating func append(_ value: Value) {
    let form = WrittenValue(value).form
    if !form.notes.isEmpty { notes[ends.count] = form.notes }
    bytes += form.bytes.all
    ends.append(UInt32(bytes.count))
  }

  /// Appends `Ref` to a resource of the template.
  public mutating func append(ref name: borrowing some ResourceName & ~Copyable) {
    bytes.append(Form.Tag.ref.rawValue)
    name.withBytes { bytes += $0 }
    bytes.append(Form.endOfText)
    ends.append(UInt32(bytes.count))
  }

  fileprivate func write(_ index: Int, to writer: inout PropertyWriter) {
    let (start, end) = (index == 0 ? 0 : ends[index - 1], ends[index])
    bytes.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[Int(start)..<Int(end)])
      guard !notes.isEmpty, let notes = notes[index] else { return writer.append(bytes) }
      writer.append(bytes, notes[...], from: 0)
    }
  }
}

extension PropertyWriter {
  public mutating func add(_ name: PropertyName, _ item: borrowing WrittenValues.Item) {
    writeName(name)
    item.write(to: &self)
  }

  /// Adds one of many values.
  public mutating func add(_ name: PropertyName, _ values: borrowing WrittenValues, at index: Int) {
    writeName(name)
    values.write(index, to: &self)
  }
}
