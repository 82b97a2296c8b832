import Diagnostics
import Document
import Spec

extension SpecRules {
  /// Where an API is reached.
  static let endpoints: [Rule] = [
    Rule(
      "SPEC127", "More than one endpoint type",
      why: "\"Cannot create an api with multiple Endpoint Types\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html",
      bad: [
        Example(
          "two",
          """
          apis:
            Shop:
              endpointTypes: [REGIONAL, ↓EDGE]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "one",
          """
          apis:
            Shop:
              endpointTypes: [REGIONAL]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let types = api.api.endpointTypes?.value, types.count > 1 else { return }
        findings.report(.severalTypes, at: types[1].node)
      }),

    Rule(
      "SPEC128", "An unknown endpoint type",
      why: "\"Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html",
      bad: [
        Example(
          "another word",
          """
          apis:
            Shop:
              endpointTypes: [↓GLOBAL]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a known word",
          """
          apis:
            Shop:
              endpointTypes: [EDGE]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC129", "An empty list of endpoint types",
      why: "\"REGIONAL Configuration and EDGE Configuration cannot be both DISABLED\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html",
      bad: [
        Example(
          "none",
          """
          apis:
            Shop:
              endpointTypes: ↓[]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "left out",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let types = api.api.endpointTypes, types.value.isEmpty else { return }
        guard findings.spec.document.items(types.node).isEmpty else { return }
        findings.report(.noType, at: types.node)
      }),

    Rule(
      "SPEC130", "An unknown ipAddressType",
      why: "\"ipAddressType must be either ipv4 or dualstack\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html",
      bad: [
        Example(
          "another word",
          """
          apis:
            Shop:
              ipAddressType: ↓ipv6
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "both versions",
          """
          apis:
            Shop:
              ipAddressType: dualstack
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC131", "A private API over IPv4 alone",
      why: "\"Only dualstack ipAddressType is supported for Private APIs\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-ip-address-type.html",
      bad: [
        Example(
          "IPv4",
          """
          apis:
            Shop:
              endpointTypes: [PRIVATE]
              ipAddressType: ↓ipv4
              policy:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: execute-api:Invoke, Resource: "execute-api:/*"}]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "both versions",
          """
          apis:
            Shop:
              endpointTypes: [PRIVATE]
              ipAddressType: dualstack
              policy:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: execute-api:Invoke, Resource: "execute-api:/*"}]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let type = api.api.ipAddressType, type.known() == .ipv4, api.endpointType == .private else { return }
        findings.report(.privateOverIPv4, at: type.node)
      }),

    Rule(
      "SPEC132", "VPC endpoints of an API that is not private",
      why: "VPC endpoints are supported for the endpoint type PRIVATE alone",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html",
      bad: [
        Example(
          "a regional API",
          """
          apis:
            Shop:
              endpointTypes: [REGIONAL]
              ↓vpcEndpointIds: [vpce-0a1b2c3d4e5f60718]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a private API",
          """
          apis:
            Shop:
              endpointTypes: [PRIVATE]
              vpcEndpointIds: [vpce-0a1b2c3d4e5f60718]
              policy:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: execute-api:Invoke, Resource: "execute-api:/*"}]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        guard let endpoints = api.api.vpcEndpointIds, let type = api.endpointType, type != .private else { return }
        findings.report(.endpointsOfPublicAPI(type), atKeyOf: endpoints.node)
      }),

    Rule(
      "SPEC133", "A VPC endpoint's ID out of form",
      why: "EC2 knows no such endpoint, and the API is not made",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html",
      bad: [
        Example(
          "the ID of the VPC",
          """
          apis:
            Shop:
              endpointTypes: [PRIVATE]
              vpcEndpointIds: [↓vpc-0a1b2c3d4e5f60718]
              policy:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: execute-api:Invoke, Resource: "execute-api:/*"}]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "the ID of the endpoint",
          """
          apis:
            Shop:
              endpointTypes: [PRIVATE]
              vpcEndpointIds: [vpce-0a1b2c3d, !ImportValue shared-endpoint]
              policy:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: execute-api:Invoke, Resource: "execute-api:/*"}]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        for endpoint in api.api.vpcEndpointIds?.value ?? [] {
          guard let id = endpoint.known(), !isVPCEndpoint(id) else { continue }
          findings.report(.notAnEndpoint(id), at: endpoint.node)
        }
      }),
  ]

  /// EC2 gives out 8 and 17 digits; how many there are is left to it, as short ones stand in many a test.
  private static func isVPCEndpoint(_ id: String) -> Bool {
    guard id.hasPrefix("vpce-") else { return false }
    let digits = id.utf8.dropFirst(5)
    return (1...17).contains(digits.count) && digits.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}

extension Message {
  fileprivate static let severalTypes = Message(
    "SPEC127", "an API has exactly one endpoint type", help: "keep one of them; make a second API for the other")

  fileprivate static let noType = Message(
    "SPEC129", "the list of endpoint types is empty", help: "name EDGE, REGIONAL or PRIVATE, or delete 'endpointTypes'")

  fileprivate static let privateOverIPv4 = Message(
    "SPEC131", "a private API takes 'dualstack' alone", help: "write 'ipAddressType: dualstack', or delete the line")

  fileprivate static func endpointsOfPublicAPI(_ type: EndpointType) -> Message {
    Message(
      "SPEC132", "'vpcEndpointIds' is for private APIs, and this one is \(type.rawValue)",
      help: "set 'endpointTypes: [PRIVATE]', or delete 'vpcEndpointIds'")
  }

  fileprivate static func notAnEndpoint(_ id: String) -> Message {
    Message("SPEC133", "'\(id)' is no ID of a VPC endpoint", help: "write 'vpce-' and 17 digits of 0-9 and a-f")
  }
}
