import ArgumentParser
import Diagnostics

/// The command.
struct ApigwSynth: ParsableCommand {
  /// The program's version, of which this is the one place.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "apigw-synth",
    abstract: "CloudFormation templates of Amazon API Gateway REST APIs, from a short YAML spec.",
    discussion: """
      Exit status: 0 done; 1 the spec has errors, or '--check' found a difference; 2 the command could not do its work.
      """,
    version: version,
    subcommands: [Build.self, Validate.self, Explain.self, Schema.self, EditorSession.self, Init.self])

  func run() throws {
    let help = HelpText(for: 2)
    StandardStreams.report(help.fitted("\(Self.helpMessage(columns: help.columns))\n"))
    throw ExitCode(2)
  }

  /// Runs the command line.
  /// - Returns: the exit status.
  static func status(of arguments: [String]) -> Int32 {
    do {
      var command = try PlainCommandLine.command(of: arguments) ?? direct(arguments) ?? parsed(arguments)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch let failure as Failure {
      StandardStreams.report(failure)
      return 2
    } catch {
      return tell(error)
    }
  }

  /// The subcommand that the first argument names, where all others are in order: what messages need of the other
  /// subcommands costs more to make than a small template, and only messages need it.
  private static func direct(_ arguments: [String]) -> (any ParsableCommand)? {
    let types: [any ParsableCommand.Type] = [Build.self, Validate.self]
    guard let type = types.first(where: { $0.configuration.commandName == arguments.first }),
      let command = try? type.parseAsRoot(Array(arguments.dropFirst())), Swift.type(of: command) == type
    else { return nil }
    return command
  }

  /// Any command; the parser would take a first word that is none for a surplus argument.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    if let word = arguments.first, !word.hasPrefix("-"), !word.isEmpty, word != "help", !names.contains(word) {
      let guess = nearest(word, in: names)?.question ?? "commands: \(names.joined(separator: ", "))"
      throw Failure("no command is called '\(printable(String(word.prefix(200))))'; \(guess)")
    }
    return try parseAsRoot(arguments)
  }

  /// Help, version and completion scripts are wanted, everything else is bad usage.
  private static func tell(_ error: any Error) -> Int32 {
    let isWanted = exitCode(for: error) == .success
    let help = HelpText(for: isWanted ? 1 : 2)
    let message = fullMessage(for: error, columns: help.columns) + "\n"
    guard isWanted else {
      StandardStreams.report(help.fitted(UsageText.printable(Array(message.utf8))))
      return 2
    }
    do throws(Failure) {
      try StandardStreams.write(help.fitted(message))
      return 0
    } catch {
      StandardStreams.report(error)
      return 2
    }
  }
}
