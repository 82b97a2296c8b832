import Diagnostics

/// A variable that API Gateway sets for each call: `context.requestId`, `$context.requestId` in templates.
///
/// AWS: api-gateway-mapping-template-reference and api-gateway-variables-for-access-logging (Developer Guide).
public struct ContextVariable: Hashable, Sendable {
  /// The places that can name context variables.
  public struct Uses: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The value of a request or response parameter mapping, `context.requestId`.
    public static let mappingExpression = Uses(rawValue: 1)
    /// A mapping template, `$context.requestId`.
    public static let mappingTemplate = Uses(rawValue: 2)
    /// A parameter or a body of a gateway response.
    public static let gatewayResponse = Uses(rawValue: 4)
    /// What an authorizer identifies a caller by.
    public static let identitySource = Uses(rawValue: 8)
    /// The format of an access log.
    public static let accessLog = Uses(rawValue: 16)
  }

  /// The name after `context.`, its last word `*` where any name may stand.
  public let pattern: String
  /// The places in which the variable has a value.
  public let uses: Uses

  /// The name up to its `*`, or nothing for a variable with one fixed name.
  public let familyPrefix: String?

  init(pattern: String, uses: Uses) {
    (self.pattern, self.uses) = (pattern, uses)
    familyPrefix = pattern.utf8.last == UInt8(ascii: "*") ? String(pattern.dropLast()) : nil
  }

  /// Whether `name`, the part after `context.`, is this variable.
  public func matches(_ name: String) -> Bool {
    guard let prefix = familyPrefix else { return name == pattern }
    return name.utf8.count > prefix.utf8.count && name.utf8.starts(with: prefix.utf8)
  }

  /// The published variable that `name` is, the part after `context.`; case matters.
  public static func named(_ name: String) -> ContextVariable? {
    exact[name] ?? families.first { $0.matches(name) }
  }

  /// The places in which a name has a value: some names are published as variables and fit a family as well.
  public static func uses(of name: String) -> Uses {
    families.reduce(exact[name]?.uses ?? []) { $1.matches(name) ? $0.union($1.uses) : $0 }
  }

  private static let exact = Dictionary(
    all.filter { $0.familyPrefix == nil }.map { ($0.pattern, $0) }, uniquingKeysWith: { first, _ in first })

  private static let families = all.filter { $0.familyPrefix != nil }

  /// Whether `name` is a step on the way to variables, as `identity` is to `identity.sourceIp`.
  public static func isGroup(_ name: String) -> Bool {
    let prefix = name + "."
    return !name.isEmpty && all.contains { $0.pattern.utf8.starts(with: prefix.utf8) }
  }

  /// The variable that has a value in `use` and is spelled most like `name`, or nothing when none is near.
  public static func nearest(to name: String, in use: Uses) -> Nearest? {
    let spellings = spellings[use] ?? Spellings(of: use)
    // The right last word under the wrong group, or under none: `sourceIp` for `identity.sourceIp`.
    let word = name.utf8.split(separator: UInt8(ascii: ".")).last?.text
    if let word, let found = spellings.byLastWord[word] {
      return Nearest(found[0], isCertain: found.count == 1 && name == word)
    }
    return spellings.names.nearest(to: name)
  }

  /// How the variables that have a value somewhere are spelled.
  private struct Spellings {
    let names: KnownNames
    /// The variables of groups that end so, one at least.
    let byLastWord: [String: [String]]

    init(of use: Uses) {
      let patterns = ContextVariable.all.filter { $0.uses.contains(use) && $0.familyPrefix == nil }.map(\.pattern)
      names = KnownNames(patterns)
      let words = patterns.compactMap { pattern in
        pattern.utf8.lastIndex(of: UInt8(ascii: ".")).map { (String(pattern[$0...].dropFirst()), [pattern]) }
      }
      byLastWord = Dictionary(words, uniquingKeysWith: +)
    }
  }

  private static let spellings = Dictionary(
    uniqueKeysWithValues: [Uses.mappingExpression, .mappingTemplate, .gatewayResponse, .identitySource, .accessLog]
      .map { ($0, Spellings(of: $0)) })
}
