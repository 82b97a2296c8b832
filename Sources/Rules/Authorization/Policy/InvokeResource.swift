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

/// The calls that an API answers, to be compared with what a policy names.
struct AnsweredCalls {
  private let api: ResolvedAPI

  init(_ api: ResolvedAPI) { self.api = api }

  /// Whether the resource names a call that has a method. Preflights may add `OPTIONS` to every path.
  func has(_ resource: InvokeResource) -> Bool {
    stages.contains { stage in
      func meets(_ verb: WildcardPattern, _ path: Int) -> Bool {
        let call = stage + .text("/") + verb + pattern(ofPath: path)
        // The root's call ends in a slash, which a policy may well leave out.
        return resource.calls.meets(call) || path == 0 && resource.calls.meets(call + .text("/"))
      }
      return api.operations.contains { meets($0.verb == .any ? .run(.segment) : .text($0.verb.rawValue), $0.path) }
        || api.paths.nodes.indices.contains { meets(.text("OPTIONS"), $0) }
    }
  }

  /// The console's test button calls a stage of its own.
  private var stages: [WildcardPattern] {
    api.stages.map { .text("/" + $0.name) } + [.text("/test-invoke-stage")]
  }

  private func pattern(ofPath path: Int) -> WildcardPattern {
    api.paths.segments(path).reduce(WildcardPattern("")) { $0 + .text("/") + Self.pattern(ofSegment: $1) }
  }

  private static func pattern(ofSegment segment: String) -> WildcardPattern {
    guard segment.utf8.first == UInt8(ascii: "{") else { return .text(segment) }
    return .run(segment.hasSuffix("+}") ? .anything : .segment)
  }
}
