import Diagnostics
import Spec

/// SEC0xx: what deploys and exposes.
enum SecurityRules {
  static let all: [Rule] = [
    transport, caches, openMethods, policies, domains, stages, origins, permissions, secrets, templates,
  ].flatMap { $0 }

  static let precluded: [Precluded] = []
}
