import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a command could not do its work: bad usage, unreadable input, unwritable output. Ends the program with status 2.
struct Failure: Error {
  /// Lower case, names in quotes and already safe to print.
  let message: String

  init(_ message: String) { self.message = message }
}

/// What the system said to a call.
struct SystemError: Error {
  let code: Int32

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// In the system's words.
  var reason: String { String(cString: strerror(code)) }

  /// `cannot read 'x': No such file or directory`.
  func failure(_ verb: String, _ name: String) -> Failure {
    Failure("cannot \(verb) '\(printable(name))': \(reason)")
  }
}
