#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, closed when it goes away.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  private let isOwned: Bool

  /// - Parameters:
  ///   - path: without NUL.
  ///   - flags: of `open`; the file is never inherited by other programs and never becomes the terminal.
  ///   - mode: of a file that is made.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
    var result: Int32
    repeat { result = open(path, flags | O_CLOEXEC | O_NOCTTY, mode) } while result < 0 && errno == EINTR
    guard result >= 0 else { throw SystemError.last }
    descriptor = result
    isOwned = true
  }

  /// - Parameters:
  ///   - name: of something in the folder.
  ///   - flags: as above.
  init(_ name: String, in folder: borrowing OpenFile, _ flags: Int32) throws(SystemError) {
    var result: Int32
    repeat { result = openat(folder.descriptor, name, flags | O_CLOEXEC | O_NOCTTY) } while result < 0 && errno == EINTR
    guard result >= 0 else { throw SystemError.last }
    descriptor = result
    isOwned = true
  }

  /// One of the three that a program starts with.
  init(standard descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Closes the file now. Some systems first tell then that what was written found no room.
  consuming func finish() throws(SystemError) {
    let (descriptor, isOwned) = (descriptor, isOwned)
    discard self
    // An interrupted call has closed it all the same, and another would close what somebody else has opened since.
    guard !isOwned || close(descriptor) == 0 || errno == EINTR else { throw SystemError.last }
  }

  /// What the file is.
  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError.last }
    return FileStatus(status)
  }

  /// Reads to the file's end, but at most `limit` bytes.
  /// - Parameter expected: how many bytes there will probably be.
  func readBytes(limit: Int, expected: Int = 0) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = min(max(expected + 1, 65_536), limit)
    while bytes.count < limit {
      let piece = try readPiece(capacity)
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if piece.count < capacity { break }
      capacity = min(1 << 20, limit - bytes.count)
    }
    return bytes
  }

  /// Reads once; nothing at the file's end.
  private func readPiece(_ capacity: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      do throws(SystemError) {
        count = try readBytes(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return piece
  }

  /// Reads what there is, once there is something; nothing at the file's end.
  func readSome(_ capacity: Int) throws(SystemError) -> [UInt8] {
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        count = read(descriptor, buffer.baseAddress, capacity)
        filled = max(0, count)
      }
      if count >= 0 { return piece }
      try wait(POLLIN)
    }
  }

  /// Whether something can be read, or the end has come, before some milliseconds are over.
  func hasInput(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) != 0
  }

  /// Fills a buffer as far as the file goes.
  func readBytes(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      if count == 0 { break }
      if count > 0 { filled += count } else { try wait(POLLIN) }
    }
    return filled
  }

  /// Writes all.
  func writeBytes(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 { rest = rest.dropFirst(count) } else { try wait(POLLOUT) }
    }
  }

  func writeBytes(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemError) {
        try writeBytes(buffer)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// After a call that failed: returns when it is worth another try.
  private func wait(_ event: Int32) throws(SystemError) {
    let error = SystemError.last
    if error.code == EINTR { return }
    guard error.code == EAGAIN || error.code == EWOULDBLOCK else { throw error }
    var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
