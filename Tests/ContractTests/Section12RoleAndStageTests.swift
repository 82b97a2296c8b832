import SpecBuilding
import Testing

struct Section12RoleAndStageTests {
  private func managed(_ names: String...) -> JSON {
    .list(names.map { .sub("arn:${AWS::Partition}:iam::aws:policy/service-role/\($0)") })
  }

  @Test(
    "§12 Roles: a function's own role trusts `lambda.amazonaws.com` and has `AWSLambdaBasicExecutionRole`, and one more with `vpc`"
  )
  func functionRole() {
    let plain = Contract(method: "integration: Fn", stack: handler).only("IAM::Role")
    #expect(
      plain["AssumeRolePolicyDocument"]
        == [
          "Version": "2012-10-17",
          "Statement": [
            ["Effect": "Allow", "Action": "sts:AssumeRole", "Principal": ["Service": "lambda.amazonaws.com"]]
          ],
        ])
    #expect(plain["ManagedPolicyArns"] == managed("AWSLambdaBasicExecutionRole"))
    let inside = handler.replacing("code:", with: "vpc: {subnetIds: [subnet-1], securityGroupIds: [sg-1]}, code:")
    #expect(
      Contract(method: "integration: Fn", stack: inside).only("IAM::Role")["ManagedPolicyArns"]
        == managed("AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole"))
  }

  @Test(
    "§12 Roles: `cloudWatchRole: true` makes a role and an account that depends on the API; every stage depends on the account"
  )
  func cloudWatchRole() {
    let spec = Contract(api: "cloudWatchRole: true\nstages: {a: {}, b: {}}")
    let role = spec.ids(of: "IAM::Role")[0]
    let account = spec.ids(of: "ApiGateway::Account")[0]
    #expect(spec.property(role, "ManagedPolicyArns") == managed("AmazonAPIGatewayPushToCloudWatchLogs"))
    #expect(
      spec.property(role, "AssumeRolePolicyDocument", "Statement", "0", "Principal") == [
        "Service": "apigateway.amazonaws.com"
      ])
    #expect(spec.only("ApiGateway::Account") == ["CloudWatchRoleArn": .getAtt(role, "Arn")])
    #expect(spec.dependencies(of: account) == ["Shop"])
    for stage in spec.ids(of: "ApiGateway::Stage") { #expect(spec.dependencies(of: stage) == [account]) }
    for id in [role, account] {
      #expect(spec.resources[id]?["DeletionPolicy"] == "Retain")
      #expect(spec.resources[id]?["UpdateReplacePolicy"] == "Retain")
    }
  }

  @Test("§12 Roles: no log groups are made")
  func noLogGroups() {
    let spec = Contract(
      api:
        "cloudWatchRole: true\nstages: {a: {loggingLevel: INFO, accessLogDestination: \"arn:aws:logs:eu-west-1:123456789012:log-group:a\"}}\npaths: {/: {GET: Fn}}",
      stack: handler)
    #expect(spec.errors == [])
    #expect(spec.ids(of: "Logs::LogGroup") == [])
  }

  private func stage(_ text: String) -> JSON {
    let spec = Contract(api: "stages: {live: {\(text)}}\npaths: {/: {GET: {}}, /a: {GET: {}}}")
    #expect(spec.errors == [], "\(text)")
    return spec.only("ApiGateway::Stage")
  }

  @Test(
    "§12 Stages: method-level settings make an entry for `/*` and `*`, `methodOptions` their own, each with `DataTraceEnabled`"
  )
  func settings() {
    #expect(
      stage(
        "metricsEnabled: true, methodOptions: {/a/GET: {dataTraceEnabled: true}, /a/PUT: {}, //GET: {loggingLevel: OFF}}"
          .replacing(" /a/PUT: {},", with: ""))["MethodSettings"]
        == [
          ["ResourcePath": "/*", "HttpMethod": "*", "MetricsEnabled": true, "DataTraceEnabled": false],
          ["ResourcePath": "/~1a", "HttpMethod": "GET", "DataTraceEnabled": true],
          ["ResourcePath": "/", "HttpMethod": "GET", "LoggingLevel": "OFF", "DataTraceEnabled": false],
        ])
    #expect(stage("description: text")["MethodSettings"] == nil)
  }

  @Test(
    "§12 Stages: `cachingEnabled: true` anywhere, a `cacheClusterSize` or `cacheClusterEnabled` turns the cluster on, 0.5 by default",
    arguments: [
      ("cachingEnabled: true", "0.5"), ("methodOptions: {/a/GET: {cachingEnabled: true}}", "0.5"),
      ("cacheClusterSize: 1.6", "1.6"), ("cacheClusterEnabled: true", "0.5"),
    ])
  func cluster(_ text: String, _ size: String) {
    #expect(stage(text)["CacheClusterEnabled"] == true)
    #expect(stage(text)["CacheClusterSize"] == .string(size))
  }

  @Test("§12 Stages: without caching there is no cluster")
  func noCluster() {
    for text in ["", "cachingEnabled: false"] {
      #expect(stage(text)["CacheClusterEnabled"] == nil)
      #expect(stage(text)["CacheClusterSize"] == nil)
    }
  }

  @Test(
    "§12 Stages: several stages share the deployment; each gets its own permissions; the first listed is the outputs'")
  func several() {
    let spec = Contract(api: "stages: {b: {}, a: {}}\npaths: {/: {GET: Fn}}", stack: handler)
    #expect(spec.ids(of: "ApiGateway::Deployment").count == 1)
    #expect(spec.all("ApiGateway::Stage").allSatisfy { $0["DeploymentId"] == .ref(spec.deployment) })
    for id in spec.ids(of: "ApiGateway::Stage") { #expect(spec.sources.contains { $0.contains("${\(id)}") }) }
    let first = spec.ids(of: "ApiGateway::Stage").first { spec.property($0, "StageName") == "b" } ?? "none"
    #expect(spec.template["Outputs", "ShopEndpoint", "Value", "Fn::Sub"]?.string?.hasSuffix("/${\(first)}/") == true)
  }
}
