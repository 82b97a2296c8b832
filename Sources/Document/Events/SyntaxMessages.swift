import Diagnostics

extension Message {
  private static func yaml(_ text: String, help: String? = nil) -> Message {
    Message("SPEC107", .error, text, help: help)
  }

  static var tabAsIndentation: Message { yaml("a tab stands where indentation is wanted", help: "indent with spaces") }

  static var openQuote: Message {
    yaml("the quote that opens here is never closed", help: "close it with the same quote")
  }

  static func openBracket(_ bracket: String) -> Message {
    yaml("the bracket that opens here is never closed", help: "close it with '\(bracket)'")
  }

  static func expectedInFlow(_ bracket: String) -> Message {
    yaml("expected ',' or '\(bracket)' here", help: "separate with ',' or close with '\(bracket)'")
  }

  static var longKey: Message {
    yaml(
      "this key is longer than 1,024 characters, more than YAML takes before a ':'",
      help: "shorten it, or write '? key' and ': value' on lines of their own")
  }

  static var unexpectedColon: Message {
    yaml("a ':' cannot stand here, as the text before it is no key", help: "quote text that holds ': '")
  }

  static var expectedColon: Message {
    yaml("expected a ':' after this key", help: "write 'key: value', indented like the keys around it")
  }

  static var expectedKey: Message {
    yaml("expected a key here", help: "indent it like the keys of the mapping to which it belongs")
  }

  static var expectedItem: Message {
    yaml("expected '- ' here", help: "indent it like the other items of the list")
  }

  /// An escape that names no character.
  /// - Parameter character: what the same text means in JSON.
  static func escape(_ written: String, character: Unicode.Scalar?) -> Message {
    guard let character else {
      return yaml("'\(written)' names no character", help: "write '\\\\' for a backslash, or use single quotes")
    }
    return yaml(
      "'\(written)' is half a character",
      help: "write the character itself, or \\U\(hexadecimal(character.value, digits: 8))")
  }

  /// What has no words of its own: libyaml's, as a sentence of ours.
  static func syntax(_ problem: String, _ context: String?) -> Message {
    if let known = knownProblems[problem] { return yaml(known.text, help: known.help) }
    return yaml(context.map { "\(problem), \($0)" } ?? problem)
  }

  private static let knownProblems: [String: (text: String, help: String)] = [
    "found character that cannot start any token": (
      "no value can begin with this character", "put the value in quotes"
    ),
    "did not find expected node content": ("expected a value here", "write a value, or quote it"),
    "did not find expected <document start>": (
      "this does not belong to the value before it", "indent it, or quote the whole value"
    ),
    "block sequence entries are not allowed in this context": (
      "a list cannot begin here", "begin it on a line of its own"
    ),
    "mapping keys are not allowed in this context": ("a key cannot begin here", "begin it on a line of its own"),
    "found undefined tag handle": ("this tag's handle is not known", "write '!Name' or '!!str'"),
    "did not find expected alphabetic or numeric character": (
      "a name of letters, digits, '-' and '_' belongs here", "quote the value if it is text"
    ),
    "did not find expected comment or line break": (
      "the text of a block begins on the line after '|' or '>'", "move it to the next line, indented"
    ),
  ]
}
