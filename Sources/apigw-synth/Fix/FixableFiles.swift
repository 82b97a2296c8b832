import Diagnostics

/// The files that one spec consists of, as they were read, and how edits to the text of all of them become edits of each.
final class FixableFiles {
  /// A file that edits were made in.
  struct Original {
    let name: String
    let bytes: [UInt8]
  }

  /// Stands for the path of a spec from standard input.
  static let standardInput = "-"

  private let files: EditedFiles
  private let spec: (path: String, name: String, bytes: [UInt8])
  /// What edited files held, by their real paths.
  private(set) var originals: [String: Original] = [:]

  /// - Parameter path: the spec's real path, or `standardInput`.
  init(_ files: EditedFiles, spec name: String, at path: String, _ bytes: [UInt8]) {
    self.files = files
    spec = (path, name, bytes)
  }

  /// What the files hold after edits; nil where one of them is not as it was read, or no file of the project.
  func edit(_ contents: [String: [UInt8]], _ edits: [Edit], in sources: SourceMap) -> [String: [UInt8]]? {
    var edited: [String: DisjointEdits] = [:]
    var current: [String: [UInt8]] = [:]
    for (file, edits) in Dictionary(grouping: edits, by: { sources.file(at: $0.span.start) }) {
      guard let file, let path = path(of: file, in: sources), let original = original(path, file.name),
        let start = Self.start(of: file, in: contents[path] ?? original, sources)
      else { return nil }
      let moved = edits.map { edit in
        Edit(
          Span(start: edit.span.start - file.start + start, end: edit.span.end - file.start + start), edit.replacement)
      }
      guard edited[path, default: DisjointEdits()].insert(moved) else { return nil }
      current[path] = contents[path] ?? original
    }
    return contents.merging(
      edited.compactMap { path, edits in current[path].map { (path, edits.applied(to: $0)) } }, uniquingKeysWith: { $1 }
    )
  }

  private func path(of file: SourceFile, in sources: SourceMap) -> String? {
    if file == sources.files.first { return spec.path }
    return spec.path == Self.standardInput ? nil : files.realPath(of: file.name)
  }

  private func original(_ path: String, _ name: String) -> [UInt8]? {
    if let known = originals[path] { return known.bytes }
    let bytes = path == spec.path ? spec.bytes : files.bytes(of: name)
    if let bytes { originals[path] = Original(name: name, bytes: bytes) }
    return bytes
  }

  /// Where the text of a source file begins in a file's bytes: behind a byte order mark that was left out.
  private static func start(of file: SourceFile, in bytes: [UInt8], _ sources: SourceMap) -> UInt32? {
    let read = sources.bytes[Int(file.start)..<Int(file.end)]
    let surplus = bytes.count - read.count
    guard surplus == 0 || surplus == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    return bytes[surplus...] == read ? UInt32(surplus) : nil
  }
}
