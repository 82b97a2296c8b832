import Diagnostics

/// What a tag asks for.
enum TagMeaning {
  /// `!`, `!!map`, `!!seq` on what fits: nothing new.
  case nothing
  /// `!!str`, `!`: text whatever it looks like.
  case text
  case shortForm(String)
  case file
  case include
  case unknown

  init(_ tag: String, on kind: Node.Kind) {
    switch (tag, kind) {
    case ("!", .scalar), ("tag:yaml.org,2002:str", .scalar): self = .text
    case ("!", _), ("tag:yaml.org,2002:map", .mapping), ("tag:yaml.org,2002:seq", .sequence): self = .nothing
    case ("!File", .scalar): self = .file
    case ("!Include", .scalar): self = .include
    default: self = Self.shortForms.contains(tag) ? .shortForm(tag) : .unknown
    }
  }

  /// CloudFormation's intrinsic functions as tags.
  /// Source: AWS CloudFormation template reference, intrinsic functions; AWS::LanguageExtensions transform.
  static let shortForms: Set<String> = [
    "!Ref", "!GetAtt", "!Sub", "!Join", "!Select", "!Split", "!ImportValue", "!FindInMap", "!If", "!Equals", "!And",
    "!Or", "!Not", "!Condition", "!Base64", "!Cidr", "!GetAZs", "!Transform", "!Length", "!ToJsonString",
    "!GetStackOutput",
  ]
}

extension TreeBuilder {
  /// Judges the tag of a collection.
  mutating func tag(_ node: inout Node, _ event: Event, _ session: inout ReadingSession) {
    switch TagMeaning(name(event), on: node.kind) {
    case .nothing, .text: break
    case .shortForm(let tag): node.tag = session.tag(tag)
    case .file, .include, .unknown: refuseTag(&node, event, &session)
    }
  }

  /// Judges the tag of a scalar, and puts the file in its place that it names.
  mutating func tag(
    scalar node: inout Node, _ text: inout Span, _ event: Event, _ session: inout ReadingSession
  ) throws(Refusal) {
    let meaning = TagMeaning(name(event), on: .scalar)
    if case .text = meaning {
      if node.style == .plain { node.style = .doubleQuoted }
      return
    }
    guard node.role != .key else {
      session.report.add(.tagOnKey, at: tagSpan(event))
      node.isRefused = true
      return
    }
    switch meaning {
    case .shortForm(let tag): node.tag = session.tag(tag)
    case .file: try file(&node, &text, event, &session)
    case .include: try include(&node, &text, event, &session)
    case .nothing, .text, .unknown: refuseTag(&node, event, &session)
    }
  }

  private func name(_ event: Event) -> String { event.tag.map { String(cString: $0) } ?? "" }

  private func refuseTag(_ node: inout Node, _ event: Event, _ session: inout ReadingSession) {
    let span = tagSpan(event)
    let written = text.bytes[Int(span.start - text.base)..<Int(span.end - text.base)]
    session.report.add(.unknownTag(quotable(written)), at: span)
    node.isRefused = true
  }

  /// Where the tag is written, which may stand after an anchor.
  private func tagSpan(_ event: Event) -> Span {
    var start = Int(event.start - text.base)
    if text.bytes[start] == UInt8(ascii: "&") {
      start = text.bytes[start...].firstIndex { $0 <= 0x20 } ?? start
      start = Prologue.content(of: text.bytes, from: start) ?? start
    }
    let ends: (UInt8) -> Bool = { $0 <= 0x20 || ",[]{}".utf8.contains($0) }
    let end = text.bytes[start...].firstIndex(where: ends) ?? text.bytes.count
    return Span(start: text.base + UInt32(start), end: text.base + UInt32(end))
  }
}
