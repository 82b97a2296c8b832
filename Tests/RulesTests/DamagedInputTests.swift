import Diagnostics
import Document
import Foundation
import Rules
import Synthesizer
import Testing

/// What fuzzers made fall over once: files of any bytes, found by listing.
@Suite struct DamagedInputTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Damaged")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func thereAreSome() { #expect(!Self.names.isEmpty) }

  @Test("a damaged spec is read to its end, and the same is said of it again", arguments: names)
  func isReadToItsEnd(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let (first, second) = (outcome(of: bytes), outcome(of: bytes))
    #expect((first.template == nil) == first.report.hasErrors)
    #expect(first.report.sorted == second.report.sorted)
    for diagnostic in first.report.diagnostics {
      for span in [diagnostic.span] + diagnostic.related.map(\.span) {
        let file = try #require(first.sources.file(at: span.start), "\(diagnostic.message)")
        #expect(span.start <= span.end && span.end <= file.end, "\(diagnostic.message)")
      }
    }
  }

  private func outcome(of bytes: [UInt8]) -> Outcome {
    synthesize(bytes, name: "apigw.yaml", files: ExampleFiles(), options: Options())
  }
}
