/// Identity sources in one text, joined with commas as CloudFormation has them.
///
/// AWS: CreateAuthorizer, `identitySource`: a comma-separated string of one or more mapping expressions; blanks after
/// the commas are AWS's own style.
public struct IdentitySourceList: Hashable, Sendable {
  /// A source and where it stands.
  public struct Entry: Hashable, Sendable {
    public let source: IdentitySource
    /// UTF-8 bytes from the start of the whole text.
    public let offset: Int
  }

  /// The pieces that are sources, in their order.
  public private(set) var entries: [Entry] = []
  /// What is off about the other pieces, in their order; offsets count from the start of the whole text.
  public private(set) var problems: [ExpressionProblem] = []

  /// Reads all pieces of `text`; an empty one is a problem of its own.
  public init(parsing text: String) {
    let bytes = Array(text.utf8)
    for piece in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let start = piece.firstIndex { !NameBytes.isBlank($0) } ?? piece.startIndex
      let end = piece.lastIndex { !NameBytes.isBlank($0) }.map { $0 + 1 } ?? start
      do throws(ExpressionProblem) {
        entries.append(Entry(source: try IdentitySource(parsing: bytes[start..<end].text), offset: start))
      } catch {
        problems.append(error.moved(by: start))
      }
    }
  }
}
