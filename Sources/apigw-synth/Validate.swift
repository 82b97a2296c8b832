import ArgumentParser

/// Says what is wrong with specs.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Validate specs; print nothing when all is well.",
    usage: "apigw-synth validate [<options>] [<specs> ...]")

  @Argument(help: "Files, or '-' for standard input. (default: apigw.yaml or apigw.yml)", completion: .file())
  var specs: [String] = []

  @OptionGroup var synthesis: SynthesisOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    var printer = diagnostics.printer(othersTo: .output, isStrict: synthesis.strict)
    var status: Int32 = 0
    let arguments = specs.isEmpty ? [nil] : specs.map(Optional.some)
    for (index, argument) in arguments.enumerated() {
      let findings: Findings
      do throws(Failure) {
        findings = try synthesis.synthesize(try synthesis.read(argument), wantsTemplate: false)
      } catch {
        // The other specs are looked at all the same.
        StandardStreams.report(error)
        status = 2
        continue
      }
      if index == arguments.count - 1 { findings.keepToTheEnd() }
      if synthesis.fails(findings.report) { status = max(status, 1) }
      try printer.print(findings)
    }
    try printer.finish()
    if status != 0 { throw ExitCode(status) }
  }
}
