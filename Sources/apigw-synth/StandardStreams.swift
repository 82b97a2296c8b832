import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error.
enum StandardStreams {
  /// Fills the places of standard streams that were closed at the start, so that no file that is opened later takes one;
  /// reads and writes there fail as they would have.
  static func fillGaps() {
    for (descriptor, flags) in [(0 as Int32, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", flags)
    }
  }

  /// Whether a person sees standard output as it is.
  static var outputIsTerminal: Bool { isatty(1) == 1 }

  /// Writes to standard output.
  /// - Returns: whether there is still a reader; a closed pipe is no failure.
  @discardableResult
  static func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Bool {
    do throws(SystemError) {
      try OpenFile(standard: 1).writeBytes(bytes)
      return true
    } catch {
      if error.code == EPIPE { return false }
      throw Failure("cannot write standard output: \(error.reason)")
    }
  }

  static func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(SystemError) {
      try OpenFile(standard: 1).writeBytes(bytes)
    } catch {
      if error.code != EPIPE { throw Failure("cannot write standard output: \(error.reason)") }
    }
  }

  /// Writes to standard error; when nobody can read it, the exit status still tells.
  static func report(_ bytes: [UInt8]) {
    try? OpenFile(standard: 2).writeBytes(bytes)
  }

  static func report(_ failure: Failure) {
    let line = LineBreaker(width: Terminal.width(of: 2)).broken("apigw-synth: \(failure.message)", indent: 2)
    report(Array("\(line)\n".utf8))
  }
}
