import Testing

@testable import CloudFormation

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `The vectors of FIPS 180-4 are met`(text: String, digest: String) {
    var hash = SHA256()
    hash.update(text)
    #expect(hash.hexadecimal() == digest)
  }

  @Test func `A million letters are hashed as FIPS 180-4 says`() {
    var hash = SHA256()
    hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(hash.hexadecimal() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: 0...130)
  func `The pieces in which bytes come do not matter`(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var whole = SHA256()
    whole.update(bytes)
    let digest = whole.finish()
    for cut in [0, 1, 3, 55, 56, 63, 64, 65, 119] where cut <= length {
      var parts = SHA256()
      parts.update(Array(bytes[..<cut]))
      parts.update([])
      for byte in bytes[cut...] { parts.update([byte]) }
      #expect(parts.finish() == digest)
    }
    #expect(digest.count == 32)
  }
}
