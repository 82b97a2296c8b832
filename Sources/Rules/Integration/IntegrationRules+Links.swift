import Diagnostics
import Spec

extension IntegrationRules {
  /// VPC links and the integrations that use them.
  static let links: [Rule] = [
    Rule(
      "INT203", "VPC_LINK without a link",
      why: "a private integration needs the link's ID: without one PutIntegration is rejected",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html",
      bad: [
        Example(
          "a connection without its link",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    ↓integration:
                      type: http
                      url: https://orders.example.com
                      connectionType: VPC_LINK
          """)
      ],
      good: [
        Example(
          "with the link",
          """
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: http://orders.example.com
                      connectionType: VPC_LINK
                      vpcLink: inside
          """)
      ],
      check: .integration(with: .connection) { integration, _, _, findings in
        let options = integration.options
        guard options.connectionType?.value == .vpcLink, options.vpcLink == nil, integration.isHTTP else { return }
        guard findings.spec.isWhole(options.node) else { return }
        findings.report(.linkMissing, atKeyOf: options.node)
      }),

    Rule(
      "INT204", "A VPC link with an internet connection",
      why: "the connection type decides: with INTERNET the request would leave over the internet past the link",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "a link that is not used",
          """
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: http://orders.example.com
                      connectionType: INTERNET
                      ↓vpcLink: inside
          """)
      ],
      good: [
        Example(
          "the link alone says enough",
          """
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: http://orders.example.com
                      vpcLink: inside
          """)
      ],
      check: .integration(with: .connection) { integration, _, _, findings in
        guard let link = integration.options.vpcLink, let connection = integration.options.connectionType,
          connection.value == .internet
        else { return }
        findings.report(.linkUnused, conflictOf: connection.node, link.node)
      }),

    Rule(
      "INT253", "A VPC link on an integration that is not http",
      why: "only HTTP and HTTP_PROXY integrations take a VPC link; PutIntegration rejects it on the others",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html",
      bad: [
        Example(
          "a function behind a link",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: lambda, handler: orders, ↓vpcLink: inside}}
          """),
        Example(
          "a mock behind a link",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200}
                      ↓connectionType: VPC_LINK
          """),
      ],
      good: [
        Example(
          "a web server behind a link",
          """
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "http://orders.example.com", vpcLink: inside}}
          """)
      ],
      check: .integration(with: .connection) { integration, _, _, findings in
        guard integration.usesLink, !integration.isHTTP else { return }
        guard let node = integration.options.vpcLink?.node ?? integration.options.connectionType?.node else { return }
        findings.report(.linkWithoutHTTP, atKeyOf: node)
      }),

    Rule(
      "INT254", "A VPC link with other than one target",
      why: "a link of REST APIs leads to exactly one network load balancer; AWS rejects none and several",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html",
      bad: [
        Example(
          "two load balancers",
          """
          vpcLinks:
            inside:
              targets:
                - arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef
                - ↓arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/b/fedcba9876543210
          """),
        Example(
          "none",
          """
          vpcLinks:
            inside: {targets: ↓[]}
            outside:
              targets: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef]
            ↓nowhere: {description: to be done}
          """),
      ],
      good: [
        Example(
          "one",
          """
          vpcLinks:
            inside:
              targets: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef]
          """),
        Example(
          "a link that exists",
          """
          vpcLinks:
            inside: {vpcLinkId: a1b2c3}
          """),
      ],
      check: .vpcLink { link, findings in
        guard let targets = link.value.targets else {
          if link.value.vpcLinkId == nil, findings.spec.isWhole(link.node) {
            findings.report(.noTarget, atKeyOf: link.node)
          }
          return
        }
        guard findings.spec.isWhole(link.node), findings.spec.isWhole(targets.node) else { return }
        if targets.value.isEmpty { findings.report(.noTarget, at: targets.node) }
        if targets.value.count > 1 { findings.report(.severalTargets, at: targets.value[1].node) }
      }),

    Rule(
      "INT255", "A VPC link's target that is no network load balancer",
      why: "links of REST APIs lead to network load balancers alone: another ARN is rejected as not well formed",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html",
      bad: [
        Example(
          "an application load balancer",
          """
          vpcLinks:
            inside:
              targets: [↓arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/0123456789abcdef]
          """)
      ],
      good: [
        Example(
          "a network load balancer",
          """
          vpcLinks:
            inside:
              targets: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/0123456789abcdef]
          """)
      ],
      check: .vpcLink { link, findings in
        for target in link.value.targets?.value ?? [] {
          guard case .arn(let arn) = target.value, !isNetworkLoadBalancer(arn) else { continue }
          findings.report(.notALoadBalancer(arn), at: target.node)
        }
      }),
  ]

  private static func isNetworkLoadBalancer(_ arn: String) -> Bool {
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    return parts.count == 6 && parts[2] == "elasticloadbalancing" && parts[5].hasPrefix("loadbalancer/net/")
  }
}

extension Message {
  fileprivate static let linkMissing = Message(
    "INT203", "'connectionType: VPC_LINK' needs 'vpcLink'",
    help: "add 'vpcLink' with the name of an entry of 'vpcLinks'")

  fileprivate static let linkUnused = Message(
    "INT204", "'vpcLink' does not go with 'connectionType: INTERNET'",
    help: "delete 'connectionType' to go through the link, or 'vpcLink' to go over the internet")

  fileprivate static let linkWithoutHTTP = Message(
    "INT253", "only integrations of type 'http' go through a VPC link",
    help: "delete it here, or use 'type: http' with the load balancer's address")

  fileprivate static let noTarget = Message(
    "INT254", "a VPC link needs one network load balancer",
    help: "name it under 'targets', or give the 'vpcLinkId' of a link that exists")

  fileprivate static let severalTargets = Message(
    "INT254", "a VPC link of REST APIs takes exactly one network load balancer",
    help: "make a link for each load balancer")

  fileprivate static func notALoadBalancer(_ arn: String) -> Message {
    Message(
      "INT255", "'\(arn)' is not the ARN of a network load balancer",
      help: "write arn:aws:elasticloadbalancing:<region>:<account>:loadbalancer/net/<name>/<id>")
  }
}
