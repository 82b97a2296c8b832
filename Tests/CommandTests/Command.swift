import Foundation

/// Runs the built program in a folder of its own.
final class Command {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  static let spec = """
    apis:
      pets:
        paths:
          /pets:
            get:
              integration: {type: mock, response: {statusCode: 200}}

    """
  /// A spec with an error at 2:9.
  static let broken = "apis:\n  pets: *nowhere\n"

  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    let name = "apigw-synth-tests-\(UUID().uuidString)"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
  }

  /// The names of all files, also hidden ones.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Runs the program and waits for it.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:], output: FileHandle? = nil
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment, output: output)
  }

  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], output: FileHandle? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // The program ends with what it holds, which the address sanitizer would count as lost.
    process.environment = environment.merging(["ASAN_OPTIONS": "detect_leaks=0"]) { given, _ in given }
    // Files and not pipes, so that no amount of output can block the run.
    let names = ["in", "out", "err"].map { "\(folder.path)-\($0)" }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    for name in names { try Data(input.utf8).write(to: URL(fileURLWithPath: name)) }
    process.standardInput = try Self.handle(names[0], O_RDONLY)
    process.standardOutput = try output ?? Self.handle(names[1], O_WRONLY | O_TRUNC)
    process.standardError = try Self.handle(names[2], O_WRONLY | O_TRUNC)
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: output == nil ? texts[1] : "", errors: texts[2])
  }

  private static func handle(_ path: String, _ flags: Int32) throws -> FileHandle {
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// The program is built beside the tests.
  static var program: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("apigw-synth")
  }
}
