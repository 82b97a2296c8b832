import CloudFormation
import Diagnostics
import Document
import Rules
import Spec
import Synthesis

/// How a spec is to be built.
public struct Options: Sendable {
  /// What the input may cost.
  public var limits = Limits()
  /// Whether the quotas of CloudFormation and API Gateway are checked.
  public var checksQuotas = true
  /// The way from the template's folder to the spec's, ending in `/`; empty where they are one.
  public var localPathPrefix = ""
  /// Whether the template is wanted, and not only what is wrong with the spec.
  public var wantsTemplate = true

  public init() {}
}

/// What came of a spec.
public struct Outcome: Sendable {
  /// The template; nil where the spec has errors, or where nobody wanted it.
  public let template: Template?
  /// The spec as it was read; nil where its text is no YAML.
  public let spec: ResolvedSpec?
  public let report: Report
  /// The text that the report's places lie in.
  public let sources: SourceMap
}

/// The whole story: bytes → document → spec → rules and template. Memory in, memory out.
///
/// - Parameters:
///   - contents: the spec's bytes.
///   - name: the spec's name in diagnostics, and what `files` takes paths to be relative to.
///   - files: the files that the spec may name.
public func synthesize(
  _ contents: consuming [UInt8], name: String, files: any FileReader, options: Options
) -> Outcome {
  var report = Report()
  let reading = Document.read(
    consume contents, name: name, files: files, limits: options.limits, into: &report)
  guard let document = reading.document else {
    return Outcome(template: nil, spec: nil, report: report, sources: reading.sources)
  }
  let spec = ResolvedSpec(document, into: &report)
  Catalogue.check(spec, checksQuotas: options.checksQuotas, into: &report)
  spec.checkFiles(files, into: &report)
  var template: Template?
  if !report.hasErrors, options.wantsTemplate || mayShowMore(spec, checksQuotas: options.checksQuotas) {
    template = synthesize(
      spec, files, localPathPrefix: options.localPathPrefix, checksQuotas: options.checksQuotas, into: &report)
  }
  report = Ignores(document).apply(to: report, checksQuotas: options.checksQuotas)
  return Outcome(
    template: report.hasErrors || !options.wantsTemplate ? nil : template, spec: spec, report: report,
    sources: reading.sources)
}
