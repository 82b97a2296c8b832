/// How a template is written.
public enum TemplateFormat: Hashable, Sendable {
  /// JSON, indented by two blanks.
  case json
  /// YAML in block style with CloudFormation's short tags.
  case yaml
}

extension Template {
  /// Writes the template, ending in a newline, in pieces of 64 KiB, so that the whole is never in memory.
  /// After the sink's first error it is not called again, and that error is thrown.
  public func write<Failure: Error>(
    as format: TemplateFormat,
    to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var failure: Failure?
    let forward = { (bytes: UnsafeRawBufferPointer) in
      guard failure == nil else { return }
      do throws(Failure) {
        try sink(bytes)
      } catch {
        failure = error
      }
    }
    withoutActuallyEscaping(forward) { write(as: format, forwarding: $0) }
    if let failure { throw failure }
  }

  private func write(as format: TemplateFormat, forwarding sink: @escaping (UnsafeRawBufferPointer) -> Void) {
    let output = OutputBuffer(blockSize: 65_536, sink: sink)
    switch format {
    case .json:
      var writer = JSONWriter(output, indented: true)
      write(with: &writer)
    case .yaml:
      var writer = YAMLWriter(output)
      write(with: &writer)
    }
  }

  private func write(with writer: inout some TemplateWriter & ~Copyable) {
    writer.begin()
    start.read { writer.write($0) }
    writer.writeName("Resources")
    writer.beginObject()
    resources.write(with: &writer)
    writer.endObject()
    ending.read { writer.write($0) }
    writer.end()
  }

  /// What stands before the resources.
  private var start: Form {
    var writer = PropertyWriter()
    writer.add(.templateFormatVersion, "2010-09-09")
    if let description { writer.add(.description, description) }
    writer.add(.transform, transform)
    writer.write(section: .parameters, parameters)
    writer.write(section: .mappings, mappings)
    writer.write(section: .conditions, conditions)
    return writer.take()
  }

  /// What stands after the resources.
  private var ending: Form {
    var writer = PropertyWriter()
    writer.write(section: .outputs, outputs)
    return writer.take()
  }
}

extension PropertyWriter {
  /// Writes an object unless it is empty.
  fileprivate mutating func write(section name: PropertyName, _ members: [Member]) {
    guard !members.isEmpty else { return }
    writeName(name)
    beginObject()
    write(members: members)
    endObject()
  }
}

/// What a format must be able to write: one object of members.
protocol TemplateWriter: ~Copyable {
  mutating func begin()
  mutating func end()
  /// Begins an object where a value is due.
  mutating func beginObject()
  mutating func endObject()
  /// Names an object's next member; its value follows.
  mutating func writeName(_ name: StaticString)
  /// Names an object's next member by the name that comes next, which has no byte of its own, and returns the index after it.
  mutating func writeName(_ reader: FormReader) -> Int
  /// Writes members, or a value.
  mutating func write(_ reader: FormReader)
  /// Begins a list where a value is due.
  mutating func beginList()
  /// Writes a list's next item, the name that stands at an index, which has no byte of its own.
  mutating func writeItem(_ reader: FormReader, at index: Int)
  mutating func endList()
}
