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
    #expect(!building.report.hasErrors, "seed \(seed): \(building.findings)\n\(spec.yaml)")
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

  @Test("taking an entry away renames nothing that stays but what it changed", arguments: seeds.prefix(15))
  func removal(seed: UInt64) {
    let spec = Self.spec(seed)
    let whole = Building(spec.yaml)
    for smaller in Self.smaller(spec) {
      let building = Building(smaller.yaml)
      guard !building.report.hasErrors else { continue }
      let deployments = Set(building.deployments)
      let strange = Set(building.ids).subtracting(whole.ids).subtracting(deployments)
      #expect(strange == Self.defaultStages(of: smaller, spec), "seed \(seed)\n\(smaller.yaml)")
    }
  }

  @Test("an API's deployment is nobody else's business", arguments: seeds)
  func otherAPIs(seed: UInt64) {
    let spec = Self.spec(seed)
    var generator = SpecGenerator(seed: seed &+ 1000)
    var larger = spec
    larger["apis"]?["Other"] = generator.api(spec["functions"]?.keys ?? [])
    let (before, after) = (Building(spec.yaml), Building(larger.yaml))
    #expect(!after.report.hasErrors, "seed \(seed): \(after.findings)")
    #expect(Set(before.deployments).isSubset(of: after.deployments), "seed \(seed)")
    #expect(after.deployments.count == before.deployments.count + 1, "seed \(seed)")
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
      guard let dependencies = resource["DependsOn"] as? [String] else { continue }
      resources[id]?["DependsOn"] = dependencies.sorted()
    }
    object["Resources"] = resources
    // The first stage is the one that outputs mean: they may go with the order.
    object["Outputs"] = nil
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The spec without one function, API, path, method or thing of an API each.
  private static func smaller(_ spec: Tree) -> [Tree] {
    var specs: [Tree] = []
    for (section, thing) in (spec["functions"]?.keys ?? []).map({ ("functions", $0) })
      + (spec["apis"]?.keys ?? []).map({ ("apis", $0) })
    {
      var smaller = spec
      smaller[section]?[thing] = nil
      specs.append(smaller)
    }
    for api in spec["apis"]?.keys ?? [] {
      for section in ["paths", "stages", "authorizers", "models", "requestValidators", "gatewayResponses"] {
        for thing in spec["apis"]?[api]?[section]?.keys ?? [] {
          var smaller = spec
          smaller["apis"]?[api]?[section]?[thing] = nil
          specs.append(smaller)
        }
      }
      for path in spec["apis"]?[api]?["paths"]?.keys ?? [] {
        for verb in spec["apis"]?[api]?["paths"]?[path]?.keys ?? [] {
          var smaller = spec
          smaller["apis"]?[api]?["paths"]?[path]?[verb] = nil
          specs.append(smaller)
        }
      }
    }
    return specs
  }

  /// What an API has only while it declares no stages: nothing here, since an empty `stages` declares none either.
  private static func defaultStages(of smaller: Tree, _ spec: Tree) -> Set<String> {
    var names: Set<String> = []
    for api in smaller["apis"]?.keys ?? [] {
      let (before, after) = (spec["apis"]?[api]?["stages"], smaller["apis"]?[api]?["stages"])
      guard before != nil, after?.keys == [] else { continue }
      names.formUnion(Building(smaller.yaml).ids.filter { $0.hasPrefix(api + "0") && $0.contains("0anystage") })
    }
    return names
  }
}
