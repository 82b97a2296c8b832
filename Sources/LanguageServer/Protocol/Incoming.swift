/// A message of the client's.
struct Incoming {
  /// An integer or a string; nil in a notification.
  let id: JSON?
  let method: String
  let params: JSON

  /// Reads a message; an answer to a request of the server's is nil.
  init?(_ text: [UInt8]) throws(RequestError) {
    guard let value = JSONReader.value(of: text) else { throw .parse("the message is no JSON") }
    guard value["jsonrpc"]?.string == "2.0" else { throw .invalidRequest("the message is none of JSON-RPC 2.0") }
    guard let method = value["method"]?.string else {
      if value["result"] != nil || value["error"] != nil { return nil }
      throw .invalidRequest("the message has no method")
    }
    if let id = value["id"], id.integer == nil, id.string == nil {
      throw .invalidRequest("an id is an integer or a string")
    }
    (id, self.method, params) = (value["id"], method, value["params"] ?? .null)
  }
}
