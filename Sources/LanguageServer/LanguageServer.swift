import Diagnostics
import Document

/// The language server: takes in what an editor says and gives back what is to be answered, bytes to bytes.
///
/// Protocol: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
public struct LanguageServer {
  private enum Phase { case started, running, shutDown }

  private let version: String
  private var frames = FrameReader()
  private var phase = Phase.started
  private var workspace: Workspace
  private var encoding = PositionEncoding.utf16
  private var watchesFiles = false
  /// What the editor was told last of each file, by its address.
  private var published: [String: JSON] = [:]
  /// Changes since the editor was told.
  private var waiting = 0

  /// The status to end with; nil while the session lasts.
  public private(set) var exitStatus: Int32?

  /// - Parameters:
  ///   - version: the program's.
  ///   - openProject: gives the files that a spec may name.
  public init(version: String, openProject: @escaping ProjectOpening) {
    self.version = version
    workspace = Workspace(openProject: openProject)
  }

  /// Takes in what was read.
  /// - Parameter output: gets what is to be written.
  public mutating func receive(_ bytes: some Collection<UInt8>, into output: inout [UInt8]) {
    frames.append(bytes)
    while exitStatus == nil, let frame = frames.next() {
      switch frame {
      case .message(let text): handle(text, into: &output)
      case .refused(let reason): answer(.null, .failure(.parse(reason)), into: &output)
      }
      if waiting >= Self.mostWaiting { settle(into: &output) }
    }
  }

  /// So many changes are taken in before the editor is told in any case, however fast they come.
  private static let mostWaiting = 200

  /// Whether there is something to tell as soon as the editor pauses.
  public var isWaiting: Bool { waiting > 0 }

  /// Looks at what has changed, and tells the editor.
  public mutating func settle(into output: inout [UInt8]) {
    waiting = 0
    workspace.refresh()
    publish(into: &output)
  }

  /// What a session's end by the closing of its input means.
  public var statusAtEnd: Int32 { exitStatus ?? (phase == .shutDown ? 0 : 1) }
}

extension LanguageServer {
  private mutating func handle(_ text: [UInt8], into output: inout [UInt8]) {
    do throws(RequestError) {
      guard let message = try Incoming(text) else { return }
      guard let id = message.id else { return notice(message, into: &output) }
      do throws(RequestError) {
        answer(id, .success(try result(of: message)), into: &output)
      } catch {
        answer(id, .failure(error), into: &output)
      }
    } catch {
      answer(.null, .failure(error), into: &output)
    }
  }

  private func answer(_ id: JSON, _ result: Result<JSON, RequestError>, into output: inout [UInt8]) {
    let outcome: JSON.Member
    switch result {
    case .success(let value): outcome = .init("result", value)
    case .failure(let error):
      outcome = .init("error", ["code": .integer(error.code), "message": .string(error.message)])
    }
    FrameReader.write(.object([.init("jsonrpc", "2.0"), .init("id", id), outcome]), to: &output)
  }

  private func send(_ method: String, _ params: JSON, into output: inout [UInt8]) {
    FrameReader.write(["jsonrpc": "2.0", "method": .string(method), "params": params], to: &output)
  }

  private mutating func notice(_ message: Incoming, into output: inout [UInt8]) {
    if message.method == "exit" { exitStatus = phase == .shutDown ? 0 : 1 }
    guard phase == .running else { return }
    // There is nobody to answer where a notification is wrong: it changes nothing.
    do throws(RequestError) {
      try take(message.method, message.params, into: &output)
    } catch {
      send("window/logMessage", ["type": 1, "message": .string("\(message.method): \(error.message)")], into: &output)
    }
  }

  private mutating func take(_ method: String, _ params: JSON, into output: inout [UInt8]) throws(RequestError) {
    let item = params["textDocument"]
    switch method {
    case "initialized": if watchesFiles { watch(into: &output) }
    case "textDocument/didOpen": workspace.open(try OpenDocument(item, encoding))
    case "textDocument/didChange":
      let changes = params["contentChanges"]?.array ?? []
      try workspace.change(item?["uri"]?.string ?? "", version: item?["version"]?.integer, changes)
    case "textDocument/didClose": workspace.close(item?["uri"]?.string ?? "")
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": workspace.changeDisk()
    default: return
    }
    waiting += 1
  }

  /// Asks to be told of files that change on the disk, where the editor can.
  private func watch(into output: inout [UInt8]) {
    let files: JSON = ["watchers": [["globPattern": "**/*"]]]
    let registration: JSON = [
      "id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": files,
    ]
    let params: JSON = ["registrations": [registration]]
    FrameReader.write(
      ["jsonrpc": "2.0", "id": "watch", "method": "client/registerCapability", "params": params], to: &output)
  }
}

extension LanguageServer {
  private mutating func result(of message: Incoming) throws(RequestError) -> JSON {
    switch (phase, message.method) {
    case (.started, "initialize"):
      initialize(message.params)
      return capabilities
    case (.started, _): throw .notInitialized
    case (.running, "shutdown"):
      phase = .shutDown
      return .null
    case (.running, "initialize"): throw .invalidRequest("the session is initialized already")
    case (.running, _): return try feature(message.method, message.params)
    case (.shutDown, _): throw .invalidRequest("the session is shut down")
    }
  }

  private mutating func initialize(_ params: JSON) {
    phase = .running
    let client = params["capabilities"]
    encoding = PositionEncoding(preferredIn: client?["general"]?["positionEncodings"])
    let watching = client?["workspace"]?["didChangeWatchedFiles"]
    watchesFiles = watching?["dynamicRegistration"]?.bool ?? false
  }

  private var capabilities: JSON {
    [
      "capabilities": [
        "positionEncoding": .string(encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": true],
        "hoverProvider": true,
        "completionProvider": ["triggerCharacters": [" ", "!", "{"]],
        "definitionProvider": true,
        "referencesProvider": true,
        "documentSymbolProvider": true,
        "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll"]],
      ],
      "serverInfo": ["name": "apigw-synth", "version": .string(version)],
    ]
  }

  private mutating func publish(into output: inout [UInt8]) {
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

extension LanguageServer {
  private mutating func feature(_ method: String, _ params: JSON) throws(RequestError) -> JSON {
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
    return ["contents": ["kind": "markdown", "value": .string(hover.text)], "range": range]
  }

  private mutating func definition(_ params: JSON) throws(RequestError) -> JSON {
    guard let (analysis, offset) = try place(params) else { return .null }
    var ranges = ranges(in: analysis)
    return .array(analysis.definitions(at: offset).compactMap { ranges.location(of: $0) })
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
    return list.json
  }
}
