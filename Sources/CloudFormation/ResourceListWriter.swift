/// Makes a list of resources. Many share a form of some 64 KiB: each alone would take twice as long to make.
public struct ResourceListWriter: ~Copyable {
  private var writer = PropertyWriter(capacity: formSize)
  private static let formSize = 65_536
  private var parts: [ResourceList.Part] = []
  private var marks: [ResourceMark] = []
  private var attributes: [ResourceList.Attributes] = []

  /// - Parameter minimumCapacity: how many resources are expected.
  public init(minimumCapacity: Int) {
    marks.reserveCapacity(minimumCapacity)
  }

  /// Adds a resource without attributes.
  public mutating func add(_ name: borrowing some ResourceName & ~Copyable, _ resource: borrowing some Resource) {
    startResource()
    marks.append(ResourceMark(writer.write(name, resource)))
  }

  /// Adds a resource; the parameters are those of `TemplateResource`.
  public mutating func add(
    _ id: LogicalID, _ resource: borrowing some Resource, dependsOn: Dependencies, deletionPolicy: String?,
    updateReplacePolicy: String?
  ) {
    startResource()
    let place = writer.write(id, resource)
    writer.write(deletionPolicy, updateReplacePolicy)
    add(place, dependsOn: dependsOn)
  }

  /// Adds a resource of a type of this module, also to a hash.
  public mutating func add(
    _ name: borrowing some ResourceName & ~Copyable, _ resource: borrowing some Resource,
    hashedInto hash: inout ContentHash
  ) {
    startResource()
    let place = writer.write(name, resource)
    marks.append(ResourceMark(place))
    writer.add(place, to: &hash)
  }

  /// Adds a resource as the user wrote it.
  public mutating func add(_ id: LogicalID, raw: Value) {
    startResource()
    marks.append(ResourceMark(writer.write(id, raw: raw)))
  }

  /// Adds a resource that was made before.
  mutating func add(_ resource: TemplateResource) {
    startResource()
    let (start, place) = (writer.count, resource.place)
    resource.form.read { writer.append($0.part(place.start, place.end)) }
    add(place.moved(by: start - place.start), dependsOn: Dependencies())
  }

  private mutating func add(_ place: ResourcePlace, dependsOn: Dependencies) {
    if !dependsOn.isEmpty || place.attributes < writer.count {
      attributes.append(
        ResourceList.Attributes(index: marks.count, dependencies: dependsOn, start: place.attributes))
    }
    marks.append(ResourceMark(place))
  }

  private mutating func startResource() {
    // What is left is more than most resources need.
    if writer.count > Self.formSize - 1_000 { finishPart() }
  }

  private mutating func finishPart() {
    let start = parts.last?.indices.upperBound ?? 0
    parts.append(ResourceList.Part(form: writer.take(), indices: start..<marks.count))
  }

  /// The resources that were added.
  public mutating func finish() -> ResourceList {
    finishPart()
    return ResourceList(parts, marks, attributes)
  }
}

/// Resources that must be made before another, beyond those that its properties refer to.
public struct Dependencies: Sendable {
  /// Resources of the list, by the order in which they were added.
  public var added: [UInt32] = []
  /// Others by their names; they are written last.
  public var named: [LogicalID]

  public init(named: [LogicalID] = []) {
    self.named = named
  }

  /// Whether there are none.
  public var isEmpty: Bool { added.isEmpty && named.isEmpty }
}
