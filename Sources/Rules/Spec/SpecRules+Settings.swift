import Diagnostics
import Document
import Spec

extension SpecRules {
  /// Settings of a whole API, and tags.
  static let settings: [Rule] = [
    Rule(
      "SPEC126", "An unknown apiKeySourceType",
      why: "API Gateway takes keys from the header or the authorizer alone",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
      bad: [
        Example(
          "another word",
          """
          apis:
            Shop:
              apiKeySourceType: ↓QUERY
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "the header",
          """
          apis:
            Shop:
              apiKeySourceType: HEADER
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC134", "A minCompressionSize out of range",
      why: "\"Invalid minimum compression size, must be between 0 and 10485760\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
      bad: [
        Example(
          "11 MiB",
          """
          apis:
            Shop:
              minCompressionSize: ↓11MiB
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "10 MiB",
          """
          apis:
            Shop:
              minCompressionSize: 10MiB
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC138", "A tag that AWS does not take",
      why: "keys have 1 to 128 characters and do not start with aws:, values have at most 256",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-supported-resources.html",
      bad: [
        Example(
          "AWS's own prefix, and no key",
          """
          tags: {↓aws:team: shop}
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, tags: {↓"": shop}}
          apis:
            Shop:
              tags: {↓AWS:env: live}
              paths:
                /orders: {GET: orders}
          """)
      ],
      good: [
        Example(
          "keys of one's own",
          """
          tags: {team: shop, "aws-account": shared}
          apis:
            Shop:
              tags: {env: ""}
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .spec { findings in
        let declarations = findings.spec.declarations
        findings.check(tags: declarations.tags)
        for function in declarations.functions { findings.check(tags: function.value.tags?.value) }
        for link in declarations.vpcLinks { findings.check(tags: link.value.tags?.value) }
        for api in findings.spec.apis {
          findings.check(tags: api.api.tags?.value)
          for stage in api.stages { findings.check(tags: stage.value.tags?.value) }
        }
      }),

    Rule(
      "SPEC139", "EndpointAccessMode without an enhanced security policy",
      why: "\"Only available for RestApis that use security policies that start with SecurityPolicy_\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
      bad: [
        Example(
          "the older policy, and none",
          """
          apis:
            Shop:
              securityPolicy: TLS_1_2
              ↓endpointAccessMode: STRICT
              paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}
            Till:
              ↓endpointAccessMode: BASIC
              paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}
          """)
      ],
      good: [
        Example(
          "an enhanced policy",
          """
          apis:
            Shop:
              securityPolicy: SecurityPolicy_TLS13_1_3_2025_09
              endpointAccessMode: STRICT
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let mode = api.api.endpointAccessMode else { return }
        if let policy = api.api.securityPolicy {
          guard case .known(let name) = policy.value, !name.hasPrefix("SecurityPolicy_") else { return }
        } else if api.isImported || !findings.spec.isWhole(api.node) {
          return
        }
        findings.report(.accessModeWithoutPolicy, atKeyOf: mode.node)
      }),

    Rule(
      "SPEC140", "An unknown security policy",
      why: "API Gateway takes the policies that it publishes alone",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html",
      bad: [
        Example(
          "a year too early",
          """
          apis:
            Shop:
              securityPolicy: ↓SecurityPolicy_TLS13_1_3_2024_09
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a published one",
          """
          apis:
            Shop:
              securityPolicy: SecurityPolicy_TLS13_1_2_2021_06
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let policy = api.api.securityPolicy, let name = policy.known(), !securityPolicies.contains(name) else {
          return
        }
        findings.report(.unknownPolicy(name, near: nearest(name, in: securityPolicies)), at: policy.node)
      }),
  ]

  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
  static let securityPolicies = [
    "TLS_1_0", "TLS_1_2", "SecurityPolicy_TLS13_1_3_2025_09", "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
    "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09", "SecurityPolicy_TLS13_1_2_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_2021_06", "SecurityPolicy_TLS13_2025_EDGE", "SecurityPolicy_TLS12_PFS_2025_EDGE",
    "SecurityPolicy_TLS12_2018_EDGE",
  ]
}

extension Findings {
  fileprivate mutating func check(tags: [Named<Deferrable<String>>]?) {
    for tag in tags ?? [] {
      let length = tag.name.unicodeScalars.count
      if length == 0 {
        report(.badTag("a tag's key is empty"), atKeyOf: tag.node)
      } else if length > 128 {
        report(.badTag("a tag's key has \(length) characters: 128 are the most"), atKeyOf: tag.node)
      } else if tag.name.lowercased().hasPrefix("aws:") {
        report(.badTag("the tag '\(tag.name)' has the prefix that AWS keeps to itself"), atKeyOf: tag.node)
      }
      guard case .known(let value) = tag.value, value.unicodeScalars.count > 256 else { continue }
      report(.badTag("a tag's value has \(value.unicodeScalars.count) characters: 256 are the most"), at: tag.node)
    }
  }
}

extension Message {
  fileprivate static func badTag(_ text: String) -> Message {
    Message("SPEC138", text, help: "keys have 1 to 128 characters and do not start with 'aws:', values at most 256")
  }

  fileprivate static let accessModeWithoutPolicy = Message(
    "SPEC139", "'endpointAccessMode' needs a 'securityPolicy' that starts with SecurityPolicy_",
    help: "set such a policy, or delete 'endpointAccessMode'")

  fileprivate static func unknownPolicy(_ name: String, near: Nearest?) -> Message {
    Message(
      "SPEC140", "'\(name)' is no security policy of API Gateway",
      near: near?.amongChosenNames, help: "write one that API Gateway publishes, such as TLS_1_2")
  }
}
