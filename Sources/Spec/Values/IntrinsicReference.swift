import Diagnostics
import Document

/// A name that an intrinsic, or an attribute of a raw resource, refers to: looked up when all names of the template are known.
public struct IntrinsicReference: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// `Ref`: a resource, a parameter or a pseudo parameter.
    case ref
    /// `Fn::GetAtt`: a resource and its attribute; nil where the attribute is an intrinsic itself.
    case attribute(String?)
    case condition
    case mapping
    /// `DependsOn`: a resource that is made here.
    case dependency
  }
  public let name: String
  public let form: Form
  /// The scalar in which the name stands, among other text or alone.
  public let node: NodeID

  public init(name: String, form: Form, node: NodeID) {
    (self.name, self.form, self.node) = (name, form, node)
  }
}

/// Reads an intrinsic's arguments: what they must look like, and the names in them.
extension Reader {
  /// Whether the intrinsic is in order; reports what is not, at its place.
  @discardableResult
  mutating func read(_ intrinsic: Intrinsic) -> Bool {
    let before = report.diagnostics.count
    switch intrinsic.name {
    case "Ref": refer(intrinsic, as: .ref)
    case "Condition": refer(intrinsic, as: .condition)
    case "Fn::GetAtt": readGetAtt(intrinsic)
    case "Fn::Sub": readSub(intrinsic)
    case "Fn::If": readList(intrinsic, of: 3...3, firstIs: .condition)
    case "Fn::FindInMap": readList(intrinsic, of: 3...4, firstIs: .mapping)
    case "Fn::Join", "Fn::Split", "Fn::Select": readList(intrinsic, of: 2...2)
    case "Fn::Equals": readList(intrinsic, of: 2...2)
    case "Fn::And", "Fn::Or": readConditions(intrinsic, of: 2...10)
    case "Fn::Not": readConditions(intrinsic, of: 1...1)
    case "Fn::Cidr": readList(intrinsic, of: 2...3)
    default: readAny(intrinsic)
    }
    let whole = !report.diagnostics[before...].contains { $0.message.severity == .error }
    if !whole { markBroken(around: intrinsic.node) }
    return whole
  }

  private mutating func refer(_ intrinsic: Intrinsic, as form: IntrinsicReference.Form) {
    guard isText(intrinsic.argument, of: intrinsic), !document.string(intrinsic.argument).isEmpty else {
      return fail(.intrinsicArgument(intrinsic.name, "a name"), at: intrinsic.argument)
    }
    let name = document.string(intrinsic.argument)
    references.append(IntrinsicReference(name: name, form: form, node: intrinsic.argument))
  }

  /// Whether an argument is a scalar and no other intrinsic; in the short spelling it bears the function's own tag.
  private func isText(_ node: NodeID, of intrinsic: Intrinsic) -> Bool {
    document.kind(node) == .scalar && (document[node].tag == 0 || intrinsic.isShort && node == intrinsic.node)
  }

  /// `X.Arn` or `[X, Arn]`; the attribute of a nested stack's output has a dot of its own.
  private mutating func readGetAtt(_ intrinsic: Intrinsic) {
    let argument = intrinsic.argument
    if isText(argument, of: intrinsic) {
      let parts = document.string(argument).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        return fail(.intrinsicArgument(intrinsic.name, "a resource and its attribute, as in X.Arn"), at: argument)
      }
      append(String(parts[0]), .attribute(String(parts[1])), at: argument)
      return
    }
    let items = document.items(argument)
    guard items.count == 2, document.kind(items[0]) == .scalar, document.tag(items[0]) == nil else {
      return fail(.intrinsicArgument(intrinsic.name, "a resource and its attribute, as in [X, Arn]"), at: argument)
    }
    let isLiteral = document.kind(items[1]) == .scalar && Intrinsic(items[1], in: document) == nil
    append(document.string(items[0]), .attribute(isLiteral ? document.string(items[1]) : nil), at: items[0])
    if !isLiteral { readFree(items[1]) }
  }

  private mutating func append(_ name: String, _ form: IntrinsicReference.Form, at node: NodeID) {
    references.append(IntrinsicReference(name: name, form: form, node: node))
  }

  /// A text, or `[text, {Name: value}]`.
  private mutating func readSub(_ intrinsic: Intrinsic) {
    var text = intrinsic.argument
    var own: Set<String> = []
    if document.kind(text) == .sequence {
      let items = document.items(text)
      guard items.count == 2, document.kind(items[1]) == .mapping else {
        return fail(.intrinsicArgument(intrinsic.name, "a text, or a list of a text and its values"), at: text)
      }
      text = items[0]
      own = Set(document.entries(items[1]).map { document.string($0.key) })
      for entry in document.entries(items[1]) { readFree(entry.value) }
    }
    guard isText(text, of: intrinsic) else {
      return fail(.intrinsicArgument(intrinsic.name, "a text"), at: text)
    }
    guard let names = placeholders(document.string(text)) else {
      return fail(.openPlaceholder, at: text)
    }
    for name in names where !own.contains(name) {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      append(parts.first ?? "", parts.count == 2 ? .attribute(parts[1]) : .ref, at: text)
    }
  }

  private mutating func readList(
    _ intrinsic: Intrinsic, of count: ClosedRange<Int>, firstIs form: IntrinsicReference.Form? = nil
  ) {
    let items = document.items(intrinsic.argument)
    guard count.contains(items.count) else {
      let words = count.count == 1 ? "\(count.lowerBound)" : count.words
      return fail(.intrinsicArgument(intrinsic.name, "a list of \(words)"), at: intrinsic.argument)
    }
    for (index, item) in items.enumerated() {
      if index == 0, let form, document.kind(item) == .scalar, Intrinsic(item, in: document) == nil {
        append(document.string(item), form, at: item)
      } else {
        readFree(item)
      }
    }
  }

  /// Conditions, which in their long spelling look like any mapping: `{Condition: Name}`.
  private mutating func readConditions(_ intrinsic: Intrinsic, of count: ClosedRange<Int>) {
    readList(intrinsic, of: count)
    for item in document.items(intrinsic.argument) where document[item].isSingle {
      guard let name = document.value("Condition", in: item), document.kind(name) == .scalar else { continue }
      append(document.string(name), .condition, at: name)
    }
  }

  private mutating func readAny(_ intrinsic: Intrinsic) {
    if !Intrinsic.functions.contains(intrinsic.name) {
      fail(.unknownFunction(intrinsic.name), at: document.owner(intrinsic.argument))
    }
    if intrinsic.isShort { readFreeContent(intrinsic.argument) } else { readFree(intrinsic.argument) }
  }
}

/// The names in a `Fn::Sub` text's `${…}`, `${!…}` left out; nil when one is never closed.
public func placeholders(_ text: String) -> [String]? {
  let bytes = Array(text.utf8)
  var (names, at): ([String], Int) = ([], 0)
  while let start = bytes[at...].firstIndex(of: UInt8(ascii: "$")) {
    at = start + 1
    guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { continue }
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
    if !name.hasPrefix("!") { names.append(name) }
    at = end + 1
  }
  return names
}

extension Message {
  fileprivate static func intrinsicArgument(_ name: String, _ wanted: String) -> Message {
    Message("SPEC103", "'\(name)' takes \(wanted)")
  }

  fileprivate static var openPlaceholder: Message {
    Message(
      "SPEC103", "'${' in a substitution is never closed", help: "write '}' after the name, or '${!' for the text '${'")
  }

  fileprivate static func unknownFunction(_ name: String) -> Message {
    Message(
      "SPEC142", .warning, "'\(name)' is no function that CloudFormation documents",
      help: "it goes into the template as it stands; check its spelling")
  }
}
