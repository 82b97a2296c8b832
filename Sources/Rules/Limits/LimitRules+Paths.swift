import Diagnostics
import Document
import Spec

extension LimitRules {
  /// Paths that are too long for what they become part of.
  static let paths: [Rule] = [
    Rule(
      "LIM912", "A long path that asks who calls", severity: .warning,
      why: "a method's ARN has at most 1600 bytes, with the values of its path: longer calls are answered with 414",
      source: quotas,
      bad: [Example("1401 letters", long(1400, "↓", "{authorizationType: AWS_IAM}"))],
      good: [
        Example("1400 letters", long(1399, "", "{authorizationType: AWS_IAM}")),
        Example("a path that is open", long(1400, "", "{}")),
      ],
      check: .operation { operation, api, findings in
        let size = api.paths.nodes[operation.path].path.utf8.count
        guard size > 1400, operation.asksWhoCalls, let item = api.paths.nodes[operation.path].item else { return }
        findings.report(.longPath(size), atKeyOf: api.api.paths[item].node)
      }),
    Rule(
      "LIM917", "More than 200 base paths of several levels", why: "\"LimitExceededException\"", source: quotas,
      bad: [Example("201", mapped("\n      - ↓{api: Shop, stage: prod, basePath: shop/v201}"))],
      good: [Example("200", mapped(""))],
      check: .domainName { item, findings in
        guard let mappings = item.value.mappings?.value, mappings.count > 200 else { return }
        let deep = mappings.filter { BasePath($0)?.hasLevels == true }
        if deep.count > 200 { findings.report(.mappings(deep.count), at: deep[200].node) }
      }),
    Rule(
      "LIM923", "Names that are too long for metrics", severity: .info,
      why: "CloudWatch has no metrics of what is named by more than 255 characters",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [
        Example("a long path", long(247, "↓", "{}")),
        Example(
          "a long name",
          """
          apis:
            Shop:
              restApiName: ↓\(String(repeating: "a", count: 255))
              paths:
                /orders:
                  GET: {}
          """),
      ],
      good: [Example("a path that just fits", long(246, "", "{}"))],
      check: .api { api, findings in
        let name = api.api.restApiName.map { $0.known()?.utf8.count ?? 0 } ?? api.name.utf8.count
        let around = name + (api.stages.map(\.name.utf8.count).max() ?? 0)
        if around > 254, let given = api.api.restApiName { return findings.report(.noMetrics, at: given.node) }
        for index in api.paths.nodes.indices where around + api.paths.nodes[index].path.utf8.count > 255 {
          guard let item = api.paths.nodes[index].item else { continue }
          findings.report(.noMetrics, atKeyOf: api.api.paths[item].node)
        }
      }),
  ]

  /// A path of a slash and letters, written as YAML wants keys of more than 1024 characters.
  private static func long(_ count: Int, _ mark: String, _ method: String) -> String {
    """
    apis:
      Shop:
        paths:
          ? \(mark)/\(String(repeating: "a", count: count))
          : GET: \(method)
    """
  }

  private static func mapped(_ last: String) -> String {
    DomainRules.spec(
      mappings: (1...200).map { "\n      - {api: Shop, stage: prod, basePath: shop/v\($0)}" }.joined() + last)
  }
}

extension Message {
  fileprivate static func longPath(_ count: Int) -> Message {
    Message(
      "LIM912", .warning, "this path has \(count) bytes, and the method's ARN may pass 1600 with it",
      help: "shorten the path")
  }

  fileprivate static func mappings(_ count: Int) -> Message {
    Message(
      "LIM917", "this domain has \(count) base paths of several levels, and 200 are allowed",
      help: "map a path above several of them")
  }

  fileprivate static let noMetrics = Message(
    "LIM923", .info, "API, stage and path are named by more than 255 characters together: CloudWatch cuts them",
    help: "shorten the longest")
}
