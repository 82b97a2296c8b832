import Diagnostics
import Document

/// JSON that goes into the template as it stands: a policy, a schema, a raw resource. Intrinsics may stand in it.
public struct FreeJSON: Hashable, Sendable {
  public let node: NodeID
}

/// A scalar of free JSON, typed as the YAML 1.2 core schema has it, without octal and hexadecimal numbers.
public enum FreeScalar: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number by its JSON spelling.
  case number(String)
  case string(String)
}

extension Document {
  /// The value of a scalar in free JSON.
  public func freeScalar(_ node: NodeID) -> FreeScalar {
    let text = string(node)
    guard isPlain(node), self[node].tag == 0 else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return isJSONNumber(text) ? .number(text) : .string(text)
    }
  }

  private func isJSONNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (48...57).contains(first) else { return false }
    return JSONNumber(text) != nil
  }
}

extension Kind where Value == FreeJSON {
  /// Any JSON, with intrinsics anywhere in it.
  public static let free = Kind(.free) { node, reader in
    reader.readFree(node)
    return FreeJSON(node: node)
  }

  /// A JSON object.
  public static let freeObject = Kind(.object([])) { node, reader in
    guard reader.isMapping(node) else {
      reader.wrongValue(node, wanted: "a mapping")
      return nil
    }
    reader.readFree(node)
    return FreeJSON(node: node)
  }
}

extension Reader {
  /// Checks free JSON: its intrinsics, and scalars that other readers take otherwise or JSON cannot hold.
  ///
  /// - Parameter takesNull: whether it becomes JSON text, in which a null may stand; a template has none.
  mutating func readFree(_ node: NodeID, takesNull: Bool = false) {
    if let intrinsic = Intrinsic(node, in: document) {
      read(intrinsic)
    } else {
      readFreeContent(node, takesNull: takesNull)
    }
  }

  /// The same for the inside of a tagged node.
  mutating func readFreeContent(_ node: NodeID, takesNull: Bool = false) {
    switch document.kind(node) {
    case .mapping: for entry in document.entries(node) { readFree(entry.value, takesNull: takesNull) }
    case .sequence: for item in document.items(node) { readFree(item, takesNull: takesNull) }
    case .scalar, .alias: if document.isPlain(node) { checkFreeScalar(node, takesNull) }
    }
  }

  private mutating func checkFreeScalar(_ node: NodeID, _ takesNull: Bool) {
    if isNull(node) {
      if !takesNull { refuseNull(node) }
      return
    }
    let text = document.string(node)
    guard let first = text.utf8.first, text.utf8.count <= 400 else { return }
    guard first < 0x41 || text.utf8.count <= 5 else { return }
    if let problem = FreeScalarProblem(text) { fail(problem.message(text), at: node) }
  }
}

extension Reader {
  private mutating func refuseNull(_ node: NodeID) {
    markBroken(around: node)
    fail(.nullInTemplate(name(of: node)), at: node)
  }
}

extension Message {
  fileprivate static func nullInTemplate(_ name: String) -> Message {
    Message(
      "SPEC113", "'\(name)' has no value, and CloudFormation takes no null",
      help: "give a value or delete the line; quote the word if it is meant as text")
  }
}

/// A plain scalar that does not mean in free JSON what another YAML reader, or its writer, may take it for.
enum FreeScalarProblem: Hashable, Sendable {
  /// No number of JSON, or one that cannot be held.
  case notANumber
  /// Text here; a boolean, number, time or date elsewhere.
  case otherwiseRead(as: String)
  /// A number whose spelling is lost, as in a version `3.10`.
  case losesSpelling

  init?(_ text: String) {
    let lower = text.lowercased()
    if [".inf", "-.inf", "+.inf", ".nan"].contains(lower) {
      self = .notANumber
    } else if ["on", "off", "yes", "no", "y", "n"].contains(lower) {
      self = .otherwiseRead(as: "true or false")
    } else if let words = Self.otherNumber(text) {
      self = .otherwiseRead(as: words)
    } else if let number = JSONNumber(text) {
      guard Self.isExact(number) else {
        self = .notANumber
        return
      }
      guard text.contains("."), text.hasSuffix("0"), !lower.contains("e"), !text.hasSuffix(".0") else { return nil }
      self = .losesSpelling
    } else if let value = Double(text), Self.looksDecimal(text) {
      self = value.isFinite ? .otherwiseRead(as: "a number") : .notANumber
    } else {
      return nil
    }
  }

  /// Digits with a sign, a point or an exponent, as YAML 1.2 reads numbers and JSON does not: `.5`, `1.`, `+1`.
  private static func looksDecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
  }

  /// Whole numbers must fit into 64 bits, the rest have no more digits than a `Double` tells apart.
  private static func isExact(_ number: JSONNumber) -> Bool {
    if number.text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: "-") }) {
      return Int(number.text) != nil
    }
    let mantissa = number.text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.filter { (48...57).contains($0) }
    let significant = mantissa.drop { $0 == 48 }.reversed().drop { $0 == 48 }
    return significant.count <= 17
  }

  /// Spellings of numbers that YAML 1.1 knows and JSON does not.
  private static func otherNumber(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (48...57).contains(first) || "+-.".utf8.contains(first), bytes.count > 1 else {
      return nil
    }
    let digits = bytes.allSatisfy { (48...57).contains($0) }
    if digits, first == 48 { return "an octal number" }
    if text.hasPrefix("0o") || text.hasPrefix("0x") || text.hasPrefix("0b") { return "a number" }
    if bytes.contains(UInt8(ascii: "_")), bytes.allSatisfy({ (48...57).contains($0) || $0 == 95 || $0 == 45 }) {
      return "a number"
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 1,
      parts.allSatisfy({ (1...3).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } })
    {
      return "a number to the base of 60"
    }
    return nil
  }

  func message(_ text: String) -> Message {
    switch self {
    case .notANumber:
      Message("SPEC103", "'\(text)' is no number that JSON can hold", help: "quote it to have it as text")
    case .otherwiseRead(let words):
      Message(
        "SPEC143", .warning, "'\(text)' is text here; other YAML readers take it for \(words)",
        help: "quote it to have it as text everywhere")
    case .losesSpelling:
      Message(
        "SPEC143", .warning, "'\(text)' is a number here and may lose its last zeros",
        help: "quote it to keep its spelling")
    }
  }
}
