import Diagnostics
import Document

/// `# apigw-synth: ignore INT223, SEC004`: what is not to be reported of one line.
struct IgnoreComment {
  /// A name in the comment, known to the catalogue or not.
  struct Name {
    let rule: RuleID
    let span: Span
  }

  let span: Span
  /// Whether it stands on a line of its own, and is about the next line that is no comment.
  let isAlone: Bool
  /// Empty where the comment is not of this form.
  let names: [Name]

  static let word: StaticString = "apigw-synth:"

  init(_ comment: Comment, in sources: SourceMap) {
    (span, isAlone) = (comment.span, comment.isAlone)
    var words = Self.words(of: comment.span, in: sources.bytes)[...]
    let head = words.prefix { sources.string($0) != "ignore" }
    words = words.dropFirst(head.count + 1)
    let isForm = head.map(sources.string).joined() == "#apigw-synth:"
    names = isForm ? words.map { Name(rule: RuleID(sources.string($0).uppercased()), span: $0) } : []
  }

  /// What stands between blanks and commas; the `#` is a word of its own.
  private static func words(of span: Span, in bytes: [UInt8]) -> [Span] {
    var words = [Span(start: span.start, end: span.start + 1)]
    var start: UInt32?
    for index in (span.start + 1)...span.end {
      let isEnd = index == span.end || [0x20, 0x09, UInt8(ascii: ",")].contains(bytes[Int(index)])
      if isEnd, let first = start {
        words.append(Span(start: first, end: index))
        start = nil
      } else if !isEnd, start == nil {
        start = index
      }
    }
    return words
  }
}
