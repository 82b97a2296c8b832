#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Folders to watch, and the names in each that matter.
struct WatchedPlaces {
  private(set) var names: [String: Set<String>] = [:]

  /// Adds a file by its path, and by the path that it really has; every link on the way is a place of its own.
  mutating func add(_ path: String) {
    note(path)
    var prefix = path
    while let slash = prefix.lastIndex(of: "/"), slash != prefix.startIndex {
      prefix = String(prefix[..<slash])
      if (try? FileStatus(of: prefix, followsLinks: false))?.kind == .link { note(prefix) }
    }
    if let real = try? Path.real(path) { note(real) }
  }

  /// Where the folder is missing it is waited for, in the nearest folder that is there.
  private mutating func note(_ path: String) {
    var path = path[...]
    while true {
      while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
      let folder = Path.folder(of: String(path))
      names[folder.isEmpty ? "." : folder, default: []].insert(String(path.dropFirst(folder.count)))
      if folder.isEmpty || folder == "/" || (try? FileStatus(of: folder, followsLinks: true)) != nil { return }
      path = path.prefix(folder.count)
    }
  }
}
