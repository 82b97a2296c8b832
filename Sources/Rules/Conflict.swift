import Document
import Spec

/// Two entries that contradict each other: where to say so, and what explains it.
struct Conflict {
  let first: NodeID
  let later: NodeID

  private init(first: NodeID, later: NodeID) { (self.first, self.later) = (first, later) }

  /// By their order in the text.
  init(_ one: NodeID, _ other: NodeID) {
    (first, later) = one.index < other.index ? (one, other) : (other, one)
  }

  /// What a method writes itself contradicts what it inherits; else the later entry the earlier.
  init(_ one: NodeID, _ other: NodeID, in operation: Operation, _ findings: Findings) {
    switch (findings.isWritten(one, in: operation), findings.isWritten(other, in: operation)) {
    case (true, false): self = Conflict(first: other, later: one)
    case (false, true): self = Conflict(first: one, later: other)
    default: self.init(one, other)
    }
  }
}

extension Findings {
  /// Whether an entry is written in a method itself, and not inherited.
  func isWritten(_ node: NodeID, in operation: Operation) -> Bool {
    let method = spec.document.target(operation.node)
    return method.index <= node.index && node.index < spec.document.next(after: method).index
  }
}
