import Testing

@Suite struct UsageTests {
  @Test(
    "bad usage is told on standard error, with status 2",
    arguments: [
      [], ["bake"], ["build", "--no-such-option"], ["build", "a.yaml", "b.yaml"], ["build", "--format", "xml"],
      ["validate", "--limits", "few"], ["validate", "--max-diagnostics=-1"], ["validate", "--disable", "all"],
      ["build"], ["validate"], ["build", "a.yaml", "--root", "none"], ["explain", "XYZ999"],
    ])
  func badUsage(arguments: [String]) throws {
    let command = try Command(["a.yaml": Command.spec])
    let outcome: Command.Outcome
    switch arguments.count {
    case 0: outcome = try command.run()
    case 1: outcome = try command.run(arguments[0])
    case 2: outcome = try command.run(arguments[0], arguments[1])
    case 3: outcome = try command.run(arguments[0], arguments[1], arguments[2])
    default: outcome = try command.run(arguments[0], arguments[1], arguments[2], arguments[3])
    }
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasSuffix("\n"))
  }

  @Test func aTemplateWithoutItsOptionIsTakenForWhatItIs() throws {
    let command = try Command(["a.yaml": Command.spec])
    let errors = try command.run("build", "a.yaml", "template.yaml").errors
    #expect(errors.contains("'template.yaml' is one too many; did you mean '-o template.yaml'?"))
    let both = try command.run("build", "a.yaml", "b.yaml", "-o", "template.yaml").errors
    #expect(both.contains("'b.yaml' is one too many") && !both.contains("did you mean"))
  }

  @Test func argumentsAreEscapedInMessages() throws {
    let command = try Command()
    let errors = try command.run("build", "--x\u{1B}[2J\n::error::y").errors
    #expect(!errors.contains("\u{1B}"))
    #expect(!errors.contains("\n::"))
  }

  @Test func helpVersionAndCompletionsGoToStandardOutput() throws {
    let command = try Command()
    for arguments in [["--help", "USAGE"], ["--version", "."], ["--generate-completion-script=bash", "complete"]] {
      let outcome = try command.run(arguments[0])
      #expect((outcome.status, outcome.errors) == (0, ""))
      #expect(outcome.output.contains(arguments[1]))
    }
  }

  @Test func rulesAreListedAndExplained() throws {
    let command = try Command()
    let list = try command.run("explain")
    #expect((list.status, list.errors) == (0, ""))
    let first = try #require(list.output.split(separator: "\n").dropFirst().first)
    let rule = try #require(first.split(separator: " ").first)
    let page = try command.run("explain", rule.lowercased())
    #expect((page.status, page.errors) == (0, ""))
    #expect(page.output.hasPrefix("\(rule) "))
    #expect(page.output.contains("\nBad: ") && page.output.contains("\nGood: ") && !page.output.contains("↓"))
    #expect(try command.run("explain", "\(rule)x").errors.contains("did you mean '\(rule)'?"))
  }
}
