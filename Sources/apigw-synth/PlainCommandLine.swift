import ArgumentParser

/// A command line of `build` or `validate` as scripts write it: specs, and the options of every day, each word and
/// each value apart.
///
/// The parser takes 10 million instructions to find out how these options are declared, more than all the rest of a small
/// template's build; what is taken here instead is the same command with the same values. Anything else is left to the
/// parser, which alone knows what is wrong and what to say. `PlainCommandLineTests` compares the two.
struct PlainCommandLine {
  private let isBuild: Bool
  private var specs: [String] = []
  private var output = "-"
  private var format: Build.Format?
  private var limits = SynthesisOptions.LimitSet.default
  private var form = DiagnosticOptions.Form.text
  private var (check, strict, info) = (false, false, false)
  private var (fix, diff) = (false, false)

  /// - Returns: nil where the parser has to look.
  static func command(of arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first, name == "build" || name == "validate" else { return nil }
    var line = PlainCommandLine(isBuild: name == "build")
    var words = arguments.dropFirst().makeIterator()
    while let word = words.next() {
      guard line.take(word, from: &words) else { return nil }
    }
    return line.isBuild ? line.build : line.validate
  }

  private init(isBuild: Bool) { self.isBuild = isBuild }

  private mutating func take(_ word: String, from words: inout ArraySlice<String>.Iterator) -> Bool {
    switch word {
    case "--strict": strict = true
    case "--info": info = true
    case "--fix" where !isBuild: fix = true
    case "--diff" where !isBuild: diff = true
    case "--limits": return Self.set(&limits, to: words.next())
    case "--diagnostics": return Self.set(&form, to: words.next())
    case "--check" where isBuild: check = true
    case "--format" where isBuild:
      var value = Build.Format.json
      guard Self.set(&value, to: words.next()) else { return false }
      format = value
    case "-o" where isBuild, "--output" where isBuild:
      guard let value = words.next(), Self.isPlain(value) else { return false }
      output = value
    default:
      guard Self.isPlain(word) else { return false }
      specs.append(word)
    }
    return true
  }

  private static func set<Value: RawRepresentable<String>>(_ value: inout Value, to word: String?) -> Bool {
    guard let word, let known = Value(rawValue: word) else { return false }
    value = known
    return true
  }

  /// Whether a word can be no option.
  private static func isPlain(_ word: String) -> Bool { !word.isEmpty && word.utf8.first != UInt8(ascii: "-") }

  private var build: Build? {
    guard specs.count < 2, !check || output != "-" else { return nil }
    var command = Build()
    (command.spec, command.output, command.format, command.check) = (specs.first, output, format, check)
    (command.watch, command.surplus, command.synthesis, command.diagnostics) = (false, [], synthesis, diagnostics)
    return command
  }

  private var validate: Validate? {
    guard !diff || form == .text else { return nil }
    var command = Validate()
    (command.fix, command.diff) = (fix, diff)
    (command.specs, command.synthesis, command.diagnostics) = (specs, synthesis, diagnostics)
    return command
  }

  private var synthesis: SynthesisOptions {
    var options = SynthesisOptions()
    (options.root, options.limits, options.strict, options.disable, options.only) = (nil, limits, strict, [], [])
    return options
  }

  private var diagnostics: DiagnosticOptions {
    var options = DiagnosticOptions()
    (options.form, options.maxDiagnostics, options.info, options.color) = (form, nil, info, .auto)
    return options
  }
}
