import Foundation
import Testing

@testable import apigw_synth

@Suite struct CrashTests {
  @Test("a trap is one line and status 2", arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT])
  func traps(number: Int32) throws {
    let command = try Command(["\u{1B}[31m\n::error::/x": ""])
    let process = Process()
    process.currentDirectoryURL = command.folder
    let (input, errors) = (Pipe(), Pipe())
    process.executableURL = Command.program
    process.arguments = ["validate", "-", "--root", "\u{1B}[31m\n::error::"]
    process.standardInput = input
    process.standardError = errors
    try process.run()
    // More than a pipe holds: when all is written, the program has begun to read.
    try input.fileHandleForWriting.write(contentsOf: Data(repeating: 0x20, count: 1 << 20))
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let digits = number < 10 ? "0\(number)" : "\(number)"
    #expect(process.terminationReason == .exit && process.terminationStatus == 2)
    #expect(
      text == "apigw-synth: a fault of apigw-synth \(ApigwSynth.version) itself, signal \(digits), "
        + "in 'apigw-synth validate - --root \\u{1B}[31m\\u{A}::error::': please report this line and the spec\n")
  }
}
