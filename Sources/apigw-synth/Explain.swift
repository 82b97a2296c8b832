import ArgumentParser
import Diagnostics
import Rules

/// Tells what a rule checks and why.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or list all of them.")

  @Argument(help: "The rule's name, as messages show it in brackets: INT202.")
  var rule: String?

  func run() throws {
    try StandardStreams.write(Array(try text(from: Catalogue.all, width: Terminal.width(of: 1)).utf8))
  }

  /// The page of the rule that was asked for, or the list of all.
  /// - Parameter width: the terminal's columns; nil where another program reads.
  func text(from rules: [Rule], width: Int? = nil) throws(Failure) -> String {
    guard let name = rule else { return Rule.list(rules, width: width) }
    if let rule = rules.first(where: { $0.id.description == name.uppercased() }) {
      return rule.explanation(as: .text, width: width)
    }
    if let precluded = Catalogue.precluded.first(where: { $0.id.description == name.uppercased() }) {
      return precluded.explanation(width: width)
    }
    let near = nearest(name, in: rules.map(\.id.description))
    let guess = near.map { "; \($0.question)" } ?? "; 'explain' alone lists all"
    throw Failure("no rule is called '\(printable(String(name.prefix(200))))'\(guess)")
  }
}
