import Testing

@testable import Spec

/// The tables of the language as a whole.
@Suite struct TableTests {
  @Test("a table has exactly one row for each stored property", arguments: Record.all)
  func rowsAndProperties(record: Record) {
    #expect(record.hasNode, "the record knows the mapping that it was read from")
    #expect(record.filledProperties == record.properties - 1, "all but 'node' are filled by rows")
    for (rows, shared) in record.rowsOfProperties where shared != nil || rows != 1 {
      #expect(rows == shared, "a property has one row, or those of the record that shares its keys")
    }
  }

  @Test("the names of a table's rows are unique, camelCase and no extension", arguments: Record.all)
  func names(record: Record) {
    #expect(Set(record.names).count == record.names.count)
    for name in record.names {
      #expect(name.first?.isLowercase == true && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
  }

  @Test("every row and table is explained by a sentence", arguments: Record.all)
  func documentation(record: Record) {
    for doc in record.docs {
      #expect(doc.hasSuffix(".") && doc.count > 5 && !doc.hasPrefix(" "), "'\(doc)'")
      #expect(doc.first?.isUppercase == true || doc.first == "`", "'\(doc)'")
    }
  }

  @Test("every shape has words to stand after 'must be'", arguments: Record.all)
  func words(record: Record) {
    for shape in record.shapes { #expect(!shape.words.isEmpty && !shape.words.hasSuffix(".")) }
  }

  @Test func everyRecordThatTheLanguageReachesIsTested() {
    var reached: Set<String> = []
    for record in Record.all {
      for shape in record.shapes { Self.collect(shape, into: &reached) }
    }
    #expect(reached.isSubset(of: Record.all.map(\.name)))
    #expect(reached.count >= 20)
  }

  @Test func namesOfRecordsAreUnique() {
    #expect(Set(Record.all.map(\.name)).count == Record.all.count)
  }

  private static func collect(_ shape: Shape, into names: inout Set<String>) {
    switch shape {
    case .record(let table):
      let table = table()
      guard names.insert(table.name).inserted else { return }
      for row in table.rows { collect(row.shape, into: &names) }
    case .union(let union):
      let union = union()
      for table in [union.shared] + union.cases.map(\.table) where names.insert(table.name).inserted {
        for row in table.rows { collect(row.shape, into: &names) }
      }
    case .list(let item), .map(_, let item): collect(item, into: &names)
    case .either(let first, let second):
      collect(first, into: &names)
      collect(second, into: &names)
    default: break
    }
  }
}

/// A record's table beside what reflection says of the record.
struct Record: Sendable, CustomTestStringConvertible {
  let name: String
  let names: [String]
  let docs: [String]
  let shapes: [Shape]
  let properties: Int
  let hasNode: Bool
  let filledProperties: Int
  /// For each property that rows fill: how many do, and how many the record has whose keys stand among this one's.
  let rowsOfProperties: [(rows: Int, shared: Int?)]

  var testDescription: String { name }

  init<Model: TableDecodable>(_ type: Model.Type) {
    let table = Model.table
    name = table.name
    names = table.fields.map(\.name)
    docs = [table.doc] + table.fields.map(\.doc)
    shapes = table.fields.map(\.shape) + (table.others.map { [$0.shape] } ?? [])
    let children = Self.properties(of: Model())
    (properties, hasNode) = (children.count, children.contains { $0.label == "node" })
    var counts: [PartialKeyPath<Model>: Int] = [:]
    for field in table.fields { counts[field.property() as PartialKeyPath<Model>, default: 0] += 1 }
    filledProperties = counts.count + (table.others == nil ? 0 : 1)
    rowsOfProperties = counts.map { property, count in
      (count, (Swift.type(of: property).valueType as? any TableDecodable.Type).map { Self.rows(of: $0) })
    }
  }

  /// The stored properties of a record, the rare ones among them wherever they stand.
  private static func properties(of model: Any) -> [Mirror.Child] {
    Mirror(reflecting: model).children.flatMap { child in
      (child.value as? any HoldsRareOptions).map { Array(Mirror(reflecting: $0.none).children) } ?? [child]
    }
  }

  private static func rows<Model: TableDecodable>(of type: Model.Type) -> Int { Model.table.fields.count }

  static let all: [Record] = [
    Record(Declarations.self), Record(Function.self), Record(VpcSettings.self), Record(CodeLocation.self),
    Record(VpcLink.self), Record(API.self), Record(Defaults.self), Record(PathItem.self), Record(Method.self),
    Record(MethodOptions.self), Record(MethodResponse.self), Record(IntegrationOptions.self),
    Record(IntegrationResponse.self), Record(MockBackend.self), Record(MockResponse.self), Record(LambdaBackend.self),
    Record(HTTPBackend.self), Record(AWSBackend.self), Record(AuthorizerOptions.self), Record(RequestAuthorizer.self),
    Record(TokenAuthorizer.self), Record(CognitoAuthorizer.self), Record(TypedIdentitySource.self),
    Record(Model.self), Record(RequestValidator.self), Record(GatewayResponse.self), Record(Stage.self),
    Record(MethodSettings.self), Record(Canary.self),
    Record(ApiKey.self), Record(StageReference.self), Record(UsagePlan.self), Record(Throttle.self),
    Record(Quota.self), Record(PlanStage.self), Record(MethodThrottle.self), Record(DomainName.self),
    Record(Truststore.self), Record(DomainMapping.self), Record(CORSOptions.self),
    Record(Preflight.self), Record(StepFunctionsBackend.self),
    Record(RequestContext.self), Record(SageMakerBackend.self), Record(DefinitionObject.self),
  ]
}

/// What stands for a record's rare options.
private protocol HoldsRareOptions {
  /// The options, none of them given.
  var none: Any { get }
}

extension Rare: HoldsRareOptions {
  var none: Any { Options() }
}
