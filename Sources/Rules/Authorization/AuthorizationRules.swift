import Diagnostics
import Spec

/// AUTH3xx: who may call.
enum AuthorizationRules {
  static let all: [Rule] =
    authorizers + backing + caching + identitySources + identitySourceValues + types + scopes + privateAPIs

  static let precluded: [Precluded] = []
}
