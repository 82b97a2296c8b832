#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals that end a program that would go on for ever. They are held back from now on, so that no build stops half
/// way, and looked for while it waits.
struct Endings {
  /// Those that the program was not started to ignore.
  let signals: [Int32]
  /// What is held back while the program waits: none of these signals.
  let maskOfWaits: sigset_t

  init() {
    signals = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for number in signals { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    for number in signals { sigdelset(&before, number) }
    maskOfWaits = before
    // Interrupts a wait, which is all that a signal has to do.
    for number in signals { signal(number) { _ in } }
  }

  /// Whether one of the signals has come.
  var haveCome: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return signals.contains { sigismember(&pending, $0) == 1 }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
