import Diagnostics
import Spec

/// PATH5xx: which resources an API has.
enum PathRules {
  static let all: [Rule] = shape + segments + variables + characters + siblings + habits

  static let precluded: [Precluded] = []
}
