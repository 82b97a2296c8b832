@testable import CloudFormation

/// Reads a logical ID back: the proof that no two things share one. It knows the grammar and not the builder.
struct LogicalIDDecoder {
  struct Decoded: Hashable {
    let role: LogicalID.Role
    let owner: String
  }

  private enum Part: Hashable {
    case segment(String)
    case verb(String)
    case role(String, String)
  }

  private static let roleWords = [
    "account", "alias", "anystage", "authorizer", "basepath", "cloudwatchrole", "deployment", "invoke", "key",
    "lambdaversion", "mapping", "method", "model", "permission", "policy", "requestvalidator", "response", "role",
    "root", "stage", "test",
  ]

  /// The only reading of an ID that was not shortened, or nil. Two readings end the test run.
  static func decode(_ id: String) -> Decoded? {
    let readings = [shortOwner(id), longOwner(id)].compactMap { $0 }
    precondition(readings.count < 2, "two readings of \(id)")
    return readings.first
  }

  private static func shortOwner(_ id: String) -> Decoded? {
    guard let zero = id.firstIndex(of: "0") else { return Decoded(role: .itself, owner: id) }
    return role(of: id[zero...]).map { Decoded(role: $0, owner: String(id[..<zero])) }
  }

  private static func longOwner(_ id: String) -> Decoded? {
    let digits = id.suffix(while: { "0"..."9" ~= $0 })
    let rest = id.dropLast(digits.count)
    guard rest.hasSuffix("0n"), digits.first != "0", let length = Int(digits) else { return nil }
    guard length <= rest.count - 2 else { return nil }
    let owner = rest.prefix(length)
    guard owner.contains("0") else { return nil }
    return role(of: rest.dropFirst(length).dropLast(2)).map { Decoded(role: $0, owner: String(owner)) }
  }

  private static func role(of text: Substring) -> LogicalID.Role? {
    guard let parts = parts(of: text) else { return nil }
    var path: [String] = []
    for part in parts {
      guard case .segment(let segment) = part else { break }
      path.append(segment)
    }
    let rest = Array(parts.dropFirst(path.count))
    return methodRole(path, rest) ?? (path.isEmpty ? ownRole(rest) : rest.isEmpty ? .resource(path: path) : nil)
  }

  private static func methodRole(_ path: [String], _ parts: [Part]) -> LogicalID.Role? {
    let verb: String
    switch parts.first {
    case .verb(let known): verb = known
    case .role("method", let other): verb = other
    default: return nil
    }
    guard parts.count < 3 else { return nil }
    switch parts.dropFirst().first {
    case nil: return .method(path: path, verb: verb)
    case .role("permission", let stage): return .permission(path: path, verb: verb, stage: stage)
    case .role("anystage", ""): return .permission(path: path, verb: verb, stage: nil)
    case .role("test", ""): return .testPermission(path: path, verb: verb)
    case .role("requestvalidator", ""): return .methodValidator(path: path, verb: verb)
    case .role("role", ""): return .methodRole(path: path, verb: verb)
    case .role("policy", ""): return .methodPolicy(path: path, verb: verb)
    default: return nil
    }
  }

  private static func ownRole(_ parts: [Part]) -> LogicalID.Role? {
    guard case .role(let word, let text) = parts.first, parts.count < 3 else { return nil }
    guard parts.count == 1 else { return pairedRole(word, text, parts[1]) }
    switch word {
    case "authorizer": return .authorizer(text)
    case "invoke": return .functionPermission(text)
    case "stage": return .stage(text)
    case "deployment": return .deployment(hash: text)
    case "model": return .model(text)
    case "requestvalidator": return .requestValidator(text)
    case "response": return .gatewayResponse(text)
    case "lambdaversion": return .version(hash: text)
    case "alias": return .alias(text)
    case "key": return .planKey(text)
    case "root" where text.isEmpty: return .resource(path: [])
    case "account" where text.isEmpty: return .account
    case "cloudwatchrole" where text.isEmpty: return .cloudWatchRole
    case "role" where text.isEmpty: return .role
    default: return nil
    }
  }

  private static func pairedRole(_ word: String, _ text: String, _ second: Part) -> LogicalID.Role? {
    switch (word, second) {
    case ("authorizer", .role("permission", "")): .authorizerPermission(text)
    case ("authorizer", .role("policy", "")): .authorizerPolicy(text)
    case ("mapping", .role("basepath", let path)): .mapping(api: text, basePath: path)
    default: nil
    }
  }

  /// Cuts the text at each `0` that begins a part.
  private static func parts(of text: Substring) -> [Part]? {
    var raw: [[UInt8]] = []
    var escaped: [[Bool]] = []
    var bytes = Substring(text).utf8
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "0") else {
        guard !raw.isEmpty else { return nil }
        raw[raw.count - 1].append(byte)
        escaped[raw.count - 1].append(false)
        continue
      }
      guard let next = bytes.popFirst() else { return nil }
      var literal = byte
      if next == UInt8(ascii: "x") {
        let digits = bytes.prefix(2)
        guard digits.count == 2, let number = UInt8(String(digits) ?? "", radix: 16) else { return nil }
        guard digits.allSatisfy({ !(65...90).contains($0) && $0 != 43 }) else { return nil }
        bytes = bytes.dropFirst(2)
        literal = number
      } else if next != UInt8(ascii: "0") {
        raw.append([next])
        escaped.append([false])
        continue
      }
      guard !raw.isEmpty else { return nil }
      raw[raw.count - 1].append(literal)
      escaped[raw.count - 1].append(true)
    }
    let parts = zip(raw, escaped).compactMap { part($0, escaped: $1) }
    return parts.count == raw.count ? parts : nil
  }

  private static func part(_ bytes: [UInt8], escaped: [Bool]) -> Part? {
    let text = String(decoding: bytes, as: UTF8.self)
    let rest = String(decoding: bytes.dropFirst(), as: UTF8.self)
    switch bytes[0] {
    case UInt8(ascii: "u"): return .segment(rest)
    case UInt8(ascii: "v"): return .segment("{" + rest + "}")
    case UInt8(ascii: "g"): return .segment("{" + rest + "+}")
    case 65...90:
      let isVerb = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY"].contains(text)
      return isVerb ? .verb(text) : .segment(String(decoding: [bytes[0] + 32] + bytes.dropFirst(), as: UTF8.self))
    default:
      let words = roleWords.filter { bytes.starts(with: $0.utf8) && !escaped.prefix($0.utf8.count).contains(true) }
      guard words.count == 1, let word = words.first else { return nil }
      return .role(word, String(decoding: bytes.dropFirst(word.utf8.count), as: UTF8.self))
    }
  }
}

extension Substring {
  fileprivate func suffix(while predicate: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, predicate(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}

extension String {
  fileprivate func suffix(while predicate: (Character) -> Bool) -> Substring {
    self[...].suffix(while: predicate)
  }
}
