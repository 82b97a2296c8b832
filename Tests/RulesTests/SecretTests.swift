import Testing

@testable import Rules

@Suite struct SecretTests {
  @Test("a key is found wherever it stands", arguments: 0..<24)
  func keysAtAnyOffset(offset: Int) {
    let lead = String(repeating: "-", count: offset % 3) + String(repeating: " ", count: offset)
    #expect(Secret(keyIn: lead + "AKIAQWERTYUIOPASDFGH.") == .accessKey)
    #expect(Secret(keyIn: lead + "-----BEGIN RSA PRIVATE KEY-----\nMIIE") == .privateKey)
  }

  @Test(
    "what only resembles a key is none",
    arguments: [
      "AKIAIOSFODNN7EXAMPLE", "AKIAQWERTYUIOPASDFGHX", "AKIAQWERTYUIOPASDFG", "XKIAQWERTYUIOPASDFGH",
      "-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----", "----------", "", "A",
    ])
  func lookalikes(text: String) {
    #expect(Secret(keyIn: text) == nil)
  }

  @Test func credentialsInHeadersAreFound() {
    #expect(Secret(headerValue: "'Bearer eyJhbGciOiJIUzI1NiJ9.e30'") == .token)
    #expect(Secret(headerValue: "'Basic c2hvcDpzZWNyZXQ='") == .credentials)
    #expect(Secret(headerValue: "'Bearer {{resolve:secretsmanager:shop}}'") == nil)
    #expect(Secret(headerValue: "'Basic'") == nil)
    #expect(Secret(headerValue: "'Bearer of bad news'") == nil)
  }

  @Test func aPasswordIsKnownByTheNameOfItsVariable() {
    #expect(Secret(variable: "DB_PASSWORD", value: "correct-horse") == .password)
    #expect(Secret(variable: "DB_PASSWORD", value: "{{resolve:ssm-secure:db}}") == nil)
    #expect(Secret(variable: "DB_PASSWORD", value: "/shop/db/password") == nil)
    #expect(Secret(variable: "PASSWORD_LENGTH", value: "correct-horse") == nil)
  }
}
