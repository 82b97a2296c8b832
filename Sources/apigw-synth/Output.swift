import CloudFormation
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a template goes.
enum Output {
  case standardOutput
  /// A regular file, or none yet: replaced whole.
  case file(OutputFile)
  /// A device, a pipe, or what the system's folders of open files stand for: written to, never replaced.
  case special(path: String)

  /// - Parameters:
  ///   - argument: a path, or `-`.
  ///   - spec: what the output may not be.
  init(_ argument: String, spec: SpecFile) throws(Failure) {
    let name = printable(argument)
    guard !argument.isEmpty else { throw Failure("the output needs a name; '-' is standard output") }
    let target =
      argument == "-" ? try? OpenFile(standard: 1).status() : try? FileStatus(of: argument, followsLinks: true)
    if let target, target.kind == .file, target.identity == spec.identity {
      throw Failure("the output '\(name)' is the spec itself")
    }
    if argument == "-" {
      self = .standardOutput
      return
    }
    let own = try? FileStatus(of: argument, followsLinks: false)
    if target?.kind == .special || own?.kind == .link && Self.isOpenFile(argument) {
      self = .special(path: argument)
    } else {
      guard own?.kind != .folder, !argument.hasSuffix("/") else { throw Failure("the output '\(name)' is a folder") }
      self = .file(OutputFile(path: argument, mode: own?.kind == .file ? own?.mode : nil))
    }
  }

  /// `/dev/stdout`, `/dev/fd/3` and their like are links: replacing one would harm every program.
  private static func isOpenFile(_ path: String) -> Bool {
    guard let folder = try? Path.real(Path.folder(of: path)) else { return false }
    return Path.isInside(folder, of: "/dev") || Path.isInside(folder, of: "/proc")
  }

  /// How the spec's folder is written from the template's: empty when they are the same, else ending in `/`.
  func prefix(to folder: String) -> String {
    guard case .file(let file) = self, let start = try? Path.real(Path.folder(of: file.path)),
      let end = try? Path.real(folder)
    else { return "" }
    return Path.relative(from: start, to: end)
  }

  func write(_ template: Template, as format: TemplateFormat) throws(Failure) {
    switch self {
    case .standardOutput:
      var hasReader = true
      try template.write(as: format) { bytes throws(Failure) in
        if hasReader { hasReader = try StandardStreams.write(bytes) }
      }
    case .special(let path):
      do throws(SystemError) {
        let file = try OpenFile(path, O_WRONLY | O_APPEND)
        try template.write(as: format) { bytes throws(SystemError) in try file.writeBytes(bytes) }
        try file.finish()
      } catch {
        throw error.failure("write", path)
      }
    case .file(let file): try file.replace(with: template, as: format)
    }
  }
}
