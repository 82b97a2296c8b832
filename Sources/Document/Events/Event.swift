/// One step of the reading of a YAML stream. Texts and names point into libyaml's memory and live until the next step.
package struct Event {
  package enum Kind: UInt8 {
    case streamStart, streamEnd, documentStart, documentEnd, mappingStart, mappingEnd, sequenceStart, sequenceEnd
    case scalar, alias
  }

  package let kind: Kind
  /// Byte offsets into the `SourceMap`; the end of a block collection or block scalar lies where the next thing begins.
  package let start: UInt32
  package let end: UInt32
  package var style = Node.Style.plain
  /// A document's start or end that is not written, `---` or `...`.
  package var isImplicit = true
  /// A scalar's text, decoded.
  package var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The name after `&` or, for an alias, after `*`.
  package var anchor: UnsafePointer<UInt8>?
  /// The tag as YAML resolves it.
  package var tag: UnsafePointer<UInt8>?

  init(_ kind: Kind, start: UInt32, end: UInt32) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}
