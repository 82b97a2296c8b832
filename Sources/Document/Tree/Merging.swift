import Diagnostics

/// Works out the entries of mappings with merge keys or with duplicates.
///
/// Own entries come first, then those of the merged mappings, the earlier in the list winning; no key comes twice, so that
/// readers need not fear it.
struct Merging {
  private let document: Document
  private(set) var merged: [NodeID: [Entry]] = [:]

  init(_ document: Document) { self.document = document }

  mutating func resolve(_ mappings: [NodeID], into report: inout Report) {
    for mapping in mappings { _ = entries(mapping, &report) }
  }

  private mutating func entries(_ mapping: NodeID, _ report: inout Report) -> [Entry] {
    let written = document.writtenEntries(mapping)
    guard document[mapping].hasMerge else { return written }
    if let known = merged[mapping] { return known }
    var keys: Set<String> = []
    var result = written.filter { !document.isMergeKey($0.key) && keys.insert(document.string($0.key)).inserted }
    if let merge = written.first(where: { document.isMergeKey($0.key) }) {
      for source in sources(merge.value, &report) {
        result += entries(source, &report).filter { keys.insert(document.string($0.key)).inserted }
      }
    }
    merged[mapping] = result
    return result
  }

  /// The mappings that a merge key's value names.
  private func sources(_ value: NodeID, _ report: inout Report) -> [NodeID] {
    let isList = document.kind(value) == .sequence
    return (isList ? document.items(value) : [value]).compactMap { item in
      let node = document[item]
      if node.kind == .mapping { return document.target(item) }
      if !document.isRefused(item) { report.add(.wrongMerge, at: document.span(item)) }
      return nil
    }
  }
}

extension Document {
  /// A plain `<<` as a key.
  fileprivate func isMergeKey(_ key: NodeID) -> Bool {
    let node = nodes[Int(key.index)]
    return node.kind == .scalar && node.style == .plain && bytes(key) { $0.elementsEqual("<<".utf8) }
  }

  fileprivate func writtenEntries(_ mapping: NodeID) -> [Entry] {
    let node = nodes[Int(mapping.index)]
    var entries: [Entry] = []
    var at = NodeID(mapping.index + 1)
    while at.index < node.content {
      let value = NodeID(at.index + 1)
      entries.append(Entry(key: at, value: value))
      at = next(after: value)
    }
    return entries
  }
}
