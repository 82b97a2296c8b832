import Diagnostics
import Document
import Spec

extension SpecRules {
  /// Keys that do not go together.
  static let exclusions: [Rule] = [
    Rule(
      "SPEC117", "Keys that exclude each other",
      why: "both say the same thing in different ways, and only one of them could reach AWS",
      source: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigateway-readme.html",
      bad: [
        Example(
          "a mock's answer in one entry and in parts",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200}
                      ↓requestTemplates: {application/json: {statusCode: 200}}
                      ↓integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """),
        Example(
          "existing things that are described as new ones",
          """
          functions:
            orders:
              arn: arn:aws:lambda:eu-west-1:111122223333:function:orders
              ↓runtime: python3.13
          vpcLinks:
            inside:
              ↓targets: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef]
              vpcLinkId: a1b2c3
          apiKeys:
            shop: {apiKeyId: a1b2c3, ↓enabled: true}
          usagePlans:
            gold: {usagePlanId: a1b2c3, apiKeys: [shop], ↓name: Gold}
          apis:
            Shop:
              authorizers:
                staff: {type: token, authorizerId: abc123, ↓handler: orders}
              paths:
                /orders: {GET: {authorizer: staff, integration: orders}}
          """),
        Example(
          "a document and paths",
          """
          apis:
            Shop:
              definition: {bucket: builds, key: shop.yaml}
              ↓paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}
          """),
        Example(
          "code in two places",
          """
          functions:
            orders:
              runtime: python3.13
              handler: index.handler
              code: {inline: "def handler(event, context): pass", ↓bucket: builds, key: orders.zip}
          """),
      ],
      good: [
        Example(
          "one of each",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders", skipPermissions: true}
            items:
              runtime: python3.13
              handler: index.handler
              code: {bucket: builds, key: orders.zip, version: a1}
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          apis:
            Shop:
              authorizers:
                staff: {type: token, authorizerId: abc123}
              paths:
                /orders:
                  GET: {authorizer: staff, integration: orders}
                  PUT: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .spec { findings in
        for function in findings.spec.declarations.functions { findings.checkExclusions(of: function.value) }
        for link in findings.spec.declarations.vpcLinks {
          guard let id = link.value.vpcLinkId else { continue }
          findings.exclude("vpcLinkId", id.node, in: link.value.node, but: [])
        }
        findings.checkExistingKeysAndPlans()
        for api in findings.spec.apis {
          findings.checkExclusions(of: api)
          for authorizer in api.api.authorizers {
            guard let id = authorizer.value.options.authorizerId else { continue }
            findings.exclude("authorizerId", id.node, in: authorizer.value.node, but: ["type", "logicalId"])
          }
          for operation in findings.operations(of: api, with: .mockResponse) {
            guard let integration = operation.integration, let response = integration.mockResponse else { continue }
            let options = integration.options
            for node in [options.requestTemplates?.node, options.integrationResponses?.node].compactMap({ $0 }) {
              findings.report(
                .exclusive(findings.key(of: response.node), findings.key(of: node)), conflictOf: response.node, node)
            }
          }
        }
      })
  ]
}

extension Findings {
  fileprivate func key(of node: NodeID) -> String { string(spec.document.owner(node)) }

  /// A key that exists takes nothing else, a plan that exists takes keys.
  fileprivate mutating func checkExistingKeysAndPlans() {
    for key in spec.declarations.apiKeys {
      if let id = key.value.apiKeyId { exclude("apiKeyId", id.node, in: key.value.node, but: []) }
    }
    for plan in spec.declarations.usagePlans {
      if let id = plan.value.usagePlanId { exclude("usagePlanId", id.node, in: plan.value.node, but: ["apiKeys"]) }
    }
  }

  fileprivate mutating func checkExclusions(of function: Function) {
    if let arn = function.arn { exclude("arn", arn.node, in: function.node, but: ["skipPermissions"]) }
    guard case .located(let code)? = function.code?.value else { return }
    let places = [code.inline?.node, (code.bucket ?? code.key ?? code.version)?.node, code.image?.node].compactMap {
      $0
    }
    let inOrder = places.sorted { $0.index < $1.index }
    for place in inOrder.dropFirst() {
      report(.exclusive(key(of: inOrder[0]), key(of: place)), conflictOf: inOrder[0], place)
    }
  }

  /// Reports all that stands beside a key that stands for all else.
  fileprivate mutating func exclude(_ name: String, _ node: NodeID, in mapping: NodeID, but others: Set<String>) {
    for entry in spec.document.entries(mapping) {
      let key = string(entry.key)
      if key == name || others.contains(key) { continue }
      report(
        .standsAlone(name, key), atKeyOf: entry.value, related: [related("'\(name)' is given here", atKeyOf: node)])
    }
  }
}

extension Message {
  static func exclusive(_ first: String, _ second: String) -> Message {
    Message("SPEC117", "'\(first)' and '\(second)' exclude each other", help: "keep one of them")
  }

  fileprivate static func standsAlone(_ name: String, _ key: String) -> Message {
    Message(
      "SPEC117", "'\(name)' stands for what exists already and excludes '\(key)'",
      help: "delete '\(key)', or delete '\(name)' to make a new one")
  }
}
