/// The resources of a template in the order in which they are written.
public struct ResourceList: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private let forms: [Form]
  private let places: [ResourcePlace]
  /// The resources that depend on others of the list, in the list's order. Their forms lack that: a deployment names all of
  /// its API, and each name would stand in memory twice.
  private let dependents: [Dependent]

  struct Dependent {
    let index: Int
    let dependencies: Dependencies
  }

  init(forms: [Form], places: [ResourcePlace], dependents: [Dependent]) {
    (self.forms, self.places, self.dependents) = (forms, places, dependents)
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
    dependents = []
  }

  public init(arrayLiteral elements: TemplateResource...) {
    self.init(elements)
  }

  /// Writes all resources, form by form: what a form lends is asked for once for all that it holds.
  func write(with writer: inout some TemplateWriter & ~Copyable) {
    var next = 0
    var dependents = dependents[...]
    while next < places.count {
      let form = places[next].form
      forms[form].read { reader in
        while next < places.count, places[next].form == form {
          let dependent = dependents.first?.index == next ? dependents.popFirst() : nil
          places[next].write(reader, with: &writer) { writer in
            if let dependent { write(dependent.dependencies, with: &writer) }
          }
          next += 1
        }
      }
    }
  }

  private func write(_ dependencies: Dependencies, with writer: inout some TemplateWriter & ~Copyable) {
    writer.writeName("DependsOn")
    writer.beginList()
    for index in dependencies.added {
      let place = places[Int(index)]
      forms[place.form].read(from: place.start, to: place.body) { writer.writeItem($0) }
    }
    for id in dependencies.named {
      var name = PropertyWriter(capacity: 300)
      name.write(nameOf: id)
      name.take().read { writer.writeItem($0) }
    }
    writer.endList()
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }

  public subscript(index: Int) -> TemplateResource {
    let resource = TemplateResource(form: forms[places[index].form], place: places[index])
    guard let dependencies = dependencies(of: index) else { return resource }
    return resource.depending(onThose: dependencies.added.map { self[Int($0)].id } + dependencies.named)
  }

  /// Looked for by halves: a template of many APIs has many deployments, and each of its resources is asked for.
  private func dependencies(of index: Int) -> Dependencies? {
    var (low, high) = (0, dependents.count)
    while low < high {
      let middle = (low + high) / 2
      if dependents[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low < dependents.count && dependents[low].index == index ? dependents[low].dependencies : nil
  }
}

/// Makes a list of resources. Many share a form of some 64 KiB: each alone would take twice as long to make.
public struct ResourceListWriter: ~Copyable {
  private var writer = PropertyWriter(capacity: formSize)
  private static let formSize = 65_536
  private var forms: [Form] = []
  private var places: [ResourcePlace] = []
  private var dependents: [ResourceList.Dependent] = []

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
    writer.write(deletionPolicy, updateReplacePolicy)
    place.end = writer.count
    if !dependsOn.isEmpty { dependents.append(ResourceList.Dependent(index: places.count, dependencies: dependsOn)) }
    add(place)
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
    return ResourceList(forms: forms, places: places, dependents: dependents)
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
