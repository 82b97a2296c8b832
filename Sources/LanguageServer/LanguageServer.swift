/// The language server: takes in what an editor says and gives back what is to be answered, bytes to bytes.
///
/// Protocol: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
public struct LanguageServer {
  enum Phase { case started, running, shutDown }

  let version: String
  private var frames = FrameReader()
  var phase = Phase.started
  var workspace: Workspace
  var encoding = PositionEncoding.utf16
  var watchesFiles = false
  /// Whether the editor shows Markdown where something is pointed at, and beside what is offered.
  var (hoversMarkdown, completesMarkdown) = (false, false)
  /// What the editor was told last of each file, by its address.
  var published: [String: JSON] = [:]
  /// Changes since the editor was told.
  var waiting = 0

  /// The status to end with; nil while the session lasts.
  public internal(set) var exitStatus: Int32?

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

  func send(_ method: String, _ params: JSON, into output: inout [UInt8]) {
    FrameReader.write(["jsonrpc": "2.0", "method": .string(method), "params": params], to: &output)
  }
}
