#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals of the process.
enum Signals {
  /// A closed pipe and a full disk come back as errors of the write, which are told and cleaned up after.
  static func turnIntoErrors() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Lets the signals that end the program wait while something is done that must not stop half way.
  static func deferring<Result>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
    var waiting = sigset_t()
    var previous = sigset_t()
    sigemptyset(&waiting)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&waiting, number) }
    pthread_sigmask(SIG_BLOCK, &waiting, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    return try work()
  }
}
