import Diagnostics
import Document
import Spec

/// A JSON value that a spec holds, and where each part of it stands: in a mapping of the spec, or inside a text.
struct JSONValue: Sendable {
  indirect enum Content: Sendable {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
    /// An intrinsic, or what could not be read; the node where there is one.
    case unknown(NodeID?)
    /// A text in place of JSON that is none.
    case unreadable(JSONTextProblem)
  }

  let content: Content
  let place: JSONPlace

  var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  var boolean: Bool? {
    if case .boolean(let flag) = content { flag } else { nil }
  }

  var number: JSONNumber? {
    if case .number(let number) = content { number } else { nil }
  }

  /// The items of an array; nil for anything else.
  var items: [JSONValue]? {
    if case .array(let items) = content { items } else { nil }
  }

  /// The members of an object; nil for anything else.
  var members: [JSONMember]? {
    if case .object(let object) = content { object.members } else { nil }
  }

  /// Whether what stands here is only known to CloudFormation, or was reported already.
  var isUnknown: Bool {
    switch content {
    case .unknown, .unreadable: true
    default: false
    }
  }

  /// An object's member of a name, the last one where the text repeats it.
  subscript(_ name: String) -> JSONMember? {
    if case .object(let object) = content { object[name] } else { nil }
  }
}

/// The members of an object, in the order written.
struct JSONObject: Sendable {
  let members: [JSONMember]
  /// Where names stand among many members: definitions may be named by each other.
  private let places: [String: Int]?

  init(_ members: [JSONMember]) {
    self.members = members
    places =
      members.count < 32
      ? nil : Dictionary(members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
  }

  subscript(_ name: String) -> JSONMember? {
    guard let places else { return members.last { $0.name == name } }
    return places[name].map { members[$0] }
  }
}

/// A name in an object, and its value.
struct JSONMember: Sendable {
  let name: String
  let key: JSONPlace
  let value: JSONValue
}

/// Where a JSON value stands.
enum JSONPlace: Hashable, Sendable {
  case node(NodeID)
  /// UTF-8 bytes of a scalar's text.
  case part(Range<Int>, of: NodeID)

  /// Its order among the places of the same value.
  fileprivate var offset: Int {
    switch self {
    case .node(let node): Int(node.index)
    case .part(let range, _): range.lowerBound
    }
  }

  static func < (left: JSONPlace, right: JSONPlace) -> Bool { left.offset < right.offset }
}

/// Why a text stands for no JSON object.
enum JSONTextProblem: Sendable {
  case blank
  /// It does not even start as an object.
  case noObject
  case fault(JSONFault)
}

extension Findings {
  mutating func report(_ message: Message, at place: JSONPlace, related: [Related] = []) {
    switch place {
    case .node(let node): report(message, at: node, related: related)
    case .part(let range, let node): report(message, at: range, of: node)
    }
  }

  /// Reports two members that contradict each other, at the key of the later one.
  mutating func report(_ message: Message, conflictOf one: JSONMember, _ other: JSONMember) {
    let (first, later) = one.key < other.key ? (one, other) : (other, one)
    guard case .node(let node) = first.key else { return report(message, at: later.key) }
    report(message, at: later.key, related: [related("'\(first.name)' is given here", at: node)])
  }
}

extension JSONValue {
  /// A text that equal values share, whatever their spelling; nil where something in it is unknown.
  var canonical: String? {
    switch content {
    case .null: return "null"
    case .boolean(let flag): return "\(flag)"
    case .number(let number): return number.canonical
    case .string(let text): return "\"\(text)\""
    case .array(let items):
      let parts = items.compactMap(\.canonical)
      return parts.count == items.count ? "[\(parts.joined(separator: ","))]" : nil
    case .object(let object):
      let parts = object.members.compactMap { member in member.value.canonical.map { "\"\(member.name)\":\($0)" } }
      return parts.count == object.members.count ? "{\(parts.sorted().joined(separator: ","))}" : nil
    case .unknown, .unreadable: return nil
    }
  }
}

extension JSONNumber {
  /// The digits of a whole number, whatever its size; of any other its value.
  fileprivate var canonical: String {
    if text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: "-") }) { return text }
    return Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }
}
