import Diagnostics
import Spec

/// VTL0xx: mapping templates.
enum TemplateRules {
  static let all: [Rule] = []

  static let precluded: [Precluded] = []
}
