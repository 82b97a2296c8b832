import Diagnostics
import Spec

extension LimitRules {
  private static let stackQuotas =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html"

  /// What a stack may hold, most of it counted in the finished template.
  static let stack: [Rule] = [
    Rule(
      "LIM904", "More than 500 resources in the template",
      why: "\"Template format error: Number of resources, 501, is greater than maximum allowed, 500\"",
      source: stackQuotas,
      bad: [Example("five of an API and 496 others", queues(496, marking: "↓"))],
      good: [Example("five of an API and 300 others", queues(300))], check: .elsewhere),
    Rule(
      "LIM905", "A template near the limit of resources", severity: .warning,
      why: "CloudFormation takes 500 resources, and a method with a function is three or more", source: stackQuotas,
      bad: [Example("five of an API and 396 others", queues(396, marking: "↓"))],
      good: [Example("400 in all", queues(395))], check: .elsewhere),
    Rule(
      "LIM906", "A template that is too large",
      why:
        "CloudFormation takes a template of 1 MB from S3; more than 51200 bytes cannot be sent directly: \"Member must "
        + "have length less than or equal to 51200\"",
      source: stackQuotas,
      bad: [
        Example("a text of a million bytes", noted(String(repeating: "a", count: 1_000_000))),
        Example("one for S3 alone, which --info tells", noted(String(repeating: "a", count: 51_200))),
      ],
      good: [Example("a small template", queues(3))], check: .elsewhere),
    Rule(
      "LIM907", "More than 200 outputs or parameters", why: "CloudFormation answers \"Template format error\"",
      source: stackQuotas,
      bad: [
        Example(
          "the endpoint and 200 outputs", queues(1) + "\n↓outputs:\n" + lines(200) { "Out\($0): {Value: !Ref Shop}" }),
        Example("201 parameters", queues(1) + "\n↓parameters:\n" + lines(201) { "Given\($0): {Type: String}" }),
      ],
      good: [
        Example(
          "the endpoint and 199 outputs", queues(1) + "\noutputs:\n" + lines(199) { "Out\($0): {Value: !Ref Shop}" })
      ],
      check: .elsewhere),
    Rule(
      "LIM924", "Many deployments in one stack", severity: .warning,
      why: "an account makes one deployment in five seconds: CloudFormation tries again, and gives up in the end with "
        + "\"TooManyRequestsException\"",
      source: quotas,
      bad: [Example("six APIs", "apis:\n" + apis(5) + "\n  ↓Shop6: {paths: {/orders: {GET: {}}}}")],
      good: [Example("five APIs", "apis:\n" + apis(5))],
      check: .spec { findings in
        let deployed = findings.spec.apis.filter { !$0.stages.isEmpty }
        if deployed.count > 5 { findings.report(.deployments(deployed.count), atKeyOf: deployed[5].node) }
      }),
    Rule(
      "LIM925", "Several domains in one stack", severity: .info,
      why: "an account makes one domain in thirty seconds: CloudFormation waits, and may give up", source: quotas,
      bad: [Example("two", domains("↓Other: {domainName: other.example.com, \(proof)}"))],
      good: [
        Example(
          "one made, one that exists", domains("Other: {domainName: other.example.com, existing: true, \(mapping)}"))
      ],
      check: .spec { findings in
        let made = findings.spec.declarations.domainNames.filter { !$0.value.existing.value }
        if made.count > 1 { findings.report(.domains(made.count), atKeyOf: made[1].node) }
      }),
  ]

  private static let mapping = "mappings: [{api: Shop, stage: prod}]"
  private static let proof = "certificate: \(DomainRules.certificate), securityPolicy: TLS_1_2, \(mapping)"

  static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (1...count).map { "  \(line($0))" }.joined(separator: "\n")
  }

  private static func apis(_ count: Int) -> String { lines(count) { "Shop\($0): {paths: {/orders: {GET: {}}}}" } }

  /// An API of five resources, and queues.
  private static func queues(_ count: Int, marking mark: String = "") -> String {
    """
    \(mark)apis:
      Shop:
        paths:
          /orders:
            GET: {}
    resources:
    \(lines(count) { "Queue\($0): {Type: AWS::SQS::Queue}" })
    """
  }

  private static func noted(_ text: String) -> String {
    """
    ↓apis:
      Shop:
        paths:
          /orders:
            GET: {}
    resources:
      Queue:
        Type: AWS::SQS::Queue
        Metadata:
          Note: \(text)
    """
  }

  private static func domains(_ other: String) -> String {
    """
    apis:
      Shop:
        paths:
          /orders:
            GET: {}
    domainNames:
      Site: {domainName: api.example.com, \(proof)}
      \(other)
    """
  }
}

extension Message {
  fileprivate static func deployments(_ count: Int) -> Message {
    Message(
      "LIM924", .warning, "this stack makes \(count) deployments, and an account makes one in five seconds",
      help: "split the APIs over several specs")
  }

  fileprivate static func domains(_ count: Int) -> Message {
    Message("LIM925", .info, "this stack makes \(count) domains, and an account makes one in thirty seconds")
  }
}
