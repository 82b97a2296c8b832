import Foundation
import Testing

@Suite struct ValidateTests {
  @Test func nothingIsPrintedWhenAllIsWell() throws {
    let command = try Command(["a.yaml": Command.spec, "b.yaml": Command.spec])
    let outcome = try command.run("validate", "a.yaml", "b.yaml")
    #expect((outcome.status, outcome.output, outcome.errors) == (0, "", ""))
  }

  @Test func errorsOfAllFilesAreTold() throws {
    let command = try Command(["a.yaml": Command.broken, "b.yaml": Command.spec, "c.yaml": Command.broken])
    let outcome = try command.run("validate", "a.yaml", "b.yaml", "c.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    let places = outcome.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(places.map { $0.prefix(11) } == ["a.yaml:2:9:", "c.yaml:2:9:"])
  }

  @Test func buildAndValidateSayTheSame() throws {
    let command = try Command(["a.yaml": Command.broken])
    let (build, validate) = (try command.run("build", "a.yaml"), try command.run("validate", "a.yaml"))
    #expect((build.status, build.errors) == (validate.status, validate.errors))
  }

  @Test func programsReadJSONOnStandardOutput() throws {
    let command = try Command(["a.yaml": Command.broken, "b.yaml": Command.spec])
    let outcome = try command.run("validate", "--diagnostics", "json", "a.yaml", "b.yaml")
    #expect((outcome.status, outcome.errors) == (1, ""))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let all = try #require(object["diagnostics"] as? [[String: Any]])
    let diagnostics = all.filter { $0["severity"] as? String != "info" }
    #expect(object["version"] as? Int == 1)
    #expect(diagnostics.map { $0["file"] as? String } == ["a.yaml"])
    #expect(diagnostics.map { $0["line"] as? Int } == [2])
    #expect((object["summary"] as? [String: Int])?["errors"] == 1)
    let build = try command.run("build", "--diagnostics", "json", "a.yaml")
    #expect(build.output == "")
    #expect(build.errors.hasPrefix("{\"version\": 1"))
  }

  @Test func problemsOverTheLimitAreCountedOverAllFiles() throws {
    let broken = "apis:\n" + (0..<4).map { "  a\($0): {colour: red}\n" }.joined()
    let command = try Command(["a.yaml": broken, "b.yaml": broken])
    let outcome = try command.run("validate", "a.yaml", "b.yaml", "--max-diagnostics", "2")
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count { $0.contains(": error: ") } == 4)
    #expect(outcome.errors.hasSuffix("\n… 8 errors in all, of which 4 are shown\n"))
    let all = try command.run("validate", "a.yaml", "b.yaml", "--max-diagnostics", "0")
    #expect(all.errors.split(separator: "\n").count { $0.contains(": error: ") } == 8)
  }

  @Test func anUnreadableFileDoesNotHideTheOthers() throws {
    let command = try Command(["a.yaml": Command.broken])
    let outcome = try command.run("validate", "no\u{1B}[2J.yaml", "a.yaml")
    #expect(outcome.status == 2)
    let reason = #"apigw-synth: cannot read 'no\u{1B}[2J.yaml': No such file or directory"#
    #expect(outcome.errors.hasPrefix(reason + "\na.yaml:2:9: error: "))
  }

  @Test func onlyRegularFilesAreSpecs() throws {
    let command = try Command(["folder/a.yaml": Command.spec])
    #expect(mkfifo(command.path("pipe"), 0o600) == 0)
    #expect(try command.run("validate", "folder").errors == "apigw-synth: cannot read 'folder': it is a folder\n")
    for name in ["folder", "pipe", "/dev/zero", "none", "folder/a.yaml/x"] {
      #expect(try command.run("validate", name).status == 2)
    }
  }

  @Test func aSpecThatIsTooLargeIsRefusedWhereItBegins() throws {
    let command = try Command(["a.yaml": "a: " + String(repeating: "x", count: 5 << 20) + "\n"])
    let outcome = try command.run("validate", "a.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("a.yaml:1:1: error: the spec is too large: it has 5242884 bytes"))
    #expect(outcome.errors.utf8.count < 1000)
    let text = "a: " + String(repeating: "x", count: 5 << 20)
    let piped = try command.run("validate", "-", input: text)
    #expect(piped.errors.hasPrefix("<stdin>:1:1: error: the spec is too large"))
  }

  @Test func coloursAreForTerminalsUnlessAskedFor() throws {
    let command = try Command(["a.yaml": Command.broken])
    func hasColor(_ color: String, _ environment: [String: String] = [:]) throws -> Bool {
      try command.run("validate", "a.yaml", "--color", color, environment: environment).errors.contains("\u{1B}[")
    }
    #expect(try !hasColor("auto"))
    #expect(try hasColor("always", ["NO_COLOR": "1"]))
    #expect(try hasColor("auto", ["CLICOLOR_FORCE": "1"]))
    #expect(try !hasColor("auto", ["CLICOLOR_FORCE": "0"]))
    #expect(try !hasColor("auto", ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(try !hasColor("never", ["CLICOLOR_FORCE": "1"]))
  }
}
