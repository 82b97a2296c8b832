import Diagnostics
import Document
import Spec

extension SpecRules {
  /// Whether anybody can call an API, and whether its stack can be made at all.
  static let reach: [Rule] = [
    Rule(
      "SPEC112", "A circle of resources", why: "CloudFormation answers \"Circular dependency between resources\"",
      source:
        "https://repost.aws/knowledge-center/cloudformation-circular-dependency",
      bad: [
        Example(
          "a function that knows the stage on which it is called",
          """
          functions:
            Orders:
              runtime: python3.13
              handler: main.handler
              code: ./handler
              environment: {STAGE: ↓!Ref LiveStage}
          apis:
            Shop:
              stages: {live: {logicalId: LiveStage}}
              paths:
                /orders: {GET: Orders}
          """),
        Example(
          "two raw resources",
          """
          resources:
            First: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt Second.TopicName}}
            Second: {Type: AWS::SNS::Topic, Properties: {DisplayName: ↓!Sub "${First.TopicName}"}}
          """),
      ],
      good: [
        Example(
          "the API alone, which does not wait for its functions",
          """
          functions:
            Orders:
              runtime: python3.13
              handler: main.handler
              code: ./handler
              environment: {API: !Ref Shop}
          apis:
            Shop:
              paths:
                /orders: {GET: Orders}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC147", "The account's role for logs twice", severity: .warning,
      why: "an account has one such role in a region: which of the two it gets is left to chance",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html",
      bad: [
        Example(
          "two APIs",
          """
          apis:
            Shop:
              cloudWatchRole: true
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
            Till:
              ↓cloudWatchRole: true
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "one of them",
          """
          apis:
            Shop:
              cloudWatchRole: true
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
            Till:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .spec { findings in
        var first: NodeID?
        for api in findings.spec.apis where api.api.cloudWatchRole.value {
          let place = api.api.cloudWatchRole.node
          if let first {
            findings.report(
              .accountRoleTwice, atKeyOf: place, related: [findings.related("the first one", atKeyOf: first)])
          }
          first = first ?? place
        }
      }),

    Rule(
      "SPEC137", "An API that nothing reaches", severity: .warning,
      why: "without its own address and without a domain name every call answers 403",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
      bad: [
        Example(
          "no domain name",
          """
          apis:
            Shop:
              ↓disableExecuteApiEndpoint: true
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a domain name",
          """
          domainNames:
            Door: {domainName: api.example.com, existing: true, mappings: [{api: Shop}]}
          apis:
            Shop:
              disableExecuteApiEndpoint: true
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let disabled = api.api.disableExecuteApiEndpoint, disabled.known() == true, !api.isImported else {
          return
        }
        if findings.mayHaveDomain(api) { return }
        findings.report(.unreachable, atKeyOf: disabled.node)
      }),
  ]
}

extension Findings {
  /// Whether a domain name leads to an API; what could not be read, or is an intrinsic, may.
  mutating func mayHaveDomain(_ api: ResolvedAPI) -> Bool {
    if hasResource(of: "AWS::ApiGateway::BasePathMapping") || hasResource(of: "AWS::ApiGatewayV2::ApiMapping") {
      return true
    }
    guard spec.isWhole(spec.document.root) else { return true }
    return domainIndex.mayLeadAnywhere || !domainIndex[api].isEmpty
  }
}

extension Message {
  fileprivate static let accountRoleTwice = Message(
    "SPEC147", .warning, "the account's role for logs is made twice", help: "keep 'cloudWatchRole: true' on one API")

  fileprivate static let unreachable = Message(
    "SPEC137", .warning, "no domain name leads to this API, and its own address is off",
    help: "add it to the 'mappings' of a domain name, or delete 'disableExecuteApiEndpoint'")
}
