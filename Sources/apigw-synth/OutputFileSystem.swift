import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What replacing a file asks of the system, call by call, so that each can be made to fail.
protocol OutputFileSystem: Sendable {
  /// Makes a file that is not there yet, open for writing.
  func create(_ path: String) throws(SystemError) -> OpenFile
  func write(_ bytes: UnsafeRawBufferPointer, to file: borrowing OpenFile) throws(SystemError)
  /// Has the disk begin with a part of the file's content. A file that does not know of it is synchronised all the same.
  func startSynchronizing(_ part: Range<Int>, of file: borrowing OpenFile)
  func setMode(_ mode: mode_t, of file: borrowing OpenFile) throws(SystemError)
  /// Returns when the file's content has reached the disk: a file that is renamed before may be empty after a power cut.
  /// Its new name need not have, as the earlier file is whole.
  func synchronize(_ file: borrowing OpenFile) throws(SystemError)
  func close(_ file: consuming OpenFile) throws(SystemError)
  func rename(_ path: String, to newPath: String) throws(SystemError)
  func remove(_ path: String) throws(SystemError)
}

/// The operating system's files.
struct SystemFiles: OutputFileSystem {
  func create(_ path: String) throws(SystemError) -> OpenFile {
    try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: borrowing OpenFile) throws(SystemError) {
    try file.writeBytes(bytes)
  }

  func startSynchronizing(_ part: Range<Int>, of file: borrowing OpenFile) {
    file_start_synchronizing(file.descriptor, Int64(part.lowerBound), Int64(part.count))
  }

  func setMode(_ mode: mode_t, of file: borrowing OpenFile) throws(SystemError) {
    guard fchmod(file.descriptor, mode) == 0 else { throw SystemError.last }
  }

  func synchronize(_ file: borrowing OpenFile) throws(SystemError) {
    // Some file systems cannot synchronise; the rename is whole on them too.
    guard fsync(file.descriptor) == 0 || errno == EINVAL else { throw SystemError.last }
  }

  func close(_ file: consuming OpenFile) throws(SystemError) {
    try file.finish()
  }

  func rename(_ path: String, to newPath: String) throws(SystemError) {
    #if canImport(Glibc)
      let result = Glibc.rename(path, newPath)
    #elseif canImport(Musl)
      let result = Musl.rename(path, newPath)
    #else
      let result = Darwin.rename(path, newPath)
    #endif
    guard result == 0 else { throw SystemError.last }
  }

  func remove(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 else { throw SystemError.last }
  }
}
