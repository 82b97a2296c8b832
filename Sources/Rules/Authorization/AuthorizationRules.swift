import Diagnostics
import Spec

/// AUTH3xx: who may call.
enum AuthorizationRules {
  static let groups: [[Rule]] = [
    authorizers, backing, elsewhere, caching, answers, identitySources, identitySourceValues, types, scopes,
    keys, planStages, planQuotas, planThrottles, planUse, planKeys,
    privateAPIs, policySyntax, policyStatements, policyConditions, policyResources,
  ]

  static let precluded: [Precluded] = [
    Precluded(
      "AUTH331", "An authorizer's function that may not be invoked",
      because: "the permission is written with the authorizer, or the policy of its 'assumeRole', unless "
        + "'skipPermissions' says that it exists"),
    Precluded(
      "AUTH370", "A usage plan's key of another type",
      because: "the key of a plan is named alone, and its 'KeyType' is always written as API_KEY"),
    Precluded(
      "AUTH372", "An API key for APIs and for stages at once",
      because: "a key has 'stages' alone, each an API with its stage"),
  ]
}
