@testable import CloudFormation

/// Owners, words and roles that try to be taken for each other: pieces of names that were made before, marks,
/// zeros, hex digits and role words.
struct HostileWords {
  private var generator: SplitMix64
  private var made: [String] = ["Shop"]

  private static let pieces = [
    "", "0", "00", "000", "x", "0x", "0x2", "0x20", "u", "v", "g", "n", "h", "0u", "0v", "0g", "0n", "0n4", "0n12",
    "GET", "gET", "Get", "ANY", "a", "A", "b", "1", "12", "2f", "{", "}", "{id}", "{a+}", "+", "-", "_", "/", " ",
    "\u{e9}", "e\u{301}", "stage", "role", "root", "authorizer", "policy", "permission", "items", "Items", "cut",
  ]

  init(seed: UInt64) {
    generator = SplitMix64(state: seed)
  }

  mutating func remember(_ name: String) {
    if made.count < 200 { made.append(name) } else { made[number(below: 200)] = name }
  }

  mutating func owner() -> String {
    var owner = "A" + text().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if number(below: 3) == 0 { owner = String(made[number(below: made.count)].prefix(1 + number(below: 40))) }
    return owner
  }

  mutating func role() -> LogicalID.Role {
    switch number(below: 23) {
    case 0: .resource(path: path())
    case 1: .method(path: path(), verb: verb())
    case 2: .permission(path: path(), verb: verb(), stage: text())
    case 3: .permission(path: path(), verb: verb(), stage: nil)
    case 4: .testPermission(path: path(), verb: verb())
    case 5: .functionPermission(text())
    case 6: .authorizerPermission(text())
    case 7: .authorizer(text())
    case 8: .authorizerPolicy(text())
    case 9: .stage(text())
    case 10: .deployment(hash: text())
    case 11: .model(text())
    case 12: .requestValidator(text())
    case 13: .methodValidator(path: path(), verb: verb())
    case 14: .gatewayResponse(text())
    case 15: .account
    case 16: .cloudWatchRole
    case 17: .role
    case 18: .version(hash: text())
    case 19: .alias(text())
    case 20: .methodRole(path: path(), verb: verb())
    case 21: .methodPolicy(path: path(), verb: verb())
    default: number(below: 2) == 0 ? .mapping(api: text(), basePath: text()) : .planKey(text())
    }
  }

  private mutating func path() -> [String] {
    (0..<number(below: 4)).map { _ in text() }
  }

  private mutating func verb() -> String {
    let verbs = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY"]
    return number(below: 4) == 0 ? text() : verbs[number(below: 8)]
  }

  private mutating func text() -> String {
    if number(below: 8) == 0 { return String(made[number(below: made.count)].suffix(1 + number(below: 30))) }
    return (0..<number(below: 4)).map { _ in HostileWords.pieces[number(below: HostileWords.pieces.count)] }.joined()
  }

  private mutating func number(below bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &generator)
  }
}

/// The same numbers from the same seed, on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
