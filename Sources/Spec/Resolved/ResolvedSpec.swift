import Diagnostics
import Document

/// A spec as its rules and its template see it: decoded, names indexed, inheritance resolved.
public struct ResolvedSpec: Sendable {
  public let document: Document
  public let declarations: Declarations
  public let names: NameTable
  /// In the order declared.
  public let apis: [ResolvedAPI]
  /// The names in intrinsics.
  public let references: [IntrinsicReference]
  /// The types of the raw resources.
  public let resourceTypes: Set<String>
  /// Whether a `logicalId` is given anywhere.
  public let hasGivenLogicalIDs: Bool
  /// Mappings of which something could not be read.
  private let broken: Set<NodeID>

  /// Decodes a document; what is wrong goes into the report, and the rest is read all the same.
  public init(_ document: Document, into report: inout Report) {
    var reader = Reader(document: document, report: report)
    var declarations = Declarations()
    declarations.node = document.root
    if document.kind(document.root) == .mapping {
      Declarations.table.decode(document.root, into: &declarations, reader: &reader)
    } else {
      reader.wrongValue(document.root, wanted: "a mapping of sections, such as 'apis'")
    }
    report = reader.report
    self.document = document
    self.declarations = declarations
    names = NameTable(declarations, in: document)
    apis = declarations.apis.map { ResolvedAPI($0) }
    references = reader.references
    resourceTypes = Set(declarations.resources.lazy.map(\.value.type))
    hasGivenLogicalIDs = reader.hasGivenLogicalIDs
    broken = reader.broken
  }

  /// Whether everything in the record at a node could be read, so that what is absent is absent indeed.
  public func isWhole(_ node: NodeID) -> Bool {
    node == .none || !broken.contains(document.target(node))
  }
}
