import Document

/// A method as it comes out: its own options over the inherited ones.
///
/// Two words, because every rule and step is handed one. Where nothing is inherited, what it refers to is the very method that
/// was decoded. Its parts are seen through from everywhere: to hand out all options in order to look at one costs more than
/// the look.
public struct Operation: Sendable {
  @usableFromInline let method: Shared<Method>
  @usableFromInline let place: UInt32
  public let verb: Verb

  /// - Parameters:
  ///   - path: where the path stands in the API's `PathTree`.
  ///   - defaults: what the methods of the path inherit; nil where nothing is.
  init(_ declared: PathMethod, at path: Int, _ defaults: Shared<Defaults>?) {
    method = defaults.map { declared.method.inheriting($0.value) } ?? declared.method
    place = UInt32(path)
    verb = declared.verb
  }

  /// The index of its path in the API's `PathTree`.
  @inlinable public var path: Int { Int(place) }
  @inlinable public var options: MethodOptions { method.value.options }
  /// Where the request goes; nil for a mock without settings, which a method without any integration gets.
  @inlinable public var integration: Integration? { method.value.integration?.value }
  public var logicalId: Located<String>? { method.value.logicalId }
  /// The node of the method's value; its `owner` is the verb.
  @inlinable public var node: NodeID { method.value.node }
}

extension Shared<Method> {
  /// The method with what it inherits: the integration where it has none, and options one by one.
  fileprivate func inheriting(_ defaults: Defaults) -> Shared<Method> {
    let integration = value.integration == nil ? defaults.integration : nil
    if integration == nil, defaults.methodOptions == nil { return self }
    var method = value
    if let integration { method.integration = integration }
    if let inherited = defaults.methodOptions { method.options = method.options.inheriting(inherited.value.value) }
    return Shared(method)
  }
}
