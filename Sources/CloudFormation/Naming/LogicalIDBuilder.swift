/// Writes a logical ID part by part, as `LogicalID` describes. A template has thousands, so that a part asks once whether
/// there is room for it.
struct LogicalIDBuilder: ~Copyable {
  private var bytes = GrowingBytes(capacity: 256)
  private let ownerHasZero: Bool
  private let ownerLength: Int

  /// The words of roles: prefix-free, none starting with `g`, `h`, `n`, `u`, `v` or `x`.
  enum Word: String, CaseIterable {
    case account, alias, anystage, authorizer, basepath, cloudwatchrole, deployment, invoke, key, lambdaversion
    case mapping, method, model, permission, policy, requestvalidator, response, role, root, stage, test
  }

  init(owner: String) {
    ownerHasZero = owner.withBytes { $0.contains(LogicalIDBuilder.zero) }
    ownerLength = owner.utf8.count
    owner.withBytes { bytes.append($0) }
  }

  mutating func add(role: Word, _ text: String = "") {
    bytes.append(LogicalIDBuilder.zero)
    role.rawValue.withBytes { bytes.append($0) }
    text.withBytes { escape($0) }
  }

  mutating func add(role: Word, _ text: String, role second: Word) {
    add(role: role, text)
    add(role: second)
  }

  mutating func add(path: [String]) {
    for segment in path { add(segment: segment) }
  }

  mutating func add(segment: String) {
    segment.withBytes { add(segment: $0) }
  }

  mutating func add(path: [String], verb: String, role: Word) {
    add(path: path, verb: verb)
    add(role: role)
  }

  /// A verb that API Gateway does not know is a word like any other, so that every text has a name of its own.
  mutating func add(path: [String], verb: String) {
    add(path: path)
    verb.withBytes { verbBytes in
      guard verbBytes.isVerb else { return add(role: .method, verb) }
      bytes.append(LogicalIDBuilder.zero)
      bytes.append(verbBytes)
    }
  }

  /// How many bytes are written.
  var length: Int { bytes.count }

  /// Takes back all that was written after so many bytes.
  mutating func cut(to length: Int) { bytes.cut(to: length) }

  func finish() -> String {
    var whole = bytes.all.word
    if ownerHasZero { whole += "0n" + String(ownerLength) }
    return LogicalIDBuilder.shortened(whole)
  }

  /// Lends what `finish` gives, without a string for it as a rule.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if ownerHasZero || bytes.count > 255 { finish().withBytes(body) } else { body(bytes.all) }
  }

  static func shortened(_ whole: String) -> String {
    guard whole.utf8.count > 255 else { return whole }
    var hash = MurmurHash3()
    whole.withBytes { hash.update(UnsafeRawBufferPointer($0)) }
    return String(decoding: whole.utf8.prefix(200), as: UTF8.self) + "cut0h" + MurmurHash3.hexadecimal(hash.finished())
  }
}

extension LogicalIDBuilder {
  private static let zero = UInt8(ascii: "0")

  /// Adds a segment of a path: a parameter in braces, or literal text.
  private mutating func add(segment text: UnsafeBufferPointer<UInt8>) {
    let count = text.count
    bytes.append(LogicalIDBuilder.zero)
    guard count >= 2, text[0] == UInt8(ascii: "{"), text[count - 1] == UInt8(ascii: "}") else {
      return addLiteral(text)
    }
    let isGreedy = count > 2 && text[count - 2] == UInt8(ascii: "+")
    bytes.append(isGreedy ? UInt8(ascii: "g") : UInt8(ascii: "v"))
    escape(UnsafeBufferPointer(rebasing: text[1..<(isGreedy ? count - 2 : count - 1)]))
  }

  /// `items` becomes `Items`; `Items`, `9` and `gET`, which would read as another thing, get a `u` before them.
  private mutating func addLiteral(_ text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    escape(text)
    guard let first = text.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else {
      return bytes.insert(UInt8(ascii: "u"), at: start)
    }
    bytes.set(first - 32, at: start)
    guard UnsafeBufferPointer(rebasing: bytes.all[start...]).isVerb else { return }
    bytes.set(first, at: start)
    bytes.insert(UInt8(ascii: "u"), at: start)
  }

  /// Adds text: letters and digits as they are, `00` for `0`, `0x` and two digits for any other byte.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.makeRoom(for: 4 * text.count)
    for byte in text {
      guard !byte.isPlain else {
        bytes.put(byte)
        continue
      }
      bytes.put(LogicalIDBuilder.zero)
      guard byte != LogicalIDBuilder.zero else {
        bytes.put(LogicalIDBuilder.zero)
        continue
      }
      bytes.put(UInt8(ascii: "x"))
      bytes.put(hexadecimalDigit(byte >> 4))
      bytes.put(hexadecimalDigit(byte & 15))
    }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter or a digit from 1 to 9.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the text is one of API Gateway's verbs.
  fileprivate var isVerb: Bool {
    switch count {
    case 3: equals("GET") || equals("PUT") || equals("ANY")
    case 4: equals("POST") || equals("HEAD")
    case 5: equals("PATCH")
    case 6: equals("DELETE")
    case 7: equals("OPTIONS")
    default: false
    }
  }

  /// Whether the text is another of the same length.
  private func equals(_ text: StaticString) -> Bool {
    indices.allSatisfy { self[$0] == text.utf8Start[$0] }
  }
}

/// The lower-case hex digit of a number from 0 to 15.
func hexadecimalDigit(_ number: UInt8) -> UInt8 {
  number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
}
