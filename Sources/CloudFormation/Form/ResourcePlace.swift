/// Where a resource stands in a form: its name, and the object that stands under it in a template. That of a resource of
/// this module lacks its attributes and has `Type` last, as hashes have it; its attributes follow as members alone.
struct ResourcePlace: Sendable {
  /// The index of the resource's name.
  let start: Int
  /// The index of the object's member `Type`; nil for a resource as the user wrote it.
  let type: Int?
  /// The index after the object, with which the attributes begin.
  let attributes: Int
  /// The index after the attributes.
  var end: Int

  /// The index of the object.
  func body(in form: FormReader) -> Int {
    var reader = form.part(start, end)
    _ = reader.text()
    return reader.index
  }

  /// The same in another form, or farther on in its own.
  func moved(by distance: Int) -> ResourcePlace {
    ResourcePlace(
      start: start + distance, type: type.map { $0 + distance }, attributes: attributes + distance, end: end + distance)
  }

  /// The same at the beginning of a form of its own, with other attributes.
  func moved(attributes: Int, end: Int) -> ResourcePlace {
    ResourcePlace(start: 0, type: type.map { $0 - start }, attributes: attributes, end: end)
  }

  /// Writes the resource that stands here in a form.
  ///
  /// - Parameter dependencies: what writes those of its attributes that stand elsewhere.
  @inline(__always)
  func write<Writer: TemplateWriter & ~Copyable>(
    _ form: FormReader, with writer: inout Writer, dependencies: (inout Writer) -> Void
  ) {
    guard let type else { return writer.write(form.part(start, end)) }
    let body = writer.writeName(form.part(start, end))
    writer.beginObject()
    writer.write(form.part(type, attributes - 1))
    writer.write(form.part(body + 1, type))
    dependencies(&writer)
    if attributes < end { writer.write(form.part(attributes, end)) }
    writer.endObject()
  }
}

/// Where a resource of many begins: it ends where the next one begins, and few have attributes.
struct ResourceMark: Sendable {
  private let startIndex: UInt32
  private let typeIndex: UInt32

  init(_ place: ResourcePlace) {
    (startIndex, typeIndex) = (UInt32(place.start), UInt32(place.type ?? place.start))
  }

  var start: Int { Int(startIndex) }

  /// - Parameter attributes: the index of its attributes; nil for one without any.
  func place(attributes: Int?, end: Int) -> ResourcePlace {
    let type = typeIndex == startIndex ? nil : Int(typeIndex)
    return ResourcePlace(start: start, type: type, attributes: attributes ?? end, end: end)
  }
}

extension PropertyWriter {
  /// Writes a resource's name, which never has a byte of its own.
  mutating func write(nameOf resource: borrowing some ResourceName & ~Copyable) {
    resource.withBytes { append(.name, $0) }
  }

  /// Writes a resource without its attributes.
  mutating func write(
    _ name: borrowing some ResourceName & ~Copyable, _ resource: borrowing some Resource
  ) -> ResourcePlace {
    let start = count
    write(nameOf: name)
    beginObject()
    writeName(.properties)
    beginObject()
    resource.write(to: &self)
    endObject()
    let type = count
    writeType(of: resource)
    endObject()
    return ResourcePlace(start: start, type: type, attributes: count, end: count)
  }

  private mutating func writeType<Kind: Resource>(of resource: borrowing Kind) {
    writeName(.type)
    write(Kind.type)
  }

  mutating func write(_ id: LogicalID, raw: Value) -> ResourcePlace {
    let start = count
    write(nameOf: id)
    write(raw)
    return ResourcePlace(start: start, type: nil, attributes: count, end: count)
  }

  /// Writes a resource's attributes as members.
  mutating func write(dependsOn: [LogicalID], _ deletionPolicy: String?, _ updateReplacePolicy: String?) {
    if !dependsOn.isEmpty {
      writeName(.dependsOn)
      beginList()
      for id in dependsOn { write(id.text) }
      endList()
    }
    write(deletionPolicy, updateReplacePolicy)
  }

  mutating func write(_ deletionPolicy: String?, _ updateReplacePolicy: String?) {
    if let deletionPolicy { add(.deletionPolicy, deletionPolicy) }
    if let updateReplacePolicy { add(.updateReplacePolicy, updateReplacePolicy) }
  }
}
