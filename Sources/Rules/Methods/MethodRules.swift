import Diagnostics
import Spec

/// METH4xx: what a method takes and answers.
enum MethodRules {
  static let groups: [[Rule]] = [
    verbs, parameters, parameterNames, models, validators, validation, enforcement, responses, responseHeaders,
    responseBodies, declarations, habits, gatewayResponses, gatewayResponseValues, gatewayResponseStatuses,
    gatewayResponseTemplates,
    origins, preflights, corsAnswers, corsHeaders, originHeaders,
  ]

  static let precluded: [Precluded] = [
    Precluded(
      "METH461", "A gateway response declared twice",
      because: "gateway responses stand under their types in one mapping, where a key that is repeated is an error.")
  ]
}
