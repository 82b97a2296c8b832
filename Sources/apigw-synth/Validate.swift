import ArgumentParser

/// Says what is wrong with specs.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Validate specs; print nothing when all is well.",
    usage: "apigw-synth validate [<options>] [<specs> ...]")

  @Argument(help: "Files, or '-' for standard input. (default: apigw.yaml or apigw.yml)", completion: .file())
  var specs: [String] = []

  @Flag(help: "Correct what is certain, in the files.")
  var fix = false

  @Flag(help: "Print as a unified diff what '--fix' corrects; without '--fix' nothing is changed.")
  var diff = false

  @OptionGroup var synthesis: SynthesisOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if diff, diagnostics.form != .text { throw ValidationError("'--diff' takes standard output for itself") }
    guard fix, specs.contains("-") else { return }
    if diagnostics.form != .text || specs.count > 1 {
      throw ValidationError("'--fix' prints what it makes of '-', and takes no other file or format beside it")
    }
  }

  func run() throws {
    var fixing = fix || diff ? Fixing(synthesis, writes: fix, showsDifference: diff) : nil
    var printer = diagnostics.printer(othersTo: .output, isStrict: synthesis.strict)
    var status: Int32 = 0
    let arguments = specs.isEmpty ? [nil] : specs.map(Optional.some)
    for (index, argument) in arguments.enumerated() {
      let findings: Findings
      do throws(Failure) {
        var spec = try synthesis.read(argument, wantsTemplate: false)
        if let mended = try fixing?.mend(spec) {
          findings = mended
        } else {
          findings = try synthesis.synthesize(&spec, wantsTemplate: false)
        }
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
