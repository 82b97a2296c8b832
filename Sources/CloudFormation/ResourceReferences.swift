/// The names that a resource refers to: what CloudFormation makes before it.
public struct ResourceReferences: ~Copyable, PropertyWriter {
  /// In the order written, with repetitions; parameters and pseudo parameters among them.
  public private(set) var names: [String] = []

  /// Goes over all that stands in the template for a resource.
  public init(of resource: TemplateResource) {
    switch resource.body {
    case .raw(let value):
      write(value)
      guard case .object(let members) = value else { return }
      for member in members where member.name == "DependsOn" { names += Self.texts(member.value) }
    case .typed(let typed): typed.write(to: &self)
    }
    names += resource.attributes?.dependsOn.map(\.text) ?? []
  }

  private static func texts(_ value: Value) -> [String] {
    switch value {
    case .string(let text): [text]
    case .list(let items): items.flatMap(texts)
    default: []
    }
  }

  public mutating func beginObject() {}
  public mutating func endObject() {}
  public mutating func beginList() {}
  public mutating func endList() {}
  public mutating func startItem() {}
  public mutating func writeName(_ name: StaticString) {}
  public mutating func writeName(_ name: String) {}
  public mutating func write(_ text: String) {}

  public mutating func write(ref id: LogicalID) { names.append(id.text) }

  public mutating func write(_ value: Value) {
    switch value {
    case .string, .integer, .number, .bool, .null: return
    case .list(let items): for item in items { write(item) }
    case .object(let members): for member in members { write(member.value) }
    case .ref(let id), .getAtt(let id, _): names.append(id.text)
    case .sub(let pieces): for piece in pieces { write(piece) }
    case .function(let name, let argument): write(name, of: argument)
    }
  }

  private mutating func write(_ piece: Piece) {
    switch piece {
    case .ref(let id), .getAtt(let id, _): names.append(id.text)
    // What the user named stands here too, as it is spelled.
    case .pseudo(let name): names.append(String(name.prefix { $0 != "." }))
    case .spelled(let text): write(placeholdersOf: text, but: [])
    case .text: return
    }
  }

  private mutating func write(_ function: String, of argument: Value) {
    switch (function, argument) {
    case ("Ref", .string(let name)): names.append(name)
    case ("Fn::GetAtt", .string(let path)): names.append(String(path.prefix { $0 != "." }))
    case ("Fn::GetAtt", .list(let items)):
      if case .string(let name)? = items.first { names.append(name) }
      for item in items.dropFirst() { write(item) }
    case ("Fn::Sub", .string(let text)): write(placeholdersOf: text, but: [])
    case ("Fn::Sub", .list(let items)):
      guard case .string(let text)? = items.first, case .object(let own)? = items.dropFirst().first else { return }
      write(placeholdersOf: text, but: Set(own.map(\.name)))
      for member in own { write(member.value) }
    default: write(argument)
    }
  }

  /// `${Name}` and `${Name.Attribute}` in a substitution.
  private mutating func write(placeholdersOf text: String, but own: Set<String>) {
    for part in text.split(separator: "${", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}"), part.first != "!", !own.contains(String(part[..<end])) else { continue }
      names.append(String(part[..<end].prefix { $0 != "." }))
    }
  }
}
