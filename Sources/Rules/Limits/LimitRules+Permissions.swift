import Diagnostics
import Document
import Spec

extension LimitRules {
  static let permissions: [Rule] = [
    Rule(
      "LIM920", "A function that too many methods call",
      why:
        "\"The final policy size (20778) is bigger than the limit (20480).\": each method has its own permission, and "
        + "one for the console's test",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
      bad: [
        Example("40 methods", calls(40, mark: "↓")),
        Example(
          "a function that is a resource",
          """
          resources:
            Orders: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13}}
          apis:
            Shop:
              paths:
                /orders: {GET: ↓Orders}
          \(lines(39) { "    /orders-\($0): {GET: Orders}" })
          """),
      ],
      good: [
        Example("20 methods", calls(20, mark: "")),
        Example(
          "one permission for all",
          calls(40, mark: "", "{integration: {type: lambda, handler: orders, scopePermissionToMethod: false}}")),
      ],
      check: .spec { findings in
        // No statement is so long that a policy is full with fewer.
        let most = findings.spec.apis.reduce(0) { $0 + $1.operations.count * ($1.stages.count + 1) }
        guard most > 20 else { return }
        var policies: [Reference: FunctionPolicy] = [:]
        for api in findings.spec.apis { findings.count(api, into: &policies) }
        for policy in policies.values where policy.size.bytes > PolicySize.limit {
          if let function = policy.function {
            findings.report(.permissions(policy.size.statements, function.name), atKeyOf: function.node)
          } else {
            findings.report(.permissions(policy.size.statements, nil), at: policy.first)
          }
        }
      })
  ]

  private static func calls(_ count: Int, mark: String, _ method: String = "orders") -> String {
    """
    functions:
      \(mark)orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
    apis:
      Shop:
        paths:
    \(lines(count) { "    /orders-\($0): {GET: \(method)}" })
    """
  }
}

/// What methods add to one function's policy.
private struct FunctionPolicy {
  /// The function, where the spec declares it.
  let function: Named<Function>?
  /// The first method's handler.
  let first: NodeID
  var size: PolicySize
}

extension Findings {
  fileprivate func count(_ api: ResolvedAPI, into policies: inout [Reference: FunctionPolicy]) {
    for operation in api.operations {
      guard case .lambda(let lambda)? = operation.integration?.backend, lambda.scopePermissionToMethod.value,
        let handler = lambda.handler
      else { continue }
      let key = handler.value
      if policies[key] == nil { policies[key] = policy(of: handler) }
      policies[key]?.size.add(operation, lambda, api)
    }
  }

  private func policy(of handler: Located<Reference>) -> FunctionPolicy? {
    switch spec.target(of: handler.value, as: .function) {
    case .function(let index, _)?:
      let function = spec.declarations.functions[index]
      if function.value.skipPermissions.value { return nil }
      return FunctionPolicy(function: function, first: handler.node, size: PolicySize(of: function))
    case .arn(let arn)?:
      return FunctionPolicy(function: nil, first: handler.node, size: PolicySize(functionARN: arn.utf8.count))
    case .resource?:
      return FunctionPolicy(function: nil, first: handler.node, size: PolicySize(functionARN: PolicySize.leastARN))
    default: return nil
    }
  }
}

extension Message {
  fileprivate static func permissions(_ count: Int, _ name: String?) -> Message {
    Message(
      "LIM920",
      "\(name.map { "'\($0)'" } ?? "this function") gets \(count) permissions, more than its policy of 20 KB holds",
      help: "write 'scopePermissionToMethod: false' in the integrations, which makes one permission for the API")
  }
}
