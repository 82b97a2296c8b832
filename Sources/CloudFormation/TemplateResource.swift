/// A resource with its name and the attributes that CloudFormation itself reads.
public struct TemplateResource: Sendable {
  /// The name within the template.
  public var id: LogicalID
  /// The resource.
  public var body: Body
  /// Resources that must be made first, beyond those that the properties refer to.
  public var dependsOn: [LogicalID]
  /// What happens when the resource leaves the template: `Delete`, `Retain` or `Snapshot`.
  public var deletionPolicy: String?
  /// What happens to the old resource when an update replaces it.
  public var updateReplacePolicy: String?

  /// What a resource consists of.
  public enum Body: Sendable {
    /// A type of this module.
    case typed(any Resource)
    /// A resource as the user wrote it: an object with `Type`, `Properties` and any attributes.
    case raw(Value)
  }

  /// A resource of a type of this module.
  public init(
    _ id: LogicalID,
    _ resource: any Resource,
    dependsOn: [LogicalID] = [],
    deletionPolicy: String? = nil,
    updateReplacePolicy: String? = nil
  ) {
    self.id = id
    self.body = .typed(resource)
    self.dependsOn = dependsOn
    self.deletionPolicy = deletionPolicy
    self.updateReplacePolicy = updateReplacePolicy
  }

  /// A resource as the user wrote it; it carries its attributes itself.
  public init(_ id: LogicalID, raw: Value) {
    self.id = id
    self.body = .raw(raw)
    self.dependsOn = []
    self.deletionPolicy = nil
    self.updateReplacePolicy = nil
  }
}
