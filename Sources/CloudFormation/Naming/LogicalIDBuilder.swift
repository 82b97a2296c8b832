/// Writes a logical ID part by part, as `LogicalID` describes.
struct LogicalIDBuilder {
  private var bytes: [UInt8]
  private let ownerHasZero: Bool
  private let ownerLength: Int

  /// The words of roles: prefix-free, none starting with `g`, `h`, `n`, `u`, `v` or `x`.
  enum Word: String, CaseIterable {
    case account, alias, anystage, authorizer, basepath, cloudwatchrole, deployment, invoke, key, lambdaversion
    case mapping, method, model, permission, policy, requestvalidator, response, role, root, stage, test
  }

  /// The verbs of API Gateway.
  static let verbs: Set<String> = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY"]

  init(owner: String) {
    bytes = Array(owner.utf8)
    ownerHasZero = bytes.contains(LogicalIDBuilder.zero)
    ownerLength = bytes.count
  }

  mutating func add(role: Word, _ text: String = "") {
    bytes.append(LogicalIDBuilder.zero)
    bytes.append(contentsOf: role.rawValue.utf8)
    escape(text.utf8)
  }

  mutating func add(role: Word, _ text: String, role second: Word) {
    add(role: role, text)
    add(role: second)
  }

  mutating func add(path: [String]) {
    for segment in path { add(segment: segment) }
  }

  mutating func add(path: [String], verb: String, role: Word) {
    add(path: path, verb: verb)
    add(role: role)
  }

  /// A verb that API Gateway does not know is a word like any other, so that every text has a name of its own.
  mutating func add(path: [String], verb: String) {
    add(path: path)
    guard LogicalIDBuilder.verbs.contains(verb) else {
      add(role: .method, verb)
      return
    }
    bytes.append(LogicalIDBuilder.zero)
    bytes.append(contentsOf: verb.utf8)
  }

  func finish() -> String {
    var whole = String(decoding: bytes, as: UTF8.self)
    if ownerHasZero { whole += "0n" + String(ownerLength) }
    return LogicalIDBuilder.shortened(whole)
  }

  static func shortened(_ whole: String) -> String {
    guard whole.utf8.count > 255 else { return whole }
    var hash = MurmurHash3()
    whole.withBytes { hash.update(UnsafeRawBufferPointer($0)) }
    return String(decoding: whole.utf8.prefix(200), as: UTF8.self) + "cut0h" + MurmurHash3.hexadecimal(hash.finished())
  }
}

extension LogicalIDBuilder {
  fileprivate static let zero = UInt8(ascii: "0")

  /// Adds a segment of a path: a parameter in braces, or literal text.
  private mutating func add(segment: String) {
    let text = segment.utf8
    let inBraces = text.count >= 2 && text.first == UInt8(ascii: "{") && text.last == UInt8(ascii: "}")
    bytes.append(LogicalIDBuilder.zero)
    guard inBraces else {
      addLiteral(text)
      return
    }
    let name = text.dropFirst().dropLast()
    let isGreedy = name.last == UInt8(ascii: "+")
    bytes.append(isGreedy ? UInt8(ascii: "g") : UInt8(ascii: "v"))
    escape(isGreedy ? name.dropLast() : name)
  }

  /// `items` becomes `Items`; `Items`, `9` and `gET`, which would read as another thing, get a `u` before them.
  private mutating func addLiteral(_ text: String.UTF8View) {
    guard let first = text.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else {
      bytes.append(UInt8(ascii: "u"))
      escape(text)
      return
    }
    let start = bytes.count
    bytes.append(first - 32)
    escape(text.dropFirst())
    guard LogicalIDBuilder.verbs.contains(String(decoding: bytes[start...], as: UTF8.self)) else { return }
    bytes[start] = first
    bytes.insert(UInt8(ascii: "u"), at: start)
  }

  /// Adds text: letters and digits as they are, `00` for `0`, `0x` and two digits for any other byte.
  private mutating func escape(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case LogicalIDBuilder.zero:
        bytes.append(byte)
        bytes.append(byte)
      case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        bytes.append(byte)
      default:
        bytes.append(LogicalIDBuilder.zero)
        bytes.append(UInt8(ascii: "x"))
        bytes.append(hexadecimalDigit(byte >> 4))
        bytes.append(hexadecimalDigit(byte & 15))
      }
    }
  }
}

/// The lower-case hex digit of a number from 0 to 15.
func hexadecimalDigit(_ number: UInt8) -> UInt8 {
  number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
}
