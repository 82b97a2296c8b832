import Diagnostics

/// The place of a node in a `Document`'s arena.
@frozen public struct NodeID: Hashable, Sendable {
  public let index: UInt32

  @inlinable public init(_ index: UInt32) { self.index = index }

  /// No node: the value is a default that stands nowhere in the source.
  public static let none = NodeID(.max)
}

/// A value of the YAML document: 16 bytes in one array, in pre-order.
///
/// A mapping's children are key, value, key, value, …; every key is one node (a scalar, or an alias of one),
/// so the key of a mapping's value is the node just before it.
@frozen public struct Node: Sendable {
  @frozen public enum Kind: UInt8, Sendable { case scalar, sequence, mapping, alias }
  @frozen public enum Style: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, flow, block }
  /// What the node is to its parent.
  @frozen public enum Role: UInt8, Sendable { case root, item, key, value }

  /// Where it is written: byte offsets into the `SourceMap`.
  public var start: UInt32
  public var end: UInt32
  /// Scalar: how long its text is, in bytes, or where `isApart` the text's place in `Document.texts`. Collection: the index
  /// just past its last descendant. Alias: the node it stands for.
  public var content: UInt32
  /// 0: none; else one more than its index in `Document.tags`.
  public var tag: UInt16
  public var kind: Kind
  /// Style, role and three flags: a byte each would make the node a quarter larger.
  @usableFromInline var traits: UInt8

  @inlinable public init(
    start: UInt32, end: UInt32, content: UInt32 = 0, tag: UInt16 = 0, kind: Kind, style: Style, role: Role,
    hasMerge: Bool = false, isRefused: Bool = false
  ) {
    self.start = start
    self.end = end
    self.content = content
    self.tag = tag
    self.kind = kind
    traits = style.rawValue | role.rawValue << 3 | (hasMerge ? 0x20 : 0) | (isRefused ? 0x40 : 0)
  }
}

extension Node {
  @inlinable public var style: Style {
    get { Style(rawValue: traits & 7) ?? .plain }
    set { traits = traits & ~7 | newValue.rawValue }
  }

  @inlinable public var role: Role { Role(rawValue: traits >> 3 & 3) ?? .root }

  /// A mapping with a merge key (or a duplicate one): its entries stand in `Document.merged`.
  @inlinable public var hasMerge: Bool {
    get { traits & 0x20 != 0 }
    set { traits = newValue ? traits | 0x20 : traits & ~0x20 }
  }

  /// A diagnostic was given for this value already (an unknown alias or tag, a file that is missing): what stands here is
  /// not what was meant, and readers stay silent about it.
  @inlinable public var isRefused: Bool {
    get { traits & 0x40 != 0 }
    set { traits = newValue ? traits | 0x40 : traits & ~0x40 }
  }

  /// A scalar whose text is not the end of its source: escaped, folded, or of a file.
  @inlinable public var isApart: Bool {
    get { kind == .scalar && traits & 0x80 != 0 }
    set { traits = newValue ? traits | 0x80 : traits & ~0x80 }
  }

  /// A collection with just one item or entry as it is written.
  @inlinable public var isSingle: Bool {
    get { kind != .scalar && traits & 0x80 != 0 }
    set { traits = newValue ? traits | 0x80 : traits & ~0x80 }
  }

  /// Where a scalar's text stands.
  ///
  /// - Parameter texts: where those stand that are apart.
  @inlinable @inline(__always) func text(in texts: [Span]) -> Span {
    isApart ? texts[Int(content)] : ending(with: content)
  }

  /// Where a text of so many bytes stands that is the end of its source but for a quote.
  @inlinable func ending(with count: UInt32) -> Span {
    let end = self.end &- (style == .singleQuoted || style == .doubleQuoted ? 1 : 0)
    return Span(start: end &- count, end: end)
  }
}
