import SpecBuilding
import Testing

struct Section06AuthorizerTests {
  /// A spec with one authorizer, `Ask`, that one method uses.
  private func using(_ keys: String) -> Contract {
    Contract(api: "authorizers: {Ask: {\(keys)}}\npaths: {/: {GET: {authorizer: Ask}}}", stack: handler)
  }

  private func authorizer(_ keys: String) -> JSON {
    let spec = using(keys)
    #expect(spec.errors == [], "\(keys)")
    return spec.only("ApiGateway::Authorizer")
  }

  @Test("§6 Authorizers: `request` has `handler` and `identitySources`, of four kinds or the expression itself")
  func request() {
    let result = authorizer(
      "type: request, handler: Fn, identitySources: [{header: H}, {queryString: q}, {stageVariable: v}, {context: path}, method.request.header.I]"
    )
    #expect(result["Type"] == "REQUEST")
    #expect(
      result["IdentitySource"]
        == "method.request.header.H,method.request.querystring.q,stageVariables.v,context.path,method.request.header.I")
  }

  @Test("§6 Authorizers: `resultsCacheTtl` is 5m by default and up to 1h")
  func ttl() {
    for type in ["type: request, handler: Fn, identitySources: [{header: H}]", "type: token, handler: Fn"] {
      #expect(authorizer(type)["AuthorizerResultTtlInSeconds"] == 300)
      #expect(authorizer(type + ", resultsCacheTtl: 1h")["AuthorizerResultTtlInSeconds"] == 3600)
      #expect(using(type + ", resultsCacheTtl: 2h").errors.count == 1)
    }
  }

  @Test("§6 Authorizers: `token` has `identitySource`, by default the `Authorization` header, and `validationRegex`")
  func token() {
    let plain = authorizer("type: token, handler: Fn")
    #expect(plain["Type"] == "TOKEN")
    #expect(plain["IdentitySource"] == "method.request.header.Authorization")
    #expect(plain["IdentityValidationExpression"] == nil)
    let given = authorizer(
      "type: token, handler: Fn, identitySource: method.request.header.X, validationRegex: \"^a$\"")
    #expect(given["IdentitySource"] == "method.request.header.X")
    #expect(given["IdentityValidationExpression"] == "^a$")
    #expect(
      authorizer("type: token, handler: Fn, identitySource: {header: X}")["IdentitySource"] == "method.request.header.X"
    )
  }

  @Test("§6 Authorizers: `authorizerName` defaults to the name")
  func name() {
    #expect(authorizer("type: token, handler: Fn")["Name"] == "Ask")
    #expect(authorizer("type: token, handler: Fn, authorizerName: other")["Name"] == "other")
  }

  private let pool = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"

  @Test("§6 Authorizers: `cognito` has `userPools`, `identitySource`, `resultsCacheTtl` and `authorizerName`")
  func cognito() {
    let plain = authorizer("type: cognito, userPools: [\"\(pool)\"]")
    #expect(
      plain
        == [
          "Type": "COGNITO_USER_POOLS", "Name": "Ask", "RestApiId": .ref("Shop"), "ProviderARNs": [.string(pool)],
          "IdentitySource": "method.request.header.Authorization",
        ])
    let given = authorizer(
      "type: cognito, userPools: [\"\(pool)\"], identitySource: {header: X}, resultsCacheTtl: 1m, authorizerName: n")
    #expect(given["IdentitySource"] == "method.request.header.X")
    #expect(given["AuthorizerResultTtlInSeconds"] == 60)
    #expect(given["Name"] == "n")
    #expect(using("type: cognito").errors.count == 1)
  }

  @Test("§6 Authorizers: keys of another type are errors")
  func otherKeys() {
    #expect(using("type: token, handler: Fn, identitySources: []").errors.count == 1)
    #expect(using("type: cognito, userPools: [\"\(pool)\"], handler: Fn").errors.count == 1)
    #expect(using("type: request, handler: Fn, identitySources: [{header: A}], validationRegex: a").errors.count == 1)
  }

  @Test("§6 Authorizers: with `authorizerId` an authorizer that exists is used and none is made")
  func existing() {
    for (type, authorization) in [("token", "CUSTOM"), ("request", "CUSTOM"), ("cognito", "COGNITO_USER_POOLS")] {
      let spec = using("type: \(type), authorizerId: abc123")
      #expect(spec.errors == [])
      #expect(spec.ids(of: "ApiGateway::Authorizer") == [])
      #expect(spec.ids(of: "Lambda::Permission") == [])
      #expect(spec.method()["AuthorizerId"] == "abc123")
      #expect(spec.method()["AuthorizationType"] == .string(authorization))
    }
    #expect(using("authorizerId: abc123").errors.count == 1)
  }

  @Test("§6 Authorizers: the handler gets the permission to be invoked by this authorizer alone")
  func permission() {
    let spec = using("type: token, handler: Fn")
    let id = spec.ids(of: "ApiGateway::Authorizer")[0]
    #expect(
      spec.only("Lambda::Permission")
        == [
          "Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com",
          "FunctionName": .getAtt("Fn", "Arn"),
          "SourceArn": .sub(
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Shop}/authorizers/${\(id)}"),
        ])
  }

  @Test("§6 Authorizers: with `assumeRole` the role gets it instead")
  func assumeRole() {
    let spec = using("type: token, handler: Fn, assumeRole: \"arn:aws:iam::123456789012:role/a\"")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "Lambda::Permission") == [])
    #expect(spec.only("ApiGateway::Authorizer")["AuthorizerCredentials"] == "arn:aws:iam::123456789012:role/a")
  }
}
