import Foundation
import SpecBuilding
import Testing

/// What holds for every spec, tried on random ones; a failure names the seed that makes it again.
@Suite struct PropertyTests {
  static let seeds = Array(UInt64(1)...60)

  @Test("building is deterministic, whatever the spelling", arguments: seeds)
  func determinism(seed: UInt64) {
    let spec = Self.spec(seed)
    let building = Building(spec.yaml)
    let errors = Building(spec.yaml, files: AnyPath()).errors
    #expect(errors == [], "seed \(seed)\n\(spec.yaml)")
    #expect(Building(spec.yaml).yaml == building.yaml, "seed \(seed)")
    #expect(Building(spec.json).json == building.json, "seed \(seed)")
  }

  @Test("every reference leads somewhere, and no two resources have one name", arguments: seeds)
  func references(seed: UInt64) {
    let building = Building(Self.spec(seed).yaml)
    #expect(References(in: building.object).dangling == [], "seed \(seed)")
    #expect(Set(building.ids).count == building.ids.count, "seed \(seed)")
    #expect(building.ids.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }, "seed \(seed)")
  }

  @Test("the order of entries changes no resource and no name, the deployment's included", arguments: seeds)
  func order(seed: UInt64) {
    let spec = Self.spec(seed)
    var numbers = SeededNumbers(seed: seed ^ 0xABCDEF)
    let first = Building(spec.yaml)
    for _ in 0..<3 {
      let other = Building(spec.shuffled(using: &numbers).yaml)
      #expect(Set(other.ids) == Set(first.ids), "seed \(seed)")
      #expect(Self.content(other) == Self.content(first), "seed \(seed)")
    }
  }

  @Test("the order of lists that are sets changes no name", arguments: seeds)
  func orderOfSets(seed: UInt64) {
    let spec = Self.spec(seed)
    var numbers = SeededNumbers(seed: seed ^ 0xFEDCBA)
    let (first, other) = (Outcome(spec), Outcome(spec.shuffled(using: &numbers, sets: true)))
    #expect(Set(other.resources.keys) == Set(first.resources.keys), "seed \(seed)")
    #expect(first.renamed(in: other) == [], "seed \(seed)")
  }

  @Test("taking an entry away, or adding it, renames nothing else", arguments: seeds.prefix(12))
  func removal(seed: UInt64) {
    let spec = Self.spec(seed)
    let whole = Outcome(spec)
    var tried = 0
    for smaller in spec.withoutThings {
      let outcome = Outcome(smaller)
      guard outcome.isValid else { continue }
      tried += 1
      let strange = Set(outcome.resources.keys).subtracting(whole.resources.keys).subtracting(outcome.deployments)
      #expect(strange == outcome.permissionsOfAnyStage(smaller, spec), "seed \(seed)\n\(smaller.yaml)")
      #expect(whole.renamed(in: outcome) == [], "seed \(seed)\n\(smaller.yaml)")
      #expect(whole.snapshots.contradictions(with: outcome.snapshots) == [], "seed \(seed)\n\(smaller.yaml)")
    }
    #expect(tried > 2, "seed \(seed)")
  }

  @Test("a deployment is another one exactly when what it copies is", arguments: seeds.prefix(6))
  func snapshots(seed: UInt64) {
    let spec = Self.spec(seed)
    let before = Outcome(spec).snapshots
    var (tried, deployed) = (0, 0)
    for other in spec.changed + spec.withoutSettings {
      let outcome = Outcome(other)
      guard outcome.isValid else { continue }
      tried += 1
      deployed += outcome.snapshots.deployments == before.deployments ? 0 : 1
      #expect(before.contradictions(with: outcome.snapshots) == [], "seed \(seed)\n\(other.yaml)")
    }
    #expect(tried > deployed && tried > 10, "seed \(seed)")
  }

  @Test func theRandomSpecsUseAllSections() {
    let specs = Self.seeds.map(Self.spec)
    let types = specs.reduce(into: Set<String>()) { $0.formUnion(Building($1.yaml).types.values) }
    #expect(types.isSuperset(of: Self.types))
    #expect(Self.types.subtracting(types) == [])
    let texts = specs.map(\.yaml)
    for word in Self.words { #expect(texts.contains { $0.contains(word) }, "\(word)") }
  }

  private static let types: Set<String> = [
    "AWS::ApiGateway::Account", "AWS::ApiGateway::ApiKey", "AWS::ApiGateway::Authorizer",
    "AWS::ApiGateway::BasePathMapping", "AWS::ApiGateway::Deployment", "AWS::ApiGateway::DomainName",
    "AWS::ApiGateway::GatewayResponse", "AWS::ApiGateway::Method", "AWS::ApiGateway::Model",
    "AWS::ApiGateway::RequestValidator", "AWS::ApiGateway::Resource", "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Stage", "AWS::ApiGateway::UsagePlan", "AWS::ApiGateway::UsagePlanKey",
    "AWS::ApiGateway::VpcLink", "AWS::ApiGatewayV2::ApiMapping", "AWS::IAM::Policy", "AWS::IAM::Role",
    "AWS::Lambda::Alias", "AWS::Lambda::Function", "AWS::Lambda::Permission", "AWS::Lambda::Version",
  ]

  private static let words = [
    "logicalId:", "cors:", "corsPreflight:", "defaultCorsPreflightOptions:", "mtls:", "throttle:", "$ref", "canary:",
    "mode: merge", "mode: overwrite", "definition: './api.yaml'", "restApiId:", "usagePlanId:", "apiKeyId:",
    "existing: true", ".version", ".function", "stepFunctions", "sageMaker", "cognito", "assumeRole:", "authorizerId:",
  ]

  @Test("an API's deployment is nobody else's business", arguments: seeds)
  func otherAPIs(seed: UInt64) {
    let spec = Self.spec(seed)
    var generator = SpecGenerator(seed: seed &+ 1000, after: 1000)
    var larger = spec
    larger["apis"]?["Other"] = generator.api(.init(functions: spec["functions"]?.keys ?? []))
    let (before, after) = (Building(spec.yaml), Building(larger.yaml))
    #expect(!after.report.hasErrors, "seed \(seed): \(after.findings)")
    #expect(Set(before.deployments).isSubset(of: after.deployments), "seed \(seed)")
    let isDeployed = larger["apis"]?["Other"]?["deploy"] == nil
    #expect(after.deployments.count == before.deployments.count + (isDeployed ? 1 : 0), "seed \(seed)")
    #expect(Set(before.ids).isSubset(of: after.ids), "seed \(seed)")
  }

  private static func spec(_ seed: UInt64) -> Tree {
    var generator = SpecGenerator(seed: seed)
    return generator.spec()
  }

  /// The resources and outputs, without their order and that of what they depend on, and without lists of tags' order.
  private static func content(_ building: Building) -> String {
    var object = building.object
    var resources = building.resources
    for (id, resource) in resources {
      // It is the first stage's.
      if resource["Type"] as? String == "AWS::ApiGateway::Deployment" {
        resources[id]?["Properties"] = (resource["Properties"] as? [String: Any])?["RestApiId"]
      }
      guard let dependencies = resource["DependsOn"] as? [String] else { continue }
      resources[id]?["DependsOn"] = dependencies.sorted()
    }
    object["Resources"] = resources
    // The first stage is the one that outputs mean: they may go with the order.
    object["Outputs"] = nil
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
