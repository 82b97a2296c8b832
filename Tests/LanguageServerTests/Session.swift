import Document
import Testing

@testable import LanguageServer

/// A session with an editor, in memory.
struct Session {
  private var server: LanguageServer
  private var last = 0
  /// What the editor was told of each document last, as `line:character severity? code`.
  private(set) var findings: [String: [JSON]] = [:]
  /// Everything that was sent and is no answer.
  private(set) var sent: [JSON] = []

  init(_ files: [String: String] = [:], capabilities: JSON = [:]) {
    let folder = Folder(files: files.mapValues { Array($0.utf8) })
    server = LanguageServer(version: "1.2.3") { _ in folder }
    _ = request("initialize", ["capabilities": capabilities])
    notify("initialized", [:])
  }

  /// A session in which nothing was said yet.
  static var fresh: Session {
    var session = Session()
    session.server = LanguageServer(version: "1.2.3") { _ in nil }
    return session
  }

  var exitStatus: Int32? { server.exitStatus }
  var statusAtEnd: Int32 { server.statusAtEnd }
  var isWaiting: Bool { server.isWaiting }

  /// Sends bytes as they are, and lets the server settle.
  /// - Returns: what it answers, without what it says unasked.
  mutating func send(_ bytes: some Collection<UInt8>, settles: Bool = true) -> [JSON] {
    var output: [UInt8] = []
    server.receive(bytes, into: &output)
    if settles, server.isWaiting { server.settle(into: &output) }
    var frames = FrameReader()
    frames.append(output)
    var answers: [JSON] = []
    while case .message(let text)? = frames.next() {
      guard let message = JSONReader.value(of: text) else { continue }
      if message["method"] == nil { answers.append(message) } else { take(message) }
    }
    return answers
  }

  private mutating func take(_ message: JSON) {
    sent.append(message)
    guard message["method"] == "textDocument/publishDiagnostics", let address = message["params"]?["uri"]?.string else {
      return
    }
    findings[address] = message["params"]?["diagnostics"]?.array
  }

  mutating func send(_ message: JSON, settles: Bool = true) -> [JSON] {
    var bytes: [UInt8] = []
    FrameReader.write(message, to: &bytes)
    return send(bytes, settles: settles)
  }

  mutating func request(_ method: String, _ params: JSON) -> JSON {
    last += 1
    let answers = send(["jsonrpc": "2.0", "id": .integer(last), "method": .string(method), "params": params])
    return answers.first { $0["id"] == .integer(last) } ?? .null
  }

  mutating func notify(_ method: String, _ params: JSON, settles: Bool = true) {
    _ = send(["jsonrpc": "2.0", "method": .string(method), "params": params], settles: settles)
  }

  mutating func open(_ text: String, at address: String = "file:///p/apigw.yaml", language: String = "yaml") {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(address), "languageId": .string(language), "version": 1, "text": .string(text),
        ]
      ])
  }

  mutating func close(_ address: String = "file:///p/apigw.yaml") {
    notify("textDocument/didClose", ["textDocument": ["uri": .string(address)]])
  }

  /// Replaces a whole document.
  mutating func replace(_ text: String, at address: String = "file:///p/apigw.yaml") {
    notify(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(address), "version": 2], "contentChanges": [["text": .string(text)]]])
  }

  /// What a request of a place has as its result.
  mutating func ask(
    _ method: String, _ position: Position, at address: String = "file:///p/apigw.yaml", _ more: [JSON.Member] = []
  ) -> JSON {
    let members: [JSON.Member] = [
      .init("textDocument", ["uri": .string(address)]), .init("position", position.json),
    ]
    return request("textDocument/\(method)", .object(members + more))["result"] ?? .null
  }

  /// The rules of the errors of a document.
  func errors(of address: String = "file:///p/apigw.yaml") -> [String]? {
    findings[address]?.filter { $0["severity"] == 1 }.compactMap { $0["code"]?.string }
  }

  /// The rules reported of a document, sorted.
  func rules(of address: String = "file:///p/apigw.yaml") -> [String]? {
    findings[address]?.compactMap { $0["code"]?.string }.sorted()
  }
}

/// Files in memory, all in the folder `/p`.
struct Folder: FileReader {
  let files: [String: [UInt8]]

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    check(path, from: file).flatMap {
      files[FileAddress.normalized(name(of: path, from: file))].map { .success($0) } ?? .failure(.missing)
    }
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> {
    let name = FileAddress.normalized(name(of: path, from: file))
    if name != "/p", !name.hasPrefix("/p/") { return .failure(.outside) }
    return files.keys.contains { $0 == name || $0.hasPrefix(name + "/") } ? .success(()) : .failure(.missing)
  }

  func list(_ path: String, from file: String) -> Result<[String], FileError> {
    check(path, from: file).map {
      let name = FileAddress.normalized(name(of: path, from: file))
      let below = files.keys.filter { $0.hasPrefix(name + "/") }.map { String($0.dropFirst(name.count + 1)) }
      return below.isEmpty ? [""] : below.sorted()
    }
  }

  func name(of path: String, from file: String) -> String { FileAddress.folder(of: file) + path }
}

/// A text with a place in it, marked with `▮`.
struct MarkedText {
  let text: String
  let offset: Int
  let position: Position

  init(_ marked: String) {
    let parts = marked.split(separator: "▮", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    text = parts.joined()
    offset = parts[0].utf8.count
    position = TextBuffer(Array(text.utf8), .utf16).position(of: offset)
  }
}
