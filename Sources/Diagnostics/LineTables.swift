/// The line tables of the files in which findings lie, each made as far as it is asked for.
package struct LineTables {
  let sources: SourceMap
  private var tables: [LineTable] = []

  package init(of sources: SourceMap) { self.sources = sources }

  /// The table of the file in which an offset lies, which knows the lines up to there; for an offset in no file, the
  /// last one that begins before it.
  ///
  /// - Parameter others: further places; those in the same file are known to the table too.
  mutating func table(of offset: UInt32, and others: [Related] = []) -> LineTable? {
    for other in others { _ = index(of: other.span.start) }
    return index(of: offset).map { tables[$0] }
  }

  package mutating func location(of offset: UInt32) -> Location {
    index(of: offset).map { tables[$0].location(of: offset, in: sources) } ?? Location(file: "", line: 1, column: 1)
  }

  private mutating func index(of offset: UInt32) -> Int? {
    let known = tables.firstIndex { $0.file.start <= offset && offset <= $0.file.end } ?? add(offset)
    if let known { tables[known].reach(offset, in: sources) }
    return known
  }

  private mutating func add(_ offset: UInt32) -> Int? {
    guard let file = sources.file(at: offset) ?? sources.files.last(where: { $0.start <= offset }) else { return nil }
    if let known = tables.firstIndex(where: { $0.file == file }) { return known }
    tables.append(LineTable(of: file, in: sources, upTo: offset))
    return tables.count - 1
  }
}

extension SourceMap {
  /// The place of an offset. Whoever asks for many places of one file makes a `LineTable`.
  public func location(of offset: UInt32) -> Location {
    var tables = LineTables(of: self)
    return tables.location(of: offset)
  }
}
