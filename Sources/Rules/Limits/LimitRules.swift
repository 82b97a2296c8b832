import Diagnostics
import Spec

/// LIM9xx: quotas, lifted together with those of CloudFormation.
enum LimitRules {
  static let groups: [[Rule]] = [
    counts, stack, plans, tags, sizes, documents, templates, headers, paths, permissions,
  ]

  static let precluded: [Precluded] = []

  static let quotas = "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html"
}
