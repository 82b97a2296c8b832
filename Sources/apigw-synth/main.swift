#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

StandardStreams.fillGaps()
Crash.tellInOneLine()
Signals.turnIntoErrors()
exit(ApigwSynth.status(of: Array(CommandLine.arguments.dropFirst())))
