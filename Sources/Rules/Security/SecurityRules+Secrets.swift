import Diagnostics
import Document
import Spec

extension SecurityRules {
  /// What does not belong in a repository.
  static let secrets: [Rule] = [
    Rule(
      "SEC011", "A secret in the spec",
      why: "who reads the repository, the template or the stack's parameters has it",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html",
      bad: [
        Example(
          "a stage variable, and the environment of a function",
          """
          functions:
            orders:
              runtime: python3.13
              handler: main.handler
              code: ./handler
              environment: {DB_PASSWORD: ↓correct-horse-battery}
          apis:
            Shop:
              stages:
                live: {variables: {key: ↓AKIAQWERTYUIOPASDFGH}}
              paths:
                /orders: {GET: orders}
          """),
        Example(
          "a header of every request",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters:
                        integration.request.header.Authorization: ↓"'Bearer 8b1f0c5e7a2d4960b3'"
          """),
        Example(
          "a private key",
          """
          parameters:
            Key:
              Type: String
              Default: ↓|
                -----BEGIN EC PRIVATE KEY-----
                MHcCAQEEIA
                -----END EC PRIVATE KEY-----
          """),
      ],
      good: [
        Example(
          "a dynamic reference, and AWS's own example",
          """
          description: the key of examples is AKIAIOSFODNN7EXAMPLE
          functions:
            orders:
              runtime: python3.13
              handler: main.handler
              code: ./handler
              environment: {DB_PASSWORD: "{{resolve:secretsmanager:shop/db:SecretString:password}}"}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      check: .spec { findings in
        if Secret.mayBeIn(findings.spec.document.sources.bytes) { findings.reportKeys(in: findings.spec.document.root) }
        findings.reportPasswords()
        for api in findings.spec.apis { findings.reportTokens(in: api) }
      }),
    Rule(
      "SEC012", "An API key's value in the spec", severity: .warning,
      why: "who reads the repository or the template can call in the client's name",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
      bad: [Example("a value", "apiKeys: {client: {value: ↓0123456789abcdefghij}}")],
      good: [
        Example("made by AWS", "apiKeys: {client: {}}"),
        Example(
          "a dynamic reference", "apiKeys: {client: {value: \"{{resolve:secretsmanager:shop/client}}\"}}"),
      ],
      check: .spec { findings in
        let keys = findings.spec.declarations.apiKeys.compactMap { $0.value.value }
        if keys.isEmpty { return }
        let holders = Dictionary(grouping: keys.compactMap { $0.known() }, by: { $0 }).mapValues { $0.count }
        for key in keys {
          // Of a value that API Gateway refuses AUTH352 speaks, of one that two keys have AUTH355.
          guard let text = key.known(), (20...128).contains(text.utf8.count), !text.contains("{{resolve:"),
            holders[text] == 1
          else { continue }
          findings.report(.keyInTheOpen, at: key.node)
        }
      }),
  ]
}

extension Findings {
  /// Looks at every scalar: only where the bytes have something.
  fileprivate mutating func reportKeys(in node: NodeID) {
    let document = spec.document
    switch document[node].kind {
    case .mapping: for entry in document.entries(node) { reportKeys(in: entry.value) }
    case .sequence: for item in document.items(node) { reportKeys(in: item) }
    case .scalar: if let secret = Secret(keyIn: string(node)) { report(.secret(secret), at: node) }
    case .alias: break
    }
  }

  fileprivate mutating func reportPasswords() {
    for function in spec.declarations.functions { reportPasswords(in: function.value.environment?.value) }
    for api in spec.apis {
      for stage in api.stages { reportPasswords(in: stage.value.variables?.value) }
    }
  }

  private mutating func reportPasswords(in variables: [Named<Deferrable<String>>]?) {
    for variable in variables ?? [] {
      guard let value = variable.value.known, let secret = Secret(variable: variable.name, value: value) else {
        continue
      }
      report(.secret(secret), at: variable.node)
    }
  }

  fileprivate mutating func reportTokens(in api: ResolvedAPI) {
    for operation in operations(of: api, with: .requestMappings) {
      guard let parameters = operation.integration?.options.requestParameters else { continue }
      for parameter in parameters.value {
        guard case .known(let text) = parameter.value, text.utf8.first == UInt8(ascii: "'"),
          let secret = Secret(headerValue: text)
        else { continue }
        report(.secret(secret), at: parameter.node)
      }
    }
  }
}

extension Message {
  fileprivate static func secret(_ secret: Secret) -> Message {
    Message(
      "SEC011", "this looks like \(secret.rawValue)",
      help: "keep it in Secrets Manager, and write '{{resolve:secretsmanager:NAME}}'")
  }

  fileprivate static let keyInTheOpen = Message(
    "SEC012", .warning, "this API key stands in the repository and in the template",
    help: "delete 'value' to have one made, or write '{{resolve:secretsmanager:NAME}}'")
}
