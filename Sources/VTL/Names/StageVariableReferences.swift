/// The `${stageVariables.NAME}` references in a URI, a function ARN, credentials or any other text.
///
/// AWS: aws-api-gateway-stage-variables-reference (Developer Guide). Other `${…}` belong to CloudFormation and are left
/// alone.
public struct StageVariableReferences: Hashable, Sendable {
  /// One reference; ranges are UTF-8 bytes from the start of the text.
  public struct Reference: Hashable, Sendable {
    public let name: String
    /// From the dollar to the closing brace, both included.
    public let range: Range<Int>
    /// The name alone.
    public let nameRange: Range<Int>
  }

  /// What is off about a reference, and the byte it starts at.
  public struct Problem: Hashable, Sendable {
    /// What is off.
    public enum Kind: Hashable, Sendable {
      /// `${stageVariables.x` without its brace.
      case unclosed
      /// `$stageVariables.x`: only mapping templates resolve it without braces.
      case unbraced
      /// `${stageVariables.}`.
      case missingName
      /// `${stageVariables.a-b}`.
      case illegalCharacter(Unicode.Scalar)
    }

    public let kind: Kind
    /// UTF-8 bytes from the start of the text.
    public let offset: Int
  }

  /// The references that are right, in the order of the text.
  public private(set) var references: [Reference] = []
  /// The others, in the order of the text.
  public private(set) var problems: [Problem] = []

  /// Finds all references in `text`.
  public init(in text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    while let dollar = bytes[index...].firstIndex(of: UInt8(ascii: "$")) {
      index = dollar + 1
      let isBraced = index < bytes.count && bytes[index] == UInt8(ascii: "{")
      let start = isBraced ? index + 1 : index
      guard bytes[start...].starts(with: VariableReference.stageVariables.utf8) else { continue }
      index = start + VariableReference.stageVariables.utf8.count
      if isBraced {
        index = read(bytes, dollar: dollar, name: index)
      } else {
        problems.append(Problem(kind: .unbraced, offset: dollar))
      }
    }
  }

  /// Reads a braced reference whose name starts at `start`; returns where to look on.
  private mutating func read(_ bytes: [UInt8], dollar: Int, name start: Int) -> Int {
    let end = bytes[start...].firstIndex { !NameBytes.isStageVariable($0) } ?? bytes.count
    if end == bytes.count {
      problems.append(Problem(kind: .unclosed, offset: dollar))
    } else if bytes[end] != UInt8(ascii: "}") {
      let isClosed = bytes[end...].contains(UInt8(ascii: "}"))
      let scalar = NameBytes.scalar(in: bytes[...], at: end)
      problems.append(
        isClosed
          ? Problem(kind: .illegalCharacter(scalar), offset: end) : Problem(kind: .unclosed, offset: dollar))
    } else if end == start {
      problems.append(Problem(kind: .missingName, offset: start))
    } else {
      references.append(
        Reference(name: bytes[start..<end].text, range: dollar..<end + 1, nameRange: start..<end))
    }
    return end
  }
}
