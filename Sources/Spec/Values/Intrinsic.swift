import Document

/// A CloudFormation intrinsic function as the spec writes it, in either spelling: `!Ref X` or `{Ref: X}`.
public struct Intrinsic: Sendable {
  /// The name in the long spelling: `Ref`, `Condition`, `Fn::GetAtt`.
  public let name: String
  /// The whole intrinsic.
  public let node: NodeID
  /// What the function is applied to; in the short spelling the tagged node itself.
  public let argument: NodeID
  /// Whether it is written with a tag, whose argument may be spelt shorter: `!GetAtt X.Arn`.
  public let isShort: Bool

  /// Recognises an intrinsic; nil for any other value. The arguments are not looked at.
  @inline(__always)
  public init?(_ node: NodeID, in document: borrowing Document) {
    let kind = document[node]
    // Nearly all values are none.
    guard kind.tag != 0 || kind.kind == .mapping && kind.isSingle else { return nil }
    self.init(node, kind, in: document)
  }

  @inline(never)
  private init?(_ node: NodeID, _ kind: Node, in document: borrowing Document) {
    if kind.tag != 0, let tag = document.tag(node), let name = Self.shortTags[tag] {
      (self.name, self.node, argument, isShort) = (name, node, node, true)
    } else if kind.kind == .mapping, let entry = document.onlyEntry(node),
      document.bytes(entry.key, Self.isFunctionName)
    {
      (name, self.node, argument, isShort) = (document.string(entry.key), node, entry.value, false)
    } else {
      return nil
    }
  }

  /// `Ref`, or anything that starts with `Fn::`.
  private static func isFunctionName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 2, text[0] == UInt8(ascii: "F") || text[0] == UInt8(ascii: "R") else { return false }
    return text.elementsEqual("Ref".utf8) || text.starts(with: "Fn::".utf8)
  }

  /// The functions that CloudFormation documents, by their long names.
  public static let functions: Set<String> = Set(shortTags.values)

  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
  private static let shortTags: [String: String] = {
    let named = [
      "GetAtt", "Sub", "Join", "Select", "Split", "ImportValue", "FindInMap", "If", "Equals", "And", "Or", "Not",
      "Base64", "Cidr", "GetAZs", "Transform", "Length", "ToJsonString", "GetStackOutput",
    ]
    var tags = Dictionary(uniqueKeysWithValues: named.map { ("!" + $0, "Fn::" + $0) })
    tags["!Ref"] = "Ref"
    tags["!Condition"] = "Condition"
    return tags
  }()
}

extension Document {
  /// The entry of a mapping that has just one, without merge keys.
  fileprivate func onlyEntry(_ node: NodeID) -> Entry? {
    let mapping = target(node)
    guard self[mapping].isSingle, !self[mapping].hasMerge else { return nil }
    return Entry(key: NodeID(mapping.index + 1), value: NodeID(mapping.index + 2))
  }
}
