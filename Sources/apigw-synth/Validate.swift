import ArgumentParser
import Diagnostics

/// Says what is wrong with specs.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Validate specs; print nothing when all is well.")

  @Argument(help: "Files, or '-' for standard input. (default: apigw.yaml or apigw.yml)", completion: .file())
  var specs: [String] = []

  @OptionGroup var synthesis: SynthesisOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    var all: [Findings] = []
    var status: Int32 = 0
    for argument in specs.isEmpty ? [nil] : specs.map(Optional.some) {
      do throws(Failure) {
        let findings = try synthesis.synthesize(try synthesis.read(argument))
        if synthesis.fails(findings.report) { status = max(status, 1) }
        all.append(findings.withoutTemplate)
      } catch {
        StandardStreams.report(error)
        status = 2
      }
    }
    let output = diagnostics.render(all)
    switch diagnostics.form {
    case .text: StandardStreams.report(output)
    case .json: try StandardStreams.write(output)
    }
    if status != 0 { throw ExitCode(status) }
  }
}

extension Findings {
  /// The findings alone: the specs of a whole project need not be in memory as templates.
  fileprivate var withoutTemplate: Findings { Findings(template: nil, report: report, sources: sources) }
}
