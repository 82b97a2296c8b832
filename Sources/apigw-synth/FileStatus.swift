#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands under a path.
struct FileStatus {
  enum Kind {
    case file, folder, link
    /// A pipe, a device or a socket.
    case special
  }

  /// Which file it is, by whatever name.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  let kind: Kind
  let size: Int
  /// The rights, without the kind.
  let mode: mode_t
  let identity: Identity

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .special
    }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// - Parameters:
  ///   - path: without NUL.
  ///   - followsLinks: whether a link stands for where it leads.
  init(of path: String, followsLinks: Bool) throws(SystemError) {
    var status = stat()
    let result = followsLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw SystemError.last }
    self.init(status)
  }

  /// - Parameter name: of something in the folder; a link stands for itself.
  init(of name: String, in folder: borrowing OpenFile) throws(SystemError) {
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw SystemError.last }
    self.init(status)
  }
}
