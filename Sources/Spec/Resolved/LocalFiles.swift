import Diagnostics
import Document

extension ResolvedSpec {
  /// Reports local paths that cannot be packaged: missing, or outside the project.
  public func checkFiles(_ files: any FileReader, into report: inout Report) {
    let spec = document.sources.files.first?.name ?? ""
    for item in declarations.functions {
      guard let code = item.value.code, case .path(let path) = code.value else { continue }
      if case .failure(let error) = files.check(path, from: spec) {
        report.add(.unusableFile(path, error), at: document.span(code.node))
      }
    }
  }
}

extension Message {
  fileprivate static func unusableFile(_ path: String, _ error: FileError) -> Message {
    switch error {
    case .missing: Message("SPEC105", "no file or folder '\(path)'", help: "paths are relative to the spec")
    case .outside:
      Message(
        "SPEC105", "'\(path)' is not inside the project", help: "move it below the project's root, or set '--root'")
    case .notAFile: Message("SPEC105", "'\(path)' is neither a file nor a folder")
    case .tooLarge: Message("SPEC105", "'\(path)' is too large")
    case .unreadable(let reason): Message("SPEC105", "'\(path)' cannot be read: \(reason)")
    }
  }
}
