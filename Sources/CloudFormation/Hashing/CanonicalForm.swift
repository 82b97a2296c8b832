/// The canonical form of a value: JSON without blanks, members in their order, only what JSON demands escaped. Two
/// values have the same form exactly if a template would hold the same JSON for them.
extension Value {
  /// The canonical form in UTF-8. It is also the text of free JSON that stands in a template as a string.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    writeCanonical(to: { bytes.append(contentsOf: $0) }) { $0.write(self) }
    return bytes
  }

  /// Feeds the canonical form to a hash.
  public func hash(into hash: inout SHA256) {
    writeCanonical(to: { hash.update($0) }) { $0.write(self) }
  }
}

extension Resource {
  /// Feeds the canonical form of `{"Type": …, "Properties": {…}}` to a hash.
  public func hash(into hash: inout SHA256) {
    let properties = properties
    writeCanonical(to: { hash.update($0) }) { writer in
      writer.begin()
      writer.write("Type", .string(Self.type))
      writer.write("Properties", .object(properties))
      writer.end()
    }
  }
}

private func writeCanonical(to sink: (UnsafeRawBufferPointer) -> Void, _ body: (inout JSONWriter) -> Void) {
  withoutActuallyEscaping(sink) { sink in
    var writer = JSONWriter(OutputBuffer(capacity: 4_096, sink: sink), indented: false)
    body(&writer)
    writer.output.flush()
  }
}
