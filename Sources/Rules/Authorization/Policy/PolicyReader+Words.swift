import Document
import Spec

extension PolicyReader {
  static let versions = ["2012-10-17", "2008-10-17"]

  /// `Version` names one of the two languages there are, and looks like a date without being one.
  mutating func checkVersion(_ node: NodeID?) {
    for choice in node.map(branches) ?? [] {
      guard let word = word(choice), !Self.versions.contains(word), !word.utf8.contains(UInt8(ascii: "{")) else {
        continue
      }
      let words = "'Version' must be \(Self.versions.joined(separator: " or ")), got '\(word)'"
      report(PolicyFault(words, help: "write '\(Self.versions[0])'", .value(choice)))
    }
  }

  /// Where a principal is an account by its number, the number has 12 digits.
  mutating func checkAccounts(_ node: NodeID?) {
    for member in node.map(members) ?? [] {
      guard let word = word(member), Self.isNumber(word), word.utf8.count != 12 || word.utf8.contains(0x5F) else {
        continue
      }
      let help = "write the 12 digits alone, between quotes"
      report(PolicyFault("an account has 12 digits, and '\(word)' has not", help: help, .value(member)))
    }
  }

  /// A scalar as it is written; nil for null, which is refused wherever it goes into a template.
  private func word(_ node: NodeID) -> String? {
    guard !isOpaque(node), document.kind(node) == .scalar, document.freeScalar(node) != .null else { return nil }
    return document.string(node)
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}
