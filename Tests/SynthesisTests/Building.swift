import CloudFormation
import Diagnostics
import Document
import Foundation
import Spec
import Synthesis
import Synthesizer

/// A spec, built in memory.
struct Building {
  let contents: [UInt8]
  let files: any FileReader
  /// Nil where the spec has errors.
  let template: Template?
  let report: Report
  let sources: SourceMap

  /// Builds as the command does.
  ///
  /// - Parameter localPathPrefix: the way from the template's folder to the spec's.
  init(_ text: String, files: any FileReader, localPathPrefix: String = "") {
    (contents, self.files) = (Array(text.utf8), files)
    var options = Options()
    options.localPathPrefix = localPathPrefix
    let outcome = synthesize(contents, name: "apigw.yaml", files: files, options: options)
    (template, report, sources) = (outcome.template, outcome.report, outcome.sources)
  }

  /// Builds without asking the rules, for tests of what the template is made of.
  init(_ text: String) {
    (contents, files) = (Array(text.utf8), AnyPath())
    var report = Report()
    let reading = Document.read(contents, name: "apigw.yaml", files: files, limits: Limits(), into: &report)
    let spec = reading.document.map { ResolvedSpec($0, into: &report) }
    var template: Template?
    if let spec, !report.hasErrors {
      template = synthesize(spec, files, localPathPrefix: "", checksQuotas: true, into: &report)
    }
    (self.template, self.report, sources) = (report.hasErrors ? nil : template, report, reading.sources)
  }

  /// `LINE:COLUMN RULE text` of all findings but infos, in source order.
  var findings: [String] {
    report.sorted.filter { $0.message.severity != .info }.map { diagnostic in
      let location = sources.location(of: diagnostic.span.start)
      return "\(location.line):\(location.column) \(diagnostic.message.rule) \(diagnostic.message.text)"
    }
  }

  var rules: [String] { report.sorted.filter { $0.message.severity != .info }.map(\.message.rule.description) }

  /// The template as JSON text; "" where the spec has errors.
  var json: String { template?.text(as: .json) ?? "" }

  var yaml: String { template?.text(as: .yaml) ?? "" }

  /// What the command prints of the findings.
  var rendered: String {
    var renderer = TextRenderer()
    var output: [UInt8] = []
    renderer.render(report, of: sources, into: &output)
    renderer.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The template as plain JSON objects.
  var object: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: Any] ?? [:] }

  var resources: [String: [String: Any]] { object["Resources"] as? [String: [String: Any]] ?? [:] }

  /// The logical IDs in the order written.
  var ids: [String] { template?.resources.map(\.id.text) ?? [] }

  /// The type of each resource.
  var types: [String: String] { resources.compactMapValues { $0["Type"] as? String } }

  /// The logical IDs of the resources of a type, sorted.
  func ids(of type: String) -> [String] { types.filter { $0.value == type }.keys.sorted() }

  var deployments: [String] { ids(of: "AWS::ApiGateway::Deployment") }

  /// A property of a resource as compact JSON with sorted keys; "nil" where it is absent.
  func property(_ id: String, _ path: String...) -> String {
    var value: Any? = resources[id]?["Properties"]
    for key in path {
      value =
        Int(key).flatMap { index in (value as? [Any]).flatMap { index < $0.count ? $0[index] : nil } }
        ?? (value as? [String: Any])?[key]
    }
    guard let value else { return "nil" }
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes]
    return (try? JSONSerialization.data(withJSONObject: value, options: options)).map {
      String(decoding: $0, as: UTF8.self)
    }
      ?? "nil"
  }
}

extension Template {
  func text(as format: TemplateFormat) -> String {
    var bytes: [UInt8] = []
    write(as: format) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Every path is there, and every file's text says its name.
struct AnyPath: FileReader {
  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    .success(Array("text of \(path)\n".utf8))
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> { .success(()) }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { check(path, from: file).map { [""] } }

  func name(of path: String, from file: String) -> String { path }
}

/// What a template's references say of it.
struct References {
  /// `RESOURCE → NAME` for each that leads nowhere.
  private(set) var dangling: [String] = []

  init(in template: [String: Any]) {
    let resources = template["Resources"] as? [String: [String: Any]] ?? [:]
    let parameters = Set((template["Parameters"] as? [String: Any] ?? [:]).keys)
    for (id, resource) in resources {
      for name in Self.names(in: resource) + Self.dependencies(of: resource)
      where resources[name] == nil && !parameters.contains(name) && !name.hasPrefix("AWS::") {
        dangling.append("\(id) → \(name)")
      }
    }
    for name in Self.names(in: template["Outputs"] ?? [:])
    where resources[name] == nil && !parameters.contains(name) && !name.hasPrefix("AWS::") {
      dangling.append("outputs → \(name)")
    }
  }

  private static func dependencies(of resource: [String: Any]) -> [String] {
    (resource["DependsOn"] as? String).map { [$0] } ?? resource["DependsOn"] as? [String] ?? []
  }

  private static func names(in value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(names) }
    guard let object = value as? [String: Any] else { return [] }
    return object.flatMap { key, value -> [String] in
      switch (key, value) {
      case ("Ref", let name as String): [name]
      case ("Fn::GetAtt", let path as [Any]): [path.first as? String ?? ""]
      case ("Fn::Sub", let text as String): placeholders(text)
      case ("Fn::Sub", let parts as [Any]):
        placeholders(parts.first as? String ?? "").filter { (parts.last as? [String: Any])?[$0] == nil }
          + names(in: parts.last ?? "")
      default: names(in: value)
      }
    }
  }

  private static func placeholders(_ text: String) -> [String] {
    text.components(separatedBy: "${").dropFirst().compactMap { piece in
      guard let name = piece.split(separator: "}", omittingEmptySubsequences: false).first, !name.hasPrefix("!") else {
        return nil
      }
      return String(name.split(separator: ".")[0])
    }
  }
}
