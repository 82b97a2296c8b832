import CloudFormation
import Document
import Spec

/// Intrinsics as CloudFormation's JSON has them, with what exists already put in for its name.
extension ValueConverter {
  func value(_ intrinsic: Intrinsic) -> Value {
    let argument = intrinsic.argument
    switch intrinsic.name {
    case "Ref":
      let name = document.string(argument)
      return existing(name) ?? .function("Ref", .string(name))
    case "Fn::GetAtt": return getAtt(argument)
    case "Fn::Sub": return sub(argument)
    default: return .function(intrinsic.name, intrinsic.isShort ? content(argument) : free(argument))
    }
  }

  private func getAtt(_ argument: NodeID) -> Value {
    if document.kind(argument) == .scalar {
      let parts = document.string(argument).split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return .function("Fn::GetAtt", .string(document.string(argument))) }
      return existing(parts[0], attribute: parts[1]) ?? .function("Fn::GetAtt", .list(parts.map { .string($0) }))
    }
    let items = document.items(argument)
    if items.count == 2, let value = existing(document.string(items[0]), attribute: document.string(items[1])) {
      return value
    }
    return .function("Fn::GetAtt", .list(items.map(free)))
  }

  /// A text becomes pieces, so that it can stand in a longer one; a text with values of its own stays as it is, unless
  /// something that exists already is to be put in.
  private func sub(_ argument: NodeID) -> Value {
    guard document.kind(argument) != .scalar else {
      return .joined(parts(document.string(argument)) { existing(path: $0) })
    }
    let items = document.items(argument)
    guard items.count == 2 else { return .function("Fn::Sub", content(argument)) }
    let text = document.string(items[0])
    let own = Dictionary(
      document.entries(items[1]).map { (document.string($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    let namesExisting = placeholders(text)?.contains { own[$0] == nil && existing(path: $0) != nil } ?? false
    guard namesExisting else { return .function("Fn::Sub", content(argument)) }
    return .joined(parts(text) { name in own[name].map(free) ?? existing(path: name) })
  }

  /// A text in parts, with values for those of its placeholders that are known.
  private func parts(_ text: String, _ known: (String) -> Value?) -> [Value] {
    var parts: [Value] = []
    var pieces: [Piece] = []
    for piece in substitutionPieces(text) {
      if case .pseudo(let name) = piece, let value = known(name) {
        parts += (pieces.isEmpty ? [] : [.sub(pieces)]) + [value]
        pieces = []
      } else {
        pieces.append(piece)
      }
    }
    return pieces.isEmpty && !parts.isEmpty ? parts : parts + [.sub(pieces)]
  }

  private func existing(path: String) -> Value? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    return parts.count == 2 ? existing(parts[0], attribute: parts[1]) : existing(path)
  }

  /// The ID or ARN of a thing that exists already and is not made here; or the logical ID that a thing was given.
  private func existing(_ name: String, attribute: String? = nil) -> Value? {
    if let given = spec.names.givenIDs[name].map({ LogicalID(given: $0) }) {
      return attribute.map { .getAtt(given, $0) } ?? .ref(given)
    }
    switch spec.names[name] {
    case .function(let index)?:
      guard attribute == nil || attribute == "Arn" else { return nil }
      return spec.declarations.functions[index].value.arn.map { value($0.value) }
    case .vpcLink(let index)?:
      guard attribute == nil || attribute == "VpcLinkId" else { return nil }
      return spec.declarations.vpcLinks[index].value.vpcLinkId.map { value($0.value) }
    case .api(let index)?: return existing(spec.declarations.apis[index].value, attribute: attribute)
    case .apiKey(let index)?: return spec.declarations.apiKeys[index].value.apiKeyId.map { value($0.value) }
    case .usagePlan(let index)?: return spec.declarations.usagePlans[index].value.usagePlanId.map { value($0.value) }
    case .domainName(let index)?:
      let domain = spec.declarations.domainNames[index].value
      return domain.existing.value && attribute == nil ? domain.domainName.map { value($0.value) } : nil
    case .resource?: return nil
    case nil:
      guard attribute == nil || attribute == "AuthorizerId" else { return nil }
      return existingAuthorizers[name].map { value($0) }
    }
  }

  private func existing(_ api: API, attribute: String?) -> Value? {
    switch attribute {
    case nil, "RestApiId": api.restApiId.map { value($0.value) }
    case "RootResourceId": api.rootResourceId.map { value($0.value) }
    default: nil
    }
  }
}

/// The pieces of a `Fn::Sub` text; `${!x}` is the text `${x}`.
func substitutionPieces(_ text: String) -> [Piece] {
  let bytes = Array(text.utf8)
  var (pieces, literal, at): ([Piece], [UInt8], Int) = ([], [], 0)
  while at < bytes.count {
    guard bytes[at] == UInt8(ascii: "$"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "{"),
      let end = bytes[at...].firstIndex(of: UInt8(ascii: "}"))
    else {
      literal.append(bytes[at])
      at += 1
      continue
    }
    let name = bytes[(at + 2)..<end]
    at = end + 1
    if name.first == UInt8(ascii: "!") {
      literal += Array("${".utf8) + name.dropFirst() + [UInt8(ascii: "}")]
    } else {
      if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal = []
      pieces.append(.pseudo(String(decoding: name, as: UTF8.self)))
    }
  }
  if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
  return pieces
}
