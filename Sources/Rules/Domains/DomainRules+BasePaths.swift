import Diagnostics
import Spec

extension DomainRules {
  /// What a base path may be.
  static let basePaths: [Rule] = [
    Rule(
      "DOM819", "A base path with a slash at an end",
      why: "API Gateway puts the slashes itself: the CDK and AWS refuse a path that brings its own",
      source: mappingGuide,
      bad: [
        Example("at its start", mapped("↓/v1")),
        Example("at its end", mapped("↓v1/")),
        Example("nothing else", mapped("↓/")),
      ],
      good: [Example("inside alone", mapped("shop/v1")), Example("none", spec())],
      check: .domainName { item, findings in
        for path in item.value.basePaths where path.text.hasPrefix("/") || path.text.hasSuffix("/") {
          findings.report(.slash(String(path.trimmed)), at: path.node)
        }
      }),
    Rule(
      "DOM820", "A base path with an empty level", why: "API Gateway refuses two slashes in a row",
      source: mappingGuide,
      bad: [Example("two slashes", mapped("↓shop//v1"))], good: [Example("one slash", mapped("shop/v1"))],
      check: .domainName { item, findings in
        for path in item.value.basePaths where path.trimmed.contains("//") {
          findings.report(.emptyLevel(path.text), at: path.node)
        }
      }),
    Rule(
      "DOM821", "Letters that a base path cannot hold",
      why: "a base path holds letters, digits and $-_.+!*'()/ alone; AWS refuses the rest", source: mappingGuide,
      bad: [
        Example("a blank", mapped("↓\"v1 beta\"")),
        Example("an escape", mapped("↓v1%20beta")),
        Example("a parameter", mapped("↓\"{version}\"")),
        Example("another alphabet", mapped("↓grün")),
      ],
      good: [Example("what it may hold", mapped("\"v1-beta_2.0+$!*'()\""))],
      check: .domainName { item, findings in
        for path in item.value.basePaths {
          guard let odd = path.text.unicodeScalars.first(where: { !isAllowed($0) }) else { continue }
          findings.report(.letter(path.text, odd), at: path.node)
        }
      }),
    Rule(
      "DOM823", "A base path of several levels where one is allowed",
      why: "\"Only REGIONAL domain names can be managed through the API Gateway V2 API.\"", source: mappingGuide,
      bad: [
        Example("an edge domain", edgeSpec(mappings: "[{api: Shop, stage: prod, basePath: ↓shop/v1}]"))
      ],
      good: [
        Example("one level", edgeSpec(mappings: "[{api: Shop, stage: prod, basePath: shop-v1}]")),
        Example("a regional domain", mapped("shop/v1")),
      ],
      check: .domainName { item, findings in
        let isOld = item.value.securityPolicy?.known() == "TLS_1_0"
        guard item.value.reach == .edge || isOld, !item.value.existing.value else { return }
        for path in item.value.basePaths where path.hasLevels {
          findings.report(.severalLevels(isOld: item.value.reach != .edge), at: path.node)
        }
      }),
    Rule(
      "DOM828", "A base path of more than 300 letters", why: "API Gateway takes 300 characters", source: mappingGuide,
      bad: [Example("301", mapped("↓" + String(repeating: "v", count: 301)))],
      good: [Example("300", mapped(String(repeating: "v", count: 300)))],
      check: .domainName { item, findings in
        for path in item.value.basePaths where path.text.unicodeScalars.count > 300 {
          findings.report(.long(path.text.unicodeScalars.count), at: path.node)
        }
      }),
  ]

  private static func mapped(_ basePath: String) -> String {
    spec(mappings: "\n      - {api: Shop, stage: prod, basePath: \(basePath)}")
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "$", "-", "_", ".", "+", "!", "*", "'", "(", ")", "/": true
    default: false
    }
  }
}

extension DomainName {
  /// The base paths that are written and known.
  fileprivate var basePaths: [BasePath] {
    mappings?.value.compactMap { BasePath($0) }.filter(\.isWritten) ?? []
  }
}

extension Message {
  fileprivate static func slash(_ trimmed: String) -> Message {
    Message(
      "DOM819", "a base path neither starts nor ends with '/'",
      help: trimmed.isEmpty ? "leave 'basePath' out to take all calls" : "write '\(trimmed)'",
      correction: trimmed.isEmpty ? nil : .text(trimmed))
  }

  fileprivate static func emptyLevel(_ text: String) -> Message {
    Message("DOM820", "'\(text)' has an empty level", help: "write one '/' between two levels")
  }

  fileprivate static func letter(_ text: String, _ odd: Unicode.Scalar) -> Message {
    Message(
      "DOM821", "'\(text)' has a '\(odd)', which no base path can hold",
      help: "use letters, digits and $-_.+!*'() between the slashes")
  }

  fileprivate static func severalLevels(isOld: Bool) -> Message {
    Message(
      "DOM823", "a base path of several levels needs a regional domain with TLS 1.2",
      help: isOld ? "write 'securityPolicy: TLS_1_2'" : "write 'endpointType: REGIONAL', or a path of one level")
  }

  fileprivate static func long(_ count: Int) -> Message {
    Message("DOM828", "this base path has \(count) characters, and 300 are allowed", help: "shorten it")
  }
}
