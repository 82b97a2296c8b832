import CYaml
import Diagnostics

/// libyaml's events over a checked text, with byte offsets for marks and sentences for errors.
package struct EventStream: ~Copyable {
  let text: CheckedText
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let input: DecodedInput
  private var offsets: OffsetCursor
  private let base: UInt32
  /// Whether the event may have memory of libyaml's: ends of collections have none, nor have starts without a name and a
  /// tag, and to ask libyaml each time to take nothing away costs a hundredth of reading.
  private var hasMemory = true

  /// The text's bytes must stay in place while the stream lives.
  package init(_ text: CheckedText) {
    self.text = text
    base = text.base
    offsets = OffsetCursor(text)
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("libyaml has memory to start with") }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let content = UnsafeBufferPointer(rebasing: text.bytes[text.markLength...])
    // libyaml asks for an address even where there is nothing to read.
    let nothing = UnsafePointer<UInt8>(OpaquePointer(event))
    yaml_parser_set_input_string(parser, content.baseAddress ?? nothing, content.count)
    input = DecodedInput(content, for: parser)
  }

  deinit {
    yaml_event_delete(event)
    input.remove(from: parser)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// The next event; its texts live until the next call.
  /// - Throws: what libyaml does not understand, or a directive that is not allowed; nothing can be read after it.
  @inline(__always) package mutating func next() throws(Refusal) -> Event {
    if hasMemory { yaml_event_delete(event) }
    hasMemory = true
    guard yaml_parser_parse(parser, event) == 1 else { throw syntaxError() }
    let type = event.pointee.type
    let start = base + UInt32(truncatingIfNeeded: offsets.offset(of: event.pointee.start_mark.index))
    let end = base + UInt32(truncatingIfNeeded: offsets.offset(of: event.pointee.end_mark.index))
    if type == YAML_SCALAR_EVENT { return scalar(start, end) }
    if type == YAML_MAPPING_START_EVENT { return mappingStart(start, end) }
    if type == YAML_MAPPING_END_EVENT { return collectionEnd(.mappingEnd, start, end) }
    if type == YAML_SEQUENCE_START_EVENT { return sequenceStart(start, end) }
    if type == YAML_SEQUENCE_END_EVENT { return collectionEnd(.sequenceEnd, start, end) }
    return try rareEvent(type, start, end)
  }

  /// Where the first thing after a place stands that is neither blank, comment nor end marker; nil at the end.
  func content(after offset: UInt32) -> UInt32? {
    Prologue.content(of: text.bytes, from: Int(offset - base)).map { base + UInt32($0) }
  }
}

extension EventStream {
  @inline(__always) private func scalar(_ start: UInt32, _ end: UInt32) -> Event {
    let scalar = event.pointee.data.scalar
    var result = Event(.scalar, start: start, end: end)
    result.text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    result.anchor = UnsafePointer(scalar.anchor)
    result.tag = UnsafePointer(scalar.tag)
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: result.style = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: result.style = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: result.style = .literal
    case YAML_FOLDED_SCALAR_STYLE: result.style = .folded
    default: result.style = .plain
    }
    return result
  }

  private mutating func collectionEnd(_ kind: Event.Kind, _ start: UInt32, _ end: UInt32) -> Event {
    hasMemory = false
    return Event(kind, start: start, end: end)
  }

  private mutating func mappingStart(_ start: UInt32, _ end: UInt32) -> Event {
    let mapping = event.pointee.data.mapping_start
    var result = Event(.mappingStart, start: start, end: end)
    result.anchor = UnsafePointer(mapping.anchor)
    result.tag = UnsafePointer(mapping.tag)
    result.style = mapping.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
    hasMemory = result.anchor != nil || result.tag != nil
    return result
  }

  private mutating func sequenceStart(_ start: UInt32, _ end: UInt32) -> Event {
    let sequence = event.pointee.data.sequence_start
    var result = Event(.sequenceStart, start: start, end: end)
    result.anchor = UnsafePointer(sequence.anchor)
    result.tag = UnsafePointer(sequence.tag)
    result.style = sequence.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
    hasMemory = result.anchor != nil || result.tag != nil
    return result
  }

  private func rareEvent(_ type: yaml_event_type_t, _ start: UInt32, _ end: UInt32) throws(Refusal) -> Event {
    switch type {
    case YAML_ALIAS_EVENT:
      var result = Event(.alias, start: start, end: end)
      result.anchor = UnsafePointer(event.pointee.data.alias.anchor)
      return result
    case YAML_STREAM_START_EVENT:
      try Prologue.check(text, from: UInt32(text.markLength))
      return Event(.streamStart, start: start, end: end)
    case YAML_DOCUMENT_START_EVENT:
      var result = Event(.documentStart, start: start, end: end)
      result.isImplicit = event.pointee.data.document_start.implicit == 1
      return result
    case YAML_DOCUMENT_END_EVENT:
      try Prologue.check(text, from: end - base)
      var result = Event(.documentEnd, start: start, end: end)
      result.isImplicit = event.pointee.data.document_end.implicit == 1
      return result
    default:
      return Event(.streamEnd, start: start, end: end)
    }
  }

  /// Where the innermost collection began that is open, where libyaml tells the place of what is missing in it instead.
  private var collection: yaml_mark_t? {
    let marks = parser.pointee.marks
    guard parser.pointee.context.map({ String(cString: $0) }) == "while parsing a flow node", let top = marks.top,
      let start = marks.start, top > start
    else { return nil }
    return top[-1]
  }

  /// What libyaml did not understand, with its two marks as offsets in the file.
  private mutating func syntaxError() -> Refusal {
    let context = parser.pointee.context.map { String(cString: $0) }
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not enough memory"
    let place = offsets.offset(of: parser.pointee.problem_mark.index)
    let opening = offsets.offset(of: collection?.index ?? parser.pointee.context_mark.index)
    return SyntaxProblem(text: text, problem: problem, context: context, place: place, opening: opening).refusal
  }
}
