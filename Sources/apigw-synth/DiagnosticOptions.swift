import ArgumentParser
import Diagnostics
import Rules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How findings are shown.
struct DiagnosticOptions: ParsableArguments {
  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github, junit }
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(name: .customLong("diagnostics"), help: "How problems are written.")
  var form = Form.text

  @Option(
    help: ArgumentHelp(
      "Show so many problems of each file, then how many there are; 0 shows all. (default: 100 as text, else all)",
      valueName: "number"))
  var maxDiagnostics: Int?

  @Flag(help: "Show also what is only worth knowing.")
  var info = false

  @Option(help: "Whether text has colours.")
  var color = Color.auto

  func validate() throws {
    if let maxDiagnostics, maxDiagnostics < 0 { throw ValidationError("'--max-diagnostics' takes 0 or more") }
  }

  /// Text goes to standard error; where other forms go is the command's choice.
  ///
  /// - Parameter isStrict: whether warnings fail.
  func printer(othersTo stream: DiagnosticPrinter.Stream, isStrict: Bool) -> DiagnosticPrinter {
    DiagnosticPrinter(renderer(isStrict: isStrict), to: form == .text ? .errors : stream)
  }

  private func renderer(isStrict: Bool) -> any Renderer {
    switch form {
    case .text: TextRenderer(selection, theme: hasColor ? .color : .plain, width: Terminal.width(of: 2))
    case .json: JSONRenderer(selection)
    case .sarif: SARIFRenderer(selection, version: ApigwSynth.version) { Catalogue[$0]?.description }
    case .github: GitHubRenderer(selection)
    case .junit: JUnitRenderer(selection, failsOnWarnings: isStrict)
    }
  }

  private var selection: Selection {
    var selection = Selection()
    selection.showsInfo = info || form != .text
    if let maxDiagnostics, maxDiagnostics > 0 {
      selection.perFile = maxDiagnostics
      selection.inAll = max(maxDiagnostics, selection.inAll ?? 0)
    } else if maxDiagnostics == 0 || form != .text {
      (selection.perFile, selection.inAll) = (nil, nil)
    }
    return selection
  }

  private var hasColor: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      if Self.isSet("NO_COLOR") { return false }
      if Self.isSet("CLICOLOR_FORCE", but: "0") { return true }
      return isatty(2) == 1 && !Self.isEqual("TERM", "dumb")
    }
  }

  private static func isSet(_ name: String, but exception: String = "") -> Bool {
    getenv(name).map { $0[0] != 0 && strcmp($0, exception) != 0 } ?? false
  }

  private static func isEqual(_ name: String, _ value: String) -> Bool {
    getenv(name).map { strcmp($0, value) == 0 } ?? false
  }
}

extension Rule {
  /// The rule as a report describes it.
  fileprivate var description: RuleDescription {
    RuleDescription(
      id, severity: severity, title: title, why: why, text: explanation(as: .text), markdown: explanation(as: .markdown)
    )
  }
}
