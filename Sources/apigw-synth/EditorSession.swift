import ArgumentParser
import LanguageServer

/// Serves an editor over standard input and output.
struct EditorSession: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serve an editor: the language server, over standard input and output.",
    discussion: "Editors start it; see docs/editors.md for what to tell them.")

  @Flag(help: "What is done anyway: some editors insist on saying it.")
  var stdio = false

  /// How long an editor must be still before it is told of findings, in milliseconds.
  private static let pause: Int32 = 50

  func run() throws {
    let input = OpenFile(standard: 0)
    var server = LanguageServer(version: ApigwSynth.version) { folder in try? ProjectFiles(of: folder, root: nil) }
    do throws(SystemError) {
      while server.exitStatus == nil {
        var output: [UInt8] = []
        if server.isWaiting, !input.hasInput(within: Self.pause) {
          server.settle(into: &output)
        } else {
          let bytes = try input.readSome(1 << 16)
          if bytes.isEmpty { break }
          server.receive(bytes, into: &output)
        }
        if !output.isEmpty { try OpenFile(standard: 1).writeBytes(output) }
      }
    } catch {
      // Without its editor there is nothing left to do, and nobody to tell.
      throw ExitCode(1)
    }
    if server.statusAtEnd != 0 { throw ExitCode(server.statusAtEnd) }
  }
}
