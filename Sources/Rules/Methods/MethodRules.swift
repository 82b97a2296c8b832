import Diagnostics
import Spec

/// METH4xx: what a method takes and answers.
enum MethodRules {
  static let all: [Rule] =
    verbs + parameters + parameterNames + models + validators + validation + enforcement + responses + responseHeaders
    + responseBodies + gatewayResponses + gatewayResponseValues

  static let precluded: [Precluded] = []
}
