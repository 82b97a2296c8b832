import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens when the program itself is at fault: one line that can be reported, and status 2.
///
/// Without it a trap ends the program by a signal, and the language's runtime prints the stack of symbols.
enum Crash {
  private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
  /// More than any processor needs to put its registers down, and a handler that calls two functions.
  private static let stackSize = 65_536

  /// Made at the start, since a handler must not ask for memory; `XX` becomes the signal's number.
  nonisolated(unsafe) private static let line = makeLine()

  /// Makes the handler ready; a handler's stack of its own, so that also the end of the stack can be told.
  static func tellInOneLine() {
    _ = line
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
    for number in signals { install(number) }
    unblock()
  }

  /// A trap whose signal the caller has blocked would end the program without a word.
  private static func unblock() {
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in signals { sigaddset(&numbers, number) }
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }

  private static func install(_ number: Int32) {
    var action = sigaction()
    action.sa_flags = Int32(truncatingIfNeeded: SA_ONSTACK)
    // A fault of the handler itself ends the program rather than begin again.
    sigfillset(&action.sa_mask)
    let tell: @convention(c) (Int32) -> Void = { Crash.tell($0) }
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = tell
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = tell
    #else
      action.__sigaction_u.__sa_handler = tell
    #endif
    sigaction(number, &action, nil)
  }

  /// Only calls that a handler may make.
  private static func tell(_ number: Int32) {
    line.digits[0] = UInt8(truncatingIfNeeded: 0x30 + number / 10)
    line.digits[1] = UInt8(truncatingIfNeeded: 0x30 + number % 10)
    var written = 0
    while written < line.count {
      let count = write(2, line.start + written, line.count - written)
      if count <= 0 { break }
      written += count
    }
    _exit(2)
  }

  private struct Line {
    let start: UnsafeMutablePointer<UInt8>
    let count: Int
    let digits: UnsafeMutablePointer<UInt8>
  }

  private static func makeLine() -> Line {
    let beginning = "apigw-synth: a fault of apigw-synth \(ApigwSynth.version) itself, signal "
    var text = Array("\(beginning)XX, in 'apigw-synth".utf8)
    for argument in CommandLine.arguments.dropFirst() { text += " \(printable(abridged(argument)))".utf8 }
    text += "': please report this line and the spec\n".utf8
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
    start.initialize(from: text, count: text.count)
    return Line(start: start, count: text.count, digits: start + beginning.utf8.count)
  }

  private static func abridged(_ argument: String) -> String {
    argument.utf8.count <= 200 ? argument : String(argument.prefix(200))
  }
}
