import Diagnostics

/// Finds out what a text that starts like no mapping expression was meant to be.
struct ExpressionMisreading {
  private let text: String
  private let bytes: [UInt8]
  private let side: MappingExpression.Side

  init(_ text: String, _ side: MappingExpression.Side) {
    self.text = text
    self.side = side
    bytes = Array(text.utf8)
  }

  var problem: ExpressionProblem {
    if let start = bytes.firstIndex(where: { !NameBytes.isBlank($0) }) {
      return spaced(from: start) ?? reference ?? quoted ?? sourceLike ?? unquoted
    }
    return ExpressionProblem(.empty, at: 0, suggestion: "''")
  }

  private var unquoted: ExpressionProblem {
    let fits = !bytes.contains(UInt8(ascii: "'"))
    return ExpressionProblem(
      .unquotedText, at: 0, suggestion: fits ? "'" + text + "'" : nil, isCertain: !resemblesReference && !resemblesName)
  }

  /// Whether a dollar, a brace or a word of the sources stands in a text, so that it may be meant as more than text.
  private var resemblesReference: Bool {
    let words = ["request.", "response.", "context.", "stageVariables.", "$", "{"]
    return words.contains { text.contains($0) }
  }

  /// Whether a text can be a header's name: `Authorization` may be meant as the header of the request.
  private var resemblesName: Bool { bytes.allSatisfy(NameBytes.isParameter) }

  /// Blanks around an expression, or what is off about the text between the blanks.
  private func spaced(from start: Int) -> ExpressionProblem? {
    let end = bytes.lastIndex { !NameBytes.isBlank($0) } ?? start
    let trimmed = bytes[start...end].text
    guard trimmed.utf8.count < bytes.count else { return nil }
    do throws(ExpressionProblem) {
      _ = try MappingExpression(parsing: trimmed, on: side)
      return ExpressionProblem(.surroundingSpace, at: start > 0 ? 0 : end + 1, suggestion: trimmed, isCertain: true)
    } catch {
      return error.moved(by: start)
    }
  }

  private var quoted: ExpressionProblem? {
    guard bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == bytes.first else { return nil }
    let inner = bytes.dropFirst().dropLast()
    let suggestion = inner.contains(UInt8(ascii: "'")) ? nil : "'" + inner.text + "'"
    return ExpressionProblem(.doubleQuotes, at: 0, suggestion: suggestion, isCertain: true)
  }

  /// `$request.header.X`, `$context.x`, `${stageVariables.x}`.
  private var reference: ExpressionProblem? {
    guard let plain = DollarReference.stripped(bytes) else { return nil }
    return ExpressionProblem(plain.kind, at: 0, suggestion: legal(plain.text), isCertain: true)
  }

  /// A source with a wrong or a missing first word: `request.header.X`, `header.X`, `methd.request.header.X`.
  private var sourceLike: ExpressionProblem? {
    if bytes.starts(with: "method.response.".utf8) || bytes.starts(with: "integration.request.".utf8) {
      return ExpressionProblem(.targetAsSource, at: 0)
    }
    guard bytes.allSatisfy(NameBytes.isContext) else { return nil }
    let words = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(\.text)
    let prefix = side == .response ? "integration.response." : "method.request."
    guard let first = words.first, words.count > 1 else { return nil }
    let known = ["method", "integration", "request", "response", "header", "querystring", "stageVariables", "context"]
    guard let near = nearest(first, in: known)?.name else { return nil }
    let rest = words.dropFirst().joined(separator: ".")
    let meant: String =
      switch near {
      case "method", "integration", "stageVariables", "context": near + "." + rest
      case "request", "response": prefix + rest
      default: prefix + near + "." + rest
      }
    return ExpressionProblem(.wrongPrefix(expected: prefix), at: 0, suggestion: legal(meant))
  }

  private func legal(_ candidate: String) -> String? {
    (try? MappingExpressionParser(candidate, side, explains: false).parse()) == nil ? nil : candidate
  }
}

/// References as other AWS languages write them.
enum DollarReference {
  /// The reference without its dollar and braces, in the words of REST APIs, or nothing when there is no dollar.
  static func stripped(_ bytes: [UInt8]) -> (kind: ExpressionProblem.Kind, text: String)? {
    guard bytes.first == UInt8(ascii: "$") else { return nil }
    var plain = bytes.dropFirst()
    if plain.first == UInt8(ascii: "!") { plain = plain.dropFirst() }
    if plain.first == UInt8(ascii: "{"), plain.last == UInt8(ascii: "}") { plain = plain.dropFirst().dropLast() }
    if plain.starts(with: "request.".utf8) { return (.httpAPIForm, "method." + plain.text) }
    if plain.starts(with: "response.".utf8) { return (.httpAPIForm, "integration." + plain.text) }
    return (.dollarReference, plain.text)
  }
}
