import Document

/// Every path is there, and every file's text says its name.
package struct AnyPath: FileReader {
  package init() {}

  package func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    .success(Array("text of \(path)\n".utf8))
  }

  package func check(_ path: String, from file: String) -> Result<Void, FileError> { .success(()) }

  package func list(_ path: String, from file: String) -> Result<[String], FileError> {
    check(path, from: file).map { [""] }
  }

  package func name(of path: String, from file: String) -> String { path }
}
