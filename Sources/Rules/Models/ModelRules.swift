import Diagnostics
import Spec

/// MODEL6xx: what bodies look like.
enum ModelRules {
  static let all: [Rule] = names + schemas

  static let precluded: [Precluded] = []

  /// A spec with one model.
  static func spec(_ name: String, _ options: String) -> String {
    """
    apis:
      Shop:
        models:
          \(name): {\(options)}
        paths:
          /orders:
            GET: {}
    """
  }
}
