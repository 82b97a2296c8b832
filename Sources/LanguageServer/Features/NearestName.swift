import Diagnostics

extension SourceMap {
  /// The change that a message only guesses at, `did you mean 'paths'?`: the name that it complains of becomes the one that it
  /// proposes. Nil for a message that proposes none, or whose name does not stand where it points.
  func guess(for finding: Diagnostic) -> Edit? {
    let question = "did you mean '"
    guard let help = finding.message.help, help.hasPrefix(question), let file = file(at: finding.span.start),
      finding.span.end <= file.end
    else { return nil }
    let near = String(help.dropFirst(question.count).prefix { $0 != "'" })
    let places = Self.quoted(finding.message.text).compactMap { name in place(ofWord: name, in: finding.span) }
    guard !near.isEmpty, let place = places.max(by: { $0.end - $0.start < $1.end - $1.start }) else { return nil }
    return Edit(place, near)
  }

  /// What stands between quotes in a message.
  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
