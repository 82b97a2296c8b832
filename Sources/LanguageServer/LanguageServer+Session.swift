/// How a session begins and ends, and what the server is told.
extension LanguageServer {
  mutating func notice(_ message: Incoming, into output: inout [UInt8]) {
    if message.method == "exit" { exitStatus = phase == .shutDown ? 0 : 1 }
    guard phase == .running else { return }
    // There is nobody to answer where a notification is wrong: it changes nothing.
    do throws(RequestError) {
      try take(message.method, message.params, into: &output)
    } catch {
      send("window/logMessage", ["type": 1, "message": .string("\(message.method): \(error.message)")], into: &output)
    }
    if workspace.isStale { waiting += 1 }
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

  mutating func result(of message: Incoming) throws(RequestError) -> JSON {
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
    let document = client?["textDocument"]
    hoversMarkdown = Self.isMarkdown(document?["hover"]?["contentFormat"])
    completesMarkdown = Self.isMarkdown(document?["completion"]?["completionItem"]?["documentationFormat"])
    let watching = client?["workspace"]?["didChangeWatchedFiles"]
    watchesFiles = watching?["dynamicRegistration"]?.bool ?? false
  }

  private static func isMarkdown(_ formats: JSON?) -> Bool { formats?.array?.contains("markdown") ?? false }

  private var capabilities: JSON {
    [
      "capabilities": [
        "positionEncoding": .string(encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": true],
        "hoverProvider": true,
        "completionProvider": ["triggerCharacters": [" ", "!", "{", "."]],
        "definitionProvider": true,
        "referencesProvider": true,
        "documentSymbolProvider": true,
        "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll"]],
      ],
      "serverInfo": ["name": "apigw-synth", "version": .string(version)],
    ]
  }
}
