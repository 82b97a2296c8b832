import CloudFormation
import Foundation
import Testing

@testable import apigw_synth

/// Each call of the system fails in turn: the old file stays, or the new one is whole, and nothing is left over.
@Suite struct FailingFileTests {
  private static let codes: [Int32] = [ENOSPC, EIO, EDQUOT, EACCES, EROFS]

  /// Enough methods for several pieces of output.
  private static let spec =
    "apis:\n  pets:\n    paths:\n"
    + (0..<220).map { "      /pets\($0): {get: {integration: {type: http, url: 'https://a.example'}}}\n" }.joined()

  @Test("whatever fails, the file is the old one or the new one", arguments: codes)
  func everyCall(code: Int32) throws {
    var failed: [String] = []
    for number in 0..<100 {
      let system = FailingFiles(failing: number, code: code)
      let outcome = try Self.replace(with: system)
      #expect(outcome.leftovers == [])
      guard let name = system.failed else {
        #expect(outcome.error == nil && outcome.text.hasPrefix("{") && outcome.mode == 0o640)
        break
      }
      failed.append(name)
      #expect(outcome.error == "cannot write '\(outcome.path)': \(String(cString: strerror(code)))")
      #expect(outcome.text == "old")
    }
    #expect(failed.first == "create" && failed.filter { $0 == "write" }.count > 1)
    #expect(Array(failed.drop { $0 == "create" || $0 == "write" }) == ["setMode", "synchronize", "close", "rename"])
  }

  @Test func theRemainsOfAKilledBuildAreNoHindrance() throws {
    let command = try Command(["out.json": "old"])
    try command.write("remains", to: ".apigw-synth-\(getpid()).tmp")
    let file = OutputFile(path: command.path("out.json"), mode: nil)
    try file.replace(with: try Self.template(in: command), as: .json)
    #expect(try command.text(of: "out.json").hasPrefix("{"))
    #expect(try command.text(of: ".apigw-synth-\(getpid()).tmp") == "remains")
  }

  private struct Outcome {
    let path: String
    let error: String?
    let text: String
    let mode: Int?
    let leftovers: [String]
  }

  private static func replace(with system: FailingFiles) throws -> Outcome {
    let command = try Command(["out.json": "old"])
    let path = command.path("out.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let template = try template(in: command)
    var error: String?
    do throws(Failure) {
      try OutputFile(path: path, mode: 0o640, system: system).replace(with: template, as: .json)
    } catch let failure {
      error = failure.message
    }
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    let names = try command.names.filter { !["out.json", "apigw.yaml"].contains($0) }
    return Outcome(path: path, error: error, text: try command.text(of: "out.json"), mode: mode, leftovers: names)
  }

  private static func template(in command: Command) throws -> CloudFormation.Template {
    try command.write(spec, to: "apigw.yaml")
    var file = try SpecFile(command.path("apigw.yaml"), limit: 1 << 20, growth: 8)
    return try #require(try SynthesisOptions.parse([]).synthesize(&file).template)
  }
}
