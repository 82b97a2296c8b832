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
  private var things: [String: Thing] = [:]
  /// The nodes of the names, in the order declared, with the doubled ones.
  public private(set) var declared: [(name: String, thing: Thing, node: NodeID)] = []

  init(_ declarations: Declarations, in document: Document) {
    for (index, item) in declarations.functions.enumerated() { add(item.name, .function(index), item.node) }
    for (index, item) in declarations.vpcLinks.enumerated() { add(item.name, .vpcLink(index), item.node) }
    for (index, item) in declarations.apis.enumerated() { add(item.name, .api(index), item.node) }
    for (index, item) in declarations.apiKeys.enumerated() { add(item.name, .apiKey(index), item.node) }
    for (index, item) in declarations.usagePlans.enumerated() { add(item.name, .usagePlan(index), item.node) }
    for (index, item) in declarations.domainNames.enumerated() { add(item.name, .domainName(index), item.node) }
    for (index, item) in declarations.resources.enumerated() { add(item.name, .resource(index), item.node) }
  }

  private mutating func add(_ name: String, _ thing: Thing, _ node: NodeID) {
    declared.append((name, thing, node))
    if things[name] == nil { things[name] = thing }
  }

  public subscript(_ name: String) -> Thing? { things[name] }

  /// Whether a name is declared twice.
  public var hasRepetitions: Bool { things.count < declared.count }

  /// All names, in the order declared.
  public var all: [String] { declared.map(\.name) }
}
