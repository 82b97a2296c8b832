import Diagnostics
import Spec

/// SEC0xx: what deploys and exposes.
enum SecurityRules {
  static let groups: [[Rule]] = [
    transport, caches, openMethods, policies, domains, stages, origins, permissions, secrets, templates,
  ]

  static let precluded: [Precluded] = []
}
