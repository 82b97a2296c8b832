import Diagnostics
import Document
import Spec

extension SpecRules {
  /// A plan with throttles of methods.
  static func throttles(_ throttles: String) -> String {
    """
    apis:
      Shop: {paths: {/orders: {GET: {}, PUT: {}}}}
    apiKeys:
      shop: {}
    usagePlans:
      gold: {apiKeys: [shop], apiStages: [{api: Shop, throttle: [\(throttles)]}]}
    """
  }
}

extension Findings {
  /// Throttles of methods are a list in a spec and a mapping in a template.
  mutating func checkKeys(of throttles: [Located<MethodThrottle>]) {
    var first: [String: NodeID] = [:]
    for throttle in throttles.map(\.value) where throttle.path.node != .none && throttle.method.node != .none {
      let key = throttle.path.value + "/" + throttle.method.value.rawValue
      guard let earlier = first[key] else {
        first[key] = throttle.node
        continue
      }
      report(.throttleTwice(key), at: throttle.node, related: [related("the first", at: earlier)])
    }
  }
}

extension Message {
  fileprivate static func throttleTwice(_ key: String) -> Message {
    Message("SPEC104", "the throttle of '\(key)' stands here twice: a template has it once", help: "keep one of them")
  }
}
