import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  mutating func addAuthorizers(_ context: inout APIContext) {
    for item in context.api.api.authorizers {
      if item.value.options.authorizerId == nil { add(item, &context) }
      context.authorizers.append((authorizerReference(item, context), item.value.authorizationType))
    }
  }

  private func authorizerReference(
    _ item: Named<Spec.Authorizer>, _ context: APIContext
  ) -> CloudFormation.Reference<CloudFormation.Authorizer> {
    if let existing = item.value.options.authorizerId { return .existing(values.value(existing.value)) }
    return .resource(authorizerId(item, context))
  }

  private func authorizerId(_ item: Named<Spec.Authorizer>, _ context: APIContext) -> LogicalID {
    spec.logicalID(of: item, of: context.name)
  }

  private mutating func add(_ item: Named<Spec.Authorizer>, _ context: inout APIContext) {
    let id = authorizerId(item, context)
    addDeployed(id, authorizer(item, context), at: item.node, &context)
    guard let handler = item.value.handler else { return }
    let target = spec.target(of: handler.value, as: .function)
    let function = targets.arn(of: handler.value, at: target)
    if let role = item.value.assumedRole {
      addPolicy(for: item, role, function, context)
    } else if targets.takesPermissions(target) {
      add(
        LogicalID(.authorizerPermission(item.name), of: context.name),
        Permission(functionName: WrittenValue(function), source: .authorizer(api: context.reference, .resource(id))),
        at: item.node)
    }
  }

  private func authorizer(_ item: Named<Spec.Authorizer>, _ context: APIContext) -> CloudFormation.Authorizer {
    let options = item.value.options
    var result = CloudFormation.Authorizer(
      name: options.authorizerName.map { values.value($0.value) } ?? .string(item.name), restApiId: context.reference,
      type: "REQUEST")
    result.authorizerResultTtlInSeconds = options.resultsCacheTtl.map { values.seconds($0.value) }
    result.authorizerCredentials = item.value.assumedRole.map { arn(of: $0.value, as: .role) }
    result.authorizerUri = item.value.handler.map { authorizerUri($0.value) }
    switch item.value.source {
    case .request(let request):
      result.authorizerResultTtlInSeconds = result.authorizerResultTtlInSeconds ?? 300
      result.identitySource = request.identitySources.map { identitySource($0.value) }
    case .token(let token):
      result.type = "TOKEN"
      result.authorizerResultTtlInSeconds = result.authorizerResultTtlInSeconds ?? 300
      result.identitySource = headerSource(token.identitySource)
      result.identityValidationExpression = token.validationRegex.map { values.value($0.value) }
    case .cognito(let cognito):
      result.type = "COGNITO_USER_POOLS"
      result.identitySource = headerSource(cognito.identitySource)
      result.providerARNs = cognito.userPools.map { values.list($0) { arn(of: $0, as: .userPool) } }
    }
    return result
  }

  private func headerSource(_ source: Located<IdentitySourceEntry>?) -> Value {
    source.map { identitySource([$0]) } ?? "method.request.header.Authorization"
  }

  /// The mapping expressions, joined by commas in the order written; no sources are an empty text.
  private func identitySource(_ sources: [Located<IdentitySourceEntry>]) -> Value {
    let expressions = sources.flatMap { source -> [Value] in
      switch source.value {
      case .expression(let text): [.string(text)]
      case .typed(let typed): typed.expressions.map { .string($0.value) }
      case .intrinsic(let node): [values.free(node)]
      }
    }
    return .joined(expressions.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [",", $0.element] })
  }

  /// The function's address for authorizers; partition and region are those of a literal ARN.
  private func authorizerUri(_ handler: Spec.Reference) -> Value {
    let function = arn(of: handler, as: .function)
    var start = Value.sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":apigateway:"), .pseudo("AWS::Region")])
    if case .string(let arn) = function {
      let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
      if fields.count > 5 { start = .string("arn:\(fields[1]):apigateway:\(fields[3])") }
    }
    return .joined([start, ":lambda:path/2015-03-31/functions/", function, "/invocations"])
  }

  /// A role of this spec gets the right to call the function; any other is taken as it is.
  private mutating func addPolicy(
    for item: Named<Spec.Authorizer>, _ role: Located<Spec.Reference>, _ function: Value, _ context: APIContext
  ) {
    guard case .resource(let name, _)? = spec.target(of: role.value, as: .role) else { return }
    let id = LogicalID(.authorizerPolicy(item.name), of: context.name)
    let document: Value = [
      "Version": "2012-10-17",
      "Statement": [
        [
          "Effect": "Allow", "Action": "lambda:InvokeFunction",
          "Resource": [function, .joined([function, ":*"])],
        ]
      ],
    ]
    add(
      id, Policy(policyDocument: document, policyName: .string(id.text), roles: [.ref(LogicalID(given: name))]),
      at: item.node)
  }
}

extension Spec.Authorizer {
  /// The role as which API Gateway calls the function.
  var assumedRole: Located<Spec.Reference>? {
    switch source {
    case .request(let request): request.assumeRole
    case .token(let token): token.assumeRole
    case .cognito: nil
    }
  }
}
