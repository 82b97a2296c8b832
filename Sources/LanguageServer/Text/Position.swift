/// A place in a text, as editors count: both from 0.
public struct Position: Hashable, Sendable, Comparable {
  public let line: Int
  /// In the units of the session's `PositionEncoding`.
  public let character: Int

  public init(line: Int, character: Int) { (self.line, self.character) = (line, character) }

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }

  init?(_ json: JSON?) {
    guard let line = json?["line"]?.integer, let character = json?["character"]?.integer, line >= 0, character >= 0
    else { return nil }
    self.init(line: line, character: character)
  }

  var json: JSON { ["line": .integer(line), "character": .integer(character)] }
}

extension JSON {
  /// A stretch of a text, from one position to another.
  static func range(_ start: Position, _ end: Position) -> JSON { ["start": start.json, "end": end.json] }

  /// A text that is Markdown, for an editor that shows it as such or as it stands.
  static func markup(_ text: String, isMarkdown: Bool) -> JSON {
    ["kind": isMarkdown ? "markdown" : "plaintext", "value": .string(text)]
  }
}
