import Diagnostics

extension TreeBuilder {
  /// The longest name of an anchor, in bytes.
  private static let longestName = 255

  /// Notes a name for the node that comes next.
  mutating func anchor(_ event: Event, _ state: Anchor.State, _ session: inout ReadingSession) -> Int {
    let name = event.anchor.map { String(cString: $0) } ?? ""
    if name.utf8.count > Self.longestName {
      session.report.add(.longAnchor(Self.longestName), at: Span(start: event.start, end: event.start + 1))
    }
    let extent = Extent(values: 1, bytes: Int(event.end - event.start))
    anchors.append(Anchor(node: tree.nodes.count, state: state, extent: extent))
    anchorsByName[name] = anchors.count - 1
    return anchors.count - 1
  }

  mutating func anchor(scalar node: Node, _ text: Span, _ event: Event, _ session: inout ReadingSession) {
    let index = anchor(event, node.isRefused ? .refused : .closed, &session)
    guard node.kind == .alias, let inclusion = tree.inclusions.last else {
      anchors[index].extent.bytes = max(anchors[index].extent.bytes, Int(text.end - text.start))
      return
    }
    anchors[index].extent = session.trees[inclusion.tree].extent
    anchors[index].height = session.trees[inclusion.tree].height
  }

  mutating func alias(_ event: Event, _ session: inout ReadingSession) throws(Refusal) {
    let span = Span(start: event.start, end: event.end)
    let name = event.anchor.map { String(cString: $0) } ?? ""
    guard let index = anchorsByName[name], anchors[index].state == .closed else {
      if let message = refusal(of: name) { session.report.add(message, at: span) }
      return try add(refused(event), session)
    }
    let anchor = anchors[index]
    try follow(anchor.extent, height: anchor.height, isFirst: false, at: span, &session)
    var node = Node(
      start: event.start, end: event.end, content: UInt32(truncatingIfNeeded: anchor.node), kind: .alias, style: .plain,
      role: current.role)
    if node.role == .key, !key(alias: node, anchor.node, &session) { node = refused(event) }
    try add(node, session)
  }

  private func refusal(of name: String) -> Message? {
    guard let index = anchorsByName[name] else { return .undefinedAlias(quotable(name.utf8)) }
    return anchors[index].state == .open ? .aliasCycle(quotable(name.utf8)) : nil
  }

  /// Counts what an alias or an inclusion stands for.
  mutating func follow(
    _ extent: Extent, height: Int, isFirst: Bool, at span: Span, _ session: inout ReadingSession
  ) throws(Refusal) {
    if !isFirst { try session.repeats(extent, at: span) }
    guard stack.count + height <= session.limits.depth else {
      throw Refusal(.tooDeepThroughAlias(session.limits.depth), at: span)
    }
    current.aliased += extent
    current.height = max(current.height, height)
  }

  /// Judges an alias that is a key.
  private mutating func key(alias node: Node, _ target: Int, _ session: inout ReadingSession) -> Bool {
    let span = Span(start: node.start, end: node.end)
    let named = tree.nodes[target]
    guard named.kind == .scalar else {
      session.report.add(.complexKey, at: span)
      return false
    }
    return session.withText(session.text(of: named)) { text, session in
      if named.style == .plain, isNull(text) {
        session.report.add(.nullKey, at: span)
        return false
      }
      keys.add(hash: session.hasher.hash(text), node: tree.nodes.count)
      return true
    }
  }
}
