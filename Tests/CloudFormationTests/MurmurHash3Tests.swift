import Testing

@testable import CloudFormation

@Suite struct MurmurHash3Tests {
  private func hash(_ pieces: [[UInt8]]) -> String {
    var hash = MurmurHash3()
    for piece in pieces { piece.withUnsafeBytes { hash.update($0) } }
    return MurmurHash3.hexadecimal(hash.finished())
  }

  @Test(arguments: [
    ("", "00000000000000000000000000000000"),
    ("a", "85555565f6597889e6b53a48510e895a"),
    ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    ("0123456789abcdef", "4be06d94cf4ad1a787c35b5c63a708da"),
    ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
    (String(repeating: "a", count: 1_000_000), "e0a6d504ec11a52eb72ec68997dfb489"),
  ])
  func `The hashes of other implementations are met`(text: String, digits: String) {
    #expect(hash([Array(text.utf8)]) == digits)
  }

  @Test(arguments: 0...67)
  func `The pieces in which bytes come do not matter`(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let whole = hash([bytes])
    for cut in [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48] where cut <= length {
      #expect(hash([Array(bytes[..<cut]), [], Array(bytes[cut...])]) == whole)
      #expect(hash([Array(bytes[..<cut])] + bytes[cut...].map { [$0] }) == whole)
    }
  }
}
