import Diagnostics
import Spec
import VTL

extension IntegrationRules {
  /// The address of a web server.
  static let addresses: [Rule] = [
    Rule(
      "INT209", "A method that backends do not know",
      why: "API Gateway sends one of eight methods and rejects other words",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "no method at all",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", httpMethod: ↓FETCH}}
          """)
      ],
      good: [
        Example(
          "whatever the caller used",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", httpMethod: ANY}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "INT211", "An http integration without an address",
      why: "an integration of a web server needs its address: \"Invalid HTTP endpoint specified for URI\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "nowhere to go",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    ↓integration: {type: http}
          """),
        Example(
          "a link whose load balancer is known by its ARN alone",
          """
          vpcLinks:
            inside:
              targets: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef]
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    ↓integration: {type: http, vpcLink: inside}
          """),
      ],
      good: [
        Example(
          "a link whose load balancer the spec makes",
          """
          vpcLinks:
            inside: {targets: [Balancer]}
          resources:
            Balancer:
              Type: AWS::ElasticLoadBalancingV2::LoadBalancer
              Properties: {Type: network, Scheme: internal, Subnets: [subnet-1]}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration: {type: http, vpcLink: inside}
          """)
      ],
      check: .integration(with: .http) { integration, _, _, findings in
        guard case .http(let http) = integration.backend, http.url == nil else { return }
        let link = integration.options.vpcLink
        if link != nil, !findings.lacksHost(link) { return }
        guard findings.spec.isWhole(integration.node) else { return }
        findings.report(.addressMissing, atKeyOf: integration.node)
      }),

    Rule(
      "INT212", "An address that is no absolute URL",
      why: "API Gateway calls http:// and https:// alone: \"Invalid HTTP endpoint specified for URI\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html",
      bad: [
        Example(
          "no scheme, no host, a blank",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: ↓orders.example.com}}
                  PUT: {integration: {type: http, url: ↓"https:///orders"}}
                  POST: {integration: {type: http, url: ↓"https://orders.example.com/new order"}}
                  DELETE: {integration: {type: http, url: ↓"https://orders.example.com:web/"}}
          """)
      ],
      good: [
        Example(
          "a host of the stage's",
          """
          apis:
            Shop:
              stages: {live: {variables: {host: orders.example.com, port: "8443", base: "https://orders.example.com"}}}
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://${stageVariables.host}:${stageVariables.port}/new%20order"}}
                  PUT: {integration: {type: http, url: "${stageVariables.base}/orders"}}
          """)
      ],
      check: .integration(with: .http) { integration, _, _, findings in
        guard case .http(let http) = integration.backend, let url = http.url, let text = url.known() else { return }
        do throws(BackendURL.Problem) {
          _ = try BackendURL(parsing: text)
        } catch {
          findings.report(.notAnAddress(text, error), at: url.node)
        }
      }),

    Rule(
      "INT257", "A private address without a VPC link",
      why: "API Gateway cannot reach it over the internet: every call ends in \"Invalid endpoint address\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html",
      bad: [
        Example(
          "the machine at home and one in a VPC",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: ↓"https://localhost:3000/orders"}}
                  PUT: {integration: {type: http, url: ↓"https://10.0.3.17/orders"}}
          """)
      ],
      good: [
        Example(
          "through a link",
          """
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          apis:
            Shop:
              paths:
                /orders:
                  PUT: {integration: {type: http, url: "http://10.0.3.17/orders", vpcLink: inside}}
                  GET: {integration: {type: http, url: "http://172.32.0.1/orders"}}
          """)
      ],
      check: .integration(with: .http) { integration, _, _, findings in
        guard case .http(let http) = integration.backend, !integration.usesLink, let url = http.url else { return }
        guard let address = url.address, address.isPrivate, let host = address.host else { return }
        findings.report(.privateAddress(host), at: url.node)
      }),

    Rule(
      "INT258", "A port that API Gateway does not call",
      why: "web servers are called on the ports 80, 443 and 1024 to 65535 alone",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html",
      bad: [
        Example(
          "port 81",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: ↓"https://orders.example.com:81/"}}
          """)
      ],
      good: [
        Example(
          "port 8443",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com:8443/"}}
          """)
      ],
      check: .integration(with: .http) { integration, _, _, findings in
        guard case .http(let http) = integration.backend, let url = http.url, let port = url.address?.port else {
          return
        }
        if !BackendURL.isSupported(port) { findings.report(.unsupportedPort(port), at: url.node) }
      }),
  ]
}

extension Located<Deferrable<String>> {
  /// The address in parts; nil for one that is not known or not right.
  fileprivate var address: BackendURL? {
    guard case .known(let text) = value else { return nil }
    return try? BackendURL(parsing: text)
  }
}

extension Findings {
  /// Whether a link's load balancer has no name in this spec, so that its host cannot be written.
  fileprivate func lacksHost(_ link: Located<Reference>?) -> Bool {
    guard let link, case .vpcLink(let index)? = spec.target(of: link.value, as: .vpcLink) else {
      // A link of another stack, or a name that is wrong itself.
      return link?.value.name.map { spec.target(named: $0, as: .vpcLink) != nil } ?? true
    }
    guard let targets = spec.declarations.vpcLinks[index].value.targets, targets.value.count == 1 else { return true }
    return targets.value[0].value.name == nil
  }
}

extension Message {
  fileprivate static let addressMissing = Message(
    "INT211", "an http integration needs 'url'",
    help: "add 'url'; it may be left out only with a 'vpcLink' of this spec that has one target by name")

  fileprivate static func notAnAddress(_ text: String, _ problem: BackendURL.Problem) -> Message {
    let why =
      switch problem {
      case .noScheme: "it must start with http:// or https://"
      case .noHost: "it names no host"
      case .badPort: "its port is no number"
      case .illegalCharacter: "percent-encode blanks and characters that URLs cannot hold"
      }
    return Message("INT212", "'\(text)' is no absolute http or https URL", help: why)
  }

  fileprivate static func privateAddress(_ host: String) -> Message {
    Message(
      "INT257", "API Gateway cannot reach '\(host)' over the internet",
      help: "go through a 'vpcLink', or name a public host")
  }

  fileprivate static func unsupportedPort(_ port: Int) -> Message {
    Message("INT258", "API Gateway does not call port \(port)", help: "use 80, 443 or a port from 1024 to 65535")
  }
}
