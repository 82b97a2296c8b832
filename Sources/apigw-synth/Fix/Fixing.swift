import Diagnostics

/// Mends specs: on the disk, or in what `--diff` shows.
struct Fixing {
  let synthesis: SynthesisOptions
  /// Whether files are changed.
  let writes: Bool
  /// Whether the difference is printed.
  let showsDifference: Bool
  /// What files would hold that were mended for an earlier spec and not written.
  private var contents: [String: [UInt8]] = [:]

  init(_ synthesis: SynthesisOptions, writes: Bool, showsDifference: Bool) {
    (self.synthesis, self.writes, self.showsDifference) = (synthesis, writes, showsDifference)
  }

  /// Mends a spec and the files that it includes.
  /// - Returns: what remains to be said of it; where nothing is written, all that there is to say.
  mutating func mend(_ spec: SpecFile) throws(Failure) -> Findings {
    guard case .whole(let bytes) = spec.contents else {
      var spec = spec
      return try synthesis.synthesize(&spec, wantsTemplate: false)
    }
    let path = try path(of: spec)
    let project = try ProjectFiles(of: spec.folder, root: synthesis.root)
    let files = FixableFiles(EditedFiles(project: project), spec: spec.name, at: path, bytes)
    var limits = FixedSpec.Limits()
    limits.fixesWarnings = synthesis.strict
    let fixed = FixedSpec(contents, limits: limits) { [synthesis] contents in
      synthesis.synthesize(
        contents[path] ?? bytes, name: spec.name, EditedFiles(project: project, contents: contents),
        wantsTemplate: false)
    } edit: {
      files.edit($0, $1, in: $2)
    }
    if showsDifference { try show(fixed, files) }
    guard writes else {
      contents = fixed.contents
      return fixed.before
    }
    try write(fixed, files)
    if path == FixableFiles.standardInput, !showsDifference {
      try StandardStreams.write(fixed.contents[path] ?? bytes)
    }
    for fix in fixed.done { StandardStreams.report(Array("\(fix.line)\n".utf8)) }
    return fixed.findings
  }

  /// The real path of what is to be changed: a link would lead to it from anywhere.
  private func path(of spec: SpecFile) throws(Failure) -> String {
    if spec.isStandardInput { return FixableFiles.standardInput }
    do throws(SystemError) {
      let isLink = try FileStatus(of: spec.name, followsLinks: false).kind == .link
      if !isLink || !writes { return try Path.real(spec.name) }
    } catch {
      throw error.failure("fix", spec.name)
    }
    throw Failure("cannot fix '\(printable(spec.name))': it is a link; name the file that it leads to")
  }

  private func show(_ fixed: FixedSpec, _ files: FixableFiles) throws(Failure) {
    var output: [UInt8] = []
    let isSafe = StandardStreams.outputIsTerminal
    for (path, original) in files.originals.sorted(by: { $0.value.name < $1.value.name }) {
      let before = contents[path] ?? original.bytes
      UnifiedDiff(of: before, to: fixed.contents[path] ?? before, name: original.name).write(
        to: &output, isSafe: isSafe)
    }
    try StandardStreams.write(output)
  }

  private func write(_ fixed: FixedSpec, _ files: FixableFiles) throws(Failure) {
    for (path, original) in files.originals.sorted(by: { $0.value.name < $1.value.name }) {
      guard path != FixableFiles.standardInput, let contents = fixed.contents[path] else { continue }
      guard let status = try? FileStatus(of: path, followsLinks: false), Comparison.holds(path, original.bytes) else {
        throw Failure("cannot fix '\(printable(original.name))': it has changed since it was read")
      }
      try OutputFile(path: path, mode: status.mode).replace(with: contents)
    }
  }
}
