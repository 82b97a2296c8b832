import Foundation
import Testing

/// `validate --fix` and `--diff`, with the built program.
@Suite struct FixTests {
  private static let wrong = """
    # kept: {post}
    apis:
      Shop:
        paths:
          /orders:
            POST:
              integration: {typ: mock,   "response" : {status_code: '200'}} # kept too

    """
  private static let right = wrong.replacingOccurrences(of: "typ:", with: "type:")
    .replacingOccurrences(of: "status_code", with: "statusCode")

  @Test("certain mistakes are mended in the file, each told on a line")
  func fixes() throws {
    let command = try Command(["a.yaml": Self.wrong])
    let outcome = try command.run("validate", "--fix", "a.yaml")
    #expect(try command.text(of: "a.yaml") == Self.right)
    #expect((outcome.status, outcome.output) == (0, ""))
    #expect(
      outcome.errors == """
        a.yaml:7:25: fixed: unknown key 'typ' in an integration [SPEC101]
        a.yaml:7:53: fixed: unknown key 'status_code' in a mock's 'response' [SPEC101]

        """)
    #expect(try command.names == ["a.yaml"])
  }

  @Test("a second run changes nothing, and a valid file is not even touched")
  func isIdempotent() throws {
    let command = try Command(["a.yaml": Self.right])
    let file = command.folder.appendingPathComponent("a.yaml")
    let before = try FileManager.default.attributesOfItem(atPath: file.path)
    let outcome = try command.run("validate", "--fix", "--diff", "a.yaml")
    #expect((outcome.status, outcome.output, outcome.errors) == (0, "", ""))
    let after = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  @Test("a difference alone changes no file, and says all that is wrong")
  func difference() throws {
    let command = try Command(["a.yaml": Self.wrong])
    let outcome = try command.run("validate", "--diff", "a.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("--- a.yaml\n+++ a.yaml\n@@ -4,4 +4,4 @@\n"))
    #expect(outcome.output.contains("\n-          integration: {typ: mock"))
    #expect(outcome.output.contains("\n+          integration: {type: mock"))
    #expect(outcome.errors.hasPrefix("a.yaml:7:25: error: unknown key 'typ'"))
    #expect(!outcome.errors.contains("fixed"))
    #expect(try command.text(of: "a.yaml") == Self.wrong)
    let both = try command.run("validate", "--fix", "--diff", "a.yaml")
    #expect((both.status, both.output) == (0, outcome.output))
    #expect(try command.text(of: "a.yaml") == Self.right)
  }

  @Test("what is left decides the exit status")
  func rest() throws {
    let command = try Command(["a.yaml": Self.wrong + "colour: red\n"])
    let outcome = try command.run("validate", "--fix", "a.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("a.yaml:8:1: error: unknown key 'colour'"))
    #expect(try command.text(of: "a.yaml") == Self.right + "colour: red\n")
  }

  @Test("a spec without errors is as its author wants it, unless warnings fail")
  func warnings() throws {
    let spec = """
      apis:
        Shop:
          models: {Order: {schema: {type: object, properties: {at: {type: string, format: date_time}}}}}
          paths: {/orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}}

      """
    let command = try Command(["a.yaml": spec])
    #expect(try command.run("validate", "--fix", "a.yaml").status == 0)
    #expect(try command.text(of: "a.yaml") == spec)
    #expect(try command.run("validate", "--fix", "--strict", "a.yaml").errors.contains("fixed: format 'date_time'"))
    #expect(try command.text(of: "a.yaml").contains("format: date-time}"))
  }

  @Test("line ends, a byte order mark and a missing last line end are kept")
  func bytes() throws {
    let text = "\u{FEFF}" + Self.wrong.dropLast().replacingOccurrences(of: "\n", with: "\r\n")
    let command = try Command(["a.yaml": text])
    #expect(try command.run("validate", "--fix", "a.yaml").status == 0)
    #expect(
      try command.text(of: "a.yaml") == "\u{FEFF}" + Self.right.dropLast().replacingOccurrences(of: "\n", with: "\r\n"))
  }

  @Test("included files are mended where they are, and keep their rights")
  func includedFiles() throws {
    let command = try Command([
      "a.yaml": "apis:\n  Shop:\n    paths: {/orders: {GET: !Include parts/get.yaml}}\n",
      "parts/get.yaml": """
      integration:
        {typ: http, url: 'https://a.example.com', proxy: false, requestTemplates: {application/json: !File a.vtl},
        integrationResponses: [{statusCode: 200}]}
      methodResponses: [{statusCode: 200}]

      """,
      "parts/a.vtl": "{\"a\": $inptu.json('$.a')}\n",
    ])
    let path = command.path("parts/get.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let outcome = try command.run("validate", "--fix", "a.yaml")
    #expect(outcome.errors.contains("parts/get.yaml:2:4: fixed: unknown key 'typ'"))
    #expect(outcome.errors.contains("parts/a.vtl:1:7: fixed: '$inptu' is nowhere set"))
    #expect(try command.text(of: "parts/get.yaml").contains("{type: http,"))
    #expect(try command.text(of: "parts/a.vtl") == "{\"a\": $input.json('$.a')}\n")
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o640)
  }

  @Test("a text from standard input comes out of standard output")
  func standardInput() throws {
    let command = try Command()
    let outcome = try command.run("validate", "--fix", "-", input: Self.wrong)
    #expect((outcome.status, outcome.output) == (0, Self.right))
    let valid = try command.run("validate", "--fix", "-", input: Self.right)
    #expect((valid.status, valid.output, valid.errors) == (0, Self.right, ""))
    #expect(try command.run("validate", "--diff", "-", input: Self.wrong).output.hasPrefix("--- <stdin>\n"))
  }

  @Test(
    "what cannot go together is refused",
    arguments: [
      ["--fix", "-", "a.yaml"], ["--fix", "--diagnostics", "json", "-"],
      ["--diff", "--diagnostics", "sarif", "a.yaml"],
    ])
  func usage(arguments: [String]) throws {
    let command = try Command(["a.yaml": Self.wrong])
    let outcome = try command.run(["validate"] + arguments, input: Self.wrong)
    #expect(outcome.status == 2)
    #expect(try command.text(of: "a.yaml") == Self.wrong)
  }

  @Test("a link is not followed: it may lead anywhere")
  func links() throws {
    let command = try Command(["real.yaml": Self.wrong])
    try FileManager.default.createSymbolicLink(atPath: command.path("a.yaml"), withDestinationPath: "real.yaml")
    let outcome = try command.run("validate", "--fix", "a.yaml")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot fix 'a.yaml': it is a link"))
    #expect(try command.text(of: "real.yaml") == Self.wrong)
  }

  @Test("a folder that cannot be written leaves the file as it was")
  func unwritable() throws {
    let command = try Command(["sub/a.yaml": Self.wrong])
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: command.path("sub"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: command.path("sub")) }
    guard getuid() != 0 else { return }
    let outcome = try command.run("validate", "--fix", "sub/a.yaml")
    #expect(outcome.status == 2)
    #expect(try command.text(of: "sub/a.yaml") == Self.wrong)
  }

  @Test("an edit that would bring more errors than it takes away is not made")
  func harm() throws {
    let spec = """
      apis:
        Shop:
          paths:
            /orders:
              GET:
                integratoin: {colour: red, shape: round, type: mock}

      """
    let command = try Command(["a.yaml": spec])
    let outcome = try command.run("validate", "--fix", "a.yaml")
    #expect(outcome.status == 1)
    #expect(!outcome.errors.contains("fixed"))
    #expect(try command.text(of: "a.yaml") == spec)
  }

  /// A folder a case, with `before.yaml` and `after.yaml`.
  static let cases =
    (try? FileManager.default.contentsOfDirectory(atPath: FixExampleTests.folder.path))?
    .filter { !$0.contains(".") }.sorted() ?? []

  @Test("a spec becomes the one beside it, byte by byte", arguments: cases)
  func goldens(name: String) throws {
    let folder = FixExampleTests.folder.appendingPathComponent(name)
    let before = try String(contentsOf: folder.appendingPathComponent("before.yaml"), encoding: .utf8)
    let command = try Command(["a.yaml": before])
    _ = try command.run("validate", "--fix", "a.yaml")
    let text = try command.text(of: "a.yaml")
    let after = folder.appendingPathComponent("after.yaml")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try text.write(to: after, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: after, encoding: .utf8) == text)
    #expect(text != before)
    _ = try command.run("validate", "--fix", "a.yaml")
    #expect(try command.text(of: "a.yaml") == text)
  }

  @Test func thereAreCases() { #expect(Self.cases.count >= 7) }
}
