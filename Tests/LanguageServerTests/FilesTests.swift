import Testing

@testable import LanguageServer

@Suite("files of a spec") struct FilesTests {
  private static let root = "apis: {A: {paths: !Include paths.yaml}}\n"
  private static let good = "/:\n  GET: {integration: {type: mock, response: {statusCode: 200}}}\n"
  private static let bad = "/:\n  GET: {integratoin: {type: mock}}\n"
  private let paths = "file:///p/paths.yaml"

  @Test("findings in a file that is included are told of that file, and are gone with the spec")
  func included() {
    var session = Session(["/p/paths.yaml": Self.bad])
    session.open(Self.root)
    #expect(session.rules(of: paths)?.contains("SPEC101") == true)
    let start = session.findings[paths]?.first { $0["code"] == "SPEC101" }?["range"]?["start"]
    #expect(start == ["line": 1, "character": 8])
    session.close()
    #expect(session.rules(of: paths) == [])
  }

  @Test("what is open takes precedence over the disk, until it is closed")
  func precedence() {
    var session = Session(["/p/paths.yaml": Self.bad])
    session.open(Self.root)
    session.open(Self.good, at: paths)
    #expect(session.rules(of: paths) == [])
    session.replace(Self.bad, at: paths)
    #expect(session.rules(of: paths)?.contains("SPEC101") == true)
    session.replace(Self.good, at: paths)
    #expect(session.rules(of: paths) == [])
    session.close(paths)
    #expect(session.rules(of: paths)?.contains("SPEC101") == true)
  }

  @Test("a file that is open alone is judged as part of the spec that includes it")
  func owner() {
    var session = Session(["/p/apigw.yaml": Self.root, "/p/paths.yaml": Self.bad])
    session.open(Self.bad, at: paths)
    #expect(session.rules(of: paths)?.contains("SPEC101") == true)
    session.replace(Self.good, at: paths)
    #expect(session.rules(of: paths) == [])
  }

  @Test("a file in a folder below is found out to belong to the spec above")
  func ownerAbove() {
    var session = Session([
      "/p/apigw.yml": "apis: {A: {paths: !Include a/b/paths.yaml}}\n", "/p/a/b/paths.yaml": Self.bad,
    ])
    session.open(Self.bad, at: "file:///p/a/b/paths.yaml")
    #expect(session.rules(of: "file:///p/a/b/paths.yaml")?.contains("SPEC101") == true)
  }

  @Test("a spec that another includes is judged there alone")
  func specInSpec() {
    var session = Session(["/p/part.yaml": "apis: {A: {paths: {/: {GET: {}}}}}\n"])
    session.open("apis: {A: {paths: {/: {GET: {integration: {type: mock}}}}}, x-other: !Include part.yaml}\n")
    session.open("apis: {A: {pathz: {}}}\n", at: "file:///p/part.yaml")
    #expect(session.rules(of: "file:///p/part.yaml") ?? [] == [])
    session.close()
    #expect(session.rules(of: "file:///p/part.yaml")?.contains("SPEC101") == true)
  }

  @Test("addresses are paths with escapes")
  func addresses() {
    #expect(FileAddress.path(of: "file:///p/a%20b/%C3%A9.yaml") == "/p/a b/é.yaml")
    #expect(FileAddress.path(of: "file://localhost/p/x") == "/p/x")
    #expect(FileAddress.path(of: "FILE:///p//./a/../x") == "/p/x")
    #expect(FileAddress.path(of: "file:///p/%") == "/p/%")
    #expect(FileAddress.path(of: "file:///p/%00") == nil)
    #expect(FileAddress.path(of: "file://") == nil)
    #expect(FileAddress.path(of: "untitled:x") == nil)
  }

  @Test("a document is answered with the address that the editor gave it")
  func ownAddress() {
    var session = Session(["/p/paths.yaml": Self.good])
    session.open(Self.root)
    session.open(Self.bad, at: "file:///p/pa%74hs.yaml")
    #expect(session.rules(of: "file:///p/pa%74hs.yaml")?.contains("SPEC101") == true)
    #expect(session.findings[paths] == nil)
  }

  @Test("a byte order mark of a file on the disk counts for nothing, one that the editor has does")
  func mark() {
    let text = "\u{FEFF}x: {}\n/: {}\n"
    var session = Session(["/p/paths.yaml": text])
    session.open(Self.root)
    let onDisk = session.findings[paths]?.first?["range"]?["start"]
    session.open(text, at: paths)
    let inEditor = session.findings[paths]?.first?["range"]?["start"]
    #expect(onDisk == ["line": 0, "character": 0] && inEditor == ["line": 0, "character": 1])
  }

  @Test("the editor is asked to tell of changes on the disk where it can")
  func watching() {
    let capabilities: JSON = ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]
    let session = Session(capabilities: capabilities)
    #expect(session.sent.map { $0["method"] } == ["client/registerCapability"])
    #expect(Session().sent == [])
  }
}
