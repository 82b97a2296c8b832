/// `method.request.LOCATION.NAME` in its parts, without copying: most methods' parameters are in order.
struct DeclaredParameter {
  /// `path`, `querystring` or `header`.
  let location: Substring
  /// Not empty; may hold characters that are refused.
  let name: Substring

  init?(_ text: String) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let rest = text[text.utf8.index(text.startIndex, offsetBy: Self.prefix.utf8.count)...]
    guard let dot = rest.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    (location, name) = (rest[..<dot], rest[rest.utf8.index(after: dot)...])
    guard !name.isEmpty, location == "header" || location == "querystring" || location == "path" else { return nil }
  }

  private static let prefix = "method.request."

  /// Whether API Gateway takes the name: `[a-zA-Z0-9._$-]+`.
  var hasLegalName: Bool { name.utf8.allSatisfy(isParameterByte) }
}

/// A byte of a parameter's name.
func isParameterByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "-"):
    true
  default: false
  }
}

/// The index of an earlier element that is equal to one, for each that has such: pairs of indexes, later first.
func duplicates<Key: Hashable>(_ keys: [Key]) -> [(later: Int, first: Int)] {
  if keys.count < 2 { return [] }
  var firsts: [Key: Int] = [:]
  var pairs: [(later: Int, first: Int)] = []
  for (index, key) in keys.enumerated() {
    if let first = firsts[key] { pairs.append((index, first)) } else { firsts[key] = index }
  }
  return pairs
}
