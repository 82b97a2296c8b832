import Diagnostics
import Document
import SpecBuilding

/// A spec built as the command builds it, rules included, and its template asked for by type rather than by logical ID.
struct Contract {
  let building: Building
  let template: JSON

  init(_ text: String, files: any FileReader = AnyPath(), localPathPrefix: String = "") {
    building = Building(text, files: files, localPathPrefix: localPathPrefix)
    template = JSON(text: building.json)
  }

  /// A spec with one API, `Shop`, whose contents are given; with a method where the text has no paths.
  init(api text: String, stack: String = "", files: any FileReader = AnyPath()) {
    let hasMethods = text.contains("paths:") || text.contains("definition:")
    let text = hasMethods ? text : text + "\npaths: {/: {GET: {}}}"
    self.init(stack + "\napis:\n  Shop:\n" + text.indented(by: 4), files: files)
  }

  /// A spec with one API, `Shop`, that has one method, `GET /items`, whose contents are given.
  init(method text: String, api: String = "", stack: String = "", files: any FileReader = AnyPath()) {
    self.init(api: api + "\npaths:\n  /items:\n    GET:\n" + text.indented(by: 6), stack: stack, files: files)
  }

  /// `LINE:COLUMN RULE` of each error, in source order.
  var errors: [String] { places(of: .error) }
  var warnings: [String] { places(of: .warning) }

  private func places(of severity: Severity) -> [String] {
    building.report.sorted.filter { $0.message.severity == severity }.map { diagnostic in
      let location = building.sources.location(of: diagnostic.span.start)
      return "\(location.line):\(location.column) \(diagnostic.message.rule)"
    }
  }

  /// The texts and helps of all errors and warnings.
  var words: String {
    building.report.sorted.map { $0.message.text + "\n" + ($0.message.help ?? "") }.joined(separator: "\n")
  }

  var resources: [String: JSON] {
    if case .object(let resources)? = template["Resources"] { resources } else { [:] }
  }

  var ids: [String] { resources.keys.sorted() }

  /// The logical IDs of the resources of a type, sorted; `AWS::` may be left out.
  func ids(of type: String) -> [String] {
    let type: JSON = .string(type.hasPrefix("AWS::") ? type : "AWS::" + type)
    return resources.filter { $0.value["Type"] == type }.keys.sorted()
  }

  /// The properties of the resources of a type, by their logical IDs' order.
  func all(_ type: String) -> [JSON] { ids(of: type).compactMap { resources[$0]?["Properties"] } }

  /// The properties of the only resource of a type; null where there is none, or more than one.
  func only(_ type: String) -> JSON {
    let all = all(type)
    return all.count == 1 ? all[0] : .null
  }

  func property(_ id: String, _ path: String...) -> JSON? {
    resources[id]?["Properties"]?.value(at: path[...])
  }

  /// The only method; of a verb where one is given.
  func method(_ verb: String? = nil) -> JSON {
    let methods = all("ApiGateway::Method").filter { verb == nil || $0["HttpMethod"] == verb.map { .string($0) } }
    return methods.count == 1 ? methods[0] : .null
  }

  var integration: JSON { method()["Integration"] ?? .null }

  /// The sources of all permissions, as the texts of their `Fn::Sub`.
  var sources: [String] { all("Lambda::Permission").compactMap { $0["SourceArn", "Fn::Sub"]?.string }.sorted() }

  /// The logical IDs that a resource depends on, sorted.
  func dependencies(of id: String) -> [String] {
    guard let value = resources[id]?["DependsOn"] else { return [] }
    return value.string.map { [$0] } ?? value.items.compactMap(\.string).sorted()
  }

  var deployment: String { ids(of: "ApiGateway::Deployment").first ?? "none" }
  var deploymentDependencies: [String] { dependencies(of: deployment) }
}

extension String {
  fileprivate func indented(by count: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }
}

/// A function that is in order, for specs about something else.
let handler = "functions: {Fn: {runtime: python3.13, handler: index.handler, code: {inline: pass}}}"
