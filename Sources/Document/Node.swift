/// The place of a node in a `Document`'s arena.
@frozen public struct NodeID: Hashable, Sendable {
  public let index: UInt32

  @inlinable public init(_ index: UInt32) { self.index = index }

  /// No node: the value is a default that stands nowhere in the source.
  public static let none = NodeID(.max)
}

/// A value of the YAML document: 20 bytes in one array, in pre-order.
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
  /// Scalar: where its text starts. Collection: how many items or entries. Alias: the node it stands for.
  public var first: UInt32
  /// Scalar: how long its text is, in bytes. Collection: the index just past its last descendant.
  public var second: UInt32
  /// 0: none; else one more than its index in `Document.tags`.
  public var tag: UInt16
  public var kind: Kind
  /// Style, role and two flags: a byte each would make the node a fifth larger.
  @usableFromInline var traits: UInt8

  @inlinable public init(
    start: UInt32, end: UInt32, first: UInt32 = 0, second: UInt32 = 0, tag: UInt16 = 0, kind: Kind, style: Style,
    role: Role, hasMerge: Bool = false, isRefused: Bool = false
  ) {
    self.start = start
    self.end = end
    self.first = first
    self.second = second
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
}
