import Document
import Spec

/// What a `$ref` leads to.
enum SchemaReference {
  /// A part of the same schema: the JSON pointer after `#`.
  case local(String)
  /// A model by its name in the spec, in a mapping; in a text nobody replaces it.
  case named(String)
  /// A model by its address at API Gateway; its name there where it is known, or the logical ID of which it is the `Ref`.
  case address(name: String?, logicalId: String?)
  /// An address elsewhere, a file, a name in a text.
  case elsewhere(String)
  /// No text at all.
  case noText
  case unknown

  /// How API Gateway addresses models, up to the API's ID.
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
  static let addressStart = "https://apigateway.amazonaws.com/restapis/"

  init(_ value: JSONValue, in document: Document) {
    switch value.content {
    case .string(let text):
      let isInText = if case .part = value.place { true } else { false }
      self.init(text, isInText: isInText)
    case .unknown(let node?): self.init(intrinsic: node, in: document)
    case .unknown(nil), .unreadable: self = .unknown
    case .null, .boolean, .number, .array, .object: self = .noText
    }
  }

  private init(_ text: String, isInText: Bool) {
    if text.hasPrefix("#") {
      self = .local(String(text.dropFirst()))
    } else if text.hasPrefix(Self.addressStart), let name = Self.lastName(text) {
      self = .address(name: name, logicalId: nil)
    } else if isInText || text.isEmpty || text.utf8.contains(where: { "/:.#".utf8.contains($0) }) {
      self = .elsewhere(text)
    } else {
      self = .named(text)
    }
  }

  /// What stands after `/models/`, without a pointer.
  private static func lastName(_ text: String) -> String? {
    let parts = text.dropFirst(addressStart.count).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "models", !parts[0].isEmpty, !parts[2].isEmpty else { return nil }
    return String(parts[2].prefix { $0 != "#" })
  }

  /// As far as the text is known before deployment: that of `Fn::Sub`, and what `Fn::Join` starts with.
  private init(intrinsic node: NodeID, in document: Document) {
    guard let text = Self.knownText(node, in: document) else {
      self = .unknown
      return
    }
    let known = text.prefix { $0 != "$" }
    if known.hasPrefix("#") {
      self = known.count == text.count ? .local(String(known.dropFirst())) : .unknown
    } else if known.hasPrefix(Self.addressStart) || Self.addressStart.hasPrefix(known) {
      self = Self.address(text)
    } else {
      self = .elsewhere(text)
    }
  }

  private static func address(_ text: String) -> SchemaReference {
    guard let name = lastName(text) else { return .unknown }
    if !name.contains("$") { return .address(name: name, logicalId: nil) }
    guard name.hasPrefix("${"), name.hasSuffix("}") else { return .unknown }
    return .address(name: nil, logicalId: String(name.dropFirst(2).dropLast()))
  }

  /// A text in which `$` starts what is not known.
  private static func knownText(_ node: NodeID, in document: Document) -> String? {
    guard let intrinsic = Intrinsic(node, in: document) else { return nil }
    switch intrinsic.name {
    case "Fn::Sub":
      let isList = document.kind(intrinsic.argument) == .sequence
      let text = isList ? document.items(intrinsic.argument).first : intrinsic.argument
      return text.map { document.string($0) }
    case "Fn::Join":
      let items = document.items(intrinsic.argument)
      guard items.count == 2, document.kind(items[0]) == .scalar, document.string(items[0]).isEmpty,
        let first = document.items(items[1]).first, document.kind(first) == .scalar,
        Intrinsic(first, in: document) == nil
      else { return nil }
      return document.string(first) + "$"
    default: return nil
    }
  }
}

extension JSONValue {
  /// What a JSON pointer (RFC 6901), escaped as in an address, leads to; nil for nothing.
  subscript(pointer pointer: String) -> JSONValue? {
    if pointer.isEmpty { return self }
    guard pointer.hasPrefix("/") else { return nil }
    var value = self
    for step in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let next = value.value(at: unescaped(step)) else { return nil }
      if next.isUnknown { return next }
      value = next
    }
    return value
  }

  private func value(at step: String) -> JSONValue? {
    if let items { return Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil } }
    return self[step]?.value
  }
}

/// A pointer's step without `%XX`, `~1` and `~0`.
private func unescaped(_ step: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = Array(step.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else if byte == UInt8(ascii: "~"), let code = rest.first, code == 48 || code == 49 {
      bytes.append(code == 48 ? UInt8(ascii: "~") : UInt8(ascii: "/"))
      rest = rest.dropFirst()
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
