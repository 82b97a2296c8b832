import Document

extension Kind where Value == String {
  /// A logical ID of the user's choice: 1 to 255 letters and digits.
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
  public static let logicalID = Kind(.text("a logical ID: letters and digits")) { node, reader in
    guard let text = Kind<String>.text("a logical ID").read(node, &reader) else { return nil }
    reader.hasGivenLogicalIDs = true
    if isLogicalID(text) { return text }
    reader.wrongValue(node, wanted: "a logical ID: 1 to 255 letters and digits", rule: "SPEC110")
    return nil
  }
}

/// Whether CloudFormation takes a text as a logical ID.
public func isLogicalID(_ text: String) -> Bool {
  (1...255).contains(text.utf8.count)
    && text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0 & 0xDF) && $0 < 0x80 }
}
