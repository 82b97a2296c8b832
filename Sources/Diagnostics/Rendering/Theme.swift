/// The colours of a text, as the control sequences of ECMA-48 (SGR). Whoever holds the terminal chooses.
///
/// Of the eight basic colours only red and magenta can be read on a dark ground and on a light one: what needs no alarm is
/// set apart by its weight.
public struct Theme: Sendable {
  var strong = ""
  var dim = ""
  var error = ""
  var warning = ""
  var info = ""
  var reset = ""

  /// No colours.
  public static var plain: Theme { Theme() }

  /// For a terminal with the eight basic colours.
  public static var color: Theme {
    Theme(
      strong: "\u{1B}[1m", dim: "\u{1B}[2m", error: "\u{1B}[1;31m", warning: "\u{1B}[1;35m", info: "\u{1B}[1m",
      reset: "\u{1B}[0m")
  }

  func style(of severity: Severity) -> String {
    switch severity {
    case .error: error
    case .warning: warning
    case .info: info
    }
  }
}
