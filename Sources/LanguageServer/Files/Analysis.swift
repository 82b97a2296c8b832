import Diagnostics
import Document
import Spec
import Synthesizer

/// A spec as it stands, with the files that it includes: what was found, and what was read.
struct Analysis {
  /// The spec's own path.
  let root: String
  let spec: ResolvedSpec?
  let sources: SourceMap
  let findings: [Diagnostic]
  private let files: [String: SourceFile]

  /// - Parameter files: what the spec may name, as it stands in the editor.
  init(_ text: [UInt8], root: String, files: any FileReader) {
    var options = Options()
    options.wantsTemplate = false
    let outcome = synthesize(text, name: root, files: files, options: options)
    self.root = root
    (spec, sources, findings) = (outcome.spec, outcome.sources, outcome.report.sorted)
    let named = outcome.sources.files.map { (FileAddress.normalized($0.name), $0) }
    self.files = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  var document: Document? { spec?.document }

  /// The paths of the spec and of all that it includes.
  var paths: Dictionary<String, SourceFile>.Keys { files.keys }

  func file(at path: String) -> SourceFile? { files[path] }

  /// The path of the file in which an offset lies.
  func path(at offset: UInt32) -> String? { sources.file(at: offset).map { FileAddress.normalized($0.name) } }
}

extension SourceMap {
  /// A file's text.
  func text(of file: SourceFile) -> ArraySlice<UInt8> { bytes[Int(file.start)..<Int(file.end)] }
}
