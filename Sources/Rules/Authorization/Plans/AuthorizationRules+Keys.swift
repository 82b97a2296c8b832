import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  /// API keys, each for itself and among each other.
  static let keys: [Rule] = [
    Rule(
      "AUTH352", "An API key of fewer than 20 characters",
      why: "CreateApiKey answers \"API Key value should be at least 20 characters\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html",
      bad: [
        Example("a word", spec(key: "{value: ↓secret}")), Example("19", spec(key: "{value: ↓a234567890123456789}")),
      ],
      good: [
        Example("20", spec(key: "{value: a2345678901234567890}")),
        Example("a secret's", spec(key: "{value: '{{resolve:ssm:key}}'}")),
      ],
      check: .apiKey { key, findings in
        guard let (node, count) = key.value.countedValue, count < 20 else { return }
        findings.report(.length("AUTH352", count), at: node)
      }),
    Rule(
      "AUTH353", "An API key of more than 128 characters",
      why: "CreateApiKey answers \"API Key value exceeds maximum size of 128 characters\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html",
      bad: [Example("129", spec(key: "{value: ↓\(String(repeating: "k", count: 129))}"))],
      good: [Example("128", spec(key: "{value: \(String(repeating: "k", count: 128))}"))],
      check: .apiKey { key, findings in
        guard let (node, count) = key.value.countedValue, count > 128 else { return }
        findings.report(.length("AUTH353", count), at: node)
      }),
    Rule(
      "AUTH354", "An API key's name of more than 1024 characters",
      why: "CreateApiKey answers \"Invalid API Key name, can be at most 1024 characters.\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html",
      bad: [Example("1025", spec(key: "{apiKeyName: ↓\(String(repeating: "k", count: 1025))}"))],
      good: [Example("1024", spec(key: "{apiKeyName: \(String(repeating: "k", count: 1024))}"))],
      check: .apiKey { key, findings in
        guard let name = key.value.apiKeyName, let text = name.known() else { return }
        let count = text.unicodeScalars.count
        if count > 1024 { findings.report(.longName(count), at: name.node) }
      }),
    Rule(
      "AUTH355", "Two API keys of one value",
      why: "a value belongs to one key of an account: \"API Key already exists\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
      bad: [
        Example(
          "a value copied",
          """
          apiKeys:
            shop: {value: a2345678901234567890}
            app: {value: ↓a2345678901234567890}
          usagePlans:
            gold: {apiKeys: [shop, app]}
          """)
      ],
      good: [
        Example(
          "two values, and two that are made up",
          """
          apiKeys:
            shop: {value: a2345678901234567890}
            app: {value: b2345678901234567890}
            desk: {}
            till: {}
          usagePlans:
            gold: {apiKeys: [shop, app, desk, till]}
          """)
      ],
      check: .spec { findings in
        var first: [String: Named<ApiKey>] = [:]
        for key in findings.spec.declarations.apiKeys {
          guard let value = key.value.value, let text = value.known(), !text.contains("{{resolve:") else { continue }
          guard let earlier = first[text] else {
            first[text] = key
            continue
          }
          let related = [findings.related("the first with this value", atKeyOf: earlier.node)]
          findings.report(.valueTaken(by: earlier.name), at: value.node, related: related)
        }
      }),
    Rule(
      "AUTH356", "An API key that is not enabled", severity: .warning, why: "every call with the key answers 403",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-apikey.html",
      bad: [Example("switched off", spec(key: "{enabled: ↓false}"))],
      good: [
        Example("the default", spec(key: "{}")),
        Example("what deployment decides", spec(key: "{enabled: !ImportValue on}")),
      ],
      check: .apiKey { key, findings in
        guard let enabled = key.value.enabled, enabled.known() == false else { return }
        findings.report(.disabled(key.name), at: enabled.node)
      }),
  ]

  /// A spec with one API key, in a plan.
  private static func spec(key: String) -> String {
    """
    apiKeys:
      shop: \(key)
    usagePlans:
      gold: {apiKeys: [shop]}
    """
  }
}

extension ApiKey {
  /// Where the value stands, and how many characters it has; nil where it is not known.
  fileprivate var countedValue: (node: NodeID, count: Int)? {
    guard let value, let text = value.known(), !text.contains("{{resolve:") else { return nil }
    return (value.node, text.unicodeScalars.count)
  }
}

extension Message {
  fileprivate static func length(_ id: RuleID, _ count: Int) -> Message {
    Message(
      id, "an API key's value has 20 to 128 characters, this one \(count)",
      help: "write a longer or shorter one, or delete 'value' to have one made up")
  }

  fileprivate static func longName(_ count: Int) -> Message {
    Message("AUTH354", "an API key's name may have 1024 characters, this one has \(count)", help: "write a shorter one")
  }

  fileprivate static func valueTaken(by name: String) -> Message {
    Message(
      "AUTH355", "the key '\(name)' has this value already",
      help: "write another, or delete 'value' to have one made up")
  }

  fileprivate static func disabled(_ name: String) -> Message {
    Message(
      "AUTH356", .warning, "the key '\(name)' is disabled: every call with it answers 403",
      help: "delete 'enabled' or write true")
  }
}
