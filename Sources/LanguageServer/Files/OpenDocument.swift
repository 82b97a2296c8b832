/// A document that is open in the editor.
struct OpenDocument {
  /// The client's name for it, with which it is answered.
  let address: String
  /// Its file; the address where it is none.
  let path: String
  let languageId: String
  var version: Int
  var text: TextBuffer

  init(_ item: JSON?, _ encoding: PositionEncoding) throws(RequestError) {
    guard let address = item?["uri"]?.string, let text = item?["text"]?.string else {
      throw .invalidParams("a document needs 'uri' and 'text'")
    }
    self.address = address
    path = FileAddress.path(of: address) ?? address
    languageId = item?["languageId"]?.string ?? ""
    version = item?["version"]?.integer ?? 0
    self.text = TextBuffer(Array(text.utf8), encoding)
  }

  /// Whether the document is meant for this server: an editor may hand over all YAML that is opened.
  var isSpec: Bool {
    if languageId == "apigw-synth" { return true }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Self.isDefaultName(name) || hasSection
  }

  /// `apigw.yaml`, `shop.apigw.yml` and their like.
  private static func isDefaultName(_ name: String) -> Bool {
    let words = name.split(separator: ".")
    return words.count > 1 && words[words.count - 2] == "apigw" && ["yaml", "yml"].contains(words[words.count - 1])
  }

  /// Sections that no other language of YAML has at its top.
  private static let sections = ["apis", "vpcLinks", "apiKeys", "usagePlans", "domainNames"]

  private var hasSection: Bool {
    text.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains { line in
      Self.sections.contains { line.starts(with: "\($0):".utf8) }
    }
  }
}
