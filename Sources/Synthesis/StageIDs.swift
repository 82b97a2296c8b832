import CloudFormation

/// The stages of an API and their logical IDs.
struct StageIDs {
  /// The first one declared.
  let first: LogicalID?
  private let byName: [String: LogicalID]

  init(_ stages: [(name: String, id: LogicalID)]) {
    first = stages.first?.id
    byName = Dictionary(stages.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ name: String) -> LogicalID? { byName[name] }
}
