import CloudFormation
import Document
import Spec

/// A template while it grows: what is made already, and what all steps ask.
struct TemplateBuilder: ~Copyable {
  let spec: ResolvedSpec
  let values: ValueConverter
  let files: any FileReader
  let localPathPrefix: String
  /// Resources beyond which none is made: a template that CloudFormation refuses is not worth the memory.
  private let mostResources: Int
  private(set) var resources: ResourceListWriter
  /// Where the entry that a resource comes from is written, in step with `resources`.
  private(set) var places: [NodeID] = []
  private(set) var outputs: [Member] = []
  /// The APIs and functions, joined by a blank, whose permission for every method is made already.
  var everyMethodPermissions: Set<String> = []
  /// What references lead to.
  var targets: Targets
  /// The stages of the APIs that are made or added to here, by the APIs' names.
  var stages: [String: StageIDs] = [:]
  /// The parts of APIs among the raw resources.
  lazy var rawParts = RawParts(spec, values)
  /// The deployments, by the APIs' names.
  var deployments: [String: LogicalID] = [:]

  init(_ spec: ResolvedSpec, _ files: any FileReader, localPathPrefix: String, mostResources: Int = .max) {
    (self.spec, self.files, self.mostResources) = (spec, files, mostResources)
    self.localPathPrefix = localPathPrefix
    targets = Targets(spec)
    values = targets.values
    let count = min(spec.probableResources, mostResources)
    resources = ResourceListWriter(minimumCapacity: count)
    places.reserveCapacity(count)
  }

  /// Whether there are so many resources that no more is made.
  var isFull: Bool { places.count >= mostResources }

  mutating func add(
    _ name: borrowing some ResourceName & ~Copyable, _ resource: borrowing some Resource, at node: NodeID
  ) {
    if isFull { return }
    resources.add(name, resource)
    places.append(node)
  }

  mutating func add(
    _ id: LogicalID, _ resource: borrowing some Resource, at node: NodeID, dependsOn: Dependencies = Dependencies(),
    policy: String?
  ) {
    if isFull { return }
    resources.add(id, resource, dependsOn: dependsOn, deletionPolicy: policy, updateReplacePolicy: policy)
    places.append(node)
  }

  /// Adds a resource of which a deployment takes a picture.
  mutating func addDeployed(
    _ name: borrowing some ResourceName & ~Copyable, _ resource: borrowing some Resource, at node: NodeID,
    _ context: inout APIContext
  ) {
    if isFull { return }
    context.deployed.added.append(UInt32(places.count))
    resources.add(name, resource, hashedInto: &context.hash)
    places.append(node)
  }

  /// The ARN, or the ID of what goes by one, that a reference stands for.
  func arn(of reference: Spec.Reference, as kind: ReferenceKind) -> Value { targets.arn(of: reference, as: kind) }

  /// The logical ID that the user fixed, else the derived one.
  func id(_ given: Located<String>?, else role: @autoclosure () -> LogicalID.Role, of owner: String) -> LogicalID {
    given.map { LogicalID(given: $0.value) } ?? LogicalID(role(), of: owner)
  }

  mutating func addOutput(_ member: Member) {
    outputs.append(member)
  }

  /// The tags of a resource: the spec's, then its own, which win per key; nil where nobody wrote any.
  func tags(_ own: Located<[Named<Deferrable<String>>]>?) -> [Tag]? {
    let ownKeys = Set(own?.value.map(\.name) ?? [])
    let inherited = spec.declarations.tags.filter { !ownKeys.contains($0.name) }
    guard own != nil || !inherited.isEmpty else { return nil }
    return (inherited + (own?.value ?? [])).map { Tag(key: .string($0.name), value: values.value($0.value)) }
  }

  mutating func addRawResources() {
    for item in spec.declarations.resources {
      resources.add(LogicalID(given: item.name), raw: rawBody(item.value))
      places.append(item.node)
    }
  }

  /// A resource as it stands; things that were given a logical ID are depended on by it.
  private func rawBody(_ resource: RawResource) -> Value {
    let body = values.free(resource.body.node)
    guard !spec.names.givenIDs.isEmpty, case .object(let members) = body else { return body }
    return .object(members.map { $0.name == "DependsOn" ? Member($0.name, renamed($0.value)) : $0 })
  }

  private func renamed(_ names: Value) -> Value {
    switch names {
    case .string(let name): .string(spec.names.givenIDs[name] ?? name)
    case .list(let names): .list(names.map { renamed($0) })
    default: names
    }
  }

  /// The template of all that was added. An output of the spec's own replaces a derived one of the same name.
  mutating func template() -> Template {
    let declarations = spec.declarations
    let own = values.members(declarations.outputs)
    let ownNames = Set(own.map(\.name))
    return Template(
      description: declarations.description?.value, parameters: values.members(declarations.parameters),
      mappings: values.members(declarations.mappings), conditions: values.members(declarations.conditions),
      resources: resources.finish(), outputs: outputs.filter { !ownNames.contains($0.name) } + own)
  }
}

extension ResolvedSpec {
  /// How many resources there will be, as a rule: room for twice as many would be a tenth of all memory.
  fileprivate var probableResources: Int {
    // A function has a role, and perhaps a version; an API has some that are its own.
    apis.reduce(3 * declarations.functions.count + 64) { sum, api in
      // Each stage may call a method's function, and so may the console.
      let calling = api.operations.count { if case .lambda? = $0.integration?.backend { true } else { false } }
      return sum + api.paths.nodes.count + api.operations.count + calling * (max(1, api.stages.count) + 1)
    }
  }
}
