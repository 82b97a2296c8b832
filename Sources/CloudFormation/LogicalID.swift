/// The name of a resource within its template.
public struct LogicalID: Hashable, Sendable {
  public let text: String
}
