import Spec

/// What is wrong with a path, the first thing that matters: one path earns one diagnostic.
enum PathDefect: Equatable {
  case tooDeep
  case routeKey
  case noLeadingSlash
  case query
  case emptySegment
  case trailingSlash
  case wildcard(String)
  case percent(String)
  case unbalanced(String)
  case emptyVariable
  case plusOutside(String)
  case partialVariable(String)
  case variableName(String)
  case characters(String)
  case greedyInside(String)
  /// Characters on which API Gateway's own pages disagree.
  case disputed(String)
  case expressStyle(String)

  /// The defect of a path; nil for one that is in order.
  init?(of path: String) {
    if PathTree.isTooDeep(path) {
      self = .tooDeep
      return
    }
    guard let defect = Self.plain(path) ? nil : Self.find(in: path) else { return nil }
    self = defect
  }

  /// Whether nothing can be wrong: segments of letters, digits, `.`, `_` and `-`, or one variable, greedy at the end.
  private static func plain(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { text in
      guard text.first == UInt8(ascii: "/") else { return false }
      var at = 1
      while at < text.count {
        var end = at
        while end < text.count, text[end] != UInt8(ascii: "/") { end += 1 }
        guard end > at, end != text.count - 1 else { return false }
        var (start, stop) = (at, end)
        if text[at] == UInt8(ascii: "{") {
          (start, stop) = (at + 1, end - 1)
          guard stop > start, text[stop] == UInt8(ascii: "}") else { return false }
          if text[stop - 1] == UInt8(ascii: "+"), end == text.count { stop -= 1 }
          if stop == start { return false }
        }
        for index in start..<stop where !isPlainByte(text[index]) { return false }
        at = end + 1
      }
      return true
    }
  }

  private static func find(in path: String) -> PathDefect? {
    if isRouteKey(path) { return .routeKey }
    if path.utf8.first != UInt8(ascii: "/") { return .noLeadingSlash }
    if path.utf8.contains(UInt8(ascii: "?")) || path.utf8.contains(UInt8(ascii: "&")) { return .query }
    if path.utf8.count == 1 { return nil }
    let segments = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if segments.dropLast().contains(where: \.isEmpty) { return .emptySegment }
    if segments[segments.count - 1].isEmpty { return .trailingSlash }
    for segment in segments { if let defect = Segment(segment).defect { return defect } }
    if let greedy = segments.dropLast().first(where: { $0.dropLast().last == UInt8(ascii: "+") }) {
      return .greedyInside(String(decoding: greedy, as: UTF8.self))
    }
    return segments.lazy.compactMap { Segment($0).doubt }.first
  }

  /// `GET /items`, `$default`.
  private static func isRouteKey(_ path: String) -> Bool {
    if path == "$default" { return true }
    guard let blank = path.utf8.firstIndex(of: UInt8(ascii: " ")) else { return false }
    let rest = path.utf8[path.utf8.index(after: blank)...]
    return blank > path.startIndex && rest.first == UInt8(ascii: "/")
      && path.utf8[..<blank].allSatisfy { (65...90).contains($0 & 0xDF) && $0 < 0x80 }
  }
}

/// A segment of a path.
private struct Segment {
  let bytes: [UInt8]

  init(_ bytes: Substring.UTF8View) { self.bytes = Array(bytes) }

  private var text: String { String(decoding: bytes, as: UTF8.self) }

  var defect: PathDefect? {
    if bytes.contains(UInt8(ascii: "*")) { return .wildcard(text) }
    if bytes.contains(UInt8(ascii: "%")) { return .percent(text) }
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard bytes.contains(open) || bytes.contains(close) else {
      return bytes.allSatisfy(isSegmentByte) ? nil : .characters(text)
    }
    guard isBalanced else { return .unbalanced(text) }
    guard bytes.first == open, bytes.last == close, bytes.count(where: { $0 == open }) == 1 else {
      let isPlus = bytes.first == open && bytes.suffix(2) == [close, UInt8(ascii: "+")]
      return isPlus ? .plusOutside(text) : .partialVariable(text)
    }
    return variableDefect(bytes.dropFirst().dropLast())
  }

  /// Every `{` is closed before the next one opens.
  private var isBalanced: Bool {
    var isOpen = false
    for byte in bytes {
      if byte == UInt8(ascii: "{") {
        if isOpen { return false }
        isOpen = true
      } else if byte == UInt8(ascii: "}") {
        if !isOpen { return false }
        isOpen = false
      }
    }
    return !isOpen
  }

  private func variableDefect(_ inside: ArraySlice<UInt8>) -> PathDefect? {
    if inside.first == UInt8(ascii: "+"), inside.count > 1 { return .plusOutside(text) }
    let name = inside.last == UInt8(ascii: "+") ? inside.dropLast() : inside
    if name.isEmpty { return .emptyVariable }
    return name.allSatisfy(isParameterByte) ? nil : .variableName(String(decoding: name, as: UTF8.self))
  }

  /// What is taken, and most likely not meant.
  var doubt: PathDefect? {
    if bytes.first == UInt8(ascii: ":"), bytes.count > 1 { return .expressStyle(text) }
    guard bytes.first != UInt8(ascii: "{") else { return nil }
    return bytes.contains(UInt8(ascii: "$")) || bytes.contains(UInt8(ascii: ",")) ? .disputed(text) : nil
  }
}

private func isPlainByte(_ byte: UInt8) -> Bool {
  isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || byte < 0x80 && (65...90).contains(byte & 0xDF)
}

/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
private func isSegmentByte(_ byte: UInt8) -> Bool {
  isLetterOrDigit(byte) || ".:_-$,".utf8.contains(byte)
}
