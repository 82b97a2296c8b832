extension LogicalID {
  /// What a resource is to its owner. Paths are lists of segments as they are written (`items`, `{id}`, `{proxy+}`),
  /// empty for the root; verbs are in capitals.
  public enum Role: Hashable, Sendable {
    /// The owner's main resource.
    case itself
    /// An API's resource at a path.
    case resource(path: [String])
    /// A method.
    case method(path: [String], verb: String)
    /// The right to call a method's function: through one stage, or through any when there is none.
    case permission(path: [String], verb: String, stage: String?)
    /// The right to call a method's function from the console.
    case testPermission(path: [String], verb: String)
    /// The right of a whole API to call a function, by the function's name or any other text.
    case functionPermission(String)
    /// The right to call an authorizer's function, by the authorizer's name.
    case authorizerPermission(String)
    /// An authorizer.
    case authorizer(String)
    /// The policy that lets an authorizer's role call its function.
    case authorizerPolicy(String)
    /// A stage.
    case stage(String)
    /// An API's deployment, by the hash of what it holds.
    case deployment(hash: String)
    /// A model.
    case model(String)
    /// A request validator of an API.
    case requestValidator(String)
    /// The request validator of one method.
    case methodValidator(path: [String], verb: String)
    /// A gateway response, by its type.
    case gatewayResponse(String)
    /// API Gateway's settings for the account.
    case account
    /// The role that writes API Gateway's logs.
    case cloudWatchRole
    /// A function's own role.
    case role
    /// A version of a function, by the hash of its settings and code.
    case version(hash: String)
    /// An alias of a function.
    case alias(String)
    /// The role that a method's integration takes on.
    case methodRole(path: [String], verb: String)
    /// The policy of that role.
    case methodPolicy(path: [String], verb: String)
    /// A domain name's mapping of an API.
    case mapping(api: String, basePath: String)
    /// An API key's place in a usage plan.
    case planKey(String)
  }
}

extension LogicalID.Role {
  var isItself: Bool {
    if case .itself = self { true } else { false }
  }

  func write(to builder: inout LogicalIDBuilder) {
    switch self {
    case .itself: break
    case .resource(let path):
      if path.isEmpty { builder.add(role: .root) } else { builder.add(path: path) }
    case .method(let path, let verb): builder.add(path: path, verb: verb)
    case .permission(let path, let verb, let stage):
      builder.add(path: path, verb: verb)
      if let stage { builder.add(role: .permission, stage) } else { builder.add(role: .anystage) }
    case .testPermission(let path, let verb): builder.add(path: path, verb: verb, role: .test)
    case .methodValidator(let path, let verb): builder.add(path: path, verb: verb, role: .requestvalidator)
    case .methodRole(let path, let verb): builder.add(path: path, verb: verb, role: .role)
    case .methodPolicy(let path, let verb): builder.add(path: path, verb: verb, role: .policy)
    case .authorizer(let name): builder.add(role: .authorizer, name)
    case .authorizerPermission(let name): builder.add(role: .authorizer, name, role: .permission)
    case .authorizerPolicy(let name): builder.add(role: .authorizer, name, role: .policy)
    case .functionPermission(let name): builder.add(role: .invoke, name)
    case .stage(let name): builder.add(role: .stage, name)
    case .deployment(let hash): builder.add(role: .deployment, hash)
    case .model(let name): builder.add(role: .model, name)
    case .requestValidator(let name): builder.add(role: .requestvalidator, name)
    case .gatewayResponse(let type): builder.add(role: .response, type)
    case .account: builder.add(role: .account)
    case .cloudWatchRole: builder.add(role: .cloudwatchrole)
    case .role: builder.add(role: .role)
    case .version(let hash): builder.add(role: .lambdaversion, hash)
    case .alias(let name): builder.add(role: .alias, name)
    case .mapping(let api, let basePath):
      builder.add(role: .mapping, api)
      builder.add(role: .basepath, basePath)
    case .planKey(let name): builder.add(role: .key, name)
    }
  }
}
