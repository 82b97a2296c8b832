/// Why a file that the spec names cannot be used.
public enum FileError: Error, Hashable, Sendable {
  case missing
  /// Not inside the project root, links followed.
  case outside
  /// A pipe, a device, a socket; or a folder where a file is wanted.
  case notAFile
  case tooLarge
  /// The system's reason, in its words.
  case unreadable(String)
}

/// The files that a spec may name with `!File`, `!Include` and `code`: whoever holds the disk decides what lies inside the
/// project root; the rooms below never see a file system.
public protocol FileReader: Sendable {
  /// The bytes of a file, at most `limit` of them.
  /// - Parameters:
  ///   - path: as the spec has it.
  ///   - file: the name of the file (as `SourceFile.name`) in which the path is written; the path is relative to its folder.
  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError>

  /// Whether a path names a file or folder inside the project root.
  func check(_ path: String, from file: String) -> Result<Void, FileError>

  /// The files below a folder, by their paths in it and sorted; one empty path for a file.
  func list(_ path: String, from file: String) -> Result<[String], FileError>

  /// The name by which a path, written in `file`, is shown and by which paths inside it are relative in turn.
  func name(of path: String, from file: String) -> String
}

/// No files at all: every path is missing.
public struct NoFiles: FileReader {
  public init() {}
  public func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> { .failure(.missing) }
  public func check(_ path: String, from file: String) -> Result<Void, FileError> { .failure(.missing) }
  public func list(_ path: String, from file: String) -> Result<[String], FileError> { .failure(.missing) }
  public func name(of path: String, from file: String) -> String { path }
}
