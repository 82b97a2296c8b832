import Diagnostics
import Spec
import VTL

extension TemplateRules {
  static let parameters: [Rule] = [
    Rule(
      "VTL008", "A parameter that the method does not have", severity: .warning,
      why: "a name that the request does not carry gives an empty text", source: reference,
      bad: [
        Example(
          "a typo in the name of a path's variable, and of a declared parameter",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.querystring.page: false}
                    methodResponses: [{statusCode: 200}]
                    integration:
                      type: mock
                      requestTemplates:
                        application/json: |
                          #if(↓$input.params('idd') == '1' || ↓$input.params().querystring.pgae == '1')
                          {"statusCode": 200}
                          #elseif(↓$input.params().path.get('page') == '1')
                          {"statusCode": 200}
                          #end
                      integrationResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "a variable, a parameter, an ordinary header, a computed name, and a template for several methods",
          """
          apis:
            Shop:
              defaultIntegration:
                type: mock
                requestTemplates:
                  application/json: |
                    #set($name = 'id')
                    #if($input.params('id') == $input.params('X-Trace') || $input.params("page") == $input.params($name))
                    #elseif($input.params().header.get('Accept') == $input.params().path.id)
                    #end
                    {"statusCode": 200}
                integrationResponses: [{statusCode: 200}]
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.querystring.page: false}
                    methodResponses: [{statusCode: 200}]
                /orders:
                  GET:
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .template { template, findings in
        guard !template.uses.isEmpty else { return }
        var known: KnownParameters?
        for reference in template.references {
          guard let parameter = reference.parameter else { continue }
          if known == nil {
            guard template.uses.allSatisfy({ findings.knowsParameters(of: $0, in: template.api) }) else { return }
            known = KnownParameters(template)
          }
          guard let names = known, !names.contains(parameter) else { continue }
          let near = findings.nearest(parameter.name, in: names.names(at: parameter.location))
          findings.report(.noParameter(parameter, near: near), at: parameter.range, in: template)
        }
      })
  ]
}

/// A parameter that a template asks for by name.
private struct AskedParameter {
  let name: String
  /// `path`, `querystring` or `header` where it says so.
  let location: String?
  let range: Range<Int>
}

/// The parameters that any of the methods has which share a template.
private struct KnownParameters {
  private var byLocation: [String: Set<String>] = [:]

  init(_ template: BodyTemplate) {
    for operation in template.uses {
      let path = template.api.paths.nodes[operation.path].path
      byLocation["path", default: []].formUnion(Self.variables(of: path))
      for parameter in operation.options.requestParameters?.value ?? [] {
        let words = parameter.name.split(separator: ".", maxSplits: 3)
        guard words.count == 4 else { continue }
        let location = words[2].hasPrefix("multivalue") ? words[2].dropFirst(10) : words[2]
        byLocation[String(location), default: []].insert(String(words[3]))
      }
    }
  }

  private static func variables(of path: String) -> [String] {
    path.split(separator: "/").compactMap { segment in
      guard segment.first == "{", segment.last == "}" else { return nil }
      let name = segment.dropFirst().dropLast()
      return String(name.last == "+" ? name.dropLast() : name)
    }
  }

  func names(at location: String?) -> Set<String> {
    location.map { byLocation[$0] ?? [] } ?? byLocation.values.reduce([]) { $0.union($1) }
  }

  func contains(_ parameter: AskedParameter) -> Bool {
    if names(at: parameter.location).contains(parameter.name) { return true }
    let lower = parameter.name.lowercased()
    let isHeader = parameter.location == nil || parameter.location == "header"
    return isHeader && (Self.isOrdinary(lower) || byLocation["header"]?.contains { $0.lowercased() == lower } == true)
  }

  /// Headers that callers, browsers and CloudFront send by themselves.
  private static func isOrdinary(_ header: String) -> Bool {
    if ["x-", "cloudfront-", "sec-", "if-", "accept", "content-"].contains(where: { header.hasPrefix($0) }) {
      return true
    }
    return [
      "authorization", "cache-control", "connection", "cookie", "date", "dnt", "forwarded", "from", "host", "origin",
      "pragma", "range", "referer", "user-agent", "via",
    ].contains(header)
  }
}

extension MappingTemplate.Reference {
  /// `$input.params('a')`, or `$input.params().path.a` in any spelling; nil where a call decides the name.
  fileprivate var parameter: AskedParameter? {
    guard root == .input, case .method("params", let arguments) = steps.first?.kind else { return nil }
    if let argument = arguments.first {
      guard arguments.count == 1, let name = argument.literal, !name.isEmpty else { return nil }
      return AskedParameter(name: name, location: nil, range: range.lowerBound..<steps[0].range.upperBound)
    }
    guard steps.count > 2, let location = steps[1].name, let name = steps[2].name,
      ["path", "querystring", "header"].contains(location)
    else { return nil }
    // The methods that every map has.
    if case .property(let word) = steps[2].kind, ["empty", "size", "class"].contains(word) { return nil }
    return AskedParameter(name: name, location: location, range: range.lowerBound..<steps[2].range.upperBound)
  }
}

extension Findings {
  fileprivate func knowsParameters(of operation: Operation, in api: ResolvedAPI) -> Bool {
    knowsOptions(of: operation, in: api) && knows(operation.options.requestParameters)
  }
}

extension Message {
  fileprivate static func noParameter(_ parameter: AskedParameter, near: Nearest?) -> Message {
    let guess = near.map { "\($0.question) else " } ?? ""
    let location = parameter.location ?? "querystring"
    let help =
      location == "path"
      ? "the path has no '{\(parameter.name)}'"
      : "declare it: 'method.request.\(location).\(parameter.name): false' under 'requestParameters'"
    return Message(
      "VTL008", .warning, "no method that uses this template has a parameter '\(parameter.name)'", help: guess + help)
  }
}
