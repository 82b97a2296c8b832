/// A resource with its name and the attributes that CloudFormation itself reads: a part of a form, so that a template may
/// hold many.
public struct TemplateResource: Sendable {
  let form: Form
  let place: ResourcePlace

  init(form: Form, place: ResourcePlace) {
    (self.form, self.place) = (form, place)
  }

  /// A resource of a type of this module.
  ///
  /// - Parameters:
  ///   - dependsOn: resources that must be made first, beyond those that the properties refer to.
  ///   - deletionPolicy: what happens when the resource leaves the template: `Delete`, `Retain` or `Snapshot`.
  ///   - updateReplacePolicy: what happens to the old resource when an update replaces it.
  public init(
    _ id: LogicalID,
    _ resource: borrowing some Resource,
    dependsOn: [LogicalID] = [],
    deletionPolicy: String? = nil,
    updateReplacePolicy: String? = nil
  ) {
    var writer = PropertyWriter(capacity: 1_000)
    var place = writer.write(id, resource)
    writer.write(dependsOn: dependsOn, deletionPolicy, updateReplacePolicy)
    place.end = writer.count
    self.init(form: writer.take(), place: place)
  }

  /// A resource as the user wrote it: an object with `Type`, `Properties` and any attributes.
  public init(_ id: LogicalID, raw: Value) {
    var writer = PropertyWriter(capacity: 1_000)
    let place = writer.write(id, raw: raw)
    self.init(form: writer.take(), place: place)
  }
}

extension TemplateResource {
  /// The same, made after other resources.
  func depending(onThose others: [LogicalID]) -> TemplateResource {
    var writer = PropertyWriter(capacity: 1_000)
    form.read(from: place.start, to: place.attributes) { writer.append($0) }
    let attributes = writer.count
    writer.write(dependsOn: others, nil, nil)
    form.read(from: place.attributes, to: place.end) { writer.append($0) }
    let place = place.moved(attributes: attributes, end: writer.count)
    return TemplateResource(form: writer.take(), place: place)
  }

  /// The name within the template.
  public var id: LogicalID {
    form.read(from: place.start) { reader in
      var reader = reader
      return LogicalID(given: reader.text().word)
    }
  }

  /// CloudFormation's name of the type; empty where the user wrote none.
  public var type: String {
    form.read { reader in
      var reader = reader.part(place.type ?? place.body(in: reader), place.end)
      if place.type == nil { guard reader.enters("Type") else { return "" } } else { _ = reader.text() }
      return reader.tag == .text ? reader.text().word : ""
    }
  }
}
