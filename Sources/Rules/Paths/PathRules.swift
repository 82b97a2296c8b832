import Diagnostics
import Spec

/// PATH5xx: which resources an API has.
enum PathRules {
  static let groups: [[Rule]] = [shape, segments, variables, characters, siblings, habits, leftovers]

  static let precluded: [Precluded] = [
    Precluded(
      "PATH506", "One resource twice under its parent",
      because: "paths are the keys of one mapping, and the same path twice is a key twice (SPEC104)")
  ]
}
