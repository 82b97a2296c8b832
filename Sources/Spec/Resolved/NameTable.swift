import Document

/// What a name of the spec stands for.
public enum Thing: Hashable, Sendable {
  /// Indexes into the sections of the declarations.
  case function(Int)
  case vpcLink(Int)
  case api(Int)
  case apiKey(Int)
  case usagePlan(Int)
  case domainName(Int)
  case resource(Int)

  /// What the thing is called in messages.
  public var words: String {
    switch self {
    case .function: "function"
    case .vpcLink: "VPC link"
    case .api: "API"
    case .apiKey: "API key"
    case .usagePlan: "usage plan"
    case .domainName: "domain name"
    case .resource: "resource"
    }
  }
}

/// The names of the sections, which are unique over the spec; where one is not, the first has it.
public struct NameTable: Sendable {
  /// The first places of the names in `declared`.
  private var places = NameIndex()
  /// The logical IDs that things were given instead of their names, by the names.
  public private(set) var givenIDs: [String: String] = [:]
  /// The nodes of the names, in the order declared, with the doubled ones.
  public private(set) var declared: [(name: String, thing: Thing, node: NodeID)] = []

  init(_ declarations: Declarations, in document: Document) {
    add(declarations.functions, Thing.function) { $0.logicalId }
    add(declarations.vpcLinks, Thing.vpcLink) { $0.logicalId }
    add(declarations.apis, Thing.api) { $0.logicalId }
    add(declarations.apiKeys, Thing.apiKey) { $0.logicalId }
    add(declarations.usagePlans, Thing.usagePlan) { $0.logicalId }
    add(declarations.domainNames, Thing.domainName) { $0.logicalId }
    for (index, item) in declarations.resources.enumerated() { add(item.name, .resource(index), item.node) }
  }

  private mutating func add<Value>(
    _ items: [Named<Value>], _ thing: (Int) -> Thing, _ logicalId: (Value) -> Located<String>?
  ) {
    for (index, item) in items.enumerated() {
      add(item.name, thing(index), item.node)
      if let given = logicalId(item.value) { givenIDs[item.name] = given.value }
    }
  }

  private mutating func add(_ name: String, _ thing: Thing, _ node: NodeID) {
    if places[name] == nil { places[name] = declared.count }
    declared.append((name, thing, node))
  }

  public subscript(_ name: String) -> Thing? { places[name].map { declared[$0].thing } }

  /// Whether a name is declared twice.
  public var hasRepetitions: Bool { places.count < declared.count }

  /// All names, in the order declared.
  public var all: [String] { declared.map(\.name) }
}
