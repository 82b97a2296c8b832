import Diagnostics
import Document
import Spec
import SpecBuilding
import Testing

/// Every key of the language is shown at work in some golden.
@Suite struct CoverageTests {
  /// Keys that no golden shows, and why.
  static let exceptions: [String: String] = [:]

  @Test func everyKeyIsShownAtWork() throws {
    var coverage = Coverage()
    for golden in GoldenTests.goldens { coverage.add(try golden.building().spec()) }
    let missing = coverage.all.subtracting(coverage.used)
    #expect(missing.subtracting(Self.exceptions.keys) == [], "each of these needs a golden")
    #expect(Set(Self.exceptions.keys).isSubset(of: missing), "an exception that is shown by now is none")
    #expect(coverage.used.count > 150)
  }
}

/// The rows of the tables of all records met, and those that were filled.
private struct Coverage {
  private(set) var all: Set<String> = []
  private(set) var used: Set<String> = []

  init() { describe(TableDescription(Declarations.table)) }

  mutating func add(_ declarations: Declarations) { walk(declarations) }

  private mutating func walk(_ value: Any) {
    if let record = value as? any TableDecodable { use(record) }
    if value is NodeID || value is String || value is Bool || value is Int { return }
    for child in Mirror(reflecting: value).children { walk(child.value) }
  }

  private mutating func use<Model: TableDecodable>(_ model: Model) {
    let table = Model.table
    for field in table.fields where isFilled(field.name, in: model) { used.insert("\(table.name): \(field.name)") }
    describe(TableDescription(table))
    if let others = table.others { describe(others.shape) }
  }

  /// Whether a record has a key, be it one of a record whose keys stand among its own.
  private func isFilled<Model: TableDecodable>(_ name: String, in model: Model) -> Bool {
    guard let field = Model.table.fields.first(where: { $0.name == name }) else { return false }
    let value = model[keyPath: field.property() as PartialKeyPath<Model>]
    return (value as? any TableDecodable).map { isFilled(name, in: $0) } ?? isFilled(value)
  }

  /// Whether a property holds what was written.
  private func isFilled(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional { return mirror.children.first.map { isFilled($0.value) } ?? false }
    if mirror.displayStyle == .collection { return !mirror.children.isEmpty }
    return mirror.children.contains { $0.label == "node" && $0.value as? NodeID != NodeID.none }
  }

  private mutating func describe(_ table: TableDescription) {
    let rows = table.rows.map { "\(table.name): \($0.name)" }
    guard !all.isSuperset(of: rows), !rows.isEmpty else { return }
    all.formUnion(rows)
    for row in table.rows { describe(row.shape) }
  }

  private mutating func describe(_ shape: Shape) {
    switch shape {
    case .record(let table): describe(table())
    case .list(let item), .map(_, let item): describe(item)
    case .either(let first, let second):
      describe(first)
      describe(second)
    default: break
    }
  }
}

extension Building {
  /// The spec as it is decoded.
  func spec() -> Declarations {
    var report = Report()
    let reading = Document.read(contents, name: "apigw.yaml", files: files, limits: Limits(), into: &report)
    return reading.document.map { ResolvedSpec($0, into: &report).declarations } ?? Declarations()
  }
}
