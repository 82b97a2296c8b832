import Testing

@testable import Rules

/// Patterns of actions and resources in policies.
@Suite struct WildcardPatternTests {
  @Test(
    "patterns meet when one text fits both",
    arguments: [
      ("", ""), ("*", ""), ("a", "a"), ("a*", "*b"), ("a*c", "abbc"), ("?bc", "a*"), ("*a*b*", "xxaxxbxx"),
      ("a?", "a?"),
      ("**", "a"), ("execute-api:Inv*", "execute-api:Invoke"), ("*/GET/*", "/prod/GET/orders"), ("a*b*c", "a?c*b?c"),
    ])
  func meeting(one: String, other: String) {
    #expect(WildcardPattern(one).meets(WildcardPattern(other)))
    #expect(WildcardPattern(other).meets(WildcardPattern(one)))
  }

  @Test(
    "patterns do not meet when no text fits both",
    arguments: [
      ("", "a"), ("a", "b"), ("a", "ab"), ("?", ""), ("a*b", "a*c"), ("ab*", "a"), ("??", "a"), ("a?c", "abd*"),
      ("*/GET/*", "/prod/PUT/orders"),
    ])
  func missing(one: String, other: String) {
    #expect(!WildcardPattern(one).meets(WildcardPattern(other)))
    #expect(!WildcardPattern(other).meets(WildcardPattern(one)))
  }

  @Test func runsStopAtTheirSeparators() {
    let segment = WildcardPattern.text("/a/") + .run(.segment)
    #expect(segment.meets(WildcardPattern("/a/b:c")))
    #expect(segment.meets(WildcardPattern("*:c")))
    #expect(!segment.meets(WildcardPattern("/a/b/c")))
    let part = WildcardPattern.text("arn:") + .run(.part) + .text(":x")
    #expect(part.meets(WildcardPattern("arn:aws:x")))
    #expect(part.meets(WildcardPattern("arn:*")))
    #expect(!part.meets(WildcardPattern("arn:a:b:x")))
    #expect(!part.meets(WildcardPattern("arn:a/b:x")))
  }

  @Test func theStarOfATextStaysAStar() {
    #expect(!WildcardPattern.text("*").meets(WildcardPattern("a")))
    #expect(WildcardPattern("?").meets(.text("*")))
  }

  @Test func longPatternsOfStarsTakeNoTimeToSpeakOf() {
    let stars = String(repeating: "a*", count: 300)
    #expect(WildcardPattern(stars + "b").meets(WildcardPattern(stars + "*b")))
    #expect(!WildcardPattern(stars + "b").meets(WildcardPattern(stars + "c")))
  }

  @Test(
    "a resource is a call of an API",
    arguments: [
      "*", "execute-api:/*", "execute-api:/prod/GET/orders", "execute-api:*", "execute-api:/",
      "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/", "arn:aws:execute-api:*:*:*",
      "arn:aws-us-gov:execute-api:us-gov-west-1:*:a1b2c3d4e5/*", "arn:*", "arn:aws:execute-api:*:*:*/orders",
      "arn:aws:execute-api:eu-west-?:111122223333:a1b2c3d4e?/*",
    ])
  func calls(resource: String) {
    #expect(InvokeResource(resource) != nil)
  }

  @Test(
    "a resource is none",
    arguments: [
      "", "execute-api", "execute-api:prod/GET/orders", "execute-api:/prod", "arn:aws:s3:::orders/*", "arn:aws:s3:::*",
      "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5", "arn:aws:lambda:*:*:function:f", "/prod/GET/orders",
      "arn:aws:execute-api:eu-west-1:a1b2c3d4e5/prod/GET/orders",
    ])
  func otherThings(resource: String) {
    #expect(InvokeResource(resource) == nil)
  }
}
