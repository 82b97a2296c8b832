extension TemplateTree {
  /// The names that `Ref`, `Fn::GetAtt` and `Fn::Sub` lead to, without those that CloudFormation always has.
  public var references: Set<String> {
    var names: Set<String> = []
    addReferences(to: &names)
    return names.filter { !$0.hasPrefix("AWS::") }
  }

  private func addReferences(to names: inout Set<String>) {
    switch self {
    case .string, .plain: break
    case .list(let items): for item in items { item.addReferences(to: &names) }
    case .object(let members):
      if members.count == 1, let (name, argument) = members.first { Self.add(name, argument, to: &names) }
      for value in members.values { value.addReferences(to: &names) }
    }
  }

  private static func add(_ function: String, _ argument: TemplateTree, to names: inout Set<String>) {
    switch (function, argument) {
    case ("Ref", .string(let name)): names.insert(name)
    case ("Fn::GetAtt", .list(let parts)):
      if case .string(let name)? = parts.first { names.insert(name) }
    case ("Fn::Sub", .string(let text)): names.formUnion(placeholders(text))
    case ("Fn::Sub", .list(let parts)):
      guard case .string(let text)? = parts.first, case .object(let own)? = parts.last else { break }
      names.formUnion(placeholders(text).subtracting(own.keys))
    default: break
    }
  }

  /// What stands before the first dot of each `${…}` that is not `${!…}`.
  private static func placeholders(_ text: String) -> Set<String> {
    var names: Set<String> = []
    var rest = Array(text.utf8)[...]
    while let at = rest.indices.dropLast().first(where: { rest[$0] == 0x24 && rest[$0 + 1] == 0x7B }) {
      rest = rest[(at + 2)...]
      guard let end = rest.firstIndex(of: 0x7D) else { break }
      let name = rest[..<end]
      if name.first != 0x21 { names.insert(String(decoding: name.prefix { $0 != 0x2E }, as: UTF8.self)) }
      rest = rest[end...]
    }
    return names
  }
}
