import Diagnostics
import Document
import Spec

extension SpecRules {
  /// The keys of a record.
  static let keys: [Rule] = [
    Rule(
      "SPEC101", "An unknown key",
      why: "CloudFormation refuses it: \"Encountered unsupported property\"",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGateway.html",
      bad: [
        Example(
          "a typo",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {↓intergration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a known key, and a place for anchors",
          """
          x-notes: anything
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC102", "A required key is missing",
      why: "CloudFormation refuses the resource: \"required key [X] not found\"",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGateway.html",
      bad: [
        Example(
          "no function",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    ↓integration: {type: lambda}
          """),
        Example(
          "code without a runtime, and no code",
          """
          functions:
            ↓orders: {handler: main.handler, code: ./handler}
            ↓customers: {runtime: python3.13, handler: main.handler}
            items:
              runtime: python3.13
              handler: main.handler
              ↓code: {bucket: builds}
          """),
        Example(
          "an existing API without its root",
          """
          apis:
            ↓Shop:
              restApiId: abcdef1234
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """),
        Example(
          "what becomes of a role that is not made",
          """
          apis:
            Shop:
              ↓cloudWatchRoleRemovalPolicy: destroy
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """),
      ],
      good: [
        Example(
          "functions of all kinds",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler}
            customers: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:customers"}
            items: {code: {image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/items:1"}}
          apis:
            Shop:
              restApiId: abcdef1234
              rootResourceId: xyz
              paths:
                /orders: {GET: orders}
          """)
      ],
      check: .spec { findings in
        for function in findings.spec.declarations.functions { findings.checkCode(of: function) }
        for api in findings.spec.apis where api.isImported && api.api.rootResourceId == nil && !api.api.paths.isEmpty {
          let hasRoot = api.api.paths.allSatisfy { $0.value.resourceId != nil }
          guard !hasRoot, findings.spec.isWhole(api.node) else { continue }
          findings.report(.keyMissing("rootResourceId", of: "an existing API with paths"), atKeyOf: api.node)
        }
        for api in findings.spec.apis where !api.api.cloudWatchRole.value && findings.spec.isWhole(api.node) {
          let policy = api.api.cloudWatchRoleRemovalPolicy.node
          if policy != .none {
            findings.report(.keyMissing("cloudWatchRole: true", of: "a removal policy"), atKeyOf: policy)
          }
        }
      }),
  ]
}

extension Findings {
  /// A function needs its code or its ARN; zipped code needs a runtime and a handler.
  fileprivate mutating func checkCode(of function: Named<Function>) {
    let value = function.value
    guard value.arn == nil, spec.isWhole(function.node) else { return }
    guard let code = value.code else { return report(.codeMissing, atKeyOf: function.node) }
    if case .located(let location) = code.value {
      guard spec.isWhole(location.node) else { return }
      if location.image != nil { return }
      let missing = location.bucket == nil ? location.key == nil ? nil : "bucket" : location.key == nil ? "key" : nil
      if let missing { report(.keyMissing(missing, of: "code in S3"), atKeyOf: code.node) }
      if location.bucket == nil, location.key == nil, location.inline == nil {
        report(.placeMissing, atKeyOf: code.node)
      }
    }
    if value.runtime == nil {
      report(.keyMissing("runtime", of: "a function with zipped code"), atKeyOf: function.node)
    }
    if value.handler == nil {
      report(.keyMissing("handler", of: "a function with zipped code"), atKeyOf: function.node)
    }
  }
}

extension Message {
  fileprivate static func keyMissing(_ key: String, of record: String) -> Message {
    Message("SPEC102", "\(record) needs '\(key)'", help: "add '\(key)'")
  }

  fileprivate static let codeMissing = Message(
    "SPEC102", "a function needs 'code', or the 'arn' of one that exists",
    help: "add 'code' with a folder or file, or 'arn'")

  fileprivate static let placeMissing = Message(
    "SPEC102", "a function's 'code' needs 'inline', 'bucket' and 'key', or 'image'", help: "say where the code is")
}
