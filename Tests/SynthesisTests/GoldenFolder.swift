import Diagnostics
import Document
import Foundation
import SpecBuilding
import Testing

/// A folder of the tests or examples with a spec, and what it is to become.
struct GoldenFolder: Sendable, CustomTestStringConvertible {
  let folder: URL

  var testDescription: String { folder.lastPathComponent }

  /// The folders with a spec below one of the project's.
  static func all(in path: String) -> [GoldenFolder] {
    let parent = project.appendingPathComponent(path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.sorted().map { GoldenFolder(folder: parent.appendingPathComponent($0)) }
      .filter { FileManager.default.fileExists(atPath: $0.spec.path) }
  }

  private static var project: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  var spec: URL { folder.appendingPathComponent("apigw.yaml") }

  func building() throws -> Building {
    Building(try String(contentsOf: spec, encoding: .utf8), files: FolderFiles(folder: folder))
  }

  /// The first line in which a file of the folder differs from a text; with `UPDATE_GOLDENS=1` the file becomes the text.
  func difference(_ name: String, from text: String) throws -> String? {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    guard golden != text else { return nil }
    let (old, new) = (golden.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    let lines = [old, new].map { line < $0.count ? $0[line] : "(the end)" }
    return "\(name):\(line + 1): '\(lines[0])' became '\(lines[1])'"
  }
}

/// The files of one folder, by paths without `..`.
struct FolderFiles: FileReader {
  let folder: URL

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else { return .failure(.missing) }
    return .success([UInt8](data))
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
      ? .success(()) : .failure(.missing)
  }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { check(path, from: file).map { [""] } }

  func name(of path: String, from file: String) -> String { path }
}
