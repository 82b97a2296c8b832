/// What a text looks like that should not be in a repository.
enum Secret: String, Sendable {
  case accessKey = "an AWS access key"
  case privateKey = "a private key"
  case token = "a bearer token"
  case credentials = "a name and password"
  case password = "a password"

  /// Whether a buffer may hold a key of AWS or a private key; looks at every fourth byte.
  static func mayBeIn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        switch bytes[at] {
        case UInt8(ascii: "-"): if hasHeader(bytes, around: at) { return true }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
          if isAccessKey(bytes, around: at) { return true }
        default: break
        }
        at += 4
      }
      return false
    }
  }

  /// The key that a text holds: an access key's ID, or a private key in PEM.
  init?(keyIn text: String) {
    let bytes = Array(text.utf8)
    guard Self.mayBeIn(bytes) else { return nil }
    let isKey = bytes.withUnsafeBufferPointer { bytes in
      stride(from: 0, to: bytes.count, by: 4).contains { Self.isAccessKey(bytes, around: $0) }
    }
    self = isKey ? .accessKey : .privateKey
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

  /// A run of 20 capitals and digits with the start of an access key's ID; AWS's own examples end in `EXAMPLE`.
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  private static func isAccessKey(_ bytes: UnsafeBufferPointer<UInt8>, around at: Int) -> Bool {
    var (start, end) = (at, at)
    while start > 0, isKeyByte(bytes[start - 1]), at - start <= 20 { start -= 1 }
    while end < bytes.count, isKeyByte(bytes[end]), end - at <= 20 { end += 1 }
    guard end - start == 20 else { return false }
    let run = bytes[start..<end]
    return (run.starts(with: "AKIA".utf8) || run.starts(with: "ASIA".utf8))
      && !run.suffix(7).elementsEqual("EXAMPLE".utf8)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (65...90).contains(byte) }

  /// `-----BEGIN RSA PRIVATE KEY-----`, where a dash of its first five stands at an offset.
  private static func hasHeader(_ bytes: UnsafeBufferPointer<UInt8>, around at: Int) -> Bool {
    var end = at
    while end < min(at + 5, bytes.count), bytes[end] == UInt8(ascii: "-") { end += 1 }
    let line = bytes[end..<min(end + 40, bytes.count)]
    guard line.starts(with: "BEGIN ".utf8) else { return false }
    return String(decoding: line, as: UTF8.self).contains("PRIVATE KEY-----")
  }
}

extension Character {
  /// A letter of base64, or of a token of three such parts.
  fileprivate var isTokenLetter: Bool { isASCII && (isLetter || isNumber) || "-._~+/=".contains(self) }
}
