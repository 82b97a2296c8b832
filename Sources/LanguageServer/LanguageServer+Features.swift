import Diagnostics

/// What the editor asks of a document.
extension LanguageServer {
  mutating func feature(_ method: String, _ params: JSON) throws(RequestError) -> JSON {
    switch method {
    case "textDocument/hover": try hover(params)
    case "textDocument/completion": try completion(params)
    case "textDocument/definition": try definition(params)
    case "textDocument/references": try references(params)
    case "textDocument/documentSymbol": try symbols(params)
    case "textDocument/codeAction": try codeActions(params)
    default: throw .methodNotFound(method)
    }
  }

  /// The document of a request, as it now stands.
  private mutating func document(_ params: JSON) throws(RequestError) -> OpenDocument {
    guard let document = workspace.documents[params["textDocument"]?["uri"]?.string ?? ""] else {
      throw .invalidParams("no such document is open")
    }
    workspace.refresh()
    return document
  }

  /// The document of a request, its spec where it has one, and the place that is asked for.
  private mutating func place(_ params: JSON) throws(RequestError) -> (Analysis, UInt32)? {
    let document = try document(params)
    guard let position = Position(params["position"]) else { throw .invalidParams("a request needs 'position'") }
    guard let analysis = workspace.analysis(containing: document.path), let file = analysis.file(at: document.path)
    else { return nil }
    return (analysis, min(file.start + UInt32(document.text.offset(of: position)), file.end))
  }

  private mutating func hover(_ params: JSON) throws(RequestError) -> JSON {
    guard let (analysis, offset) = try place(params), let hover = analysis.hover(at: offset) else { return .null }
    var ranges = ranges(in: analysis)
    guard let (_, range) = ranges.place(of: hover.span) else { return .null }
    return ["contents": .markup(hover.text, isMarkdown: hoversMarkdown), "range": range]
  }

  private mutating func definition(_ params: JSON) throws(RequestError) -> JSON {
    guard let (analysis, offset) = try place(params) else { return .null }
    var ranges = ranges(in: analysis)
    let places = analysis.definitions(at: offset).compactMap { ranges.location(of: $0) }
    if places.isEmpty, let path = analysis.localFile(at: offset, workspace.files(of: analysis.root)) {
      let start = Position(line: 0, character: 0)
      return [["uri": .string(ranges.address(of: path)), "range": .range(start, start)]]
    }
    return .array(places)
  }

  private mutating func references(_ params: JSON) throws(RequestError) -> JSON {
    guard let (analysis, offset) = try place(params) else { return .null }
    var ranges = ranges(in: analysis)
    let isWhole = params["context"]?["includeDeclaration"]?.bool ?? false
    return .array(
      analysis.references(at: offset, withDeclaration: isWhole).compactMap { ranges.location(of: $0) })
  }

  private mutating func symbols(_ params: JSON) throws(RequestError) -> JSON {
    let document = try document(params)
    guard let analysis = workspace.analysis(containing: document.path).map({ workspace.readable[$0.root] ?? $0 }),
      let read = analysis.document, let file = analysis.file(at: document.path)
    else { return [] }
    var outline = Outline(read, of: file, ranges(in: analysis))
    return .array(outline.symbols())
  }

  private mutating func codeActions(_ params: JSON) throws(RequestError) -> JSON {
    let document = try document(params)
    guard let start = Position(params["range"]?["start"]), let end = Position(params["range"]?["end"]) else {
      throw .invalidParams("a request needs 'range'")
    }
    guard let analysis = workspace.analysis(containing: document.path), let file = analysis.file(at: document.path)
    else { return [] }
    let offsets = [start, end].map { file.start + UInt32(document.text.offset(of: $0)) }
    let kinds = params["context"]?["only"]?.array?.compactMap(\.string)
    var actions = CodeActions(analysis, ranges(in: analysis))
    return .array(actions.actions(at: Span(start: offsets[0], end: offsets[1]), kinds: kinds))
  }

  private mutating func completion(_ params: JSON) throws(RequestError) -> JSON {
    let document = try document(params)
    guard let position = Position(params["position"]) else { throw .invalidParams("a request needs 'position'") }
    guard let analysis = workspace.analysis(containing: document.path) else { return [] }
    let workspace = workspace
    let list = CompletionList(
      document.text, at: document.text.offset(of: position), last: workspace.readable[analysis.root]?.document
    ) { text, offset in
      workspace.reading(of: analysis, with: text, at: document.path, offset: offset)
    }
    return list.json(isMarkdown: completesMarkdown)
  }
}
