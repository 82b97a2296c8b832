import Diagnostics
import Spec

/// SPEC1xx: the text, its keys and values, names and what holds for a whole API.
enum SpecRules {
  static let groups: [[Rule]] = [
    text,
    keys,
    values,
    exclusions,
    references,
    names,
    endpoints,
    settings,
    outputs,
    wording,
    arns,
    substitutions,
    leftovers,
    reach,
    ignores,
  ]

  static let precluded: [Precluded] = []
}
