import Document

/// An operator of a policy's condition: `StringEquals`, `ForAnyValue:StringLikeIfExists`.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
struct PolicyOperator {
  /// Without the words before and after it.
  let name: String
  /// Whether a request without the key satisfies it (`…IfExists`), or is what it asks for (`Null`).
  let takesAbsence: Bool

  /// Nil for what is no operator. Case does not count.
  init?(_ text: String) {
    var rest = text[...]
    for prefix in ["forallvalues:", "foranyvalue:"] where rest.lowercased().hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    let exists = "ifexists"
    let isLax = rest.lowercased().hasSuffix(exists)
    if isLax { rest = rest.dropLast(exists.count) }
    let word = rest.lowercased()
    guard let name = Self.names.first(where: { $0.lowercased() == word }), !isLax || name != "Null" else { return nil }
    (self.name, takesAbsence) = (name, isLax || name == "Null")
  }

  static let names = [
    "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
    "StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals",
    "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan",
    "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress",
    "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Null",
  ]
}

/// One test of a condition: the operator and the key that it looks at.
struct PolicyCondition {
  /// Nil for an operator that does not exist.
  let `operator`: PolicyOperator?
  let key: String
  /// What is compared; its key in the text is the condition's.
  let value: NodeID

  init(_ operator: PolicyOperator?, key: String, value: NodeID) {
    (self.operator, self.key, self.value) = (`operator`, key, value)
  }

  /// Keys are compared without regard to case.
  func isKey(_ name: String) -> Bool { key.lowercased() == name.lowercased() }
}
