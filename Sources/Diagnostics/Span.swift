/// A stretch of source: byte offsets into the one buffer of a `SourceMap`, end exclusive.
public struct Span: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }
}
