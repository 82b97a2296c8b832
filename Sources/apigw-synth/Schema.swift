import ArgumentParser
import Spec

/// Prints the language for editors: what keys there are, and what they take.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of specs, for editors and validators.")

  func run() throws {
    try StandardStreams.write(Array(SpecSchema.text.utf8))
  }
}
