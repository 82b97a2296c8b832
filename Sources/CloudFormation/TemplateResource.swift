/// A resource with its name and the attributes that CloudFormation itself reads.
///
/// A class, because a template holds many and each is in more than one list.
public final class TemplateResource: Sendable {
  /// The name within the template.
  public let id: LogicalID
  /// The resource.
  public let body: Body
  /// Nil for most resources, of which a template holds many.
  let attributes: Attributes?

  /// What a resource consists of.
  public enum Body: Sendable {
    /// A type of this module.
    case typed(any Resource)
    /// A resource as the user wrote it: an object with `Type`, `Properties` and any attributes.
    case raw(Value)
  }

  /// A resource of a type of this module.
  ///
  /// - Parameters:
  ///   - dependsOn: resources that must be made first, beyond those that the properties refer to.
  ///   - deletionPolicy: what happens when the resource leaves the template: `Delete`, `Retain` or `Snapshot`.
  ///   - updateReplacePolicy: what happens to the old resource when an update replaces it.
  public init(
    _ id: LogicalID,
    _ resource: any Resource,
    dependsOn: [LogicalID] = [],
    deletionPolicy: String? = nil,
    updateReplacePolicy: String? = nil
  ) {
    self.id = id
    body = .typed(resource)
    let hasAttributes = !dependsOn.isEmpty || deletionPolicy != nil || updateReplacePolicy != nil
    attributes = hasAttributes ? Attributes(dependsOn, deletionPolicy, updateReplacePolicy) : nil
  }

  /// A resource as the user wrote it; it carries its attributes itself.
  public init(_ id: LogicalID, raw: Value) {
    self.id = id
    body = .raw(raw)
    attributes = nil
  }
}

/// What CloudFormation reads of a resource beside its properties.
final class Attributes: Sendable {
  let dependsOn: [LogicalID]
  let deletionPolicy: String?
  let updateReplacePolicy: String?

  init(_ dependsOn: [LogicalID], _ deletionPolicy: String?, _ updateReplacePolicy: String?) {
    self.dependsOn = dependsOn
    self.deletionPolicy = deletionPolicy
    self.updateReplacePolicy = updateReplacePolicy
  }
}
