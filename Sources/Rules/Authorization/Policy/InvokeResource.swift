import Spec

/// What a policy's resource can name: calls of an API, `execute-api:/stage/VERB/path` or the ARN of that.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
struct InvokeResource {
  /// The part from the stage on, with the slash before it.
  let calls: WildcardPattern
  /// The stage as it is written, where it is one's name.
  let stage: String?
  /// `VERB/path` as it is written.
  let method: String?

  /// Nil for what fits no call of any API.
  init?(_ text: String) {
    guard let (head, tail) = Self.parts(text) else { return nil }
    let swallows = head.utf8.last == UInt8(ascii: "*")
    guard let tail else {
      guard swallows else { return nil }
      (calls, stage, method) = (.run(.anything), nil, nil)
      return
    }
    guard swallows || tail.isEmpty || tail.utf8.contains(where: { "*/".utf8.contains($0) }) else { return nil }
    let own = WildcardPattern("/" + (tail.isEmpty ? "*" : tail))
    calls = swallows ? .run(.anything) + own : own
    let steps = tail.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = !steps[0].isEmpty && WildcardPattern(steps[0]).isPlain
    stage = isPlain ? String(steps[0]) : nil
    method = steps.count == 2 ? String(steps[1]) : nil
  }

  /// What stands before the first slash, and what after it; nil where the first is not that of a call.
  private static func parts(_ text: String) -> (head: String, tail: String?)? {
    let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
    let head = String(slash.map { text[..<$0] } ?? text[...])
    let tail = slash.map { String(text[text.utf8.index(after: $0)...]) }
    if head == "execute-api:" || head == "execute-api:*" { return (head, tail) }
    let wanted = ["arn:", ":execute-api:", ":", ":"].map(WildcardPattern.text)
      .reduce(WildcardPattern("")) { $0 + $1 + .run(.part) }
    return WildcardPattern(head).meets(wanted) ? (head, tail) : nil
  }
}

extension InvokeResource {
  /// Whether it names every call.
  var isEverything: Bool { calls.tokens.allSatisfy { $0 == .run(.anything) || $0 == .byte(UInt8(ascii: "/")) } }
}
