/// Reads a template from its first byte to its last; the extensions read references, expressions and directives.
struct TemplateParser {
  typealias Node = MappingTemplate.Node
  typealias Problem = MappingTemplate.Problem

  /// Directives, brackets and strings inside each other; deeper templates are not read further.
  static let depthLimit = 64
  /// Operators of one strength in a row, `1 + 1 + 1`; each makes the tree one level deeper.
  static let operatorLimit = 500

  let bytes: [UInt8]
  let macros: Set<String>
  var problems: [Problem] = []
  var index = 0
  /// Where reading stops: the end of the template, or the closing quote of the string that is being read.
  var end: Int
  var depth = 0
  var isInString = false
  /// The brackets that are open, innermost last.
  var openings: [Int] = []
  /// The string that was read last; when it spans lines, its quote is the likely culprit of what follows.
  var lastString: Range<Int>?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
    macros = Self.macros(in: bytes)
  }

  /// A part that was met while text was being read.
  enum Construct {
    case none
    case node(Node.Kind)
    /// `#end`, `#else` or `#elseif`, which belong to the directive around them.
    case stop(DirectiveName)
  }

  /// An `#end`, `#else` or `#elseif`, its arguments still unread.
  struct Stop {
    let name: DirectiveName
    let start: Int
  }

  /// Reads everything up to `end`.
  mutating func template() -> [Node] {
    var nodes: [Node] = []
    while let stop = body(into: &nodes) { nodes.append(misplaced(stop)) }
    return nodes
  }

  /// Reads up to a directive that belongs to the one around; the cursor is left behind its name.
  mutating func body(into nodes: inout [Node]) -> Stop? {
    var textStart = index
    while index < end {
      let start = index
      let construct = next()
      if case .none = construct { continue }
      if start > textStart { nodes.append(Node(kind: .text, range: textStart..<start)) }
      if case .stop(let name) = construct { return Stop(name: name, start: start) }
      if case .node(let kind) = construct { nodes.append(Node(kind: kind, range: start..<index)) }
      textStart = index
    }
    if end > textStart { nodes.append(Node(kind: .text, range: textStart..<end)) }
    return nil
  }

  /// Reads on from the cursor, by one part or by one byte of text at least.
  private mutating func next() -> Construct {
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "\\"):
      while index < end, bytes[index] == UInt8(ascii: "\\") { index += 1 }
      let isEscaping = !(index - start).isMultiple(of: 2)
      if isEscaping, index < end, bytes[index] == UInt8(ascii: "$") || bytes[index] == UInt8(ascii: "#") { index += 1 }
      return .none
    case UInt8(ascii: "$"):
      if let reference = printedReference() { return .node(.reference(reference)) }
      index = start + 1
      return .none
    case UInt8(ascii: "#"):
      let construct = hash()
      if case .none = construct { index = start + 1 }
      return construct
    default:
      index += 1
      return .none
    }
  }

  /// A comment, unparsed text or a directive.
  private mutating func hash() -> Construct {
    if starts("#[[") { return quoted(from: "#[[", to: "]]#", .unparsed) }
    if isInString { return directive() }
    if starts("#*") { return quoted(from: "#*", to: "*#", .comment) }
    if starts("##") {
      let line = bytes[index..<end].firstIndex(of: UInt8(ascii: "\n"))
      index = line.map { $0 + 1 } ?? end
      return .node(.comment)
    }
    return directive()
  }

  private mutating func quoted(from opening: String, to closing: String, _ kind: Node.Kind) -> Construct {
    let start = index
    index += opening.utf8.count
    while index < end, !starts(closing) { index += 1 }
    if index < end {
      index += closing.utf8.count
    } else {
      problems.append(Problem(.unclosed(opening), at: start))
    }
    return .node(kind)
  }

  /// Whether `text` stands at the cursor.
  func starts(_ text: String) -> Bool { bytes[index..<end].starts(with: text.utf8) }

  /// The names that the template's `#macro`s define.
  private static func macros(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var rest = bytes[...]
    while let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      rest = rest[(hash + 1)...]
      guard rest.starts(with: "macro".utf8) else { continue }
      let name = rest.dropFirst(5).drop { NameBytes.isBlank($0) || $0 == UInt8(ascii: "(") }
        .prefix(while: TemplateBytes.isIdentifier)
      names.insert(name.text)
    }
    return names
  }
}

/// Velocity's alphabets.
enum TemplateBytes {
  /// What names start with.
  static func isIdentifierStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (NameBytes.isAlphanumeric(byte) && byte > UInt8(ascii: "9"))
  }

  /// What names of variables, properties and methods hold.
  static func isIdentifier(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || NameBytes.isAlphanumeric(byte)
  }
}
