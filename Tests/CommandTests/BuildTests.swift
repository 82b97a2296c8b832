import Foundation
import Testing

@Suite struct BuildTests {
  @Test func theTemplateGoesToStandardOutputAsYAML() throws {
    let command = try Command(["apigw.yaml": Command.spec])
    let outcome = try command.run("build")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("AWSTemplateFormatVersion"))
    #expect(outcome.errors == "")
    #expect(try command.run("build", "-", input: Command.spec).output == outcome.output)
    #expect(try command.run("build", "apigw.yaml", "-o", "-").output == outcome.output)
    #expect(try command.names == ["apigw.yaml"])
  }

  @Test(
    "the output's suffix decides on the format, unless it is given",
    arguments: [
      (["out.json"], true), (["out.template"], true), (["out"], true), (["out.yaml"], false), (["out.YML"], false),
      (["out.json", "--format", "yaml"], false), (["out.yml", "--format", "json"], true),
    ])
  func formats(arguments: [String], isJSON: Bool) throws {
    let command = try Command(["apigw.yml": Command.spec])
    let rest = arguments.dropFirst()
    let outcome =
      rest.isEmpty
      ? try command.run("build", "-o", arguments[0])
      : try command.run("build", "-o", arguments[0], "--format", arguments[2])
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(try command.text(of: arguments[0]).hasPrefix("{") == isJSON)
  }

  @Test func errorsLeaveTheOldFileAndNothingElse() throws {
    let command = try Command(["a.yaml": Command.broken, "out.json": "old"])
    let outcome = try command.run("build", "a.yaml", "-o", "out.json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("a.yaml:2:9: error: "))
    #expect(try command.text(of: "out.json") == "old")
    #expect(try command.names == ["a.yaml", "out.json"])
  }

  @Test func aFileThatWouldNotChangeIsNotTouched() throws {
    let command = try Command(["a.yaml": Command.spec])
    _ = try command.run("build", "a.yaml", "-o", "out.json")
    let before = try FileManager.default.attributesOfItem(atPath: command.path("out.json"))
    #expect(try command.run("build", "a.yaml", "-o", "out.json").status == 0)
    let after = try FileManager.default.attributesOfItem(atPath: command.path("out.json"))
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    try command.write("longer than the template would be, or shorter", to: "out.json")
    #expect(try command.run("build", "a.yaml", "-o", "out.json").status == 0)
    #expect(try command.text(of: "out.json").hasPrefix("{"))
    #expect(try command.names == ["a.yaml", "out.json"])
  }

  @Test func theRightsOfTheOldFileStay() throws {
    let command = try Command(["a.yaml": Command.spec, "out.json": "old"])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: command.path("out.json"))
    #expect(try command.run("build", "a.yaml", "-o", "out.json").status == 0)
    let rights = try FileManager.default.attributesOfItem(atPath: command.path("out.json"))[.posixPermissions]
    #expect(rights as? Int == 0o640)
  }

  @Test func aLinkAsOutputIsReplacedAndNotFollowed() throws {
    let command = try Command(["a.yaml": Command.spec, "victim": "precious"])
    try FileManager.default.createSymbolicLink(atPath: command.path("out.json"), withDestinationPath: "victim")
    #expect(try command.run("build", "a.yaml", "-o", "out.json").status == 0)
    #expect(try command.text(of: "victim") == "precious")
    #expect(try command.text(of: "out.json").hasPrefix("{"))
  }

  @Test("the spec itself is no output, by whatever name", arguments: ["a.yaml", "./a.yaml", "link", "hard"])
  func specAsOutput(name: String) throws {
    let command = try Command(["a.yaml": Command.spec])
    try FileManager.default.createSymbolicLink(atPath: command.path("link"), withDestinationPath: "a.yaml")
    try FileManager.default.linkItem(atPath: command.path("a.yaml"), toPath: command.path("hard"))
    let outcome = try command.run("build", "a.yaml", "-o", name)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "apigw-synth: the output '\(name)' is the spec itself\n")
    #expect(try command.text(of: "a.yaml") == Command.spec)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/stdout")))
  func theSystemsNameOfStandardOutputIsWrittenToAndStays() throws {
    let command = try Command(["a.yaml": Command.spec])
    let before = try FileManager.default.attributesOfItem(atPath: "/dev/stdout")
    let outcome = try command.run("build", "a.yaml", "-o", "/dev/stdout", "--format", "yaml")
    #expect(outcome.output == (try command.run("build", "a.yaml").output))
    let after = try FileManager.default.attributesOfItem(atPath: "/dev/stdout")
    #expect(before[.type] as? FileAttributeType == after[.type] as? FileAttributeType)
  }

  @Test func outputsThatCannotBeWrittenAreFailures() throws {
    let command = try Command(["a.yaml": Command.spec, "folder/x": ""])
    #expect(try command.run("build", "a.yaml", "-o", "").status == 2)
    let folder = try command.run("build", "a.yaml", "-o", "folder")
    #expect((folder.status, folder.errors) == (2, "apigw-synth: the output 'folder' is a folder\n"))
    let missing = try command.run("build", "a.yaml", "-o", "no/out.json")
    let reason = "apigw-synth: cannot write 'no/out.json': No such file or directory\n"
    #expect((missing.status, missing.errors) == (2, reason))
  }

  @Test func checkWritesNothingAndTellsWhetherTheFileIsCurrent() throws {
    let command = try Command(["a.yaml": Command.spec])
    let missing = try command.run("build", "a.yaml", "-o", "out.json", "--check")
    #expect(missing.status == 1)
    #expect(missing.errors == "apigw-synth: 'out.json' is missing; build it without '--check'\n")
    #expect(try command.names == ["a.yaml"])
    _ = try command.run("build", "a.yaml", "-o", "out.json")
    #expect(try command.run("build", "a.yaml", "-o", "out.json", "--check").status == 0)
    try command.write(try command.text(of: "out.json") + " ", to: "out.json")
    let other = try command.run("build", "a.yaml", "-o", "out.json", "--check")
    #expect(other.status == 1)
    #expect(other.errors == "apigw-synth: 'out.json' is not what 'a.yaml' gives; build it without '--check'\n")
    #expect(try command.text(of: "out.json").hasSuffix(" "))
    #expect(try command.run("build", "a.yaml", "--check").status == 2)
  }

  @Test func aClosedPipeEndsTheProgramQuietly() throws {
    let command = try Command(["a.yaml": Command.spec])
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try command.run("build", "a.yaml", output: pipe.fileHandleForWriting)
    #expect((outcome.status, outcome.errors) == (0, ""))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDiskIsAFailure() throws {
    let command = try Command(["a.yaml": Command.spec])
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let outcome = try command.run("build", "a.yaml", output: full)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "apigw-synth: cannot write standard output: No space left on device\n")
    #expect(try command.run("build", "a.yaml", "-o", "/dev/full").status == 2)
  }

  /// Large enough for the memory of a large spec, and for a file that the disk is given in parts.
  @Test func aLargeSpecAndALargeTemplateAreWhole() throws {
    let text = String(repeating: "a text ", count: 180_000)
    let command = try Command([
      "a.yaml":
        "resources:\n  Large:\n    Type: AWS::CloudFormation::WaitConditionHandle\n    Metadata: {text: '\(text)'}\n"
    ])
    let toFile = try command.run("build", "--limits", "none", "a.yaml", "-o", "out.json")
    #expect((toFile.status, toFile.errors) == (0, ""))
    let output = try command.run("build", "--limits", "none", "a.yaml", "--format", "json").output
    #expect(output.contains(text))
    #expect(try command.text(of: "out.json") == output)
    #expect(try command.run("validate", "--limits", "none", "a.yaml").status == 0)
  }
}
