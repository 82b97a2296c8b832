import Diagnostics

extension TreeBuilder {
  @inline(__always) mutating func scalar(_ event: Event, _ session: inout ReadingSession) throws(Refusal) {
    var node = Node(
      start: event.start, end: event.end, kind: .scalar, style: event.style, role: current.role)
    let isTrimmed = event.text.isEmpty || event.style == .literal || event.style == .folded
    if !isTrimmed, event.tag == nil, event.anchor == nil, endsWithText(event) {
      node.content = UInt32(truncatingIfNeeded: event.text.count)
    } else {
      try complete(&node, event, isTrimmed: isTrimmed, &session)
    }
    if node.role == .key { key(&node, event.text, &session) }
    try add(node, session)
  }

  /// Fills in what is known of a scalar that has more to it than its text.
  @inline(never)
  private mutating func complete(
    _ node: inout Node, _ event: Event, isTrimmed: Bool, _ session: inout ReadingSession
  ) throws(Refusal) {
    var text = try text(event, &session)
    if isTrimmed { trim(&node, event) }
    if event.tag != nil { try tag(scalar: &node, &text, event, &session) }
    if node.kind == .scalar { session.place(text, of: &node) }
    if event.anchor != nil { anchor(scalar: node, text, event, &session) }
  }

  /// Where the text stands: in the source itself if it is there as it is, else behind it, decoded.
  private func text(_ event: Event, _ session: inout ReadingSession) throws(Refusal) -> Span {
    guard endsWithText(event) else {
      return try session.append(event.text, at: Span(start: event.start, end: event.end))
    }
    let end = event.end - (isQuoted(event) ? 1 : 0)
    return Span(start: end - UInt32(truncatingIfNeeded: event.text.count), end: end)
  }

  /// Whether the text stands at the end of its source as it is, but for a quote.
  @inline(__always) private func endsWithText(_ event: Event) -> Bool {
    let start = Int(event.end - text.base) - (isQuoted(event) ? 1 : 0) - event.text.count
    guard start >= Int(event.start - text.base), let written = text.bytes.baseAddress,
      let wanted = event.text.baseAddress
    else { return false }
    return sameBytes(written + start, wanted, count: event.text.count)
  }

  @inline(__always) private func isQuoted(_ event: Event) -> Bool {
    event.style == .doubleQuoted || event.style == .singleQuoted
  }

  /// Takes line ends and blanks off that libyaml counts to a block scalar, and puts a value that is not there behind its
  /// key and colon, or its dash.
  private func trim(_ node: inout Node, _ event: Event) {
    if node.start == node.end, node.role == .value {
      node.end = missingValue(before: node.end)
    } else {
      let least = Int((node.start == node.end ? max(current.end, text.base) : node.start) - text.base)
      var end = Int(node.end - text.base)
      while end > least, text.bytes[end - 1] <= 0x20 { end -= 1 }
      node.end = text.base + UInt32(truncatingIfNeeded: end)
    }
    node.start = min(node.start, node.end)
  }

  /// Just behind the colon after the key, or behind a key without one.
  private func missingValue(before end: UInt32) -> UInt32 {
    guard let next = Prologue.content(of: text.bytes, from: Int(current.end - text.base)),
      next < Int(end - text.base), text.bytes[next] == UInt8(ascii: ":")
    else { return min(current.end, end) }
    return text.base + UInt32(next + 1)
  }

  /// Judges a key and notes it for the search for duplicates.
  private mutating func key(_ node: inout Node, _ text: UnsafeBufferPointer<UInt8>, _ session: inout ReadingSession) {
    let isPlain = node.style == .plain
    if isPlain, isNull(text), !node.isRefused {
      session.report.add(.nullKey, at: Span(start: node.start, end: node.end))
      node.isRefused = true
    } else if isPlain, text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") {
      mergeKey(node, &session)
    } else if !node.isRefused {
      keys.add(hash: session.hasher.hash(text), node: tree.nodes.count)
    }
  }

  private mutating func mergeKey(_ node: Node, _ session: inout ReadingSession) {
    guard current.mergeKey >= 0 else {
      current.mergeKey = tree.nodes.count
      return
    }
    session.report.add(
      .secondMergeKey, at: Span(start: node.start, end: node.end),
      related: [Related("first set here", at: span(current.mergeKey))])
  }

  /// Nothing, `~` or one of the spellings of null.
  func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.count {
    case 0: true
    case 1: text[0] == UInt8(ascii: "~")
    case 4 where text[0] | 0x20 == UInt8(ascii: "n"):
      ["null", "Null", "NULL"].contains { $0.utf8.elementsEqual(text) }
    default: false
    }
  }
}
