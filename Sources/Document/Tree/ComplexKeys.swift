import Diagnostics

extension TreeBuilder {
  /// Reads past a collection that stands as a key, and puts a refused key in its place.
  mutating func skipKey(
    _ event: Event, _ stream: inout EventStream, _ session: inout ReadingSession
  ) throws(Refusal) {
    var node = refused(event)
    if event.anchor != nil { _ = anchor(event, .refused, &session) }
    session.report.add(.complexKey, at: Span(start: event.start, end: event.end))
    var depth = 1
    while depth > 0 {
      let event = try stream.next()
      switch event.kind {
      case .mappingStart, .sequenceStart: depth += 1
      case .mappingEnd, .sequenceEnd: depth -= 1
      default: break
      }
      guard stack.count + depth <= session.limits.depth else {
        throw Refusal(.tooDeep(session.limits.depth), at: Span(start: event.start, end: event.end))
      }
      if event.anchor != nil, event.kind != .alias { _ = anchor(event, .refused, &session) }
      if event.start < event.end, event.kind != .mappingEnd || isBracket(event) { node.end = event.end }
    }
    try add(node, session)
  }

  private func isBracket(_ event: Event) -> Bool {
    let last = text.bytes[Int(event.end - text.base) - 1]
    return last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
  }

  /// A node without a value, in the place of one that was refused.
  func refused(_ event: Event) -> Node {
    Node(
      start: event.start, end: event.end, kind: .scalar, style: .plain, role: current.role,
      isRefused: true)
  }
}
