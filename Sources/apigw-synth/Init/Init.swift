import ArgumentParser
import Diagnostics

/// Makes a small project that builds, deploys and is checked as it is.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a starter spec, its handler, a pre-commit config and a CI workflow.",
    discussion: "What is there already is left as it is; a folder that has a spec is not touched at all.")

  @Argument(help: "The folder, which is made where it is missing.", completion: .directory)
  var dir = "."

  func run() throws {
    let folder = NewFiles(in: dir)
    for name in SpecFile.defaultNames where folder.has(name) {
      throw Failure("'\(printable(folder.path(of: name)))' is there already; nothing was written")
    }
    let results = try folder.write(Starter.files)
    try StandardStreams.write(Array(summary(results, in: folder).utf8))
  }

  private func summary(_ results: [NewFiles.Result], in folder: NewFiles) -> String {
    let breaker = LineBreaker(width: Terminal.width(of: 1))
    var lines = zip(Starter.files, results).map { line(for: $0, $1, breaker) }
    if let note = note(in: folder) { lines.append(breaker.broken(note)) }
    lines += ["", "Next:"] + (dir == "." ? [] : ["  cd \(shellQuoted(dir))"])
    lines.append("  apigw-synth build -o template.yaml")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What became of a file: on one line, or on several where the terminal is narrow.
  private func line(for file: StarterFile, _ result: NewFiles.Result, _ breaker: LineBreaker) -> String {
    let longest = Starter.files.map(\.name.utf8.count).max() ?? 0
    let (verb, news) =
      result == .made ? ("made", file.purpose) : ("kept", "is there already, and was left as it is")
    if let width = breaker.width, width < 2 * longest {
      return breaker.broken("\(verb)  \(file.name)\n      \(news)", indent: 6)
    }
    let space = String(repeating: " ", count: longest - file.name.utf8.count)
    return breaker.broken("\(verb)  \(file.name)\(space)  \(news)", indent: longest + 8)
  }

  /// pre-commit and GitHub look for their files at the top of a repository alone.
  private func note(in folder: NewFiles) -> String? {
    guard let real = try? Path.real(dir), let top = ProjectFiles.repository(above: real), top != real
    else { return nil }
    let names = Starter.files.map(\.name).filter { $0.hasPrefix(".") }.map { "'\($0)'" }.joined(separator: " and ")
    return "\nThe repository starts at '\(printable(top))': \(names) work from there alone."
  }

  /// The folder as a shell takes it, safe to print.
  private func shellQuoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: byte >= 0x80
      }
    }
    if plain && !path.hasPrefix("-") { return printable(path) }
    let inner = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
    return "-- '\(printable(inner))'"
  }
}
