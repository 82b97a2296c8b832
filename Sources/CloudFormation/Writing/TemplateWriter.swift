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

  private func write(with writer: inout some TemplateSyntax & ~Copyable) {
    writer.begin()
    writer.write("AWSTemplateFormatVersion", "2010-09-09")
    if let description { writer.write("Description", .string(description)) }
    if let transform { writer.write("Transform", transform) }
    writer.write(section: "Parameters", parameters)
    writer.write(section: "Mappings", mappings)
    writer.write(section: "Conditions", conditions)
    writeResources(with: &writer)
    writer.write(section: "Outputs", outputs)
    writer.end()
  }

  private func writeResources(with writer: inout some TemplateSyntax & ~Copyable) {
    guard !resources.isEmpty else {
      writer.write("Resources", .object([]))
      return
    }
    writer.open("Resources")
    for resource in resources { resource.write(with: &writer) }
    writer.close()
  }
}

extension TemplateResource {
  fileprivate func write(with writer: inout some TemplateSyntax & ~Copyable) {
    switch body {
    case .raw(let value):
      writer.write(id.text, value)
    case .typed(let resource):
      writer.open(id.text)
      writer.write("Type", .string(Swift.type(of: resource).type))
      writer.write(section: "Properties", resource.properties)
      writeAttributes(with: &writer)
      writer.close()
    }
  }

  private func writeAttributes(with writer: inout some TemplateSyntax & ~Copyable) {
    if !dependsOn.isEmpty { writer.write("DependsOn", .list(dependsOn.map { .string($0.text) })) }
    if let deletionPolicy { writer.write("DeletionPolicy", .string(deletionPolicy)) }
    if let updateReplacePolicy { writer.write("UpdateReplacePolicy", .string(updateReplacePolicy)) }
  }
}

/// What a format must be able to write: one object of members, some of which are objects written bit by bit.
protocol TemplateSyntax: ~Copyable {
  mutating func begin()
  mutating func end()
  /// Starts a member that is an object of at least one member.
  mutating func open(_ name: String)
  mutating func close()
  mutating func write(_ name: String, _ value: Value)
}

extension TemplateSyntax where Self: ~Copyable {
  /// Writes an object unless it is empty.
  mutating func write(section name: String, _ members: [Member]) {
    guard !members.isEmpty else { return }
    open(name)
    for member in members { write(member.name, member.value) }
    close()
  }
}
