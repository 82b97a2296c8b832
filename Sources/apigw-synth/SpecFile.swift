import CSystem
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A spec as it was read: from a file, or from standard input.
struct SpecFile {
  enum Contents {
    case whole([UInt8])
    /// Over the limit: how it begins, and its size where that is known.
    case tooLarge([UInt8], size: Int?)
  }

  /// As it stands in messages; paths in the spec are relative to its folder.
  let name: String
  let isStandardInput: Bool
  private(set) var contents: Contents
  /// Which file it is, so that the output does not become the same.
  let identity: FileStatus.Identity?

  /// The bytes of a spec that was read whole; it has none any more.
  mutating func takeBytes() -> [UInt8] {
    guard case .whole(let bytes) = contents else { return [] }
    contents = .whole([])
    return bytes
  }

  /// Its folder, ending in `/`; empty for the current one.
  var folder: String { Path.folder(of: name) }

  /// - Parameters:
  ///   - argument: a path, or `-` for standard input; `nil` looks for the default names.
  ///   - limit: the bytes that a spec may have.
  ///   - growth: how many times its own memory what becomes of a large spec takes.
  init(_ argument: String?, limit: Int, growth: Double) throws(Failure) {
    let path: String
    if let argument { path = argument } else { path = try Self.defaultPath() }
    isStandardInput = path == "-"
    name = isStandardInput ? "<stdin>" : path
    let status: FileStatus
    do throws(SystemError) {
      let file = try Self.open(path)
      status = try file.status()
      let isReadable = path == "-" || status.kind == .file
      contents = isReadable ? try Self.read(file, status, limit: limit, growth: growth) : .whole([])
    } catch {
      throw error.failure("read", name)
    }
    guard path == "-" || status.kind == .file else { throw Self.notAFile(status, path) }
    identity = status.kind == .file ? status.identity : nil
  }

  private static func open(_ path: String) throws(SystemError) -> OpenFile {
    // A pipe that nobody writes to would block the call.
    path == "-" ? OpenFile(standard: 0) : try OpenFile(path, O_RDONLY | O_NONBLOCK)
  }

  static let defaultNames = ["apigw.yaml", "apigw.yml"]

  private static func defaultPath() throws(Failure) -> String {
    for name in defaultNames where (try? FileStatus(of: name, followsLinks: true)) != nil { return name }
    throw Failure("no spec is given, and the current folder has no 'apigw.yaml' or 'apigw.yml'")
  }

  private static func notAFile(_ status: FileStatus, _ path: String) -> Failure {
    let reason = status.kind == .folder ? "it is a folder" : "it is no regular file; '-' reads standard input"
    return Failure("cannot read '\(printable(path))': \(reason)")
  }

  private static func read(
    _ file: borrowing OpenFile, _ status: FileStatus, limit: Int, growth: Double
  ) throws(SystemError) -> Contents {
    if status.kind == .file, status.size > limit {
      return .tooLarge(try file.readBytes(limit: 1024), size: status.size)
    }
    let size = status.kind == .file ? status.size : 0
    heap_expect(Int(growth * Double(size)))
    let bytes = try file.readBytes(limit: limit + 1, expected: size)
    return bytes.count > limit ? .tooLarge(Array(bytes.prefix(1024)), size: nil) : .whole(bytes)
  }
}
