import Diagnostics
import Spec

/// The variables that the stages of an API define.
struct DefinedVariables {
  /// The stages of which all variables are known, with their names.
  private let stages: [(stage: Named<Stage>, names: Set<String>)]
  /// For each variable asked for, which of `stages` lacks it.
  private var answers: [String: Int?] = [:]

  fileprivate init(_ api: ResolvedAPI, _ findings: Findings) {
    stages = api.stages.compactMap { stage in
      let variables = stage.value.variables
      guard findings.knows(variables), findings.spec.isWhole(stage.node) else { return nil }
      return (stage, Set((variables?.value ?? []).map(\.name)))
    }
  }

  fileprivate mutating func stage(lacking variable: String) -> (stage: Named<Stage>, names: Set<String>)? {
    let answer = answers[variable] ?? stages.firstIndex { !$0.names.contains(variable) }
    answers[variable] = .some(answer)
    return answer.map { stages[$0] }
  }
}

extension Findings {
  /// The first stage that is known not to define a variable, with the variable of it that was probably meant.
  mutating func stage(lacking variable: String, of api: ResolvedAPI) -> (stage: Named<Stage>, near: String?)? {
    let id = ObjectIdentifier(api)
    var defined = definedVariables.removeValue(forKey: id) ?? DefinedVariables(api, self)
    let found = defined.stage(lacking: variable)
    definedVariables[id] = defined
    return found.map { ($0.stage, nearest(variable, in: $0.names)) }
  }
}
