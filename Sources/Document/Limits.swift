/// What a spec may cost. The figures bound the work for any input; they stand far above what a template can hold.
public struct Limits: Sendable {
  /// Bytes of the spec itself.
  public var specBytes = 4 << 20
  /// Bytes of all included files together.
  public var includedBytes = 16 << 20
  /// Included files.
  public var includedFiles = 64
  /// Files that cannot be used, of which each costs a dozen calls of the system; no more are looked for.
  public var unusableFiles = 1_000
  /// Collections inside each other, counted through aliases.
  public var depth = 100
  /// Values in all files, as written.
  public var values = 250_000
  /// Values that aliases stand for.
  public var aliasedValues = 100_000
  /// Bytes that aliases, and files that are named more than once, stand for.
  public var aliasedBytes = 4 << 20

  public init() {}

  /// For templates that are split later and for benchmarks; the depth stays, as recursion rests on it.
  public static var none: Limits {
    var limits = Limits()
    (limits.specBytes, limits.includedBytes, limits.includedFiles) = (1 << 31, 1 << 31, .max)
    (limits.values, limits.aliasedValues, limits.aliasedBytes) = (.max, .max, .max)
    limits.unusableFiles = .max
    return limits
  }
}
