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
      throw ExpressionProblem(.wrongPrefix(expected: prefix), at: offset, suggestion: repair(bytes))
    }
    let start = prefix.utf8.count
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    let word = bytes[start..<end].text
    guard let location = locations.firstIndex(of: word) else {
      throw ExpressionProblem(.unknownLocation(word), at: start, suggestion: repair(bytes))
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

  /// The name that was meant: the text from its location on, behind the right prefix.
  private func repair(_ bytes: [UInt8]) -> String? {
    let plain = bytes.drop { $0 == UInt8(ascii: "$") }
    let pieces = plain.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    for (index, piece) in pieces.dropLast().enumerated() where index < 3 {
      guard let location = ParameterLocationSpelling.nearest(to: piece.text, among: locations) else { continue }
      return qualified(location, plain[pieces[index + 1].startIndex...].text)
    }
    if locations.count == 1, bytes.starts(with: prefix.utf8) {
      return qualified(locations[0], bytes[prefix.utf8.count...].text)
    }
    return pieces.count == 1 && locations.contains("header") ? qualified("header", plain.text) : nil
  }

  private func qualified(_ location: String, _ name: String) -> String? {
    guard !name.isEmpty, name.utf8.allSatisfy(NameBytes.isParameter) else { return nil }
    return prefix + location + "." + name
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
  static func nearest(to word: String, among locations: [String]) -> String? {
    if locations.contains(word) { return word }
    if let alias = aliases.first(where: { $0.0 == word }), locations.contains(alias.1) { return alias.1 }
    return Diagnostics.nearest(word, in: locations)
  }
}
