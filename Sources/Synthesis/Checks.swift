import CloudFormation
import Diagnostics
import Document
import Spec

/// Reports names that two resources of the template would have: a user's choice may meet another, or a derived name.
func checkNames(
  of template: Template, _ places: [NodeID], _ spec: ResolvedSpec, into report: inout Report
) {
  guard mayMeet(spec) else { return }
  let repeated = Set(template.repeatedIDs)
  var first: [LogicalID: NodeID] = [:]
  for (resource, place) in zip(template.resources, places) where repeated.contains(resource.id) {
    if let other = first[resource.id] {
      report.add(
        .sameLogicalID(resource.id.text), at: spec.document.span(spec.document.owner(place)),
        related: [Related("the first one comes from here", at: spec.document.span(spec.document.owner(other)))])
    } else {
      first[resource.id] = place
    }
  }
}

/// Whether names can meet at all: derived ones never do among themselves, and each is its owner's name, a `0` and a
/// letter; a name with neither is a thing's own.
func mayMeet(_ spec: ResolvedSpec) -> Bool {
  spec.hasGivenLogicalIDs || spec.names.hasRepetitions || spec.names.all.contains { startsAsDerived($0, spec) }
}

private func startsAsDerived(_ name: String, _ spec: ResolvedSpec) -> Bool {
  zip(name.utf8.indices, name.utf8.dropFirst()).contains { zero, next in
    name.utf8[zero] == UInt8(ascii: "0") && !(48...57).contains(next) && spec.names[String(name[..<zero])] != nil
  }
}

/// Reports references of intrinsics that lead nowhere in the template.
func checkReferences(of template: Template, _ spec: ResolvedSpec, into report: inout Report) {
  guard !spec.references.isEmpty else { return }
  var check = ReferenceCheck(template, spec)
  for reference in spec.references {
    guard let (message, part) = check.problem(with: reference) else { continue }
    report.add(
      message, at: spec.document.span(reference.node), edits: reference.edits(for: message, of: part, in: spec.document)
    )
  }
}

/// What references may name.
private struct ReferenceCheck {
  private var types: [String: String] = [:]
  private let parameters: Set<String>
  private let conditions: Set<String>
  private let mappings: Set<String>
  /// Things that are replaced by their ID or ARN wherever they are named, with the attributes known of them.
  private let existing: [String: [String]]
  private var guesses = NameGuesses()

  init(_ template: Template, _ spec: ResolvedSpec) {
    parameters = Set(template.parameters.map(\.name))
    conditions = Set(template.conditions.map(\.name))
    mappings = Set(template.mappings.map(\.name))
    existing = ReferenceCheck.existingNames(spec)
    for resource in template.resources { types[resource.id.text] = resource.type }
    for (name, given) in spec.names.givenIDs where types[name] == nil { types[name] = types[given] }
  }

  private static func existingNames(_ spec: ResolvedSpec) -> [String: [String]] {
    let declarations = spec.declarations
    var names: [String: [String]] = [:]
    for item in declarations.functions where item.value.arn != nil { names[item.name] = ["Arn"] }
    for item in declarations.vpcLinks where item.value.vpcLinkId != nil { names[item.name] = ["VpcLinkId"] }
    for item in declarations.apiKeys where item.value.apiKeyId != nil { names[item.name] = ["APIKeyId"] }
    for item in declarations.usagePlans where item.value.usagePlanId != nil { names[item.name] = ["Id"] }
    for item in declarations.domainNames where item.value.existing.value { names[item.name] = [] }
    for item in declarations.apis {
      if item.value.restApiId != nil {
        names[item.name] = ["RestApiId"] + (item.value.rootResourceId == nil ? [] : ["RootResourceId"])
      }
      for authorizer in item.value.authorizers where authorizer.value.options.authorizerId != nil {
        names[spec.logicalID(of: authorizer, of: item.name).text] = ["AuthorizerId"]
      }
    }
    return names
  }

  /// What is wrong with a reference, and with which part of it.
  mutating func problem(with reference: IntrinsicReference) -> (Message, IntrinsicReference.Part)? {
    if case .attribute(let attribute) = reference.form, hasAttributes(reference.name) {
      guard let attribute else { return nil }
      return problem(withAttribute: attribute, of: reference.name).map { ($0, .attribute) }
    }
    return problem(withNameOf: reference).map { ($0, .name) }
  }

  private func hasAttributes(_ name: String) -> Bool { existing[name] != nil || types[name] != nil }

  private mutating func problem(withAttribute attribute: String, of name: String) -> Message? {
    if let known = existing[name] {
      if known.contains(attribute) { return nil }
      return unknown("attribute of the existing '\(name)'", attribute, near: known)
    }
    guard let type = types[name], let known = attributes[type], !known.contains(attribute) else { return nil }
    return unknown("attribute of \(type)", attribute, near: known)
  }

  private mutating func problem(withNameOf reference: IntrinsicReference) -> Message? {
    let name = reference.name
    switch reference.form {
    case .ref:
      if types[name] != nil || parameters.contains(name) || existing[name] != nil { return nil }
      if name.hasPrefix("AWS::") {
        return pseudoParameters.contains(name) ? nil : unknown("pseudo parameter", name, near: pseudoParameters)
      }
      return unknown("resource or parameter", name, near: parameters.union(things))
    case .attribute:
      return unknown("resource", name, near: things)
    case .condition:
      return conditions.contains(name) ? nil : unknown("condition", name, near: conditions)
    case .dependency:
      return types[name] != nil ? nil : unknown("resource", name, near: types.keys)
    case .mapping:
      return mappings.contains(name) ? nil : unknown("mapping", name, near: mappings)
    }
  }

  /// What `Ref` and `Fn::GetAtt` may name beside parameters; nothing once no more names are guessed.
  private var things: Set<String> { guesses.areSpent ? [] : Set(types.keys).union(existing.keys) }

  private mutating func unknown(_ kind: String, _ name: String, near candidates: some Collection<String>) -> Message {
    .unknown(kind, name, near: guesses.nearest(name, in: candidates))
  }
}

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
private let pseudoParameters: Set<String> = [
  "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId",
  "AWS::StackName", "AWS::URLSuffix",
]

/// The attributes of the types that are made here, from CloudFormation's resource schemas (their read-only properties,
/// and those that identify them).
private let attributes: [String: [String]] = [
  "AWS::ApiGateway::RestApi": ["RestApiId", "RootResourceId"],
  "AWS::ApiGateway::Resource": ["ResourceId"],
  "AWS::ApiGateway::Method": [],
  "AWS::ApiGateway::Authorizer": ["AuthorizerId"],
  "AWS::ApiGateway::Deployment": ["DeploymentId"],
  "AWS::ApiGateway::Stage": [],
  "AWS::ApiGateway::RequestValidator": ["RequestValidatorId"],
  "AWS::ApiGateway::VpcLink": ["VpcLinkId"],
  "AWS::ApiGateway::ApiKey": ["APIKeyId"],
  "AWS::ApiGateway::UsagePlan": ["Id"],
  "AWS::ApiGateway::Account": ["Id"],
  "AWS::ApiGateway::DomainName": [
    "DistributionDomainName", "DistributionHostedZoneId", "DomainNameArn", "RegionalDomainName", "RegionalHostedZoneId",
  ],
  "AWS::Lambda::Function": [
    "Arn", "SnapStartResponse", "SnapStartResponse.ApplyOn", "SnapStartResponse.OptimizationStatus",
  ],
  "AWS::Lambda::Version": ["FunctionArn", "Version"],
  "AWS::Lambda::Alias": ["AliasArn"],
  "AWS::IAM::Role": ["Arn", "RoleId"],
]

extension Message {
  fileprivate static func sameLogicalID(_ id: String) -> Message {
    Message(
      "SPEC109", "two resources would have the logical ID '\(id)'",
      help: "rename one, or give it a 'logicalId' of its own")
  }

  fileprivate static func unknown(_ kind: String, _ name: String, near: Nearest?) -> Message {
    Message("SPEC108", "no \(kind) named '\(name)'", near: near?.amongChosenNames)
  }
}
