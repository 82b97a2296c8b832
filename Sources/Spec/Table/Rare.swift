/// What a record may hold that few specs give, each option nil until it is given.
public protocol RareOptions: Sendable {
  init()
}

/// The rare options of a record: one word while none is given, one object of its own from the first on.
///
/// The record has each as a computed property of the option's name, so that nobody else sees where it stands. The object is
/// never written to: an option is looked at where it is, without a copy of the others.
public struct Rare<Options: RareOptions>: Sendable {
  public private(set) var given: Shared<Options>?

  public init() {}

  @inlinable public var isEmpty: Bool { given == nil }

  /// Gives an option, or takes it away with nil.
  @inline(__always)
  mutating func set<Value>(_ option: WritableKeyPath<Options, Value?>, _ value: Value?) {
    if given == nil, value == nil { return }
    var options = given?.value ?? Options()
    options[keyPath: option] = value
    given = Shared(options)
  }

  /// These options where they are completed by others; nothing is made where one side has none.
  func completed(by others: Rare, _ complete: (inout Options, Options) -> Void) -> Rare {
    guard let other = others.given?.value else { return self }
    var completed = self
    var options = given?.value ?? Options()
    complete(&options, other)
    completed.given = Shared(options)
    return completed
  }
}
