/// What the editor is told unasked.
extension LanguageServer {
  mutating func publish(into output: inout [UInt8]) {
    var current: [String: [JSON]] = [:]
    for analysis in workspace.analyses.values.sorted(by: { $0.root < $1.root }) {
      var ranges = ranges(in: analysis)
      for (path, findings) in analysis.published(&ranges) {
        let known = current[ranges.address(of: path)] ?? []
        current[ranges.address(of: path)] = known + findings.filter { !known.contains($0) }
      }
    }
    for address in Set(current.keys).union(published.keys).sorted() {
      publish(current[address] ?? [], of: address, into: &output)
    }
  }

  /// Tells the editor of a file's findings, where they are not those that it knows. Of a document that is open it is told also
  /// that there are none.
  private mutating func publish(_ findings: [JSON], of address: String, into output: inout [UInt8]) {
    var params: [JSON.Member] = [.init("uri", .string(address)), .init("diagnostics", .array(findings))]
    if let document = workspace.documents[address] { params.append(.init("version", .integer(document.version))) }
    let news = JSON.object(params)
    let isOpen = workspace.documents[address] != nil
    guard published[address] != news, published[address] != nil || isOpen || !findings.isEmpty else { return }
    published[address] = findings.isEmpty && !isOpen ? nil : news
    send("textDocument/publishDiagnostics", news, into: &output)
  }

  func ranges(in analysis: Analysis) -> Ranges {
    let open = workspace.documents.values.map { ($0.path, $0.address) }
    return Ranges(analysis, encoding, open: Dictionary(open, uniquingKeysWith: { first, _ in first }))
  }
}
