import SpecBuilding
import Testing

struct Section12AuthorizerTests {
  private func using(_ keys: String, stack: String = handler) -> Contract {
    let spec = Contract(api: "authorizers: {Ask: {\(keys)}}\npaths: {/: {GET: {authorizer: Ask}}}", stack: stack)
    #expect(spec.errors == [], "\(keys)")
    return spec
  }

  @Test("§12 Authorizers: identity sources are joined by `,` in order; `[]` gives an empty text")
  func identitySources() {
    func source(_ list: String) -> JSON? {
      using("type: request, handler: Fn, resultsCacheTtl: 0s, identitySources: \(list)")
        .only("ApiGateway::Authorizer")["IdentitySource"]
    }
    #expect(
      source("[{queryString: q}, {header: H}, {context: path}, {stageVariable: v}]")
        == "method.request.querystring.q,method.request.header.H,context.path,stageVariables.v")
    #expect(source("[]") == "")
    let none = using("type: request, handler: Fn, resultsCacheTtl: 0s").only("ApiGateway::Authorizer")
    #expect(none["IdentitySource"] == nil)
  }

  @Test("§12 Authorizers: `AuthorizerUri` takes partition and region from a literal ARN, else the pseudo parameters")
  func uri() {
    func uri(_ handler: String) -> JSON? {
      using("type: token, handler: \(handler)").only("ApiGateway::Authorizer")["AuthorizerUri"]
    }
    let arn = "arn:aws-cn:lambda:cn-north-1:123456789012:function:own"
    let path = ":lambda:path/2015-03-31/functions/"
    #expect(uri("\"\(arn)\"") == .string("arn:aws-cn:apigateway:cn-north-1\(path)\(arn)/invocations"))
    #expect(uri("Fn") == .sub("arn:${AWS::Partition}:apigateway:${AWS::Region}\(path)${Fn.Arn}/invocations"))
  }

  @Test("§12 Authorizers: one permission per authorizer, however many methods use it")
  func permission() {
    let spec = Contract(
      api:
        "stages: {a: {}, b: {}}\nauthorizers: {Ask: {type: token, handler: Fn}, Other: {type: token, handler: Fn}}\npaths: {/: {GET: {authorizer: Ask}, PUT: {authorizer: Ask}, POST: {authorizer: Other}}}",
      stack: handler)
    #expect(
      spec.sources
        == spec.ids(of: "ApiGateway::Authorizer").map {
          "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Shop}/authorizers/${\($0)}"
        }.sorted())
    #expect(spec.sources.count == 2)
  }

  @Test("§12 Authorizers: `assumeRole` naming a raw role attaches one policy to it, on the ARN and `ARN:*`")
  func rawRole() {
    let role = "\nresources: {Caller: {Type: \"AWS::IAM::Role\", Properties: {AssumeRolePolicyDocument: {}}}}"
    let spec = using("type: token, handler: Fn, assumeRole: Caller", stack: handler + role)
    #expect(spec.ids(of: "Lambda::Permission") == [])
    #expect(spec.only("ApiGateway::Authorizer")["AuthorizerCredentials"] == .getAtt("Caller", "Arn"))
    let policy = spec.only("IAM::Policy")
    #expect(policy["Roles"] == [.ref("Caller")])
    #expect(
      policy["PolicyDocument", "Statement"]
        == [
          [
            "Effect": "Allow", "Action": "lambda:InvokeFunction",
            "Resource": [.getAtt("Fn", "Arn"), .sub("${Fn.Arn}:*")],
          ]
        ])
  }

  @Test(
    "§12 Authorizers: `assumeRole` as an ARN or intrinsic is taken as it is",
    arguments: ["\"arn:aws:iam::123456789012:role/a\"", "!ImportValue role"])
  func otherRole(_ role: String) {
    let spec = using("type: token, handler: Fn, assumeRole: \(role)")
    #expect(spec.ids(of: "IAM::Policy") == [])
    #expect(spec.ids(of: "Lambda::Permission") == [])
    #expect(spec.only("ApiGateway::Authorizer")["AuthorizerCredentials"] != nil)
  }
}
