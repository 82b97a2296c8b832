import Diagnostics
import Spec

/// DOM8xx: domain names and what is mapped to them.
enum DomainRules {
  static let all: [Rule] = []

  static let precluded: [Precluded] = []
}
