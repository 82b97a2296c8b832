#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Paths as text, and what they really are.
enum Path {
  /// What stands before the last `/`, with it; empty for a name in the current folder.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// The absolute path without links and dots of something that exists.
  static func real(_ path: String) throws(SystemError) -> String {
    guard let pointer = realpath(path.isEmpty ? "." : path, nil) else { throw SystemError.last }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// What a link says, when it is one.
  static func target(of path: String) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      let result = buffer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(path, $0, text.count) } ?? 0
      }
      count = max(0, result)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The names of which an absolute path consists once `.` and `..` are taken out, as text alone.
  static func names(_ path: String) -> [Substring] {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names
  }

  /// Whether an absolute path is a folder or lies in it.
  static func isInside(_ path: String, of folder: String) -> Bool {
    names(path).starts(with: names(folder))
  }

  /// How one folder is written from another, both real paths: empty when they are the same, else ending in `/`.
  static func relative(from start: String, to end: String) -> String {
    if start == end { return "" }
    let (here, there) = (names(start), names(end))
    let common = zip(here, there).prefix { $0 == $1 }.count
    return there[common...].reduce(into: String(repeating: "../", count: here.count - common)) { $0 += "\($1)/" }
  }
}
