import Diagnostics
import Document

/// A path: its methods, and what the paths below it inherit.
public struct PathItem: TableDecodable {
  public var node = NodeID.none
  public var methods: [PathMethod] = []
  @usableFromInline var rare = Rare<RareKeys>()

  @usableFromInline struct RareKeys: RareOptions {
    @usableFromInline var defaults: Defaults?
    @usableFromInline var resourceId: Located<Deferrable<String>>?
    @usableFromInline var logicalId: Located<String>?
    @usableFromInline var preflight: Located<Preflight>?

    @usableFromInline init() {}
  }

  public var defaults: Defaults {
    @inlinable get { rare.given?.value.defaults ?? Defaults() }
    set { rare.set(\.defaults, newValue) }
  }
  public var resourceId: Located<Deferrable<String>>? {
    @inlinable get { rare.given?.value.resourceId }
    set { rare.set(\.resourceId, newValue) }
  }
  public var logicalId: Located<String>? {
    @inlinable get { rare.given?.value.logicalId }
    set { rare.set(\.logicalId, newValue) }
  }
  public var preflight: Located<Preflight>? {
    @inlinable get { rare.given?.value.preflight }
    set { rare.set(\.preflight, newValue) }
  }

  /// What `corsPreflight` says.
  public var corsPreflight: Located<CORSOptions>? { preflight?.map(\.options) }

  /// Whether the path has any key beside its methods.
  var hasRareKeys: Bool { !rare.isEmpty }

  public init() {}

  public static let table = Table<PathItem>(
    "a path", doc: "A path's methods and defaults.",
    others: Others(
      "an HTTP method", names: Verb.allCases.map(\.rawValue), \.methods, .method,
      accept: { Verb(named: $0) ?? Verb(rawValue: String(decoding: $0, as: UTF8.self).uppercased()) },
      item: { verb, method, _ in PathMethod(method: method, verb: verb) }),
    [
      Field("resourceId", \.resourceId, .orIntrinsic(.text), doc: "An existing resource, in an API with `restApiId`."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the resource's logical ID."),
      Field("corsPreflight", \.preflight, .record, doc: "The preflight of this path alone."),
    ], sharing: Defaults.table.fields.map { $0.lifted(through: \.defaults) }, refusing: Message.unknownMethod)
}

/// A method of a path.
public struct PathMethod: Sendable {
  let method: Shared<Method>
  public let verb: Verb

  /// The node of the method's value; its `owner` is the verb.
  public var node: NodeID { method.value.node }
}

/// The preflight of one path: an `OPTIONS` method.
public struct Preflight: TableDecodable {
  public var node = NodeID.none
  public var options = CORSOptions()
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<Preflight>(
    "a path's 'corsPreflight'", doc: "The preflight of one path.",
    [Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the logical ID of the `OPTIONS` method.")],
    sharing: CORSOptions.table.fields.map { $0.lifted(through: \.options) })
}

extension Message {
  /// A key of a path that is none of its options is taken for a method.
  fileprivate static let unknownMethod: @Sendable (String, Nearest?) -> Message? = { key, near in
    if let near, Verb(rawValue: near.name) == nil { return nil }
    let verbs = Verb.allCases.map(\.rawValue).joined(separator: ", ")
    return Message(
      "METH401", "'\(key)' is no method and no option of a path", near: near,
      help: "methods: \(verbs)")
  }
}

/// The methods that a REST API knows.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-method-settings-method-request.html
public enum Verb: String, Choice {
  case get = "GET"
  case put = "PUT"
  case post = "POST"
  case patch = "PATCH"
  case delete = "DELETE"
  case head = "HEAD"
  case options = "OPTIONS"
  case any = "ANY"

  private static let words = ChoiceWords<Verb>()

  /// The method of a name in capitals and in UTF-8.
  init?(named name: UnsafeBufferPointer<UInt8>) {
    guard let verb = Self.words[bytes: name] else { return nil }
    self = verb
  }
}
