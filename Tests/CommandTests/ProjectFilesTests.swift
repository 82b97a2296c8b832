import Document
import Foundation
import Testing

@testable import apigw_synth

@Suite struct ProjectFilesTests {
  private let command: Command
  private let spec: String

  init() throws {
    command = try Command([
      "outside/secret.txt": "secret", "in/parts/a.txt": "text", "in/.git/HEAD": "", "in/specs/a.yaml": Command.spec,
    ])
    spec = command.path("in/specs/apigw.yaml")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: command.path("in/specs/out"), withDestinationPath: "../../outside")
    try manager.createSymbolicLink(atPath: command.path("in/specs/parts"), withDestinationPath: "../parts")
    try manager.createSymbolicLink(atPath: command.path("in/specs/loop"), withDestinationPath: "loop")
    try manager.createSymbolicLink(atPath: command.path("in/specs/lost"), withDestinationPath: "/none/at/all")
    try manager.createSymbolicLink(atPath: command.path("in/specs/relay"), withDestinationPath: "lost")
    try manager.createSymbolicLink(atPath: command.path("in/specs/broken"), withDestinationPath: "none.txt")
    _ = mkfifo(command.path("in/specs/pipe"), 0o600)
  }

  private func files(root: String? = nil) throws -> ProjectFiles {
    try ProjectFiles(of: command.path("in/specs/"), root: root)
  }

  @Test("files of the project are read", arguments: ["../parts/a.txt", "parts/a.txt", "./x/../../parts/a.txt"])
  func inside(path: String) throws {
    try command.write("", to: "in/specs/x/y")
    #expect(try files().read(path, from: spec, limit: 4) == .success(Array("text".utf8)))
  }

  @Test(
    "nothing outside of the project is read, nor is its existence told",
    arguments: [
      "../../outside/secret.txt", "../../outside/none.txt", "out/secret.txt", "out/none.txt", "out/no/ne.txt", "lost",
      "lost/x", "relay", "/etc/passwd", "~/x", "file:///etc/passwd", "/proc/self/environ",
      "../../../../../../../../etc/passwd",
    ])
  func outside(path: String) throws {
    #expect(try files().read(path, from: spec, limit: 4000) == .failure(.outside))
    #expect(throws: FileError.outside) { try files().check(path, from: spec).get() }
    #expect(try files().list(path, from: spec) == .failure(.outside))
  }

  @Test func otherRefusalsNameTheirReason() throws {
    let files = try files()
    #expect(files.read("none.txt", from: spec, limit: 9) == .failure(.missing))
    #expect(files.read("broken", from: spec, limit: 9) == .failure(.missing))
    #expect(files.read("", from: spec, limit: 9) == .failure(.missing))
    #expect(files.read("a.yaml\0.txt", from: spec, limit: 9) == .failure(.missing))
    #expect(files.read("pipe", from: spec, limit: 9) == .failure(.notAFile))
    #expect(files.read("../parts", from: spec, limit: 9) == .failure(.notAFile))
    #expect(files.read("parts/a.txt", from: spec, limit: 3) == .failure(.tooLarge))
    #expect(files.read("loop", from: spec, limit: 3) == .failure(.unreadable("Too many levels of symbolic links")))
  }

  @Test func foldersCanBeNamedButPipesCannot() throws {
    let files = try files()
    #expect(throws: Never.self) { try files.check("../parts", from: spec).get() }
    #expect(throws: FileError.notAFile) { try files.check("pipe", from: spec).get() }
  }

  @Test func theRootCanBeWidenedAndNarrowed() throws {
    let wide = try files(root: command.folder.path)
    #expect(wide.read("../../outside/secret.txt", from: spec, limit: 9) == .success(Array("secret".utf8)))
    let narrow = try files(root: command.path("in/specs"))
    #expect(narrow.read("../parts/a.txt", from: spec, limit: 9) == .failure(.outside))
    #expect(throws: Failure.self) { try files(root: command.path("none")) }
  }

  @Test func pathsInAnIncludedFileAreRelativeToIt() throws {
    let files = try files()
    #expect(files.name(of: "./parts/a.txt", from: "specs/apigw.yaml") == "specs/parts/a.txt")
    #expect(files.name(of: "a.txt", from: "apigw.yaml") == "a.txt")
    #expect(files.name(of: "a.txt", from: "<stdin>") == "a.txt")
    let part = files.name(of: "../parts/part.yaml", from: spec)
    #expect(files.read("a.txt", from: part, limit: 9) == .success(Array("text".utf8)))
  }
}
