import Diagnostics
import Document
import Spec

extension SpecRules {
  /// Amazon resource names that a spec spells out.
  static let arns: [Rule] = [
    Rule(
      "SPEC119", "An ARN out of form", why: "AWS answers \"Invalid ARN specified in the request\"",
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
      bad: [
        Example(
          "too few parts, a short account, an unknown partition",
          """
          functions:
            orders: {arn: ↓"arn:aws:lambda:eu-west-1:function:orders"}
            items: {arn: ↓"arn:aws:lambda:eu-west-1:1111222233:function:items"}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
                /items: {GET: items}
                /customers: {GET: ↓"arn:amazon:lambda:eu-west-1:111122223333:function:customers"}
          """)
      ],
      good: [
        Example(
          "six parts, and another partition",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders:live"}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
                /customers: {GET: "arn:aws-cn:lambda:cn-north-1:111122223333:function:customers"}
          """)
      ],
      check: .spec { findings in
        for place in findings.writtenARNs() where !place.hasRuleOfItsOwn {
          if let defect = ARN.defect(of: place.text) { findings.report(.badARN(place.text, defect), at: place.node) }
        }
      }),

    Rule(
      "SPEC120", "A partition, region or account in an ARN", severity: .info,
      why: "the stack works in one place alone: copied to another region or account it refers back to the first",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html",
      bad: [
        Example(
          "a function",
          """
          functions:
            orders: {arn: ↓"arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      good: [
        Example(
          "what the stack knows",
          """
          functions:
            orders: {arn: !Sub "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:orders"}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      check: .spec { findings in
        for place in findings.writtenARNs() {
          guard let arn = ARN(place.text), ARN.defect(of: place.text) == nil else { continue }
          let part = !arn.account.isEmpty ? "account" : !arn.region.isEmpty ? "region" : "partition"
          findings.report(.fixedARN(part), at: place.node)
        }
      }),
  ]
}

/// Where an ARN is written out.
struct WrittenARN {
  let text: String
  let node: NodeID
  /// Whether a rule about this field says what sort of ARN it has to be.
  var hasRuleOfItsOwn = false
}

extension ARN {
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
  private static let partitions: Set<Substring> = [
    "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc",
  ]

  /// What is wrong with an ARN; nil for one in order, and where a stage variable is a part of it.
  fileprivate static func defect(of text: String) -> String? {
    if text.utf8.contains(UInt8(ascii: "$")) { return nil }
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, let arn = ARN(text) else { return "it has \(parts.count) parts of six" }
    guard partitions.contains(parts[1]) else { return "'\(parts[1])' is no partition" }
    if arn.service.isEmpty { return "it names no service" }
    if arn.resource.isEmpty { return "it names no resource" }
    // The fields of API Gateway's own addresses are a service and an action.
    if arn.service == "apigateway" { return nil }
    guard arn.account.isEmpty || arn.hasAccount || arn.account == "aws" || arn.account == "*" else {
      return "an account has 12 digits, and '\(arn.account)' has not"
    }
    return nil
  }
}

extension Findings {
  /// The ARNs that stand where something else may, gathered once for all rules that ask.
  fileprivate mutating func writtenARNs() -> [WrittenARN] {
    if let arns { return arns }
    let found = gatherARNs()
    arns = found
    return found
  }

  private func gatherARNs() -> [WrittenARN] {
    var found: [WrittenARN] = []
    func take(_ value: Located<Reference>?, hasRuleOfItsOwn: Bool = false) {
      guard let value, case .arn(let text) = value.value else { return }
      found.append(WrittenARN(text: text, node: value.node, hasRuleOfItsOwn: hasRuleOfItsOwn))
    }
    for function in spec.declarations.functions {
      if let arn = function.value.arn, let text = arn.known() { found.append(WrittenARN(text: text, node: arn.node)) }
      take(function.value.role)
      for layer in function.value.layers?.value ?? [] {
        if let text = layer.known() { found.append(WrittenARN(text: text, node: layer.node)) }
      }
    }
    for link in spec.declarations.vpcLinks {
      for target in link.value.targets?.value ?? [] { take(target, hasRuleOfItsOwn: true) }
    }
    for api in spec.apis {
      for authorizer in api.api.authorizers { take(authorizer.value.handler) }
      for operation in api.operations {
        guard let integration = operation.integration else { continue }
        take(integration.options.credentialsRole, hasRuleOfItsOwn: true)
        switch integration.backend {
        case .lambda(let lambda): take(lambda.handler)
        case .stepFunctions(let machine): take(machine.stateMachine)
        case .mock, .http, .aws, .sageMaker: break
        }
      }
    }
    return found
  }
}

extension Message {
  fileprivate static func badARN(_ text: String, _ defect: String) -> Message {
    Message(
      "SPEC119", "'\(text)' is no ARN: \(defect)", help: "write arn:<partition>:<service>:<region>:<account>:<resource>"
    )
  }

  fileprivate static func fixedARN(_ part: String) -> Message {
    Message(
      "SPEC120", .info, "this ARN holds a fixed \(part)",
      help: "write it with !Sub and ${AWS::Partition}, ${AWS::Region} and ${AWS::AccountId}")
  }
}
