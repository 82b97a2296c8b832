/// Why a request has no result.
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#errorCodes
struct RequestError: Error {
  let code: Int
  let message: String

  static func parse(_ message: String) -> RequestError { RequestError(code: -32700, message: message) }
  static func invalidRequest(_ message: String) -> RequestError { RequestError(code: -32600, message: message) }
  static func methodNotFound(_ method: String) -> RequestError {
    RequestError(code: -32601, message: "there is no method '\(method)'")
  }
  static func invalidParams(_ message: String) -> RequestError { RequestError(code: -32602, message: message) }
  static let notInitialized = RequestError(code: -32002, message: "the first request is 'initialize'")
}
