#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file's state: another stamp is another content, or another file under the same name.
struct FileStamp: Equatable {
  private let identity: FileStatus.Identity
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// - Returns: nil when nothing is there.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let file = FileStatus(status)
    (identity, size) = (file.identity, file.size)
    // The change of the entry and not of the content: programs set the latter back.
    #if canImport(Darwin)
      let changed = status.st_ctimespec
    #else
      let changed = status.st_ctim
    #endif
    (seconds, nanoseconds) = (changed.tv_sec, changed.tv_nsec)
  }
}
