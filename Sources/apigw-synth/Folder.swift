#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder on the disk.
struct Folder {
  private let path: String

  /// Folders inside each other, and files in all, beyond which nobody packages code.
  private static let (depth, count) = (100, 100_000)

  init(_ path: String) {
    self.path = path
  }

  /// The paths, in the folder, of all files below it. Links are listed and not followed.
  func files() throws(SystemError) -> [String] {
    var found: [String] = []
    var waiting = [(prefix: "", depth: 0)]
    while let (prefix, depth) = waiting.popLast() {
      for name in try Self.names(in: path + "/" + prefix) {
        let inner = prefix + name
        if try FileStatus(of: path + "/" + inner, followsLinks: false).kind == .folder {
          guard depth < Self.depth else { throw SystemError(code: ELOOP) }
          waiting.append((inner + "/", depth + 1))
        } else {
          found.append(inner)
        }
      }
      guard found.count <= Self.count else { throw SystemError(code: EFBIG) }
    }
    return found
  }

  private static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw SystemError.last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
