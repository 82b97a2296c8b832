/// The two sources that every expression knows, whatever it is for.
enum VariableReference {
  static let stageVariables = "stageVariables."
  static let context = "context."

  /// The longest name of a stage variable, in bytes (API Gateway quotas).
  static let stageVariableLimit = 64

  /// The name in `stageVariables.NAME`.
  static func stageVariable(_ bytes: [UInt8]) throws(ExpressionProblem) -> String {
    let name = bytes[stageVariables.utf8.count...]
    try NameBytes.check(name, NameBytes.isStageVariable)
    if name.count > stageVariableLimit {
      let end = name.startIndex + stageVariableLimit
      throw ExpressionProblem(.nameTooLong(limit: stageVariableLimit), at: end)
    }
    return name.text
  }

  /// The name in `context.NAME`, which has to be published and to have a value in `use`.
  static func contextVariable(_ bytes: [UInt8], in use: ContextVariable.Uses) throws(ExpressionProblem) -> String {
    let start = context.utf8.count
    try NameBytes.check(bytes[start...], NameBytes.isContext)
    let name = bytes[start...].text
    guard let variable = ContextVariable.named(name) else {
      let near = ContextVariable.nearest(to: name, in: use)
      throw ExpressionProblem(
        .unknownContextVariable(name), at: start, suggestion: near.map { context + $0.name },
        isCertain: near?.isCertain ?? false)
    }
    guard variable.uses.contains(use) else { throw ExpressionProblem(.unavailableContextVariable(name), at: start) }
    return name
  }
}
