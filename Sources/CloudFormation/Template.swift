/// A CloudFormation template.
public struct Template: Sendable {
  /// What the template is for: at most 1,024 bytes.
  public var description: String?
  /// Macros that CloudFormation runs over the template.
  public var transform: Value?
  /// Parameters by name.
  public var parameters: [Member]
  /// Mappings by name.
  public var mappings: [Member]
  /// Conditions by name.
  public var conditions: [Member]
  /// Resources, written in this order.
  public var resources: ResourceList
  /// Outputs by name.
  public var outputs: [Member]

  /// An empty section is not written; `Resources` always is.
  public init(
    description: String? = nil,
    transform: Value? = nil,
    parameters: [Member] = [],
    mappings: [Member] = [],
    conditions: [Member] = [],
    resources: ResourceList = [],
    outputs: [Member] = []
  ) {
    self.description = description
    self.transform = transform
    self.parameters = parameters
    self.mappings = mappings
    self.conditions = conditions
    self.resources = resources
    self.outputs = outputs
  }
}

extension Template {
  /// The names that more than one resource has, each once, in the order of their second use. Derived names never
  /// meet; a name that the user chose may meet any other.
  public var repeatedIDs: [LogicalID] {
    var seen = Set<LogicalID>(minimumCapacity: resources.count)
    var seenAgain = Set<LogicalID>()
    return resources.lazy.map(\.id).filter { !seen.insert($0).inserted && seenAgain.insert($0).inserted }
  }
}
