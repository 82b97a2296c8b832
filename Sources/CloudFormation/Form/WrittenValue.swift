/// A value in its form, for what many resources have: it is put together once and copied wherever it stands.
public struct WrittenValue: Sendable {
  let form: Form

  /// Writes the value.
  public init(_ value: Value) {
    var writer = PropertyWriter(capacity: 200)
    writer.write(value)
    form = writer.take()
  }

  /// `Value.canonicalBytes` of the value.
  public var canonicalBytes: [UInt8] { form.canonicalBytes }
}
