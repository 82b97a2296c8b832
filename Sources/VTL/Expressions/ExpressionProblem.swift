import Diagnostics

/// Why a text is not the name, the mapping expression or the identity source it should be.
public struct ExpressionProblem: Error, Hashable, Sendable {
  /// What is off.
  public enum Kind: Hashable, Sendable {
    /// Nothing, or only blanks, stands where a name or an expression is needed.
    case empty
    /// Blanks stand before or after an expression.
    case surroundingSpace
    /// The text does not start with the words the form starts with; `expected` is that start, `method.request.`.
    case wrongPrefix(expected: String)
    /// The word after the prefix is none of `header`, `querystring`, `path` and their like that the form allows.
    case unknownLocation(String)
    /// The prefix and the location are right, and no name follows.
    case missingName
    /// A name holds a character that names cannot hold.
    case illegalCharacter(Unicode.Scalar)
    /// A name is longer than AWS takes; `limit` counts bytes.
    case nameTooLong(limit: Int)
    /// Static text without the single quotes that API Gateway wants around it.
    case unquotedText
    /// Static text in double quotes instead of single ones.
    case doubleQuotes
    /// A single quote opens static text and none ends it.
    case unclosedQuote
    /// A single quote inside static text, which has no way to escape it.
    case quoteInsideText
    /// A selection expression of HTTP APIs, `$request.header.X`.
    case httpAPIForm
    /// A mapping-template reference, `$context.x` or `${stageVariables.x}`; expressions have no dollar.
    case dollarReference
    /// A source that exists, but for the other direction: `method.request…` in a response mapping.
    case otherSide
    /// The name of a mapping's target, `integration.request…` or `method.response…`, used as its source.
    case targetAsSource
    /// A context variable that AWS does not publish.
    case unknownContextVariable(String)
    /// A context variable that exists and has no value here.
    case unavailableContextVariable(String)
    /// A path parameter as identity source; authorizers cannot read them.
    case pathParameter
    /// A source that mapping expressions know and authorizers do not, such as the body.
    case notAnIdentitySource
    /// Several identity sources, joined with commas, where one is needed.
    case list
  }

  /// What is off.
  public let kind: Kind
  /// Where, in UTF-8 bytes from the start of the text; at most the text's length.
  public let offset: Int
  /// The whole text as it was probably meant, or nothing when that would be a guess.
  public let suggestion: String?
  /// Whether nothing but the suggestion can have been meant.
  public let isCertain: Bool

  init(_ kind: Kind, at offset: Int, suggestion: String? = nil, isCertain: Bool = false) {
    self.kind = kind
    self.offset = offset
    self.suggestion = suggestion
    self.isCertain = isCertain && suggestion != nil
  }

  /// The suggestion in place of the whole text, where it is certain.
  public var correction: Correction? { isCertain ? suggestion.map { .text($0) } : nil }

  /// The same problem in a longer text that holds this one at `start`.
  func moved(by start: Int) -> ExpressionProblem {
    ExpressionProblem(kind, at: offset + start, suggestion: suggestion, isCertain: isCertain)
  }
}
