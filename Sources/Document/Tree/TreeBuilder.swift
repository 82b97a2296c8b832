import Diagnostics

/// Turns the events of one file into nodes.
struct TreeBuilder {
  let text: CheckedText
  let name: String
  var tree = FileTree()
  var current = Frame.outermost
  var stack: [Frame] = []
  var keys = DuplicateKeys()
  var anchors: [Anchor] = []
  var anchorsByName: [String: Int] = [:]
  /// How many of the nodes the session knows of, and how many there may be.
  var counted = 0
  var mostNodes = 0

  init(_ text: CheckedText, name: String) {
    self.text = text
    self.name = name
    // As a rule a value has so many bytes, and large specs are as rules go.
    tree.nodes.reserveCapacity(text.bytes.count / 13)
  }

  /// Reads the one document of the stream.
  mutating func build(_ stream: inout EventStream, _ session: inout ReadingSession) throws(Refusal) -> FileTree {
    mostNodes = session.limits.values - session.values
    _ = try stream.next()
    guard try stream.next().kind == .documentStart else {
      throw Refusal(.emptyFile, at: Span(start: text.base, end: text.base))
    }
    while true {
      let event = try stream.next()
      switch event.kind {
      case .scalar: try scalar(event, &session)
      case .mappingStart, .sequenceStart: try open(event, &stream, &session)
      case .mappingEnd, .sequenceEnd: close(event, &session)
      case .alias: try alias(event, &session)
      default:
        try end(event, &stream)
        session.values += tree.nodes.count - counted
        tree.extent = Extent(values: tree.nodes.count, bytes: text.bytes.count)
        tree.extent += current.aliased
        tree.height = current.height
        return tree
      }
    }
  }

  /// Adds a node to the collection that is open.
  @inline(__always) mutating func add(_ node: Node, _ session: ReadingSession) throws(Refusal) {
    guard tree.nodes.count < mostNodes else {
      throw Refusal(.tooManyValues(session.limits.values), at: Span(start: node.start, end: node.end))
    }
    // By a quarter, as nodes are most of what is in memory while they are read.
    if tree.nodes.count == tree.nodes.capacity { tree.nodes.reserveCapacity(tree.nodes.count * 5 / 4 + 16) }
    tree.nodes.append(node)
    current.children += 1
    current.end = node.end
  }

  /// Sees that nothing follows the document.
  private func end(_ event: Event, _ stream: inout EventStream) throws(Refusal) {
    guard let rest = stream.content(after: event.end) else { return }
    let span = Span(start: rest, end: rest + 1)
    let bytes = text.bytes[Int(rest - text.base)...]
    if bytes.starts(with: "---".utf8) { throw Refusal(.secondDocument, at: span) }
    guard event.isImplicit else { throw Refusal(.textAfterEnd, at: span) }
    _ = try stream.next()
    throw Refusal(.textAfterEnd, at: span)
  }
}

extension TreeBuilder {
  /// Begins a collection; one that would be a key is read past.
  private mutating func open(
    _ event: Event, _ stream: inout EventStream, _ session: inout ReadingSession
  ) throws(Refusal) {
    guard stack.count < session.limits.depth else {
      throw Refusal(.tooDeep(session.limits.depth), at: Span(start: event.start, end: event.end))
    }
    guard !current.wantsKey else { return try skipKey(event, &stream, &session) }
    let isMapping = event.kind == .mappingStart
    var node = Node(
      start: event.start, end: event.end, kind: isMapping ? .mapping : .sequence, style: event.style,
      role: current.role)
    if event.tag != nil { tag(&node, event, &session) }
    let index = tree.nodes.count
    let anchor = event.anchor == nil ? -1 : self.anchor(event, .open, &session)
    try add(node, session)
    stack.append(current)
    current = Frame(
      node: index, isMapping: isMapping, isFlow: event.style == .flow, keys: keys.count, anchor: anchor, end: event.end)
  }

  private mutating func close(_ event: Event, _ session: inout ReadingSession) {
    let frame = current
    guard let parent = stack.last else { preconditionFailure("libyaml ends only collections that it began") }
    stack.removeLast()
    current = parent
    current.end = isClosed(event, frame) ? event.end : frame.end
    current.aliased += frame.aliased
    current.height = max(current.height, frame.height + 1)
    let hasDuplicates = frame.isMapping && reportDuplicates(frame, &session)
    if frame.anchor >= 0 {
      anchors[frame.anchor].state = .closed
      let start = tree.nodes[frame.node].start
      anchors[frame.anchor].extent = Extent(values: tree.nodes.count - frame.node, bytes: Int(current.end - start))
      anchors[frame.anchor].extent += frame.aliased
      anchors[frame.anchor].height = frame.height + 1
    }
    let isMerging = hasDuplicates || frame.mergeKey >= 0
    if isMerging { tree.merging.append(frame.node) }
    let next = tree.nodes.count
    tree.nodes[frame.node].close(
      end: current.end, next: next, isSingle: frame.children == (frame.isMapping ? 2 : 1),
      isMerging: isMerging)
  }

  /// Whether a collection ends with a bracket of its own: not in block style, and not a pair `[a: b]`.
  private func isClosed(_ event: Event, _ frame: Frame) -> Bool {
    guard frame.isFlow, event.end > text.base else { return false }
    return text.bytes[Int(event.end - text.base) - 1] == (frame.isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  private mutating func reportDuplicates(_ frame: Frame, _ session: inout ReadingSession) -> Bool {
    let found = keys.close(from: frame.keys, in: tree, session)
    for (key, first) in found {
      session.report.add(
        .duplicateKey(session.quoted(session.text(of: UInt32(key), in: tree))), at: span(key),
        related: [Related("first set here", at: span(first))])
    }
    return !found.isEmpty
  }

  func span(_ index: Int) -> Span { Span(start: tree.nodes[index].start, end: tree.nodes[index].end) }
}

extension Node {
  /// Fills in what is known of a collection at its end.
  fileprivate mutating func close(end: UInt32, next: Int, isSingle: Bool, isMerging: Bool) {
    self.end = end
    content = UInt32(truncatingIfNeeded: next)
    self.isSingle = isSingle
    hasMerge = isMerging
  }
}
