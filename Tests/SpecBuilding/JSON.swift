import Foundation

/// JSON that tests compare and write as literals.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([JSON])
  case object([String: JSON])

  /// The value that keys and indexes lead to; nil where there is none.
  package subscript(_ path: String...) -> JSON? { value(at: path[...]) }

  package func value(at path: ArraySlice<String>) -> JSON? {
    guard let key = path.first else { return self }
    switch self {
    case .object(let members): return members[key]?.value(at: path.dropFirst())
    case .list(let items):
      guard let index = Int(key), items.indices.contains(index) else { return nil }
      return items[index].value(at: path.dropFirst())
    default: return nil
    }
  }

  /// The names of an object's members, sorted.
  package var names: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }

  package var items: [JSON] { if case .list(let items) = self { items } else { [] } }

  package var string: String? { if case .string(let text) = self { text } else { nil } }

  package static func ref(_ name: String) -> JSON { ["Ref": .string(name)] }
  package static func getAtt(_ name: String, _ attribute: String) -> JSON {
    ["Fn::GetAtt": [.string(name), .string(attribute)]]
  }
  package static func sub(_ text: String) -> JSON { ["Fn::Sub": .string(text)] }
}

extension JSON: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let items = try? container.decode([JSON].self) {
      self = .list(items)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// Reads JSON text; null where it is none.
  package init(text: String) {
    self = (try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))) ?? .null
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(arrayLiteral elements: JSON...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { first, _ in first })
  }
}

extension JSON: CustomStringConvertible {
  /// Compact JSON, the keys sorted.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", "))}"
    }
  }
}
