import Foundation
import Testing

@testable import apigw_synth

@Suite struct ProjectRootTests {
  private let command: Command
  private let root: ProjectRoot

  init() throws {
    command = try Command([
      "outside/a.txt": "secret", "outside/deep/b.txt": "", "in/folder/a.txt": "text", "in/folder/deep/b.txt": "",
    ])
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: command.path("in/link"), withDestinationPath: "../outside")
    try manager.createSymbolicLink(atPath: command.path("in/folder/a"), withDestinationPath: "a.txt")
    root = ProjectRoot(path: try Path.real(command.path("in")))
  }

  private func text(of path: String) throws -> String {
    let file = try root.open(root.path + "/" + path)
    return String(decoding: try file.readBytes(limit: 100), as: UTF8.self)
  }

  @Test func filesBelowAreOpened() throws {
    #expect(try text(of: "folder/a.txt") == "text")
    #expect(try root.status(of: root.path).kind == .folder)
    #expect(try root.status(of: root.path + "/folder/a.txt").size == 4)
  }

  @Test("a link that was put in the way is not followed", arguments: ["link/a.txt", "folder/a", "link/deep/b.txt"])
  func links(path: String) throws {
    #expect(throws: SystemError.self) { try text(of: path) }
  }

  @Test func linksAreSeenAsLinks() throws {
    #expect(try root.status(of: root.path + "/folder/a").kind == .link)
    #expect(throws: SystemError.self) { try root.status(of: root.path + "/link/a.txt") }
  }

  @Test func listingsDoNotFollowLinks() throws {
    #expect(try root.files(below: root.path).sorted() == ["folder/a", "folder/a.txt", "folder/deep/b.txt", "link"])
    #expect(throws: SystemError.self) { try root.files(below: root.path + "/link") }
  }

  @Test func foldersThatCannotBeListedCanBePassed() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o111], ofItemAtPath: command.path("in/folder"))
    #expect(try text(of: "folder/a.txt") == "text")
  }

  /// Somebody swaps a folder for a link outwards, back and forth, while it is read.
  @Test func racesAreLost() throws {
    let files = try ProjectFiles(of: command.path("in/"), root: root.path)
    let (folder, aside, link) = (command.path("in/folder"), command.path("in/aside"), command.path("in/link"))
    let swaps = Thread {
      for _ in 0..<3_000 {
        rename(folder, aside)
        rename(link, folder)
        rename(folder, link)
        rename(aside, folder)
      }
    }
    swaps.start()
    while !swaps.isFinished {
      if case .success(let bytes) = files.read("folder/a.txt", from: command.path("in/spec.yaml"), limit: 100) {
        #expect(bytes == Array("text".utf8))
      }
    }
  }
}
