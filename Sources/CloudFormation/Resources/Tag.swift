/// A tag, as most resources take it.
public struct Tag: PropertyType {
  /// The tag's key: 1 to 128 characters.
  public var key: Value
  /// The tag's value: up to 256 characters.
  public var value: Value

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    key: Value,
    value: Value
  ) {
    self.key = key
    self.value = value
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.key, key)
    writer.add(.value, value)
  }
}
