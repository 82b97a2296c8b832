#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that a spec's files may not leave.
///
/// What lies below is reached name by name and no link is followed: a folder that somebody swaps for a link after its
/// path was resolved leads nowhere. Paths are real paths inside of the root.
struct ProjectRoot {
  /// The root's real path.
  let path: String

  /// Folders inside each other, and files in all, beyond which nobody packages code.
  private static let (depth, count) = (100, 100_000)

  #if canImport(Darwin)
    private static let passing = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
  #else
    /// A folder on the way may be closed for reading: O_PATH, which the headers of C keep from Swift.
    private static let passing = 0o10_000_000 | O_DIRECTORY | O_NOFOLLOW
  #endif

  func contains(_ path: String) -> Bool { Path.isInside(path, of: self.path) }

  /// Whether a path that cannot be resolved leads out of the root as far as it can be: then why it fails is not told.
  /// - Parameter links: that are followed before the path counts as a circle.
  func isLeft(on path: String, links: Int = 40) -> Bool {
    let names = path.split(separator: "/")
    for count in stride(from: names.count - 1, through: 0, by: -1) {
      guard let real = try? Path.real("/" + names[..<count].joined(separator: "/")) else { continue }
      guard contains(real) else { return true }
      guard links > 0, let target = Path.target(of: real + "/" + names[count]) else { return false }
      let next = target.hasPrefix("/") ? target : real + "/" + target
      return !contains(next) || isLeft(on: next, links: links - 1)
    }
    return false
  }

  /// Opens a file or folder for reading; a pipe that nobody writes to does not block.
  func open(_ path: String) throws(SystemError) -> OpenFile {
    try reach(path) { (folder, name) throws(SystemError) in
      try OpenFile(name, in: folder, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    }
  }

  /// What stands there: never where a link leads.
  func status(of path: String) throws(SystemError) -> FileStatus {
    try reach(path) { (folder, name) throws(SystemError) in try FileStatus(of: name, in: folder) }
  }

  /// The paths, in a folder, of all files below it. Links are listed and not followed.
  func files(below path: String) throws(SystemError) -> [String] {
    var found: [String] = []
    var waiting = [(prefix: "", depth: 0)]
    while let (prefix, depth) = waiting.popLast() {
      guard depth <= Self.depth else { throw SystemError(code: ELOOP) }
      let folder = try open(path + "/" + prefix)
      for name in try Folder.names(in: folder) {
        if try FileStatus(of: name, in: folder).kind == .folder {
          waiting.append((prefix + name + "/", depth + 1))
        } else {
          found.append(prefix + name)
        }
      }
      guard found.count + waiting.count <= Self.count else { throw SystemError(code: EFBIG) }
    }
    return found
  }

  /// Does something with the open folder that holds a path, and the name there.
  private func reach<Result: ~Copyable>(
    _ path: String, _ use: (borrowing OpenFile, String) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let names = Path.names(path).dropFirst(Path.names(self.path).count).map(String.init)
    var folder = try OpenFile(self.path, Self.passing)
    for name in names.dropLast() { folder = try OpenFile(name, in: folder, Self.passing) }
    return try use(folder, names.last ?? ".")
  }
}
