import Document

/// The files of a project as they stand in the editor: what is open there takes precedence over the disk, but what may be
/// read at all is for the project to say.
struct OpenFiles: FileReader {
  let project: any FileReader
  /// What is open, by path.
  let texts: [String: [UInt8]]

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    guard let text = texts[FileAddress.normalized(name(of: path, from: file))] else {
      return project.read(path, from: file, limit: limit)
    }
    if case .failure(let error) = project.check(path, from: file) { return .failure(error) }
    return text.count <= limit ? .success(text) : .failure(.tooLarge)
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> { project.check(path, from: file) }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { project.list(path, from: file) }

  func name(of path: String, from file: String) -> String { project.name(of: path, from: file) }
}
