import Diagnostics
import Document
import Spec

extension Findings {
  /// Reports that two keys of a mapping do not go together, at the key written later.
  mutating func report(_ message: Message, conflictOf first: NodeID, _ second: NodeID) {
    let (earlier, later) = first.index < second.index ? (first, second) : (second, first)
    let name = spec.document.string(spec.document.owner(earlier))
    report(message, atKeyOf: later, related: [related("'\(name)' is given here", atKeyOf: earlier)])
  }

  /// Whether all options of a method could be read, its own and the nearest inherited ones.
  func knowsOptions(of operation: Operation, in api: ResolvedAPI) -> Bool {
    let inherited = api.paths.inheritedOptions(at: operation.path)
    return spec.isWhole(operation.options.node) && spec.isWhole(operation.node)
      && (inherited.map { spec.isWhole($0.node) && spec.isWhole($0.value.value.node) } ?? true)
  }

  /// Whether all entries of a mapping or list could be read; so it is with none at all.
  func knows<Value>(_ section: Located<Value>?) -> Bool {
    section.map { spec.isWhole($0.node) } ?? true
  }
}
