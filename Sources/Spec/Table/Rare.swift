/// What a record may hold that few specs give, each option nil until it is given.
public protocol RareOptions: Sendable {
  init()
}

/// The rare options of a record: one word while none is given, one object of its own from the first on.
///
/// The record has each as a computed property of the option's name, so that nobody else sees where it stands.
public struct Rare<Options: RareOptions>: Sendable {
  /// None or one: an array is an object that is written in place as long as nobody else holds it.
  private var given: [Options] = []

  public init() {}

  public var isEmpty: Bool { given.isEmpty }

  /// One option. The key path is seen through where it is written out: nothing is looked up by it at run time.
  @inline(__always)
  subscript<Value>(_ option: WritableKeyPath<Options, Value?>) -> Value? {
    get { given.isEmpty ? nil : given[0][keyPath: option] }
    set {
      if given.isEmpty {
        if newValue == nil { return }
        given = [Options()]
      }
      given[0][keyPath: option] = newValue
    }
  }
}
