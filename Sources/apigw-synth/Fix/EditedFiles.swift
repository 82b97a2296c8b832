import Diagnostics
import Document

/// The project's files as they are after some edits, of which the disk knows nothing yet.
struct EditedFiles: FileReader {
  let project: ProjectFiles
  /// What edited files hold now, by their real paths.
  var contents: [String: [UInt8]] = [:]

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    guard case .success(let real) = project.resolve(path, from: file), let edited = contents[real] else {
      return project.read(path, from: file, limit: limit)
    }
    return edited.count <= limit ? .success(edited) : .failure(.tooLarge)
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> { project.check(path, from: file) }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { project.list(path, from: file) }

  func name(of path: String, from file: String) -> String { project.name(of: path, from: file) }

  /// The real path of a file by the name that findings have for it; nil for one that may not be changed: outside of the
  /// project, or gone.
  func realPath(of name: String) -> String? {
    let last = String(name.dropFirst(Path.folder(of: name).count))
    return try? project.resolve(last, from: name).get()
  }
}

extension EditedFiles {
  /// A file's bytes on the disk, by the name that findings have for it.
  func bytes(of name: String) -> [UInt8]? {
    try? project.read(String(name.dropFirst(Path.folder(of: name).count)), from: name, limit: .max - 1).get()
  }
}
