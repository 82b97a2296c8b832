import Spec

/// A record of the language on a page of the reference.
struct ReferenceSection {
  enum Record {
    case table(TableDescription)
    case union(UnionDescription)
  }

  let heading: String
  let record: Record
  /// The CloudFormation type that it becomes or is a part of.
  let resource: String?
  /// Where within the resource its properties are: `Integration`.
  let place: String
  /// Key → property of the resource, where that is not the key with a capital; a case's own key is `case.key`.
  let properties: [String: String]
  /// Key → what becomes of it, where that is not one property.
  let effects: [String: String]

  init(
    _ heading: String, _ record: Record, becomes resource: String? = nil, in place: String = "",
    properties: [String: String] = [:], effects: [String: String] = [:]
  ) {
    (self.heading, self.record, self.resource, self.place) = (heading, record, resource, place)
    (self.properties, self.effects) = (properties, effects)
  }

  static func table<Model: TableDecodable>(_ model: Model.Type) -> Record { .table(TableDescription(Model.table)) }

  /// The union that a kind describes.
  static func union<Value>(_ kind: Kind<Value>) -> Record {
    guard case .union(let union) = kind.shape else { preconditionFailure("a tagged kind describes a union") }
    return .union(union())
  }

  /// What the record is called in messages.
  var name: String {
    switch record {
    case .table(let table): table.name
    case .union(let union): union.shared.name
    }
  }

  /// All tables of the record: its own, and those of its cases.
  var tables: [TableDescription] {
    switch record {
    case .table(let table): [table]
    case .union(let union): [union.shared] + union.cases.map(\.table)
    }
  }

  /// The keys that `properties` and `effects` may speak of.
  var keys: Set<String> {
    func names(_ table: TableDescription) -> [String] { table.rows.map(\.name) + (table.others?.names ?? []) }
    switch record {
    case .table(let table): return Set(names(table))
    case .union(let union):
      let own = union.cases.flatMap { each in names(each.table).map { "\(each.word).\($0)" } }
      return Set([union.tag] + names(union.shared) + own)
    }
  }
}
