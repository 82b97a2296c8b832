import Diagnostics
import Document

/// A part of the request that tells callers apart.
public enum IdentitySourceEntry: Sendable {
  /// A mapping expression as it stands: `method.request.header.Authorization`.
  case expression(String)
  case typed(TypedIdentitySource)
  case intrinsic(NodeID)
}

/// The spelled-out form: exactly one of its keys.
public struct TypedIdentitySource: TableDecodable {
  public var node = NodeID.none
  public var header: Located<String>?
  public var queryString: Located<String>?
  public var stageVariable: Located<String>?
  public var context: Located<String>?

  public init() {}

  public static let table = Table<TypedIdentitySource>(
    "an identity source", doc: "A part of the request that tells callers apart: one key.",
    [
      Field("header", \.header, .text("a header's name"), doc: "A header."),
      Field("queryString", \.queryString, .text("a query parameter's name"), doc: "A query parameter."),
      Field("stageVariable", \.stageVariable, .text("a stage variable's name"), doc: "A stage variable."),
      Field("context", \.context, .text("a context variable's name"), doc: "A context variable, such as `path`."),
    ], needing: [["header"], ["queryString"], ["stageVariable"], ["context"]])

  /// The mapping expressions of all keys that are given.
  public var expressions: [Located<String>] {
    [
      header?.map { "method.request.header.\($0)" }, queryString?.map { "method.request.querystring.\($0)" },
      stageVariable?.map { "stageVariables.\($0)" }, context?.map { "context.\($0)" },
    ].compactMap { $0 }
  }
}

extension Kind where Value == IdentitySourceEntry {
  public static let identitySource = Kind(
    .either(.either(.text("a mapping expression"), Kind<TypedIdentitySource>.record.shape), .intrinsic)
  ) { node, reader in
    if let intrinsic = Intrinsic(node, in: reader.document) {
      return reader.read(intrinsic) ? .intrinsic(node) : nil
    }
    if reader.document.kind(node) == .mapping {
      return Kind<TypedIdentitySource>.record.read(node, &reader).map { .typed($0) }
    }
    return Kind<String>.text("an identity source").read(node, &reader).map { .expression($0) }
  }
}
