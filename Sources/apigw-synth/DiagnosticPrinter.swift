import Diagnostics

/// Prints findings spec by spec, so that those of a whole project are never in memory together.
struct DiagnosticPrinter {
  /// Where the findings go.
  enum Stream { case output, errors }

  private var renderer: any Renderer
  private let stream: Stream

  init(_ renderer: any Renderer, to stream: Stream) {
    (self.renderer, self.stream) = (renderer, stream)
  }

  mutating func print(_ findings: Findings) throws(Failure) {
    var bytes: [UInt8] = []
    renderer.render(findings.report, of: findings.sources, into: &bytes)
    try write(bytes)
  }

  /// Prints what comes after the last spec's findings.
  func finish() throws(Failure) {
    var bytes: [UInt8] = []
    renderer.finish(into: &bytes)
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    switch stream {
    case .output: try StandardStreams.write(bytes)
    case .errors: StandardStreams.report(bytes)
    }
  }
}
