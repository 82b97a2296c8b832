import Document

/// Files in memory, by their paths from the spec's folder, which is the project root; a path with `..` leads outside.
package struct MemoryFiles: FileReader {
  private let contents: [String: [UInt8]]

  package init(_ texts: [String: String]) { contents = texts.mapValues { Array($0.utf8) } }

  package func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    if path.hasPrefix("..") { return .failure(.outside) }
    guard let bytes = contents[name(of: path, from: file)] else { return .failure(.missing) }
    return bytes.count <= limit ? .success(bytes) : .failure(.tooLarge)
  }

  package func check(_ path: String, from file: String) -> Result<Void, FileError> {
    list(path, from: file).map { _ in }
  }

  package func list(_ path: String, from file: String) -> Result<[String], FileError> {
    if path.hasPrefix("..") { return .failure(.outside) }
    let whole = name(of: path, from: file)
    if contents[whole] != nil { return .success([""]) }
    let below = contents.keys.filter { $0.hasPrefix(whole + "/") }.map { String($0.dropFirst(whole.count + 1)) }
    return below.isEmpty ? .failure(.missing) : .success(below.sorted())
  }

  package func name(of path: String, from file: String) -> String {
    let folder = file.split(separator: "/").dropLast()
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (folder + parts).joined(separator: "/")
  }
}
