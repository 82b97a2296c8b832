import Document
import Spec

extension PolicyStatement {
  /// The `*` that stands for everyone, alone or as an account; nil where the statement is about someone.
  func everyone(in document: Document) -> NodeID? {
    guard let principal = document.value("Principal", in: node), Intrinsic(principal, in: document) == nil else {
      return nil
    }
    if document.literal(principal) == "*" { return principal }
    guard let account = document.value("AWS", in: principal) else { return nil }
    return (document.items(account) + [account]).first { document.literal($0) == "*" }
  }

  /// Whether anything but the principal narrows the statement, or may do so.
  func isNarrowed(in document: Document) -> Bool {
    !isWhole || document.value("Condition", in: node) != nil || document.value("NotPrincipal", in: node) != nil
  }

  /// Whether the statement is about calling all of an API, or of a stage.
  func isAboutAll(in document: Document) -> Bool {
    document.value("NotResource", in: node) == nil
      && actions.contains { ["*", "execute-api:*", "execute-api:invoke"].contains($0.text.lowercased()) }
      && resources.contains { Self.coversAll($0.text) }
  }

  /// `*`, `execute-api:/*`, `execute-api:/live/*`, `arn:…:api-id/*`.
  private static func coversAll(_ resource: String) -> Bool {
    let parts = resource.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if parts.isEmpty { return resource == "*" }
    return parts.last == "*" && parts.dropFirst().allSatisfy { $0 == "*" }
  }

  /// Whether the statement asks by which VPC or endpoint a call comes, or may do so.
  func asksForEndpoint(in document: Document) -> Bool {
    guard document.value("Condition", in: node) != nil else { return !isWhole }
    return conditions.isEmpty
      || conditions.contains {
        let key = $0.key.lowercased()
        return key.hasPrefix("aws:sourcevpc") || key.hasPrefix("aws:vpce")
      }
  }
}
