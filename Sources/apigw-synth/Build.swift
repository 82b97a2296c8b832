import ArgumentParser
import CloudFormation
import Diagnostics

/// Writes the template of a spec.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Validate a spec and write its CloudFormation template.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, yaml }

  @Argument(help: "A file, or '-' for standard input. (default: apigw.yaml or apigw.yml)", completion: .file())
  var spec: String?

  /// None is wanted: what is written here by mistake is answered.
  @Argument(help: .hidden)
  var surplus: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the template goes.", valueName: "file"), completion: .file())
  var output = "-"

  @Option(help: "How the template is written. (default: yaml on standard output and for .yaml and .yml, else json)")
  var format: Format?

  @Flag(help: "Write nothing; fail when the output is not what would be written.")
  var check = false

  @Flag(help: "Build again at every change of the spec and the files that it includes, until ctrl-C.")
  var watch = false

  @OptionGroup var synthesis: SynthesisOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if let second = surplus.first {
      let guess = output == "-" ? "; did you mean '-o \(second)'?" : ""
      throw ValidationError("'build' takes one spec, and '\(second)' is one too many\(guess)")
    }
    if check, output == "-" { throw ValidationError("'--check' needs the file that is checked: '--output <file>'") }
    guard watch else { return }
    if check { throw ValidationError("'--check' and '--watch' exclude each other") }
    if output == "-" { throw ValidationError("'--watch' needs the file that is written again: '--output <file>'") }
    if spec == "-" { throw ValidationError("'--watch' needs a spec in a file: standard input does not change") }
  }

  func run() throws {
    if watch { return try keepBuilding() }
    try build(try synthesis.read(spec, wantsTemplate: true))
  }

  /// - Parameter sightings: gets the files that the spec names, when it will be built again.
  func build(_ spec: consuming SpecFile, noting sightings: Sightings? = nil) throws {
    var spec = consume spec
    let output = try Output(output, spec: spec)
    let findings = try synthesis.synthesize(
      &spec, localPathPrefix: output.prefix(to: spec.folder), noting: sightings)
    if !watch { findings.keepToTheEnd() }
    // The template has standard output for itself.
    var printer = diagnostics.printer(othersTo: .errors, isStrict: synthesis.strict)
    try printer.print(findings)
    try printer.finish()
    guard !synthesis.fails(findings.report), let template = findings.template else { throw ExitCode(1) }
    if check { return try demand(template, in: output, of: spec) }
    try output.write(template, as: templateFormat)
  }

  private func demand(_ template: Template, in output: Output, of spec: SpecFile) throws {
    if case .file(let file) = output, file.holds(template, as: templateFormat) { return }
    let exists = (try? FileStatus(of: self.output, followsLinks: false)) != nil
    let problem = exists ? "is not what '\(printable(spec.name))' gives" : "is missing"
    StandardStreams.report(Failure("'\(printable(self.output))' \(problem); build it without '--check'"))
    throw ExitCode(1)
  }

  private var templateFormat: TemplateFormat {
    switch format {
    case .json: return .json
    case .yaml: return .yaml
    case nil: return output == "-" || [".yaml", ".yml"].contains { output.lowercased().hasSuffix($0) } ? .yaml : .json
    }
  }
}
