import ArgumentParser
import CloudFormation
import Diagnostics
import Document
import Synthesizer

/// What `build` and `validate` share.
struct SynthesisOptions: ParsableArguments {
  enum LimitSet: String, ExpressibleByArgument, CaseIterable { case `default`, none }

  @Option(help: ArgumentHelp("The project's root: no file outside of it is read.", valueName: "dir"))
  var root: String?

  @Option(help: "'none' lifts the limits on the spec's size and CloudFormation's and API Gateway's quotas.")
  var limits = LimitSet.default

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @Option(help: ArgumentHelp("Leave out the warnings of a rule; may be repeated.", valueName: "rule"))
  var disable: [String] = []

  @Option(help: ArgumentHelp("Leave out the warnings of all other rules; may be repeated.", valueName: "rule"))
  var only: [String] = []

  func validate() throws {
    // A rule of another version is no mistake; a word that can be none is.
    for rule in disable + only where !Self.mayBeRule(rule) {
      throw ValidationError("'\(rule)' is no rule; rules are named as messages show them in brackets: INT202")
    }
  }

  /// Letters, then three digits.
  private static func mayBeRule(_ word: String) -> Bool {
    let (letters, digits) = (word.utf8.dropLast(3), word.utf8.suffix(3))
    return !letters.isEmpty && letters.allSatisfy { (65...90).contains($0 & 0xDF) && $0 < 0x80 }
      && digits.allSatisfy { (48...57).contains($0) }
  }

  private var isLimited: Bool { limits == .default }
  private var inputLimits: Limits { isLimited ? Limits() : .none }

  /// - Parameter wantsTemplate: whether resources will be made, which take a third of the memory.
  func read(_ argument: String?, wantsTemplate: Bool) throws(Failure) -> SpecFile {
    try SpecFile(argument, limit: inputLimits.specBytes, growth: wantsTemplate ? 8.5 : 5.5)
  }

  /// - Parameters:
  ///   - spec: gives its bytes away, so that a large one is not in memory twice.
  ///   - prefix: how the spec's folder is written from the template's.
  ///   - wantsTemplate: whether the template is made where nothing can be wrong with it.
  ///   - sightings: gets the files that the spec names.
  func synthesize(
    _ spec: inout SpecFile, localPathPrefix prefix: String = "", wantsTemplate: Bool = true,
    noting sightings: Sightings? = nil
  ) throws(Failure) -> Findings {
    let project = try ProjectFiles(of: spec.folder, root: root)
    let files: any FileReader = sightings.map { SightedFiles(files: project, sightings: $0) } ?? project
    guard case .whole = spec.contents else { return spec.refusal(limit: inputLimits.specBytes) }
    return synthesize(
      spec.takeBytes(), name: spec.name, files, localPathPrefix: prefix, wantsTemplate: wantsTemplate)
  }

  /// The same for a spec in memory.
  func synthesize(
    _ bytes: consuming [UInt8], name: String, _ files: any FileReader, localPathPrefix prefix: String = "",
    wantsTemplate: Bool
  ) -> Findings {
    var options = Options()
    (options.limits, options.checksQuotas, options.localPathPrefix) = (inputLimits, isLimited, prefix)
    options.wantsTemplate = wantsTemplate
    let outcome = Synthesizer.synthesize(consume bytes, name: name, files: files, options: options)
    return Findings(
      template: outcome.template, report: select(outcome.report), sources: outcome.sources, spec: outcome.spec)
  }

  /// The findings that count. Errors cannot be left out.
  func select(_ report: Report) -> Report {
    let (left, kept) = (Set(disable.map { $0.uppercased() }), Set(only.map { $0.uppercased() }))
    if left.isEmpty && kept.isEmpty { return report }
    return report.filter { diagnostic in
      let rule = diagnostic.message.rule.description
      return diagnostic.message.severity == .error || !left.contains(rule) && (kept.isEmpty || kept.contains(rule))
    }
  }

  /// Whether a report makes the command fail.
  func fails(_ report: Report) -> Bool {
    report.hasErrors || strict && report.count(.warning) > 0
  }
}
