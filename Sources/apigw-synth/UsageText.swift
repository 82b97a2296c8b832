import Diagnostics

/// What is said of bad usage repeats arguments, which may hold anything.
enum UsageText {
  /// The lines, each safe to print.
  static func printable(_ message: [UInt8]) -> [UInt8] {
    let lines = String(decoding: message, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let safe = lines.map { line in
      let text = Diagnostics.printable(String(line))
      let start = text.drop { $0 == " " }
      return start.hasPrefix("::") ? "\\u{3A}" + start.dropFirst() : text
    }
    return Array(safe.joined(separator: "\n").utf8)
  }
}
