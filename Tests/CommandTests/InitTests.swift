import Foundation
import Testing

@Suite struct InitTests {
  private static let files = [
    ".github/workflows/api.yaml", ".pre-commit-config.yaml", "apigw.yaml", "handlers/greet.py",
  ]

  @Test func aStarterIsWrittenThatPassesEveryCheck() throws {
    let command = try Command()
    let made = try command.run("init")
    #expect((made.status, made.errors) == (0, ""))
    for name in Self.files {
      #expect(made.output.contains("made  \(name) "))
      #expect(try !command.text(of: name).isEmpty)
    }
    let checked = try command.run("validate", "--strict")
    #expect((checked.status, checked.output, checked.errors) == (0, "", ""))
    let built = try command.run("build", "-o", "template.yaml")
    #expect((built.status, built.output, built.errors) == (0, "", ""))
    #expect(try command.text(of: "template.yaml").contains("Type: AWS::ApiGateway::RestApi"))
  }

  @Test(
    "a folder that has a spec is not touched",
    arguments: [("apigw.yaml", "apis: {}\n"), ("apigw.yml", "")])
  func spec(name: String, text: String) throws {
    let command = try Command([name: text])
    let outcome = try command.run("init")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "apigw-synth: '\(name)' is there already; nothing was written\n")
    #expect(try command.names == [name])
    #expect(try command.text(of: name) == text)
  }

  @Test func otherFilesAreKeptAndNamed() throws {
    let command = try Command([".pre-commit-config.yaml": "repos: []\n", "handlers/greet.py": "mine"])
    let outcome = try command.run("init")
    #expect((outcome.status, outcome.errors) == (0, ""))
    #expect(outcome.output.contains("kept  .pre-commit-config.yaml "))
    #expect(outcome.output.contains("kept  handlers/greet.py "))
    #expect(outcome.output.contains("made  apigw.yaml "))
    #expect(try command.text(of: ".pre-commit-config.yaml") == "repos: []\n")
    #expect(try command.text(of: "handlers/greet.py") == "mine")
  }

  @Test func aLinkThatLeadsNowhereIsNotFollowed() throws {
    let command = try Command()
    try FileManager.default.createSymbolicLink(
      atPath: command.path("apigw.yaml"), withDestinationPath: "elsewhere.yaml")
    #expect(try command.run("init").status == 2)
    #expect(try command.names == ["apigw.yaml"])
  }

  @Test func theFolderIsMadeAndTheNextStepsLeadThere() throws {
    let command = try Command()
    let outcome = try command.run("init", "new/my shop")
    #expect((outcome.status, outcome.errors) == (0, ""))
    #expect(outcome.output.contains("\n  cd -- 'new/my shop'\n  apigw-synth build -o template.yaml\n"))
    #expect(try command.run("validate", "--strict", "new/my shop/apigw.yaml").status == 0)
  }

  @Test func whatWasMadeIsTakenBackWhenAFileCannotBeWritten() throws {
    let command = try Command([".github": "a file where a folder is wanted"])
    let outcome = try command.run("init")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(".github/workflows/api.yaml"))
    #expect(try command.names == [".github"])
  }

  @Test func insideARepositoryTheFilesForItsTopAreNamed() throws {
    let command = try Command([".git/HEAD": ""])
    #expect(try command.run("init", "services/shop").output.contains("The repository starts at '"))
    let top = try command.run("init", ".")
    #expect(top.status == 0)
    #expect(!top.output.contains("The repository starts at"))
  }
}
