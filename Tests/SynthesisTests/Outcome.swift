import SpecBuilding

/// What became of a random spec, the rules asked.
struct Outcome {
  let isValid: Bool
  let resources: [String: [String: Any]]
  let snapshots: Snapshots

  init(_ spec: Tree) {
    let building = Building(spec.yaml, files: AnyPath())
    isValid = !building.report.hasErrors
    resources = isValid ? building.resources : [:]
    snapshots = Snapshots(resources)
  }

  var deployments: [String] {
    resources.filter { $0.value["Type"] as? String == "AWS::ApiGateway::Deployment" }.map(\.key)
  }

  /// The resources that are something else in another outcome, by what makes a thing itself.
  func renamed(in other: Outcome) -> [String] {
    resources.keys.filter { id in
      guard let (old, new) = zipped(resources[id], other.resources[id]) else { return false }
      // A deep base path of an API that lost its last stage has nothing to map.
      if old["Type"] as? String == "AWS::ApiGatewayV2::ApiMapping", new["Type"] as? String != old["Type"] as? String {
        return false
      }
      return Self.identity(old) != Self.identity(new)
    }
  }

  private func zipped<Value>(_ first: Value?, _ second: Value?) -> (Value, Value)? {
    guard let first, let second else { return nil }
    return (first, second)
  }

  /// The properties that tell a resource from others of its type.
  private static func identity(_ resource: [String: Any]) -> String {
    let properties = resource["Properties"] as? [String: Any] ?? [:]
    let own = properties.filter { identities.contains($0.key) }
    return Snapshots.text(["Type": resource["Type"] ?? "", "Properties": own])
  }

  private static let identities: Set<String> = [
    "PathPart", "ParentId", "HttpMethod", "ResourceId", "KeyId", "UsagePlanId", "BasePath", "ApiMappingKey",
    "DomainName", "StageName", "ResponseType", "FunctionName", "SourceArn", "RoleName", "PolicyName", "Roles",
    "FunctionVersion", "Name",
  ]

  /// What an API has only while it declares no stages: its last one was taken away, and an empty `stages` is left.
  func permissionsOfAnyStage(_ smaller: Tree, _ spec: Tree) -> Set<String> {
    let apis = (smaller["apis"]?.keys ?? []).filter { api in
      spec["apis"]?[api]?["stages"]?.keys.isEmpty == false && smaller["apis"]?[api]?["stages"]?.keys == []
    }
    return Set(resources.keys.filter { id in id.contains("0anystage") && apis.contains { id.hasPrefix($0 + "0") } })
  }
}

extension Building {
  /// `LINE:COLUMN RULE text` of the errors.
  var errors: [String] {
    report.sorted.filter { $0.message.severity == .error }.map { diagnostic in
      let location = sources.location(of: diagnostic.span.start)
      return "\(location.line):\(location.column) \(diagnostic.message.rule) \(diagnostic.message.text)"
    }
  }
}
