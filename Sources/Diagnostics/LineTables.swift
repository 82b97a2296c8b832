/// The line tables of the files in which findings lie, each made when it is first asked for.
struct LineTables {
  let sources: SourceMap
  private var tables: [SourceFile: LineTable] = [:]

  init(of sources: SourceMap) { self.sources = sources }

  /// The table of the file in which an offset lies; for an offset in no file, the last one that begins before it.
  mutating func table(of offset: UInt32) -> LineTable? {
    guard let file = sources.file(at: offset) ?? sources.files.last(where: { $0.start <= offset }) else { return nil }
    if let table = tables[file] { return table }
    let table = LineTable(of: file, in: sources)
    tables[file] = table
    return table
  }

  mutating func location(of offset: UInt32) -> Location {
    table(of: offset)?.location(of: offset, in: sources) ?? Location(file: "", line: 1, column: 1)
  }
}

extension SourceMap {
  /// The place of an offset. Whoever asks for many places of one file makes a `LineTable`.
  public func location(of offset: UInt32) -> Location {
    var tables = LineTables(of: self)
    return tables.location(of: offset)
  }
}
