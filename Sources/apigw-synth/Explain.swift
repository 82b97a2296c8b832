import ArgumentParser
import Diagnostics

/// Tells what a rule checks and why.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Explain a rule, or list all of them.")

  @Argument(help: "The rule's name, as messages show it in brackets: INT202.")
  var rule: String?

  func run() throws {
    try StandardStreams.write(Array(try text(from: Explanation.all).utf8))
  }

  /// The page of the rule that was asked for, or the list of all.
  func text(from all: [Explanation]) throws(Failure) -> String {
    guard let rule else { return Explanation.catalogue(all) }
    let names = all.map(\.rule.description)
    if let index = names.firstIndex(of: rule.uppercased()) { return all[index].page }
    let guess = nearest(rule, in: names).map { "; did you mean '\($0)'?" } ?? "; 'explain' alone lists all"
    throw Failure("no rule is called '\(printable(String(rule.prefix(200))))'\(guess)")
  }
}
