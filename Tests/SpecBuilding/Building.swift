import CloudFormation
import Diagnostics
import Document
import Foundation
import Spec
import Synthesis
import Synthesizer

/// A spec, built in memory.
package struct Building {
  package let contents: [UInt8]
  package let files: any FileReader
  /// Nil where the spec has errors.
  package let template: Template?
  package let report: Report
  package let sources: SourceMap

  /// Builds as the command does.
  ///
  /// - Parameter localPathPrefix: the way from the template's folder to the spec's.
  package init(_ text: String, files: any FileReader, localPathPrefix: String = "") {
    (contents, self.files) = (Array(text.utf8), files)
    var options = Options()
    options.localPathPrefix = localPathPrefix
    let outcome = synthesize(contents, name: "apigw.yaml", files: files, options: options)
    (template, report, sources) = (outcome.template, outcome.report, outcome.sources)
  }

  /// Builds without asking the rules, for tests of what the template is made of.
  package init(_ text: String) {
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
  package var findings: [String] {
    report.sorted.filter { $0.message.severity != .info }.map { diagnostic in
      let location = sources.location(of: diagnostic.span.start)
      return "\(location.line):\(location.column) \(diagnostic.message.rule) \(diagnostic.message.text)"
    }
  }

  package var rules: [String] { report.sorted.filter { $0.message.severity != .info }.map(\.message.rule.description) }

  /// The template as JSON text; "" where the spec has errors.
  package var json: String { template?.text(as: .json) ?? "" }

  package var yaml: String { template?.text(as: .yaml) ?? "" }

  /// What the command prints of the findings.
  package var rendered: String {
    var renderer = TextRenderer()
    var output: [UInt8] = []
    renderer.render(report, of: sources, into: &output)
    renderer.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The template as plain JSON objects.
  package var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: Any] ?? [:]
  }

  package var resources: [String: [String: Any]] { object["Resources"] as? [String: [String: Any]] ?? [:] }

  /// The logical IDs in the order written.
  package var ids: [String] { template?.resources.map(\.id.text) ?? [] }

  /// The type of each resource.
  package var types: [String: String] { resources.compactMapValues { $0["Type"] as? String } }

  /// The logical IDs of the resources of a type, sorted.
  package func ids(of type: String) -> [String] { types.filter { $0.value == type }.keys.sorted() }

  package var deployments: [String] { ids(of: "AWS::ApiGateway::Deployment") }

  /// A property of a resource as compact JSON with sorted keys; "nil" where it is absent.
  package func property(_ id: String, _ path: String...) -> String {
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
  package func text(as format: TemplateFormat) -> String {
    var bytes: [UInt8] = []
    write(as: format) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
