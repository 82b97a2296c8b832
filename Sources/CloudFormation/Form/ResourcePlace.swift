/// Where a resource stands in a form: its name, and the object that stands under it in a template. That of a resource of
/// this module lacks its attributes and has `Type` last, as hashes have it; its attributes follow as members alone.
struct ResourcePlace: Sendable {
  private let startIndex: UInt32
  private let bodyIndex: UInt32
  private let typeIndex: UInt32
  private let attributesIndex: UInt32
  private var endIndex: UInt32
  private var formIndex: UInt32 = 0

  /// - Parameters:
  ///   - body: the index of the object.
  ///   - type: the index of its member `Type`; nil for a resource as the user wrote it.
  ///   - end: the index after the object.
  init(start: Int, body: Int, type: Int?, end: Int) {
    (startIndex, bodyIndex, typeIndex) = (UInt32(start), UInt32(body), UInt32(type ?? start))
    (attributesIndex, endIndex) = (UInt32(end), UInt32(end))
  }

  /// Which of several forms it stands in.
  var form: Int {
    get { Int(formIndex) }
    set { formIndex = UInt32(newValue) }
  }
  var start: Int { Int(startIndex) }
  /// The resource's name, between a tag and its end.
  var name: Range<Int> { (start + 1)..<(body - 1) }
  var body: Int { Int(bodyIndex) }
  var type: Int? { typeIndex == startIndex ? nil : Int(typeIndex) }
  /// The index after the object, with which the attributes begin.
  var attributes: Int { Int(attributesIndex) }
  /// The index after the attributes.
  var end: Int {
    get { Int(endIndex) }
    set { endIndex = UInt32(newValue) }
  }
}

extension ResourcePlace {
  /// The same at the beginning of a form of its own, with other attributes.
  func moved(attributes: Int, end: Int) -> ResourcePlace {
    var place = ResourcePlace(start: 0, body: body - start, type: type.map { $0 - start }, end: attributes)
    place.end = end
    return place
  }

  /// Writes the resource that stands here in a form.
  ///
  /// - Parameter dependencies: what writes those of its attributes that stand elsewhere.
  @inline(__always)
  func write<Writer: TemplateWriter & ~Copyable>(
    _ form: FormReader, with writer: inout Writer, dependencies: (inout Writer) -> Void
  ) {
    guard let type else { return writer.write(form.part(start, end)) }
    writer.writeName(form.part(start, body))
    writer.beginObject()
    writer.write(form.part(type, attributes - 1))
    writer.write(form.part(body + 1, type))
    dependencies(&writer)
    if attributes < end { writer.write(form.part(attributes, end)) }
    writer.endObject()
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
    let body = count
    beginObject()
    writeName(.properties)
    beginObject()
    resource.write(to: &self)
    endObject()
    let type = count
    writeType(of: resource)
    endObject()
    return ResourcePlace(start: start, body: body, type: type, end: count)
  }

  private mutating func writeType<Kind: Resource>(of resource: borrowing Kind) {
    writeName(.type)
    write(Kind.type)
  }

  mutating func write(_ id: LogicalID, raw: Value) -> ResourcePlace {
    let start = count
    write(nameOf: id)
    let body = count
    write(raw)
    return ResourcePlace(start: start, body: body, type: nil, end: count)
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
