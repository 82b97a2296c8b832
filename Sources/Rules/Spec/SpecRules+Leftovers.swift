import Diagnostics
import Document
import Spec

extension SpecRules {
  /// What is written and changes nothing.
  static let leftovers: [Rule] = [
    Rule(
      "SPEC114", "An empty list", severity: .warning,
      why: "it says nothing that its absence does not say, and services refuse some empty lists when the stack is made",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html",
      bad: [
        Example(
          "a plan without stages, and types to come",
          """
          usagePlans:
            Basic: {↓apiStages: []}
          apis:
            Shop:
              ↓binaryMediaTypes: []
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "entries, and lists that empty what is inherited",
          """
          usagePlans:
            Basic: {apiStages: [{api: Shop}]}
          apis:
            Shop:
              binaryMediaTypes: [image/png]
              defaultMethodOptions: {requestParameters: {method.request.querystring.page: false}}
              paths:
                /orders:
                  GET: {requestParameters: {}, integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .spec { findings in
        for plan in findings.spec.declarations.usagePlans {
          findings.checkEmpty(plan.value.apiStages)
          findings.checkEmpty(plan.value.apiKeys)
          for stage in plan.value.apiStages?.value ?? [] { findings.checkEmpty(stage.value.throttle) }
        }
        for key in findings.spec.declarations.apiKeys { findings.checkEmpty(key.value.stages) }
        for domain in findings.spec.declarations.domainNames { findings.checkEmpty(domain.value.mappings) }
        for function in findings.spec.declarations.functions {
          findings.checkEmpty(function.value.layers)
          findings.checkEmpty(function.value.architectures)
        }
        for api in findings.spec.apis {
          findings.checkEmpty(api.api.vpcEndpointIds)
          findings.checkEmpty(api.api.binaryMediaTypes)
          for operation in findings.operations(of: api, with: .cacheKeys) {
            findings.checkEmpty(operation.integration?.options.cacheKeyParameters)
          }
        }
      }),

    Rule(
      "SPEC118", "A thing that nothing refers to", severity: .info,
      why: "it is made and reviewed for nothing, and some, such as VPC links, count against a quota",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
      bad: [
        Example(
          "a model, an authorizer, a validator and a parameter",
          """
          parameters:
            ↓Stage: {Type: String}
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                ↓old: {type: token, handler: guard}
              models:
                ↓Order: {schema: {type: object}}
              requestValidators:
                ↓bodies: {validateRequestBody: true}
              paths:
                /orders:
                  GET: {authorizer: none, integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "all are used",
          """
          parameters:
            Stage: {Type: String}
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              description: !Sub "for ${Stage}"
              authorizers:
                callers: {type: token, handler: guard}
              models:
                Item: {schema: {type: object}}
                Order: {schema: {type: array, items: {$ref: Item}}}
              requestValidators:
                bodies: {validateRequestBody: true}
              paths:
                /orders:
                  POST:
                    authorizer: callers
                    requestModels: {application/json: Order}
                    requestValidator: bodies
                    integration: {type: mock, response: {statusCode: 200}}
          """)
      ],
      check: .spec { findings in
        let uses = Uses(findings.spec)
        if let parameters = findings.spec.declarations.parameters?.value.node {
          for entry in findings.spec.document.entries(parameters) {
            findings.checkUse(uses, "parameter", findings.string(entry.key), at: entry.value)
          }
        }
        for link in findings.spec.declarations.vpcLinks {
          findings.checkUse(uses, "VPC link", link.name, at: link.node)
        }
        for api in findings.spec.apis {
          // An OpenAPI document may use what stands beside it.
          guard api.api.definition == nil, findings.spec.isWhole(api.node) else { continue }
          let owner = api.name
          for item in api.api.models { findings.checkUse(uses, "model", item.name, of: owner, at: item.node) }
          for item in api.api.authorizers { findings.checkUse(uses, "authorizer", item.name, of: owner, at: item.node) }
          for item in api.api.requestValidators {
            findings.checkUse(uses, "request validator", item.name, of: owner, at: item.node)
          }
        }
      }),
  ]
}

/// The names that something in a spec refers to.
private struct Uses {
  /// Names that stand for one thing in the whole spec, logical IDs among them.
  private var everywhere: Set<String>
  /// Names within an API, by the API's.
  private var within: [String: Set<String>] = [:]

  init(_ spec: ResolvedSpec) {
    everywhere = Set(spec.references.map(\.name))
    for api in spec.apis {
      var names: Set<String> = []
      var last = ""
      for operation in api.operations {
        // Most methods ask the same authorizer as the one before.
        if let name = operation.options.authorizer?.value, name != last {
          names.insert(name)
          last = name
        }
        add(operation, to: &names)
      }
      for model in api.api.models {
        if case .json(let node)? = model.value.schema?.value { Self.add(linksIn: node, to: &names, spec.document) }
      }
      within[api.name, default: []].formUnion(names)
    }
  }

  private mutating func add(_ operation: Operation, to names: inout Set<String>) {
    for model in operation.options.requestModels?.value ?? [] { names.insert(model.value) }
    let responses = operation.options.methodResponses?.value ?? []
    for index in responses.indices {
      for model in responses[index].value.responseModels?.value ?? [] { names.insert(model.value) }
    }
    if let name = operation.options.requestValidator?.value { names.insert(name) }
    if let link = operation.integration?.options.vpcLink?.value.name { everywhere.insert(link) }
  }

  /// `$ref` of a schema to another model.
  private static func add(linksIn node: NodeID, to names: inout Set<String>, _ document: Document) {
    for entry in document.entries(node) {
      if document.string(entry.key) == "$ref" { names.insert(document.string(entry.value)) }
      add(linksIn: entry.value, to: &names, document)
    }
    for item in document.items(node) { add(linksIn: item, to: &names, document) }
  }

  /// Whether a name is used; a thing of an API also by the logical ID that is derived from it.
  func contains(_ name: String, of api: String?) -> Bool {
    guard let api else { return everywhere.contains(name) }
    return within[api]?.contains(name) == true || everywhere.contains { $0.hasPrefix(api) && $0.hasSuffix(name) }
  }
}

extension Findings {
  fileprivate mutating func checkEmpty<Item>(_ list: Located<[Item]>?) {
    guard let list, list.value.isEmpty, spec.isWhole(list.node), spec.document.kind(list.node) == .sequence else {
      return
    }
    if spec.document.items(list.node).isEmpty {
      report(.empty(string(spec.document.owner(list.node))), atKeyOf: list.node)
    }
  }

  fileprivate mutating func checkUse(
    _ uses: Uses, _ kind: String, _ name: String, of api: String? = nil, at node: NodeID
  ) {
    let given = spec.document.value("logicalId", in: node).map { string($0) }
    if uses.contains(name, of: api) || given.map({ uses.contains($0, of: nil) }) ?? false { return }
    report(.neverUsed(kind, name), atKeyOf: node)
  }
}

extension Message {
  fileprivate static func empty(_ key: String) -> Message {
    Message("SPEC114", .warning, "'\(key)' is empty and has no effect", help: "delete it, or add entries")
  }

  fileprivate static func neverUsed(_ kind: String, _ name: String) -> Message {
    Message("SPEC118", .info, "nothing uses the \(kind) '\(name)'", help: "delete it, or refer to it")
  }
}
