import Spec

/// The calls that an API answers, to be compared with what a policy names.
struct AnsweredCalls {
  private let stages: [WildcardPattern]
  /// `/VERB/path` of every method. The root's call ends in a slash, which a policy may well leave out.
  private let methods: [WildcardPattern]

  init(_ api: ResolvedAPI) {
    // The console's test button calls a stage of its own.
    stages = api.stages.map { .text("/" + $0.name) } + [.text("/test-invoke-stage")]
    let paths = api.paths.nodes.indices.map { Self.pattern(ofPath: $0, in: api) }
    let declared = api.operations.map { operation in
      let verb: WildcardPattern = operation.verb == .any ? .run(.segment) : .text(operation.verb.rawValue)
      return .text("/") + verb + paths[operation.path]
    }
    // Preflights may add `OPTIONS` to every path.
    let all = declared + paths.map { .text("/OPTIONS") + $0 }
    methods = all + api.operations.indices.filter { api.operations[$0].path == 0 }.map { all[$0] + .text("/") }
  }

  /// Comparisons of a resource with calls at most: quotas keep far below, and an API beyond is not looked at.
  static func isTooLarge(_ api: ResolvedAPI, resources: Int) -> Bool {
    resources * (api.stages.count + 1) * (api.operations.count + api.paths.nodes.count) > 2_000_000
  }

  /// Whether the resource names a call that has a method.
  func has(_ resource: InvokeResource) -> Bool {
    stages.contains { stage in
      resource.calls.meets(stage + .text("/") + .run(.anything))
        && methods.contains { resource.calls.meets(stage + $0) }
    }
  }

  private static func pattern(ofPath path: Int, in api: ResolvedAPI) -> WildcardPattern {
    api.paths.segments(path).reduce(WildcardPattern("")) { $0 + .text("/") + pattern(ofSegment: $1) }
  }

  private static func pattern(ofSegment segment: String) -> WildcardPattern {
    guard segment.utf8.first == UInt8(ascii: "{") else { return .text(segment) }
    return .run(segment.hasSuffix("+}") ? .anything : .segment)
  }
}
