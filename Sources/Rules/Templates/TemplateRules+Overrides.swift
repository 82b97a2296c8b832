import Diagnostics
import Spec
import VTL

extension TemplateRules {
  private static let overriding =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html"

  /// What templates set in place of mapped parameters.
  static let overrides: [Rule] = [
    Rule(
      "VTL015", "An override on the wrong side",
      why: "the request is sent before response templates run, and made anew after request templates: it has no effect",
      source: overriding,
      bad: [
        Example("a request's header in a response", response("#set(↓$context.requestOverride.header.X-A = 'a')\n{}")),
        Example("a status in a request", request("#set(↓$context.responseOverride.status = 201)\n{}")),
      ],
      good: [
        Example("a status in a response", response("#set($context.responseOverride.status = 201)\n{}")),
        Example("a header in a request", request("#set($context.requestOverride.header.X-A = 'a')\n{}")),
        Example(
          "a mock, whose request template makes the answer",
          integration(
            """
            type: mock
            requestTemplates:
              application/json: |
                #set($context.responseOverride.header.X-A = 'a')
                {"statusCode": 200}
            integrationResponses: [{statusCode: 200}]
            """)),
      ],
      check: .template { template, findings in
        for reference in template.references {
          guard let name = reference.override else { continue }
          let isWrong =
            switch template.side {
            case .request: name == "responseOverride" && !template.isMock
            case .response: name == "requestOverride"
            case .gateway: false
            }
          if isWrong { findings.report(.wrongSide(name), at: reference.pathRange, in: template) }
        }
      }),

    Rule(
      "VTL016", "An override that is set twice",
      why: "API Gateway answers 5XX when a template sets one override more than once", source: overriding,
      bad: [
        Example(
          "one behind the other",
          response("#set($context.responseOverride.status = 500)\n#set(↓$context.responseOverride.status = 502)\n{}")),
        Example(
          "before and inside a condition, in two spellings",
          response(
            """
            #set($context.responseOverride.header.X-A = 'a')
            #if($input.path('$.b'))
            #set(↓$context.responseOverride.header['x-a'] = 'b')
            #end
            {}
            """)),
      ],
      good: [
        Example(
          "one on each way, and two headers",
          response(
            """
            #if($input.path('$.b'))
            #set($context.responseOverride.status = 500)
            #else
            #set($context.responseOverride.status = 502)
            #end
            #set($context.responseOverride.header.X-A = 'a')
            #set($context.responseOverride.header.X-B = 'b')
            {}
            """))
      ],
      check: .template { template, findings in
        guard template.references.contains(where: { $0.override != nil }) else { return }
        var walk = OverrideWalk()
        _ = walk.follow(template.parsed.nodes, [:])
        for (first, later) in walk.found {
          let related = findings.related("set here first", at: first.pathRange, in: template)
          let name = later.path.joined(separator: ".")
          findings.report(.setTwice(name), at: later.pathRange, in: template, related: related)
        }
      }),

    Rule(
      "VTL017", "An override on a proxy integration",
      why: "proxy integrations run no template, so nothing is overridden", source: overriding,
      bad: [
        Example(
          "a header for a proxied server",
          integration(
            """
            type: http
            url: https://orders.example.com/orders
            requestTemplates:
              application/json: |
                {}
                #set(↓$context.requestOverride.header.X-A = 'a')
            """))
      ],
      good: [
        Example(
          "mapped parameters, which proxies take",
          integration(
            """
            type: http
            url: https://orders.example.com/orders
            requestParameters: {integration.request.header.X-A: "'a'"}
            """))
      ],
      check: .integration(with: [.proxy, .requestTemplates]) { integration, _, _, findings in
        guard integration.isProxy else { return }
        for template in integration.options.requestTemplates?.value ?? [] {
          guard template.value.namesOverride, case .text(let text) = template.value else { continue }
          for reference in MappingTemplate(parsing: text).references where reference.override != nil {
            findings.report(.onProxy, at: reference.pathRange, of: template.node)
          }
        }
      }),
  ]
}

extension TemplateText {
  /// Whether a template's text overrides what is sent or answered.
  var namesOverride: Bool {
    guard case .text(let text) = self else { return false }
    let words = ["$context.requestOverride.", "$context.responseOverride."]
    return words.contains { word in
      var rest = text.utf8[...]
      while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
        if rest[dollar...].starts(with: word.utf8) { return true }
        rest = rest[rest.index(after: dollar)...]
      }
      return false
    }
  }
}

extension MappingTemplate.Reference {
  /// `requestOverride` or `responseOverride`, where it leads into one.
  fileprivate var override: String? {
    guard root == .context, path.count > 1 else { return nil }
    return path[0] == "requestOverride" || path[0] == "responseOverride" ? path[0] : nil
  }

  /// What tells overrides apart; header names without their case.
  fileprivate var overrideKey: String? {
    guard override != nil else { return nil }
    let name = path.joined(separator: ".")
    return path[1] == "header" ? name.lowercased() : name
  }
}

/// Finds overrides that one run of a template sets twice.
private struct OverrideWalk {
  typealias Assigned = [String: MappingTemplate.Reference]

  private(set) var found: [(first: MappingTemplate.Reference, later: MappingTemplate.Reference)] = []

  /// What may be set after some nodes, where some may be set before.
  mutating func follow(_ nodes: [MappingTemplate.Node], _ before: Assigned) -> Assigned {
    var assigned = before
    for node in nodes {
      switch node.kind {
      case .set(let target?, _):
        guard let key = target.overrideKey else { continue }
        if let first = assigned[key] { found.append((first, target)) } else { assigned[key] = target }
      case .conditional(let branches):
        let start = assigned
        for branch in branches {
          assigned.merge(follow(branch.body, start)) { first, _ in first }
        }
      case .foreach(_, _, let body): assigned = follow(body, assigned)
      default: break
      }
    }
    return assigned
  }
}

extension Message {
  fileprivate static func wrongSide(_ name: String) -> Message {
    let side = name == "requestOverride" ? "request" : "response"
    return Message(
      "VTL015", "'$context.\(name)' works only in \(side) templates", help: "set it in the \(side) template")
  }

  fileprivate static func setTwice(_ name: String) -> Message {
    Message(
      "VTL016", "'$context.\(name)' is set twice",
      help: "set a variable of the template, and from it the override once at the end")
  }

  fileprivate static let onProxy = Message(
    "VTL017", "a proxy integration runs no template, so nothing is overridden",
    help: "map it under 'requestParameters', or write 'proxy: false'")
}
