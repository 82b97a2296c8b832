import Diagnostics
import Document
import Spec

/// Names among many: a spec may hold as many references as names, so that none may cost a walk over all.
extension Findings {
  /// Lists up to this length are looked through.
  private static let shortList = 8

  /// The name that was meant; nil where none is near, or where too many were wrong before.
  ///
  /// - Parameter candidates: gathered only where there is a guess to be made.
  mutating func nearest<Names: Collection<String>>(_ name: String, in candidates: @autoclosure () -> Names) -> Nearest?
  {
    guesses.areSpent ? nil : guesses.nearest(name, in: candidates())
  }

  /// Whether a list has an entry of a name.
  mutating func has<Value>(_ name: String, in entries: Located<[Named<Value>]>?) -> Bool {
    guard let entries else { return false }
    if entries.value.count <= Self.shortList || entries.node == .none {
      return entries.value.contains { $0.name == name }
    }
    if let known = entryNames[entries.node] { return known.contains(name) }
    let names = Set(entries.value.lazy.map(\.name))
    entryNames[entries.node] = names
    return names.contains(name)
  }

  /// Whether an API is deployed to a stage of a name, `prod` where none is declared.
  mutating func hasStage(_ name: String, in api: ResolvedAPI) -> Bool {
    api.stages.count <= Self.shortList ? api.stages.contains { $0.name == name } : has(name, in: api.api.stages)
  }

  /// Whether a name is declared in a section of an API, whatever stands there, or may be in its OpenAPI document.
  mutating func isDeclared(_ name: String, under section: String, of api: ResolvedAPI) -> Bool {
    if spec.document.value("definition", in: api.node) != nil { return true }
    guard let entries = spec.document.value(section, in: api.node) else { return false }
    return hasKey(name, in: entries)
  }

  /// Whether a mapping has a key, whether its value could be read or not.
  mutating func hasKey(_ name: String, in mapping: NodeID) -> Bool {
    if let known = writtenKeys[mapping] { return known.contains(name) }
    let names = Set(spec.document.entries(mapping).map { spec.document.string($0.key) })
    writtenKeys[mapping] = names
    return names.contains(name)
  }
}
