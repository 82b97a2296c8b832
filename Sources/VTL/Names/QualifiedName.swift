import Diagnostics

/// The grammar that all parameter names share: a prefix, a location and a name, `method.request.header.X`.
struct QualifiedName {
  /// What the name starts with, its last dot included: `method.request.`.
  let prefix: String
  /// The words that may follow, in the order in which they are tried.
  let locations: [String]

  /// Splits `text` into the number of its location and its name.
  func parse(_ text: String) throws(ExpressionProblem) -> (location: Int, name: String) {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy(NameBytes.isBlank) { throw ExpressionProblem(.empty, at: 0) }
    guard bytes.starts(with: prefix.utf8) else {
      let offset = firstDifference(from: bytes)
      throw problem(.wrongPrefix(expected: prefix), at: offset, in: bytes)
    }
    let start = prefix.utf8.count
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    let word = bytes[start..<end].text
    guard let location = locations.firstIndex(of: word) else {
      throw problem(.unknownLocation(word), at: start, in: bytes)
    }
    if end == bytes.count { throw ExpressionProblem(.missingName, at: end) }
    try NameBytes.check(bytes[(end + 1)...], NameBytes.isParameter)
    return (location, bytes[(end + 1)...].text)
  }

  /// The start of the first dotted word that is not the prefix's.
  private func firstDifference(from bytes: [UInt8]) -> Int {
    var start = 0
    for (index, pair) in zip(bytes, prefix.utf8).enumerated() {
      if pair.0 != pair.1 { break }
      if pair.0 == UInt8(ascii: ".") { start = index + 1 }
    }
    return start
  }

  private static let prefixes = [
    "method.request.", "method.response.", "integration.request.", "integration.response.",
  ]

  private func problem(_ kind: ExpressionProblem.Kind, at offset: Int, in bytes: [UInt8]) -> ExpressionProblem {
    let meant = repair(bytes)
    // A name that is right elsewhere may as well stand in the wrong place.
    let isOther = Self.prefixes.contains { $0 != prefix && bytes.starts(with: $0.utf8) }
    return ExpressionProblem(
      kind, at: offset, suggestion: meant?.name, isCertain: meant.map { $0.isCertain && !isOther } ?? false)
  }

  /// The name that was meant: the text from its location on, behind the right prefix.
  private func repair(_ bytes: [UInt8]) -> Nearest? {
    let plain = bytes.drop { $0 == UInt8(ascii: "$") }
    let pieces = plain.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    for (index, piece) in pieces.dropLast().enumerated() where index < 3 {
      guard let location = ParameterLocationSpelling.nearest(to: piece.text, among: locations) else { continue }
      return qualified(location.name, plain[pieces[index + 1].startIndex...].text, isCertain: location.isCertain)
    }
    if locations.count == 1, bytes.starts(with: prefix.utf8) {
      return qualified(locations[0], bytes[prefix.utf8.count...].text, isCertain: true)
    }
    guard pieces.count == 1, locations.contains("header") else { return nil }
    return qualified("header", plain.text, isCertain: locations.count == 1)
  }

  private func qualified(_ location: String, _ name: String, isCertain: Bool) -> Nearest? {
    guard !name.isEmpty, name.utf8.allSatisfy(NameBytes.isParameter) else { return nil }
    return Nearest(prefix + location + "." + name, isCertain: isCertain)
  }
}

/// What people write for the places a parameter can stand in.
enum ParameterLocationSpelling {
  private static let aliases = [
    ("headers", "header"), ("multivalueheader", "header"), ("multivalueheaders", "header"),
    ("multivalueHeader", "header"), ("query", "querystring"), ("querystrings", "querystring"), ("qs", "querystring"),
    ("queryparams", "querystring"), ("queryStringParameters", "querystring"), ("param", "querystring"),
    ("multivaluequerystring", "querystring"), ("paths", "path"), ("pathParameters", "path"),
  ]

  /// The location among `locations` that `word` stands for, written right, wrongly or otherwise.
  static func nearest(to word: String, among locations: [String]) -> Nearest? {
    if locations.contains(word) { return Nearest(word, isCertain: true) }
    if let alias = aliases.first(where: { $0.0 == word }), locations.contains(alias.1) {
      // A parameter may be one of the path, too.
      return Nearest(alias.1, isCertain: word != "param" && !word.lowercased().hasPrefix("multivalue"))
    }
    return Diagnostics.nearest(word, in: locations)
  }
}
