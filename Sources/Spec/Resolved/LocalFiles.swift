import Diagnostics
import Document

extension ResolvedSpec {
  /// Reports local paths that cannot be packaged: missing, or outside the project.
  public func checkFiles(_ files: any FileReader, into report: inout Report) {
    for item in declarations.functions {
      guard let code = item.value.code, case .path(let path) = code.value else { continue }
      if case .failure(let error) = files.check(path, from: name) {
        report.add(.unusableFile(path, error), at: document.span(code.node))
      }
    }
    for item in declarations.apis {
      guard let definition = item.value.definition, case .path(let path) = definition.value else { continue }
      if case .failure(let error) = files.read(path, from: name, limit: ResolvedSpec.fileLimit) {
        report.add(.unusableFile(path, error), at: document.span(definition.node))
      }
    }
  }

  /// The spec's own name, which its paths are relative to.
  public var name: String { document.sources.files.first?.name ?? "" }

  /// Bytes of a file whose content counts: what Lambda takes unzipped, 250 MB.
  /// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  public static let fileLimit = 250 << 20
}

extension Message {
  fileprivate static func unusableFile(_ path: String, _ error: FileError) -> Message {
    switch error {
    case .missing:
      Message(
        "SPEC105", "no file or folder '\(path)'", help: CDKCode.advice(on: path) ?? "paths are relative to the spec")
    case .outside:
      Message(
        "SPEC105", "'\(path)' is not inside the project", help: "move it below the project's root, or set '--root'")
    case .notAFile: Message("SPEC105", "'\(path)' is neither a file nor a folder")
    case .tooLarge: Message("SPEC105", "'\(path)' is too large")
    case .unreadable(let reason): Message("SPEC105", "'\(path)' cannot be read: \(reason)")
    }
  }
}
