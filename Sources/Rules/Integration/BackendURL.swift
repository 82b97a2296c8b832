/// The address of an `http` integration, as far as it is known before deployment.
struct BackendURL {
  /// The host in lower case, `[…]` for an IPv6 address; nil where a stage variable stands in it.
  private(set) var host: String?
  /// The port where it is written out.
  private(set) var port: Int?

  /// Why a text is no address that API Gateway can call.
  enum Problem: Error {
    case noScheme
    case noHost
    case badPort
    case illegalCharacter
  }

  /// Reads `http://HOST:PORT/…`; `{name}` and `${stageVariables.name}` may stand in it.
  init(parsing text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy(Self.isLegal) else { throw .illegalCharacter }
    guard let start = Self.endOfScheme(bytes) else {
      if bytes.starts(with: "${".utf8) || Self.hasVariableScheme(bytes) { return }
      throw .noScheme
    }
    let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    var authority = bytes[start..<end]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    guard !authority.isEmpty else { throw .noHost }
    try read(authority)
  }

  private mutating func read(_ authority: ArraySlice<UInt8>) throws(Problem) {
    let hostEnd: Int
    if authority.first == UInt8(ascii: "["), let bracket = authority.firstIndex(of: UInt8(ascii: "]")) {
      hostEnd = bracket + 1
    } else {
      hostEnd = authority.lastIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
    }
    let name = authority[..<hostEnd]
    guard !name.isEmpty else { throw .noHost }
    if !name.contains(UInt8(ascii: "{")) { host = String(decoding: name, as: UTF8.self).lowercased() }
    let rest = authority[hostEnd...].dropFirst()
    guard !rest.isEmpty, !rest.contains(UInt8(ascii: "{")) else { return }
    guard rest.allSatisfy({ (48...57).contains($0) }), let port = Int(String(decoding: rest, as: UTF8.self)) else {
      throw .badPort
    }
    self.port = port
  }

  /// A byte that may stand in a URL, or belongs to a placeholder.
  private static func isLegal(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"<>\\^`|".utf8.contains(byte)
  }

  private static func endOfScheme(_ bytes: [UInt8]) -> Int? {
    for scheme in ["http://", "https://"] where bytes.count >= scheme.utf8.count {
      if zip(bytes, scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return scheme.utf8.count }
    }
    return nil
  }

  /// `http${stageVariables.s}://`: what stands before the host is known to the stage alone.
  private static func hasVariableScheme(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "http".utf8), let brace = bytes.firstIndex(of: UInt8(ascii: "{")) else { return false }
    return !bytes[..<brace].contains(UInt8(ascii: "/"))
  }

  /// Whether API Gateway cannot reach the host over the internet: the machine itself, link-local, RFC 1918 and RFC 4193.
  var isPrivate: Bool {
    guard let host else { return false }
    if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
    if host.hasPrefix("[fe80:") || host.hasPrefix("[fc") || host.hasPrefix("[fd") { return true }
    let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt8(String(decoding: $0, as: UTF8.self)) }
    guard parts.count == 4, numbers.count == 4 else { return false }
    switch (numbers[0], numbers[1]) {
    case (0, _), (10, _), (127, _), (172, 16...31), (192, 168), (169, 254): return true
    default: return false
    }
  }

  /// Whether API Gateway calls the port.
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
  static func isSupported(_ port: Int) -> Bool {
    port == 80 || port == 443 || (1024...65_535).contains(port)
  }
}
