import Diagnostics

/// Prints findings spec by spec, so that those of a whole project are never in memory together.
struct DiagnosticPrinter {
  enum Renderer {
    case text(TextRenderer)
    case json(JSONRenderer)
  }

  /// Where the findings go.
  enum Stream { case output, errors }

  private var renderer: Renderer
  private let stream: Stream

  init(_ renderer: Renderer, to stream: Stream) {
    (self.renderer, self.stream) = (renderer, stream)
  }

  mutating func print(_ findings: Findings) throws(Failure) {
    var bytes: [UInt8] = []
    switch renderer {
    case .text(var text):
      text.render(findings.report, of: findings.sources, into: &bytes)
      renderer = .text(text)
    case .json(var json):
      json.render(findings.report, of: findings.sources, into: &bytes)
      renderer = .json(json)
    }
    try write(bytes)
  }

  /// Prints what comes after the last spec's findings.
  func finish() throws(Failure) {
    var bytes: [UInt8] = []
    switch renderer {
    case .text(let text): text.finish(into: &bytes)
    case .json(let json): json.finish(into: &bytes)
    }
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    switch stream {
    case .output: try StandardStreams.write(bytes)
    case .errors: StandardStreams.report(bytes)
    }
  }
}
