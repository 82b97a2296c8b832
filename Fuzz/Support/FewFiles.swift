import Document

/// A project of two files: a mapping that includes itself, and a text.
public struct FewFiles: FileReader {
  public init() {}

  private static let contents = ["a": "k: [v, !Include b]\n", "b": "l: &l {m: !File t}\nn: *l\n", "t": "$input.body"]

  public func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    Self.contents[path].map { .success(Array($0.utf8)) } ?? .failure(.missing)
  }

  public func check(_ path: String, from file: String) -> Result<Void, FileError> {
    Self.contents[path] == nil ? .failure(.missing) : .success(())
  }

  public func list(_ path: String, from file: String) -> Result<[String], FileError> {
    check(path, from: file).map { [""] }
  }

  public func name(of path: String, from file: String) -> String { path }
}
