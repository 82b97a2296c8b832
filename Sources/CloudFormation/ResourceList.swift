/// The resources of a template in the order in which they are written.
public struct ResourceList: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private let parts: [Part]
  private let marks: [ResourceMark]
  private let attributes: [Attributes]

  /// The resources whose names and properties share a form.
  struct Part {
    let form: Form
    let indices: Range<Int>
  }

  /// What few resources have, in the list's order. Their forms lack the dependencies: a deployment names all of its API, and
  /// each name would stand in memory twice.
  struct Attributes {
    let index: Int
    let dependencies: Dependencies
    /// Where the others stand in the form.
    let start: Int
  }

  init(_ parts: [Part], _ marks: [ResourceMark], _ attributes: [Attributes]) {
    (self.parts, self.marks, self.attributes) = (parts, marks, attributes)
  }

  /// Resources that were made one by one.
  public init(_ resources: some Sequence<TemplateResource>) {
    var list = ResourceListWriter(minimumCapacity: resources.underestimatedCount)
    for resource in resources { list.add(resource) }
    self = list.finish()
  }

  public init(arrayLiteral elements: TemplateResource...) {
    self.init(elements)
  }

  /// Writes all resources, form by form: what a form lends is asked for once for all that it holds.
  func write(with writer: inout some TemplateWriter & ~Copyable) {
    var attributes = attributes[...]
    for part in parts {
      part.form.read { reader in
        for index in part.indices {
          let own = attributes.first?.index == index ? attributes.popFirst() : nil
          place(of: index, in: part, own, end: reader.end).write(reader, with: &writer) { writer in
            if let own, !own.dependencies.isEmpty { write(own.dependencies, with: &writer) }
          }
        }
      }
    }
  }

  /// - Parameter end: the form's end.
  @inline(__always)
  private func place(of index: Int, in part: Part, _ own: Attributes?, end: Int) -> ResourcePlace {
    let next = index + 1
    return marks[index].place(attributes: own?.start, end: next < part.indices.upperBound ? marks[next].start : end)
  }

  private func write(_ dependencies: Dependencies, with writer: inout some TemplateWriter & ~Copyable) {
    writer.writeName("DependsOn")
    writer.beginList()
    var added = dependencies.added[...]
    while let first = added.first {
      let part = parts[part(of: Int(first))]
      part.form.read { reader in
        while let index = added.first, part.indices.contains(Int(index)) {
          writer.writeItem(reader, at: marks[Int(index)].start)
          added.removeFirst()
        }
      }
    }
    for id in dependencies.named {
      var name = PropertyWriter(capacity: 300)
      name.write(nameOf: id)
      name.take().read { writer.writeItem($0, at: 0) }
    }
    writer.endList()
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { marks.count }

  public subscript(index: Int) -> TemplateResource {
    let (part, own) = (parts[self.part(of: index)], attributes(of: index))
    let end = part.form.read { $0.end }
    let resource = TemplateResource(form: part.form, place: place(of: index, in: part, own, end: end))
    guard let dependencies = own?.dependencies, !dependencies.isEmpty else { return resource }
    return resource.depending(onThose: dependencies.added.map { self[Int($0)].id } + dependencies.named)
  }

  private func part(of index: Int) -> Int {
    firstIndex(in: parts) { $0.indices.upperBound > index }
  }

  private func attributes(of index: Int) -> Attributes? {
    let place = firstIndex(in: attributes) { $0.index >= index }
    return place < attributes.count && attributes[place].index == index ? attributes[place] : nil
  }

  /// Looks by halves for the first one that is far enough: a template of many APIs has many deployments, and each of its
  /// resources is asked for.
  private func firstIndex<Element>(in elements: [Element], where isFarEnough: (Element) -> Bool) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if isFarEnough(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
