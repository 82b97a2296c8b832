/// Writes the findings of one spec after another, for a reader of its kind.
public protocol Renderer: Sendable {
  /// Appends the findings of one spec and what it includes.
  mutating func render(_ report: Report, of sources: SourceMap, into output: inout [UInt8])
  /// Appends what comes after the last spec's findings.
  func finish(into output: inout [UInt8])
}
