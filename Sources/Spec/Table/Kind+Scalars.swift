import Diagnostics
import Document

extension Kind where Value == String {
  /// Text, exactly as written; a literal.
  public static let text = text("text")

  /// Text that is called something else in messages: "a path".
  public static func text(_ words: String, rule: RuleID = "SPEC103") -> Kind {
    Kind(.text(words)) { node, reader in
      guard reader.document.kind(node) == .scalar, !reader.isNull(node), Intrinsic(node, in: reader.document) == nil
      else {
        reader.wrongValue(node, wanted: words, rule: rule)
        return nil
      }
      return reader.string(node)
    }
  }

  /// Text that names something of the spec; a literal.
  public static func name(_ words: String, _ kind: ReferenceKind) -> Kind {
    Kind(.name(words, kind), read: text(words).read)
  }

  /// Three digits, plain or quoted.
  public static func statusCode(_ rule: RuleID, default accepted: [String] = []) -> Kind {
    Kind(.statusCode) { node, reader in
      if reader.isLiteral(node) {
        if let code = reader.statusCode(node) { return code }
        let text = reader.document.string(node)
        if accepted.contains(text) { return text }
      }
      reader.wrongValue(node, wanted: Shape.statusCode.words, rule: rule)
      return nil
    }
  }
}

extension Kind where Value == Bool {
  /// `true` or `false`, without quotes: no other spelling.
  public static let flag = flag("SPEC103")

  public static func flag(_ rule: RuleID) -> Kind {
    Kind(.boolean) { node, reader in
      if reader.isPlainLiteral(node) {
        switch reader.document.string(node) {
        case "true": return true
        case "false": return false
        default: break
        }
      }
      let meant = reader.isLiteral(node) ? spelledFlag(reader.document.string(node)) : nil
      reader.wrongValue(
        node, wanted: "true or false", rule: rule, help: "write true or false, without quotes",
        correction: meant.map { .plain($0.written) })
      return nil
    }
  }
}

/// What the other spellings of YAML 1.1 stand for; nil for any other text.
private func spelledFlag(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "true", "yes", "on": true
  case "false", "no", "off": false
  default: nil
  }
}

extension Kind where Value == Int {
  /// A decimal whole number without quotes, sign `+`, leading zeros, `_` or an exponent.
  public static func integer(_ range: ClosedRange<Int> = 0...(.max), rule: RuleID = "SPEC103") -> Kind {
    Kind(.integer(range)) { node, reader in
      let number = plainInteger(reader.document.string(node)).flatMap { range.contains($0) ? $0 : nil }
      if reader.isPlainLiteral(node), let number { return number }
      reader.wrongValue(
        node, wanted: Shape.integer(range).words, rule: rule, help: reader.helpWithQuotes(node),
        correction: reader.withoutQuotes(node, isRight: number != nil))
      return nil
    }
  }
}

/// The value of `0` or `-?[1-9][0-9]*` that fits into 64 bits.
func plainInteger(_ text: String) -> Int? {
  let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
  guard let first = digits.utf8.first, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  guard first != 48 || text == "0" else { return nil }
  return Int(text)
}

extension Kind where Value == JSONNumber {
  /// A finite decimal number without quotes, by its own spelling.
  public static func number(atLeast minimum: Double = -.greatestFiniteMagnitude, rule: RuleID = "SPEC103") -> Kind {
    Kind(.number) { node, reader in
      let meant = JSONNumber(reader.document.string(node))
      let number = reader.isPlainLiteral(node) ? meant : nil
      if let number, number.value >= minimum { return number }
      let wanted = number == nil ? "a number" : "at least \(JSONNumber.words(minimum))"
      reader.wrongValue(
        node, wanted: wanted, rule: rule, help: reader.helpWithQuotes(node),
        correction: reader.withoutQuotes(node, isRight: meant.map { $0.value >= minimum } ?? false))
      return nil
    }
  }
}

/// A finite number as JSON spells it.
public struct JSONNumber: Hashable, Sendable {
  public let text: String
  public let value: Double

  /// Takes `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?` whose value is finite.
  public init?(_ text: String) {
    guard Self.matches(Array(text.utf8)), let value = Double(text), value.isFinite else { return nil }
    (self.text, self.value) = (text, value)
  }

  /// A bound in words: `0`, not `0.0`.
  fileprivate static func words(_ bound: Double) -> String {
    let text = "\(bound)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func matches(_ text: [UInt8]) -> Bool {
    var at = text.first == UInt8(ascii: "-") ? 1 : 0
    func digits() -> Int {
      let start = at
      while at < text.count, (48...57).contains(text[at]) { at += 1 }
      return at - start
    }
    let start = at
    let whole = digits()
    guard whole == 1 || whole > 1 && text[start] != 48 else { return false }
    if at < text.count, text[at] == UInt8(ascii: ".") {
      at += 1
      guard digits() > 0 else { return false }
    }
    if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
      guard digits() > 0 else { return false }
    }
    return at == text.count
  }
}

/// A closed set of words of the language.
public protocol Choice: RawRepresentable, CaseIterable, WrittenDefault, Sendable where RawValue == String {}

/// The cases of a choice by their words, found without a comparison of strings.
struct ChoiceWords<Value: Choice>: Sendable {
  private let values = Array(Value.allCases)
  private let index = KeyIndex(Value.allCases.map(\.rawValue))

  subscript(bytes word: UnsafeBufferPointer<UInt8>) -> Value? { index.index(of: word).map { values[$0] } }
}

extension Kind where Value: Choice {
  /// One of the words, exactly.
  public static func choice(_ rule: RuleID = "SPEC103") -> Kind {
    let names = Value.allCases.map(\.rawValue)
    let words = ChoiceWords<Value>()
    return Kind(.choice(names)) { node, reader in
      guard reader.isLiteral(node), !reader.isNull(node) else {
        reader.wrongValue(node, wanted: Shape.choice(names).words, rule: rule)
        return nil
      }
      if let value = reader.document.bytes(node, { words[bytes: $0] }) { return value }
      let text = reader.document.string(node)
      if let other = names.first(where: { $0.isSame(as: text) }) {
        reader.markBroken(around: node)
        reader.fail(.misspeltChoice(text, right: other, of: reader.name(of: node)), at: node)
      } else {
        let near = nearest(text, in: names)
        reader.wrongValue(
          node, wanted: Shape.choice(names).words, rule: rule, help: near?.question, correction: near?.correction)
      }
      return nil
    }
  }
}

extension String {
  /// Equal but for case and for `-` against `_`.
  fileprivate func isSame(as other: String) -> Bool {
    func folded(_ text: String) -> [UInt8] {
      text.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : (65...90).contains($0) ? $0 | 0x20 : $0 }
    }
    return folded(self) == folded(other)
  }
}

extension Message {
  fileprivate static func misspeltChoice(_ text: String, right: String, of name: String) -> Message {
    Message("SPEC115", "'\(text)' is not a value of '\(name)'", help: "write '\(right)'", correction: .text(right))
  }
}
