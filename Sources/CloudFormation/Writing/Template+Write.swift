/// How a template is written.
public enum TemplateFormat: Hashable, Sendable {
  /// JSON, indented by two blanks.
  case json
  /// YAML in block style with CloudFormation's short tags.
  case yaml
}

extension Template {
  /// Writes the template, ending in a newline, in pieces of some 64 KiB, so that the whole is never in memory. Each
  /// resource's properties are made, written and dropped in turn. After the sink's first error it is not called again,
  /// and that error is thrown.
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
    let output = OutputBuffer(capacity: 65_536, sink: sink)
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
    writer.add("AWSTemplateFormatVersion", "2010-09-09")
    if let description { writer.add("Description", description) }
    if let transform { writer.add("Transform", transform) }
    writer.write(section: "Parameters", parameters)
    writer.write(section: "Mappings", mappings)
    writer.write(section: "Conditions", conditions)
    writer.writeName("Resources" as StaticString)
    writer.beginObject()
    resources.withUnsafeBufferPointer { resources in
      for index in resources.indices { resources[index].write(with: &writer) }
    }
    writer.endObject()
    writer.write(section: "Outputs", outputs)
    writer.end()
  }
}

extension TemplateResource {
  fileprivate func write(with writer: inout some TemplateWriter & ~Copyable) {
    writer.writeName(id)
    switch body {
    case .raw(let value):
      writer.write(value)
    case .typed(let resource):
      writer.beginObject()
      writer.add("Type", Swift.type(of: resource).type)
      writer.add("Properties", resource)
      attributes?.write(with: &writer)
      writer.endObject()
    }
  }
}

extension Attributes {
  fileprivate func write(with writer: inout some TemplateWriter & ~Copyable) {
    if !dependsOn.isEmpty {
      writer.writeName("DependsOn" as StaticString)
      writer.beginList()
      for id in dependsOn {
        writer.startItem()
        writer.write(id.text)
      }
      writer.endList()
    }
    if let deletionPolicy { writer.add("DeletionPolicy", deletionPolicy) }
    if let updateReplacePolicy { writer.add("UpdateReplacePolicy", updateReplacePolicy) }
  }
}

/// What a format must be able to write: one object of members.
protocol TemplateWriter: PropertyWriter, ~Copyable {
  mutating func begin()
  mutating func end()
  /// Names an object's next member by a logical ID.
  mutating func writeName(_ id: LogicalID)
}

extension TemplateWriter where Self: ~Copyable {
  /// Writes an object unless it is empty.
  fileprivate mutating func write(section name: StaticString, _ members: [Member]) {
    guard !members.isEmpty else { return }
    writeName(name)
    beginObject()
    write(members: members)
    endObject()
  }
}
