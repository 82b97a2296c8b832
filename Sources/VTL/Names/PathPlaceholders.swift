/// The `{name}` placeholders of an HTTP integration's URL or an AWS integration's path.
///
/// AWS: PutIntegration, `uri`, and api-gateway-create-api-step-by-step (Developer Guide): each is filled from
/// `integration.request.path.name`. `${…}` belongs to stage variables and to CloudFormation.
public struct PathPlaceholders: Hashable, Sendable {
  /// One placeholder; the range is UTF-8 bytes from the start of the text, braces included.
  public struct Placeholder: Hashable, Sendable {
    public let name: String
    /// Whether it was written `{name+}`, as resource paths may and URLs may not.
    public let isGreedy: Bool
    public let range: Range<Int>
  }

  /// What is off, and the byte it is at.
  public struct Problem: Hashable, Sendable {
    /// What is off.
    public enum Kind: Hashable, Sendable {
      /// `{` without a `}` behind it.
      case unclosed
      /// `}` without a `{` before it.
      case unopened
      /// `{}`.
      case missingName
      /// `{a b}`.
      case illegalCharacter(Unicode.Scalar)
    }

    public let kind: Kind
    /// UTF-8 bytes from the start of the text.
    public let offset: Int
  }

  /// The placeholders that are right, in the order of the text.
  public private(set) var placeholders: [Placeholder] = []
  /// What is off about the other braces, in the order of the text.
  public private(set) var problems: [Problem] = []

  /// Finds all placeholders in `text`.
  public init(in text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    while let brace = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
      index = brace + 1
      if bytes[brace] == UInt8(ascii: "}") {
        problems.append(Problem(kind: .unopened, offset: brace))
        continue
      }
      let isReference = brace > 0 && bytes[brace - 1] == UInt8(ascii: "$")
      let close = bytes[index...].firstIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "{") }
      guard let close, bytes[close] == UInt8(ascii: "}") else {
        if !isReference { problems.append(Problem(kind: .unclosed, offset: brace)) }
        continue
      }
      if !isReference { read(bytes, brace..<close + 1) }
      index = close + 1
    }
  }

  private mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
    var name = bytes[range].dropFirst().dropLast()
    let isGreedy = name.last == UInt8(ascii: "+")
    if isGreedy { name = name.dropLast() }
    if name.isEmpty {
      problems.append(Problem(kind: .missingName, offset: range.lowerBound + 1))
    } else if let offset = name.firstIndex(where: { !NameBytes.isParameter($0) }) {
      let scalar = NameBytes.scalar(in: name, at: offset)
      problems.append(Problem(kind: .illegalCharacter(scalar), offset: offset))
    } else {
      placeholders.append(Placeholder(name: name.text, isGreedy: isGreedy, range: range))
    }
  }
}
