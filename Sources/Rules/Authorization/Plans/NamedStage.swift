import Diagnostics
import Document
import Spec

/// A stage of an API of the spec.
struct NamedStage: Hashable {
  /// The API's index.
  let api: Int
  let stage: String
}

/// What `{api, stage}` leads to.
enum StageLookup {
  case stage(NamedStage)
  /// The API has no such stage.
  case noStage(api: Int, Located<String>)
  /// No stage is named, and the API has not just one.
  case ambiguous
  /// Another stack has the API or the stage, or an intrinsic names it.
  case unknown
}

extension PlanStage {
  /// The `{api, stage}` in an entry, with the entry's place.
  var wholeReference: StageReference {
    var whole = reference
    whole.node = node
    return whole
  }
}

extension Findings {
  /// Follows `{api, stage}`; the stage may be left out where the API has one.
  mutating func look(up reference: StageReference) -> StageLookup {
    guard let named = reference.api, spec.isWhole(reference.node) else { return .unknown }
    guard case .api(let index)? = target(named.value, as: .api) else {
      let isNamed = reference.stage != nil || spec.target(of: named.value, as: .api) == nil
      return isNamed ? .unknown : .ambiguous
    }
    let api = spec.apis[index]
    guard let stage = reference.stage else {
      guard spec.isWhole(api.node), knows(api.api.stages) else { return .unknown }
      return api.stages.count == 1 ? .stage(NamedStage(api: index, stage: api.stages[0].name)) : .ambiguous
    }
    guard let name = stage.known() else { return .unknown }
    if hasStage(name, in: api) { return .stage(NamedStage(api: index, stage: name)) }
    let mayBeElsewhere = api.isImported || spec.hasRawStages || !spec.isWhole(api.node) || !knows(api.api.stages)
    return mayBeElsewhere ? .unknown : .noStage(api: index, Located(name, at: stage.node))
  }

  /// What a reference leads to, also where it is written as `!Ref Name`.
  func target(_ reference: Reference, as kind: ReferenceKind) -> Target? {
    guard case .intrinsic(let node) = reference, let intrinsic = Intrinsic(node, in: spec.document),
      intrinsic.name == "Ref"
    else { return spec.target(of: reference, as: kind) }
    return spec.target(named: spec.document.string(intrinsic.argument), as: kind) ?? .intrinsic(node)
  }
}
