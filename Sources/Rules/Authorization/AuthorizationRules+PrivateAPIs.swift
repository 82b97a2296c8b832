import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  static let privateAPIs: [Rule] = [
    Rule(
      "AUTH380", "A private API without a resource policy",
      why: "the deployment fails: \"Private REST API doesn't have a resource policy attached to it\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
      bad: [
        Example(
          "no policy",
          """
          apis:
            ↓Shop:
              endpointTypes: [PRIVATE]
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "a policy that names the VPC endpoint",
          """
          apis:
            Shop:
              endpointTypes: [PRIVATE]
              policy:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Principal: "*"
                    Action: execute-api:Invoke
                    Resource: execute-api:/*
                    Condition: {StringEquals: {aws:SourceVpce: vpce-0a1b2c3d4e5f60718}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        guard let types = api.api.endpointTypes, types.value.contains(where: { $0.known() == .private }) else { return }
        guard api.api.policy == nil, !api.isImported, api.api.cloneFrom == nil, findings.spec.isWhole(api.node) else {
          return
        }
        // An OpenAPI document may carry the policy.
        if findings.spec.document.value("definition", in: api.node) != nil { return }
        findings.report(.noPolicy, atKeyOf: api.node, related: [findings.related("private", at: types.node)])
      })
  ]
}

extension Message {
  fileprivate static let noPolicy = Message(
    "AUTH380", "a private API needs a resource policy", help: "add 'policy' and allow the VPC endpoints that may call")
}
