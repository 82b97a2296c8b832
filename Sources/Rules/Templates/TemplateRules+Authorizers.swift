import Diagnostics
import Spec
import VTL

extension TemplateRules {
  /// What an authorizer says.
  static let authorizers: [Rule] = [
    Rule(
      "VTL019", "Claims without a Cognito authorizer",
      why: "only Cognito authorizers give claims: without one they are empty texts", source: reference,
      bad: [Example("no authorizer", request("{\"sub\": \"↓$context.authorizer.claims.sub\"}"))],
      good: [
        Example(
          "a Cognito authorizer",
          """
          apis:
            Shop:
              authorizers:
                buyers: {type: cognito, userPools: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Buyers01"]}
              defaultMethodOptions: {authorizer: buyers}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200, body: '{"sub": "$context.authorizer.claims.sub"}'}
          """)
      ],
      check: .template { template, findings in
        guard !template.uses.isEmpty else { return }
        for reference in template.references where reference.root == .context {
          guard reference.path.starts(with: ["authorizer", "claims"]), reference.path.count > 2 else { continue }
          if template.uses.contains(where: { findings.mayHaveClaims($0, in: template.api) }) { return }
          findings.report(.noClaims, at: reference.pathRange, in: template)
        }
      }),

    Rule(
      "VTL020", "An authorizer's answer as a whole", severity: .warning,
      why: "'$context.authorizer.claims' is null as a whole, and '$context.authorizer' prints Java's notation of a map",
      source: reference,
      bad: [
        Example(
          "claims and all",
          """
          apis:
            Shop:
              authorizers:
                buyers: {type: cognito, userPools: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Buyers01"]}
              defaultMethodOptions: {authorizer: buyers}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response:
                        statusCode: 200
                        body: |
                          #set($claims = ↓$context.authorizer.claims)
                          {"sub": "$claims.sub", "all": "↓$context.authorizer"}
          """)
      ],
      good: [
        Example(
          "one property, and the names of all",
          request(
            "#foreach($name in $context.authorizer.keySet())#end\n#set($all = $context.authorizer)\n{\"level\": \"$context.authorizer.level\"}"
          ))
      ],
      check: .template { template, findings in
        for reference in template.references where reference.root == .context {
          guard reference.path.count == reference.steps.count else { continue }
          let isClaims = reference.path == ["authorizer", "claims"]
          guard isClaims || reference.path == ["authorizer"] && template.parts.isPrinted(reference) else { continue }
          findings.report(.whole(reference.path.joined(separator: ".")), at: reference.range, in: template)
        }
      }),
  ]
}

extension Findings {
  /// Whether a method has a Cognito authorizer, or may have one.
  fileprivate func mayHaveClaims(_ operation: Operation, in api: ResolvedAPI) -> Bool {
    guard knowsOptions(of: operation, in: api) else { return true }
    if operation.options.authorizationType?.value == .cognito { return true }
    guard let name = operation.options.authorizer?.value, name != "none" else { return false }
    guard let authorizer = api.authorizer(name) else { return true }
    return authorizer.value.authorizationType == .cognito
  }
}

extension Message {
  fileprivate static let noClaims = Message(
    "VTL019", "claims are empty without a Cognito authorizer",
    help: "give the method an 'authorizer' of type 'cognito', or take another property of '$context.authorizer'")

  fileprivate static func whole(_ name: String) -> Message {
    Message(
      "VTL020", .warning, "'$context.\(name)' has no text of its own", help: "name a property: '$context.\(name).x'")
  }
}
