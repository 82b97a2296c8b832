import VTL

extension ExpressionProblem {
  /// What is off, in a few words.
  var words: String {
    switch kind {
    case .empty: "it is empty"
    case .surroundingSpace: "blanks stand around it"
    case .wrongPrefix(let expected): "it does not start with '\(expected)'"
    case .unknownLocation(let word): "'\(word)' is no part of a request or response"
    case .missingName: "the name is missing"
    case .illegalCharacter(let character): "a name cannot hold \(Self.name(of: character))"
    case .nameTooLong(let limit): "the name is longer than \(limit) bytes"
    case .unquotedText: "fixed text stands in single quotes"
    case .doubleQuotes: "fixed text stands in single quotes, not in double ones"
    case .unclosedQuote: "the closing quote is missing"
    case .quoteInsideText: "fixed text cannot hold a single quote"
    case .httpAPIForm: "this is the form of HTTP APIs"
    case .dollarReference: "expressions have no '$': this is a template's form"
    case .otherSide: "the other direction has this source"
    case .targetAsSource: "this is the name of a target, not of a source"
    case .unknownContextVariable(let name): "there is no context variable '\(name)'"
    case .unavailableContextVariable(let name): "'context.\(name)' has no value here"
    case .pathParameter: "path parameters cannot be read here"
    case .notAnIdentitySource: "authorizers cannot read it"
    case .list: "one source is wanted, not several"
    }
  }

  private static func name(of character: Unicode.Scalar) -> String {
    character == " " ? "a blank" : character.value < 0x20 ? "a control character" : "'\(character)'"
  }
}
