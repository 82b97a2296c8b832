import SpecBuilding
import Testing

struct Section08To10Tests {
  private let balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"

  @Test("§8 vpcLinks: `targets`, `vpcLinkName` (the name by default) and `description`")
  func links() {
    let plain = Contract(api: "", stack: "vpcLinks: {Link: {targets: [\"\(balancer)\"]}}")
    #expect(plain.errors == [])
    #expect(plain.only("ApiGateway::VpcLink") == ["Name": "Link", "TargetArns": [.string(balancer)]])
    let given = Contract(
      api: "", stack: "vpcLinks: {Link: {targets: [\"\(balancer)\"], vpcLinkName: n, description: d}}")
    #expect(given.only("ApiGateway::VpcLink")["Name"] == "n")
    #expect(given.only("ApiGateway::VpcLink")["Description"] == "d")
  }

  @Test("§8 vpcLinks: `vpcLinkId` is an existing one, of which none is made")
  func existingLink() {
    let spec = Contract(
      method: "integration: {type: http, url: \"http://example.com\", vpcLink: Link}",
      stack: "vpcLinks: {Link: {vpcLinkId: abc123}}")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::VpcLink") == [])
    #expect(spec.integration["ConnectionId"] == "abc123")
    #expect(
      Contract(api: "", stack: "vpcLinks: {Link: {vpcLinkId: abc123, targets: [\"\(balancer)\"]}}").errors.count == 1)
  }

  @Test("§9 apiKeys: their keys; `enabled` is true by default")
  func apiKeys() {
    #expect(Contract(api: "", stack: "apiKeys: {Key: {}}").only("ApiGateway::ApiKey") == ["Enabled": true])
    let spec = Contract(
      api: "",
      stack: """
        apiKeys:
          Key:
            apiKeyName: n
            description: d
            enabled: false
            value: abcdefghijklmnopqrstuvwxyz
            customerId: c
            generateDistinctId: true
            stages: [{api: Shop, stage: prod}]
            tags: {a: b}
        """)
    #expect(spec.errors == [])
    #expect(
      spec.only("ApiGateway::ApiKey")
        == [
          "Name": "n", "Description": "d", "Enabled": false, "Value": "abcdefghijklmnopqrstuvwxyz", "CustomerId": "c",
          "GenerateDistinctId": true, "Tags": [["Key": "a", "Value": "b"]],
          "StageKeys": [["RestApiId": .ref("Shop"), "StageName": .ref(spec.ids(of: "ApiGateway::Stage")[0])]],
        ])
  }

  @Test("§9 usagePlans: `name`, `description`, `throttle`, `quota` and `apiStages` with throttles")
  func plans() {
    let spec = Contract(
      api: "paths: {/: {GET: {apiKeyRequired: true}}, /items: {GET: {apiKeyRequired: true}}}",
      stack: """
        apiKeys: {Key: {}}
        usagePlans:
          Plan:
            name: n
            description: d
            throttle: {rateLimit: 10.5, burstLimit: 20}
            quota: {limit: 100, offset: 2, period: WEEK}
            apiStages:
              - api: Shop
                stage: prod
                throttle: [{path: /items, method: GET, rateLimit: 1, burstLimit: 2}, {path: /, method: GET, rateLimit: 3, burstLimit: 4}]
            apiKeys: [Key]
        """)
    #expect(spec.errors == [])
    let stage = spec.ids(of: "ApiGateway::Stage")[0]
    #expect(
      spec.only("ApiGateway::UsagePlan")
        == [
          "UsagePlanName": "n", "Description": "d", "Throttle": ["RateLimit": 10.5, "BurstLimit": 20],
          "Quota": ["Limit": 100, "Offset": 2, "Period": "WEEK"],
          "ApiStages": [
            [
              "ApiId": .ref("Shop"), "Stage": .ref(stage),
              "Throttle": [
                "/items/GET": ["RateLimit": 1, "BurstLimit": 2], "//GET": ["RateLimit": 3, "BurstLimit": 4],
              ],
            ]
          ],
        ])
    #expect(
      spec.only("ApiGateway::UsagePlanKey")
        == ["KeyId": .ref("Key"), "KeyType": "API_KEY", "UsagePlanId": .ref("Plan")])
  }

  @Test("§9 usagePlans: a quota's period is `DAY`, `WEEK` or `MONTH`")
  func periods() {
    for period in ["DAY", "WEEK", "MONTH"] {
      let spec = Contract(api: "", stack: "usagePlans: {Plan: {quota: {limit: 1, period: \(period)}}}")
      #expect(spec.only("ApiGateway::UsagePlan")["Quota", "Period"] == .string(period))
    }
    #expect(Contract(api: "", stack: "usagePlans: {Plan: {quota: {limit: 1, period: YEAR}}}").errors.count == 1)
  }

  @Test("§9 usagePlans: `usagePlanId` and `apiKeyId` stand for ones that exist")
  func existingPlans() {
    let spec = Contract(
      api: "", stack: "apiKeys: {Key: {apiKeyId: abc123}}\nusagePlans: {Plan: {usagePlanId: def456, apiKeys: [Key]}}")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::ApiKey") == [])
    #expect(spec.ids(of: "ApiGateway::UsagePlan") == [])
    #expect(
      spec.only("ApiGateway::UsagePlanKey") == ["KeyId": "abc123", "KeyType": "API_KEY", "UsagePlanId": "def456"])
  }

  private func domain(_ keys: String, _ mappings: String = "[{api: Shop}]") -> Contract {
    let certificate = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
    return Contract(
      api: "stages: {live: {}}\nendpointTypes: [REGIONAL]",
      stack:
        "domainNames: {D: {domainName: example.com, certificate: \"\(certificate)\", mappings: \(mappings)\(keys)}}")
  }

  @Test("§10 domainNames: `domainName`, `certificate` and `endpointType`, `REGIONAL` by default")
  func domains() {
    let spec = domain("")
    #expect(spec.errors == [])
    let properties = spec.only("ApiGateway::DomainName")
    #expect(properties.names == ["DomainName", "EndpointConfiguration", "RegionalCertificateArn"])
    #expect(properties["EndpointConfiguration"] == ["Types": ["REGIONAL"]])
    let edge = domain(", endpointType: EDGE").only("ApiGateway::DomainName")
    #expect(edge.names == ["CertificateArn", "DomainName", "EndpointConfiguration"])
    #expect(edge["EndpointConfiguration"] == ["Types": ["EDGE"]])
  }

  @Test("§10 domainNames: `securityPolicy` and `mtls: {bucket, key, version}`")
  func security() {
    let properties = domain(", securityPolicy: TLS_1_2, mtls: {bucket: trusted, key: k.pem, version: v}").only(
      "ApiGateway::DomainName")
    #expect(properties["SecurityPolicy"] == "TLS_1_2")
    #expect(properties["MutualTlsAuthentication"] == ["TruststoreUri": "s3://trusted/k.pem", "TruststoreVersion": "v"])
  }

  @Test(
    "§10 domainNames: `endpointAccessMode` goes with policies that start with `SecurityPolicy_`")
  func accessMode() {
    let policy = "securityPolicy: SecurityPolicy_TLS13_1_3_2025_09"
    let spec = domain(", \(policy), endpointAccessMode: STRICT")
    #expect(spec.errors == [])
    #expect(spec.only("ApiGateway::DomainName")["EndpointAccessMode"] == "STRICT")
    #expect(domain(", \(policy), endpointAccessMode: BASIC").errors == [])
    #expect(domain(", \(policy)").errors.map { $0.suffix(6) } == ["DOM816"])
    #expect(domain(", securityPolicy: TLS_1_2, endpointAccessMode: STRICT").errors.map { $0.suffix(6) } == ["DOM817"])
    #expect(domain(", endpointAccessMode: STRICT").errors.map { $0.suffix(6) } == ["DOM817"])
  }

  @Test("§10 domainNames: a mapping has `api`, `stage` and `basePath`; `stage: none` maps no stage")
  func mappings() {
    let spec = domain("", "[{api: Shop, stage: live, basePath: a}, {api: Shop, stage: none, basePath: b}]")
    #expect(spec.errors == [])
    let stage = spec.ids(of: "ApiGateway::Stage")[0]
    #expect(
      Set(spec.all("ApiGateway::BasePathMapping")) == [
        ["DomainName": .ref("D"), "RestApiId": .ref("Shop"), "Stage": .ref(stage), "BasePath": "a"],
        ["DomainName": .ref("D"), "RestApiId": .ref("Shop"), "BasePath": "b"],
      ])
    #expect(domain("").only("ApiGateway::BasePathMapping")["BasePath"] == nil)
  }

  @Test("§10 domainNames: a `basePath` with `/` becomes an `AWS::ApiGatewayV2::ApiMapping`")
  func levels() {
    let spec = domain("", "[{api: Shop, basePath: a/b}]")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::BasePathMapping") == [])
    #expect(
      spec.only("ApiGatewayV2::ApiMapping")
        == [
          "ApiId": .ref("Shop"), "ApiMappingKey": "a/b", "DomainName": .ref("D"),
          "Stage": .ref(spec.ids(of: "ApiGateway::Stage")[0]),
        ])
  }

  @Test("§10 domainNames: `existing: true` with `domainName` and `mappings` makes the mappings alone")
  func existingDomain() {
    let spec = Contract(
      api: "", stack: "domainNames: {D: {domainName: example.com, existing: true, mappings: [{api: Shop}]}}")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::DomainName") == [])
    #expect(spec.only("ApiGateway::BasePathMapping")["DomainName"] == "example.com")
  }
}
