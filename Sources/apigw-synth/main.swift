import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

heap_return_large_blocks()
StandardStreams.fillGaps()
Crash.tellInOneLine()
Signals.turnIntoErrors()
exit(ApigwSynth.status(of: Array(CommandLine.arguments.dropFirst())))
