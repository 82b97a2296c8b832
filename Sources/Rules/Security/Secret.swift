/// What a text looks like that should not be in a repository.
enum Secret: String, Sendable {
  case accessKey = "an AWS access key"
  case privateKey = "a private key"
  case token = "a bearer token"
  case credentials = "a name and password"
  case password = "a password"

  /// Whether a buffer may hold a key of AWS or a private key.
  static func mayBeIn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { hasAccessKey($0) || hasPrivateKey($0) }
  }

  /// The key that a text holds: an access key's ID, or a private key in PEM.
  init?(keyIn text: String) {
    let bytes = Array(text.utf8)
    guard Self.mayBeIn(bytes) else { return nil }
    self = bytes.withUnsafeBufferPointer(Self.hasAccessKey) ? .accessKey : .privateKey
  }

  /// What the value of an HTTP header gives away: `Bearer eyJhbGciOi…`, `Basic dXNlcjpwYXNz`.
  init?(headerValue text: String) {
    for (scheme, secret, least) in [("Bearer ", Secret.token, 16), ("Basic ", .credentials, 8)] {
      var rest = text[...]
      while let start = rest.firstIndex(of: scheme.first ?? " ") {
        rest = rest[start...]
        if rest.hasPrefix(scheme), rest.dropFirst(scheme.count).prefix(while: \.isTokenLetter).count >= least {
          self = secret
          return
        }
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  /// What the value of a variable gives away by the variable's name: `DB_PASSWORD`.
  init?(variable name: String, value: String) {
    let name = name.lowercased()
    guard name.hasSuffix("password") || name.hasSuffix("passwd"), value.utf8.count >= 6,
      !value.contains("{{resolve:"), !value.utf8.contains(where: { "/:$".utf8.contains($0) })
    else { return nil }
    self = .password
  }

  /// Both starts of an access key's ID have these two letters three bytes apart.
  private static func hasAccessKey(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var from = 0
    while let start = bytes.firstPair(UInt8(ascii: "A"), UInt8(ascii: "A"), distance: 3, from: from) {
      if isAccessKey(bytes, from: start) { return true }
      from = start + 1
    }
    return false
  }

  private static func hasPrivateKey(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var from = 0
    while let dash = bytes.firstPair(UInt8(ascii: "-"), UInt8(ascii: "B"), distance: 1, from: from) {
      if isHeader(bytes, after: dash) { return true }
      from = dash + 1
    }
    return false
  }

  /// A run of 20 capitals and digits with the start of an access key's ID; AWS's own examples end in `EXAMPLE`.
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  private static func isAccessKey(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    if start > 0, isKeyByte(bytes[start - 1]) { return false }
    let run = bytes[start...].prefix(21).prefix(while: isKeyByte)
    return run.count == 20 && (run.starts(with: "AKIA".utf8) || run.starts(with: "ASIA".utf8))
      && !run.suffix(7).elementsEqual("EXAMPLE".utf8)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (65...90).contains(byte) }

  /// `-----BEGIN RSA PRIVATE KEY-----`, whose fifth dash stands at an offset.
  private static func isHeader(_ bytes: UnsafeBufferPointer<UInt8>, after dash: Int) -> Bool {
    guard dash >= 4, bytes[dash - 4...dash].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return false }
    let line = bytes[(dash + 1)...].prefix(40)
    return line.starts(with: "BEGIN ".utf8) && String(decoding: line, as: UTF8.self).contains("PRIVATE KEY-----")
  }
}

extension Character {
  /// A letter of base64, or of a token of three such parts.
  fileprivate var isTokenLetter: Bool { isASCII && (isLetter || isNumber) || "-._~+/=".contains(self) }
}
