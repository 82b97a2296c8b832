import Testing

@Suite struct WatchUsageTests {
  @Test(
    "what cannot be watched is refused at the start",
    arguments: [
      (["build", "a.yaml", "--watch"], "'--watch' needs the file that is written again"),
      (["build", "-", "--watch", "-o", "t.yaml"], "standard input does not change"),
      (["build", "a.yaml", "--watch", "--check", "-o", "t.yaml"], "'--check' and '--watch' exclude each other"),
      (["build", "none.yaml", "--watch", "-o", "t.yaml"], "cannot read 'none.yaml'"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let command = try Command(["a.yaml": Command.spec])
    let padded = arguments + Array(repeating: "--strict", count: 6 - arguments.count)
    let outcome = try command.run(padded[0], padded[1], padded[2], padded[3], padded[4], padded[5])
    #expect((outcome.status, outcome.output) == (2, ""))
    #expect(outcome.errors.contains(message))
    #expect(try command.names == ["a.yaml"])
  }
}
