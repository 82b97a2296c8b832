/// The resources of a template in the order in which they are written.
public struct ResourceList: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private let forms: [Form]
  private let places: [ResourcePlace]

  init(forms: [Form], places: [ResourcePlace]) {
    (self.forms, self.places) = (forms, places)
  }

  /// Resources that were made one by one.
  public init(_ resources: some Sequence<TemplateResource>) {
    let resources = Array(resources)
    forms = resources.map(\.form)
    places = resources.enumerated().map { index, resource in
      var place = resource.place
      place.form = index
      return place
    }
  }

  public init(arrayLiteral elements: TemplateResource...) {
    self.init(elements)
  }

  /// Writes all resources, form by form: what a form lends is asked for once for all that it holds.
  func write(with writer: inout some TemplateWriter & ~Copyable) {
    var next = 0
    while next < places.count {
      let form = places[next].form
      forms[form].read { reader in
        while next < places.count, places[next].form == form {
          places[next].write(reader, with: &writer)
          next += 1
        }
      }
    }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }

  public subscript(index: Int) -> TemplateResource {
    TemplateResource(form: forms[places[index].form], place: places[index])
  }
}

/// Makes a list of resources. Many share a form of some 64 KiB: each alone would take twice as long to make.
public struct ResourceListWriter: ~Copyable {
  private var writer = PropertyWriter(capacity: formSize)
  private static let formSize = 65_536
  private var forms: [Form] = []
  private var places: [ResourcePlace] = []

  /// - Parameter minimumCapacity: how many resources are expected.
  public init(minimumCapacity: Int) {
    places.reserveCapacity(minimumCapacity)
  }

  /// Adds a resource without attributes.
  public mutating func add(_ name: borrowing some ResourceName & ~Copyable, _ resource: borrowing some Resource) {
    startResource()
    add(writer.write(name, resource))
  }

  /// Adds a resource; the parameters are those of `TemplateResource`.
  public mutating func add(
    _ id: LogicalID, _ resource: borrowing some Resource, dependsOn: Dependencies, deletionPolicy: String?,
    updateReplacePolicy: String?
  ) {
    startResource()
    var place = writer.write(id, resource)
    write(dependsOn)
    writer.write(deletionPolicy, updateReplacePolicy)
    place.end = writer.count
    add(place)
  }

  private mutating func write(_ dependencies: Dependencies) {
    guard !dependencies.isEmpty else { return }
    // With room for all at once: where it doubles, the list of a large API is there thrice.
    writer.makeRoom(for: dependencies.added.reduce(100) { $0 + places[Int($1)].name.count + 2 })
    writer.writeName(.dependsOn)
    writer.beginList()
    for index in dependencies.added { writeName(of: places[Int(index)]) }
    for id in dependencies.named { writer.write(id.text) }
    writer.endList()
  }

  private mutating func writeName(of place: ResourcePlace) {
    guard place.form < forms.count else { return writer.writeText(copying: place.name) }
    writer.append(.text, UnsafeBufferPointer(rebasing: forms[place.form].bytes.all[place.name]))
  }

  /// Adds a resource of a type of this module, also to a hash.
  public mutating func add(
    _ name: borrowing some ResourceName & ~Copyable, _ resource: borrowing some Resource,
    hashedInto hash: inout ContentHash
  ) {
    startResource()
    let place = writer.write(name, resource)
    add(place)
    writer.add(place, to: &hash)
  }

  /// Adds a resource as the user wrote it.
  public mutating func add(_ id: LogicalID, raw: Value) {
    startResource()
    add(writer.write(id, raw: raw))
  }

  private mutating func add(_ place: ResourcePlace) {
    var place = place
    place.form = forms.count
    places.append(place)
  }

  private mutating func startResource() {
    // What is left is more than most resources need.
    if writer.count > Self.formSize - 1_000 { forms.append(writer.take()) }
  }

  /// The resources that were added.
  public mutating func finish() -> ResourceList {
    forms.append(writer.take())
    return ResourceList(forms: forms, places: places)
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
