/// The alphabets of names, as tests on single bytes.
enum NameBytes {
  /// A letter or a digit of ASCII.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// `[a-zA-Z0-9._$-]`: parameters and headers (rest-api-parameter-mapping-sources).
  static func isParameter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "-"): true
    default: isAlphanumeric(byte)
    }
  }

  /// `[a-zA-Z0-9_]`: stage variables (aws-api-gateway-stage-variables-reference).
  static func isStageVariable(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || isAlphanumeric(byte) }

  /// A parameter's alphabet and the colon, which claims such as `cognito:username` have.
  static func isContext(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || isParameter(byte) }

  /// A blank that people type by accident at the ends of an expression.
  static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// Throws at the first byte outside the alphabet, and when there is no byte at all.
  static func check(
    _ name: ArraySlice<UInt8>, _ isLegal: (UInt8) -> Bool
  ) throws(ExpressionProblem) {
    if name.isEmpty { throw ExpressionProblem(.missingName, at: name.startIndex) }
    guard let offset = name.firstIndex(where: { !isLegal($0) }) else { return }
    throw ExpressionProblem(.illegalCharacter(scalar(in: name, at: offset)), at: offset)
  }

  /// The character whose encoding starts at `offset`.
  static func scalar(in bytes: ArraySlice<UInt8>, at offset: Int) -> Unicode.Scalar {
    String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }
}

extension Collection where Element == UInt8 {
  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
