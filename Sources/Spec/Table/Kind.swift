import Document

/// How one sort of value is described to people and editors, and read.
///
/// The reusable half of a field: kinds compose (`.list(.text)`, `.map(.orIntrinsic(.flag))`).
public struct Kind<Value>: Sendable {
  /// What is accepted, as data: the words of messages, the JSON Schema and the reference page come from it.
  public let shape: Shape
  /// Reads a node; reports what is wrong and answers nil.
  public let read: @Sendable (NodeID, inout Reader) -> Value?

  public init(_ shape: Shape, read: @escaping @Sendable (NodeID, inout Reader) -> Value?) {
    self.shape = shape
    self.read = read
  }

  /// The same description over another type.
  public func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Kind<Other> {
    Kind<Other>(shape) { [read] node, reader in read(node, &reader).map(transform) }
  }
}

/// What a kind accepts.
///
/// Records are closures, so that a record that nests in itself can be described while its own table is being made.
public indirect enum Shape: Sendable {
  case text(String)
  /// Text that names a thing of the spec, or one that is known to AWS.
  case name(String, ReferenceKind)
  case integer(ClosedRange<Int>)
  case number
  case boolean
  /// A duration in words (`50ms`), with its limits in milliseconds.
  case duration(ClosedRange<Int>)
  case size
  case statusCode
  case choice([String])
  case list(Shape)
  /// A mapping with names of the user's.
  case map(MapNames, Shape)
  case record(@Sendable () -> TableDescription)
  /// A record whose keys depend on the word under its tag.
  case union(@Sendable () -> UnionDescription)
  case either(Shape, Shape)
  case intrinsic
  /// Any JSON.
  case free
  /// A JSON object that has these keys among others.
  case object([String])

  /// The shape in words, to stand after "must be".
  public var words: String {
    switch self {
    case .text(let words), .name(let words, _): words
    case .integer(let range): range.upperBound == .max ? "a whole number" : "a whole number from \(range.words)"
    case .number: "a number"
    case .boolean: "true or false"
    case .duration: "a duration such as 500ms, 5s or 1m"
    case .size: "a size: bytes, or 1KiB, 10MiB"
    case .statusCode: "a status code from 100 to 599"
    case .choice(let names):
      names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
    case .list(let item): "a list (each: \(item.words))"
    case .map, .object: "a mapping"
    case .record(let table): "a mapping (\(table().name))"
    case .union(let union): "a mapping (\(union().shared.name))"
    case .either(let first, .intrinsic): first.words
    case .either(let first, let second): "\(first.words), or \(second.words)"
    case .intrinsic: "an intrinsic"
    case .free: "any value"
    }
  }
}

/// The names in a mapping of the user's.
public struct MapNames: Sendable {
  /// What a name is: "a stage's name".
  public let words: String
  /// Whether `x-` names are ignored.
  public let takesExtensions: Bool
}

extension ClosedRange<Int> {
  /// "50 to 100".
  var words: String { "\(lowerBound) to \(upperBound)" }
}
