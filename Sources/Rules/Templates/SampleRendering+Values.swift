import VTL

/// What can be known of values before a call.
extension SampleRendering {
  func truth(of expression: MappingTemplate.Expression) -> Bool? {
    switch expression.kind {
    case .unary(.not, let operand): return truth(of: operand).map { !$0 }
    case .binary(.and, let left, let right):
      let values = (truth(of: left), truth(of: right))
      if values.0 == false || values.1 == false { return false }
      return values.0 == nil || values.1 == nil ? nil : true
    case .binary(.or, let left, let right):
      let values = (truth(of: left), truth(of: right))
      if values.0 == true || values.1 == true { return true }
      return values.0 == nil || values.1 == nil ? nil : false
    case .binary(let sign, let left, let right): return compare(sign, left, right)
    default:
      if case .flag(let flag) = known(expression) { return flag }
      return nil
    }
  }

  private func compare(
    _ sign: MappingTemplate.BinaryOperator, _ left: MappingTemplate.Expression, _ right: MappingTemplate.Expression
  ) -> Bool? {
    if let (first, second) = numbers(left, right) {
      switch sign {
      case .equal: return first == second
      case .notEqual: return first != second
      case .less: return first < second
      case .lessOrEqual: return first <= second
      case .greater: return first > second
      case .greaterOrEqual: return first >= second
      default: return nil
      }
    }
    if case (.text(let first), .text(let second)) = (known(left), known(right)) {
      return sign == .equal ? first == second : sign == .notEqual ? first != second : nil
    }
    // A counter against a size that only a call can tell: whether this is the last turn.
    guard let turn = turns.last, isCounter(left) else { return nil }
    switch sign {
    case .less, .notEqual: return !turn.isLast
    case .equal, .greaterOrEqual: return turn.isLast
    default: return nil
    }
  }

  private func numbers(_ left: MappingTemplate.Expression, _ right: MappingTemplate.Expression) -> (Int, Int)? {
    guard case (.number(let first), .number(let second)) = (known(left), known(right)) else { return nil }
    return (first, second)
  }

  private func isCounter(_ expression: MappingTemplate.Expression) -> Bool {
    guard case .reference(let reference) = expression.kind else { return false }
    return ["foreach.index", "foreach.count", "velocityCount"].contains(reference.dotted)
  }

  func known(_ expression: MappingTemplate.Expression) -> Known? {
    switch expression.kind {
    case .boolean(let flag): return .flag(flag)
    case .number(let text): return Int(text).map { .number($0) }
    case .string: return expression.literal.map { .text($0) }
    case .unary(.not, _): return truth(of: expression).map { .flag($0) }
    case .reference(let reference):
      if let turn = turns.last, let value = value(reference.dotted, in: turn) { return value }
      return reference.steps.isEmpty ? variables[reference.name] : nil
    default: return nil
    }
  }

  private func value(_ name: String, in turn: Turn) -> Known? {
    switch name {
    case "foreach.hasNext", "velocityHasNext": .flag(!turn.isLast)
    case "foreach.last": .flag(turn.isLast)
    case "foreach.first": .flag(turn.index == 0)
    case "foreach.index": .number(turn.index)
    case "foreach.count", "velocityCount": .number(turn.index + 1)
    default: nil
    }
  }
}

extension MappingTemplate.Reference {
  /// The variable's name and all names behind it.
  fileprivate var dotted: String { ([name] + path).joined(separator: ".") }
}
