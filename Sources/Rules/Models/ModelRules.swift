import Diagnostics
import Spec

/// MODEL6xx: what bodies look like.
enum ModelRules {
  static let groups: [[Rule]] = [
    names, shapes, keywords, required, values, bounds, patterns, references, cycles, combinations,
  ]

  static let precluded: [Precluded] = []

  static let createModel = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html"
  static let validation = "https://json-schema.org/draft-04/draft-fge-json-schema-validation-00"
  static let core = "https://json-schema.org/draft-04/draft-zyp-json-schema-04"
  static let knownIssues =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html"

  /// What CreateModel says of all that draft 4 does not allow.
  static let refused = "CreateModel answers \"Invalid model schema specified\""

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

  /// A spec with one model of one schema.
  static func spec(schema: String) -> String { spec("Order", "schema: \(schema)") }
}
