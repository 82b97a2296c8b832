import Document
import Spec

/// The stages that the spec's usage plans open.
struct PlanCoverage {
  private var stages: Set<NamedStage> = []
  /// Whether there may be others: in another stack, in raw resources, behind an intrinsic.
  private(set) var isOpen: Bool

  init(_ findings: inout Findings) {
    let spec = findings.spec
    isOpen = spec.resourceTypes.contains("AWS::ApiGateway::UsagePlan")
    for plan in spec.declarations.usagePlans {
      if plan.value.usagePlanId != nil || !spec.isWhole(plan.node) { isOpen = true }
      if let stages = plan.value.apiStages, !spec.isWhole(stages.node) { isOpen = true }
      for entry in plan.value.apiStages?.value ?? [] { add(findings.look(up: entry.value.wholeReference)) }
    }
  }

  private mutating func add(_ found: StageLookup) {
    switch found {
    case .stage(let stage): stages.insert(stage)
    // What the mistake meant is not known.
    case .unknown, .noStage, .ambiguous: isOpen = true
    }
  }

  func has(_ stage: NamedStage) -> Bool { stages.contains(stage) }
}
