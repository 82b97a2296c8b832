import CloudFormation

extension Page {
  /// The names of derived resources.
  static var logicalIDs: Page {
    let head = """
      A thing of the spec has its own name as the logical ID of its main resource, so that `!Ref Shop` and `!GetAtt orders.Arn` work.
      What is derived from it starts with that name. A derived ID depends on the thing itself alone, never on its
      position or on other entries, and two different things never get the same. `logicalId:` fixes another one.

      In these examples `Shop` is an API, `orders` a function, `Basic` a usage plan and `Web` a domain name.


      """
    let rows = Sample.all.map { sample in
      [sample.role.words, sample.type, sample.what, "`\(LogicalID(sample.role, of: sample.owner).text)`"]
    }
    let tail = """

      ## How an ID is made

      CloudFormation takes letters and digits only, at most 255, so that `0` does the work of a separator.

      * A segment of a path is `0` and its text, with a capital where it starts with a small letter; `0u` and its text where it
        starts otherwise or would read as a verb. `{name}` is `0v` and the name, `{name+}` is `0g` and the name.
      * A method is `0` and its verb. Everything else is `0`, a word in small letters, and a name where there is one.
      * Within text a `0` is `00`, and a byte that is no ASCII letter or digit `0x` and two hexadecimal digits.
      * Where the owner's own name holds a `0`, `0n` and the name's length end the ID.
      * An ID of more than 255 characters keeps the first 200; `cut0h` and 40 digits of the whole one's SHA-256 follow.

      The hash in the ID of a deployment is over everything that API Gateway takes a snapshot of: a change of it makes a
      new deployment, and no other change does. That of a function's version is over the function's settings and code.

      """
    return Page(
      "logical-ids.md", "Logical IDs", from: "the function that makes them",
      head + Markdown.table(["what", "resource", "example", "logical ID"], rows) + tail)
  }
}

/// A thing and its place in a spec.
private struct Sample {
  let role: LogicalID.Role
  let owner: String
  let type: String
  let what: String

  init(_ role: LogicalID.Role, of owner: String = "Shop", _ type: String, _ what: String) {
    (self.role, self.owner, self.type, self.what) = (role, owner, "`AWS::\(type)`", what)
  }

  private static let items = ["items", "{id}"]

  static let all = [
    Sample(.itself, "ApiGateway::RestApi", "`apis.Shop`"),
    Sample(.resource(path: ["items"]), "ApiGateway::Resource", "`/items`"),
    Sample(.resource(path: items), "ApiGateway::Resource", "`/items/{id}`"),
    Sample(.resource(path: ["files", "{proxy+}"]), "ApiGateway::Resource", "`/files/{proxy+}`"),
    Sample(.resource(path: ["a-b", "c"]), "ApiGateway::Resource", "`/a-b/c`"),
    Sample(.resource(path: ["a", "b-c"]), "ApiGateway::Resource", "`/a/b-c`"),
    Sample(.resource(path: ["Items"]), "ApiGateway::Resource", "`/Items`"),
    Sample(.resource(path: ["v1", "2024"]), "ApiGateway::Resource", "`/v1/2024`"),
    Sample(.method(path: [], verb: "ANY"), "ApiGateway::Method", "`ANY` of `/`"),
    Sample(.method(path: items, verb: "GET"), "ApiGateway::Method", "`GET` of `/items/{id}`"),
    Sample(.permission(path: items, verb: "GET", stage: "prod"), "Lambda::Permission", "the same, stage `prod`"),
    Sample(.permission(path: items, verb: "GET", stage: nil), "Lambda::Permission", "the same, no stage in the spec"),
    Sample(.testPermission(path: items, verb: "GET"), "Lambda::Permission", "the same"),
    Sample(.functionPermission("orders"), "Lambda::Permission", "`scopePermissionToMethod: false`, `orders`"),
    Sample(.methodValidator(path: items, verb: "GET"), "ApiGateway::RequestValidator", "`requestValidatorOptions`"),
    Sample(.methodRole(path: items, verb: "GET"), "IAM::Role", "a `stepFunctions` integration"),
    Sample(.methodPolicy(path: items, verb: "GET"), "IAM::Policy", "the same"),
    Sample(.authorizer("Gate"), "ApiGateway::Authorizer", "`authorizers.Gate`"),
    Sample(.authorizerPermission("Gate"), "Lambda::Permission", "the same"),
    Sample(.authorizerPolicy("Gate"), "IAM::Policy", "the same, with `assumeRole`"),
    Sample(.model("Order"), "ApiGateway::Model", "`models.Order`"),
    Sample(.requestValidator("Body"), "ApiGateway::RequestValidator", "`requestValidators.Body`"),
    Sample(.gatewayResponse("DEFAULT_4XX"), "ApiGateway::GatewayResponse", "`gatewayResponses.DEFAULT_4XX`"),
    Sample(.stage("prod"), "ApiGateway::Stage", "`stages.prod`"),
    Sample(.deployment(hash: "0123456789abcdef"), "ApiGateway::Deployment", "an API with a stage"),
    Sample(.account, "ApiGateway::Account", "`cloudWatchRole: true`"),
    Sample(.cloudWatchRole, "IAM::Role", "the same"),
    Sample(.role, of: "orders", "IAM::Role", "a function without `role`"),
    Sample(.version(hash: "0123456789abcdef"), of: "orders", "Lambda::Version", "`version: true`"),
    Sample(.alias("live"), of: "orders", "Lambda::Alias", "`alias: live`"),
    Sample(.planKey("Partner"), of: "Basic", "ApiGateway::UsagePlanKey", "`apiKeys: [Partner]`"),
    Sample(.mapping(api: "Shop", basePath: "v1"), of: "Web", "ApiGateway::BasePathMapping", "`basePath: v1`"),
  ]
}

extension LogicalID.Role {
  /// What it is the ID of. A new role does not compile until it is described here.
  fileprivate var words: String {
    switch self {
    case .itself: "a thing of the spec"
    case .resource: "a path"
    case .method: "a method"
    case .permission: "the right to call a method's function through a stage"
    case .testPermission: "the right to call it from the console"
    case .functionPermission: "the right of a whole API to call a function"
    case .authorizerPermission: "the right to call an authorizer's function"
    case .authorizer: "an authorizer"
    case .authorizerPolicy: "the policy of an authorizer's role"
    case .stage: "a stage"
    case .deployment: "the deployment, with a hash"
    case .model: "a model"
    case .requestValidator: "a request validator"
    case .methodValidator: "a method's own request validator"
    case .gatewayResponse: "a gateway response"
    case .account: "API Gateway's settings for the account"
    case .cloudWatchRole: "the role that writes API Gateway's logs"
    case .role: "a function's own role"
    case .version: "a version of a function, with a hash"
    case .alias: "an alias of a function"
    case .methodRole: "the role of a method's integration"
    case .methodPolicy: "the policy of that role"
    case .mapping: "a domain's mapping"
    case .planKey: "a key's place in a usage plan"
    }
  }
}
