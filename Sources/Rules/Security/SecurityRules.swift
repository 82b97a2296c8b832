import Diagnostics
import Spec

/// SEC0xx: what deploys and exposes.
enum SecurityRules {
  static let all: [Rule] = transport + caches

  static let precluded: [Precluded] = []
}
