import Diagnostics
import Spec

extension MethodRules {
  static let corsPage = "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html"
  static let fetch = "https://fetch.spec.whatwg.org/#http-cors-protocol"

  /// A spec with CORS options.
  static func spec(cors options: String) -> String {
    """
    apis:
      Shop:
        cors: {\(options)}
        paths:
          /orders:
            GET: {}
    """
  }

  /// Which origins may call.
  static let origins: [Rule] = [
    Rule(
      "METH481", "Credentials for every origin",
      why: "browsers refuse the answer to a call with credentials where its Allow-Origin is '*'", source: fetch,
      bad: [
        Example("cookies for all", spec(cors: "allowOrigins: [\"*\"], ↓allowCredentials: true")),
        Example("the other way round", spec(cors: "allowCredentials: true, ↓allowOrigins: \"*\"")),
      ],
      good: [
        Example("an origin", spec(cors: "allowOrigins: [\"https://shop.example.com\"], allowCredentials: true")),
        Example("no credentials", spec(cors: "allowOrigins: [\"*\"], allowCredentials: false")),
      ],
      check: .cors { cors, _, findings in
        guard let credentials = cors.value.allowCredentials, credentials.value, cors.value.allowsEveryOrigin else {
          return
        }
        findings.report(.credentialsForAll, conflictOf: cors.value.allowOrigins.node, credentials.node)
      }),
    Rule(
      "METH482", "'*' among other origins",
      why: "'*' allows every origin already, and an answer names one: the CDK refuses the pair", source: fetch,
      bad: [
        Example("all and one", spec(cors: "allowOrigins: [\"*\", ↓\"https://shop.example.com\"]")),
        Example("one and all", spec(cors: "allowOrigins: [\"https://shop.example.com\", ↓\"*\"]")),
      ],
      good: [
        Example("one", spec(cors: "allowOrigins: [\"https://shop.example.com\", \"https://example.com\"]")),
        Example("all", spec(cors: "allowOrigins: [\"*\"]")),
      ],
      check: .cors { cors, _, findings in
        let origins = cors.value.allowOrigins.value
        guard origins.count > 1, cors.value.allowsEveryOrigin else { return }
        let isFirst = origins[0].known() == "*"
        let later = isFirst ? origins.first { $0.known() != "*" } : origins.first { $0.known() == "*" }
        if let later { findings.report(.allAndOthers, at: later.node) }
      }),
    Rule(
      "METH483", "No origin", why: "a preflight without an origin allows nobody, and the CDK refuses it", source: fetch,
      bad: [Example("an empty list", spec(cors: "allowOrigins: ↓[]"))],
      good: [Example("one without a list", spec(cors: "allowOrigins: https://shop.example.com"))],
      check: .cors { cors, _, findings in
        let origins = cors.value.allowOrigins
        guard origins.value.isEmpty, origins.node != .none, findings.spec.document.items(origins.node).isEmpty else {
          return
        }
        findings.report(.noOrigin, at: origins.node)
      }),
    Rule(
      "METH488", "An origin that no browser sends",
      why: "browsers compare origins byte by byte with scheme://host:port in small letters, default ports left out",
      source: "https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin",
      bad: [
        Example("a path", spec(cors: "allowOrigins: [↓\"https://shop.example.com/\"]")),
        Example("a pattern", spec(cors: "allowOrigins: [↓\"https://*.example.com\"]")),
        Example("a host alone", spec(cors: "allowOrigins: [↓shop.example.com]")),
        Example("several in one", spec(cors: "allowOrigins: ↓\"https://a.example.com,https://b.example.com\"")),
        Example("a default port", spec(cors: "allowOrigins: [↓\"https://shop.example.com:443\"]")),
        Example("capitals", spec(cors: "allowOrigins: [↓\"https://Shop.example.com\"]")),
      ],
      good: [
        Example(
          "with and without a port, and an app's",
          spec(cors: "allowOrigins: [\"https://a.example.com\", \"http://localhost:3000\", \"capacitor://localhost\"]")),
        Example("a file's", spec(cors: "allowOrigins: \"null\"")),
      ],
      check: .cors { cors, _, findings in
        for origin in cors.value.allowOrigins.value {
          guard let text = origin.known(), let defect = OriginDefect(text) else { continue }
          findings.report(.noOrigin(text, defect), at: origin.node)
        }
      }),
  ]
}

extension CORSOptions {
  /// Whether one of the origins is `*`.
  fileprivate var allowsEveryOrigin: Bool { allowOrigins.value.contains { $0.known() == "*" } }
}

/// Why a text is no origin as browsers write it.
private enum OriginDefect {
  case noScheme
  case wildcard
  case hasPath
  case letters
  case defaultPort
  case host

  init?(_ text: String) {
    if text == "*" || text == "null" { return nil }
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8), colon > 0
    else {
      self = .noScheme
      return
    }
    let (scheme, host) = (bytes[..<colon], bytes[(colon + 3)...])
    if bytes.contains(UInt8(ascii: "*")) {
      self = .wildcard
    } else if host.contains(where: { ",; \t@".utf8.contains($0) }) || host.isEmpty {
      self = .host
    } else if host.contains(where: { "/?#".utf8.contains($0) }) {
      self = .hasPath
    } else if bytes.contains(where: { (65...90).contains($0) || $0 >= 0x80 }) {
      self = .letters
    } else if scheme.elementsEqual("https".utf8) && text.hasSuffix(":443")
      || scheme.elementsEqual("http".utf8) && text.hasSuffix(":80")
    {
      self = .defaultPort
    } else if !Self.hasLegalPort(host) {
      self = .host
    } else {
      return nil
    }
  }

  /// Digits after the last colon, which may stand inside an IPv6 address's brackets.
  private static func hasLegalPort(_ host: ArraySlice<UInt8>) -> Bool {
    guard let colon = host.lastIndex(of: UInt8(ascii: ":")) else { return true }
    if host.last == UInt8(ascii: "]") { return true }
    let port = Int(String(decoding: host[(colon + 1)...], as: UTF8.self))
    return colon > host.startIndex && port.map { (1...65535).contains($0) } ?? false
  }

  var help: String {
    switch self {
    case .noScheme, .host: "write scheme://host, as in 'https://shop.example.com', and ':port' where it has one"
    case .wildcard: "list the origins one by one, or allow '*'"
    case .hasPath: "end it after the host"
    case .letters: "write it in small ASCII letters, other alphabets in punycode"
    case .defaultPort: "leave out the port"
    }
  }
}

extension Message {
  fileprivate static let credentialsForAll = Message(
    "METH481", "browsers take no credentials for '*'", help: "list the origins, or drop 'allowCredentials'")

  fileprivate static let allAndOthers = Message(
    "METH482", "'*' and other origins exclude each other", help: "keep '*' alone, or the others")

  fileprivate static let noOrigin = Message("METH483", "no origin is allowed", help: "list at least one")

  fileprivate static func noOrigin(_ text: String, _ defect: OriginDefect) -> Message {
    Message("METH488", "'\(text)' is no origin as browsers write it", help: CDKCode.advice(on: text) ?? defect.help)
  }
}
