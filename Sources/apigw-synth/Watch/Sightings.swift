import Document

/// The files that a build asked for, there or not, and how each was just before.
///
/// Unchecked, because a build is the work of one thread.
final class Sightings: @unchecked Sendable {
  private var stamps: [String: FileStamp?] = [:]

  func note(_ path: String) {
    if stamps[path] == nil { stamps[path] = .some(FileStamp(of: path)) }
  }

  var paths: [String] { stamps.keys.sorted() }

  /// Whether every file is still as it was.
  var areCurrent: Bool {
    stamps.allSatisfy { path, stamp in FileStamp(of: path) == stamp }
  }

  /// Whether a file has gone.
  var lackFiles: Bool {
    stamps.contains { path, stamp in stamp != nil && FileStamp(of: path) == nil }
  }
}

/// A project's files, with a note of each that is asked for.
struct SightedFiles: FileReader {
  let files: ProjectFiles
  let sightings: Sightings

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    note(path, from: file)
    return files.read(path, from: file, limit: limit)
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> {
    note(path, from: file)
    return files.check(path, from: file)
  }

  func list(_ path: String, from file: String) -> Result<[String], FileError> {
    note(path, from: file)
    let names = files.list(path, from: file)
    for name in (try? names.get()) ?? [] { note(name.isEmpty ? path : "\(path)/\(name)", from: file) }
    return names
  }

  func name(of path: String, from file: String) -> String { files.name(of: path, from: file) }

  private func note(_ path: String, from file: String) {
    // What is refused unread, such as an address or a file outside of the project, is not looked at here either.
    if case .failure(.outside) = files.check(path, from: file) { return }
    if !path.isEmpty, !path.utf8.contains(0) { sightings.note(Path.folder(of: file) + path) }
  }
}
