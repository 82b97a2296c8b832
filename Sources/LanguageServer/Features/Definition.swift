import Diagnostics
import Document

extension Analysis {
  /// Where the name, the alias or the file at an offset leads.
  func definitions(at offset: UInt32) -> [Span] {
    guard let document else { return [] }
    if let node = document.node(at: offset), let target = document.inclusion(node) ?? document.anchored(node) {
      return [target]
    }
    return use(at: offset).map { use in use.things.map { document.span($0.key) } } ?? []
  }

  /// Where the thing at an offset is named, its own place first.
  func references(at offset: UInt32, withDeclaration: Bool) -> [Span] {
    guard let document, let things = use(at: offset)?.things else { return [] }
    return things.flatMap { thing in (withDeclaration ? [document.span(thing.key)] : []) + uses(of: thing) }
  }
}

extension Document {
  /// The beginning of the file that `!Include` or `!File` names.
  fileprivate func inclusion(_ id: NodeID) -> Span? {
    let node = nodes[Int(id.index)]
    let isAlias = node.kind == .alias
    guard node.kind == .scalar || isAlias && nodes[Int(node.content)].role == .root else { return nil }
    let content = isAlias ? nodes[Int(node.content)].start : text(of: node).start
    guard let own = sources.file(at: node.start), let file = sources.file(at: content), file != own
    else { return nil }
    return Span(start: file.start, end: file.start)
  }

  /// What an alias stands for.
  fileprivate func anchored(_ id: NodeID) -> Span? {
    let node = nodes[Int(id.index)]
    guard node.kind == .alias else { return nil }
    let start = nodes[Int(node.content)].start
    return Span(start: start, end: start)
  }
}
