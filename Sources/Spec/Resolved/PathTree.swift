import Diagnostics
import Document

/// The paths of an API as API Gateway holds them: one resource a segment, parents created where they are not listed.
public struct PathTree: Sendable {
  public struct PathNode: Sendable {
    /// The whole path, `/` for the root.
    public let path: String
    /// The last segment, `{id}`; empty for the root.
    public let segment: String
    fileprivate(set) var inherited: Shared<Defaults>?
    @usableFromInline let parentIndex: UInt32
    @usableFromInline let originIndex: UInt32
    @usableFromInline var itemIndex: UInt32?
    /// Whether the segment is `{name}` or `{name+}`.
    public let isVariable: Bool
    /// Whether the segment ends in `+}`.
    public let isGreedy: Bool

    fileprivate init(path: String, segment: String, parent: Int, origin: Int, isVariable: Bool, isGreedy: Bool) {
      (self.path, self.segment) = (path, segment)
      (parentIndex, originIndex) = (UInt32(parent), UInt32(origin))
      (self.isVariable, self.isGreedy) = (isVariable, isGreedy)
    }

    /// The index of the parent; the root is its own.
    @inlinable public var parent: Int { Int(parentIndex) }
    /// The index in the API's `paths` of the first one that needs this resource; 0 for the root.
    @inlinable public var origin: Int { Int(originIndex) }
    /// The index in the API's `paths`; nil where the path is not listed.
    @inlinable public var item: Int? { itemIndex.map { Int($0) } }
    /// What methods here inherit.
    public var defaults: Defaults { inherited?.value ?? Defaults() }
  }

  /// The root first, every parent before its children.
  public private(set) var nodes: [PathNode] = [
    PathNode(path: "/", segment: "", parent: 0, origin: 0, isVariable: false, isGreedy: false)
  ]
  /// The node of each of the API's `paths`.
  public private(set) var places: [Int] = []
  /// The paths, by their indexes in the API's `paths`, that are one node because the tree would be too deep or too large.
  public private(set) var cut: [Int] = []
  /// Finds nodes by their paths, canonically equivalent ones being one.
  private var table: PlaceTable
  private let hasher = KeyHasher()
  /// Bytes of all nodes' paths.
  private var size = 0

  /// A hundred thousand nodes of ordinary paths have a quarter of it; what goes beyond was made to be too much.
  private static let sizeLimit = 16 << 20

  init(_ api: API) {
    // As many parents as paths, and a few that all have in common.
    let expected = 2 * api.paths.count + 8
    table = PlaceTable(minimumCapacity: expected)
    table.add(hasher.hash("/"))
    nodes.reserveCapacity(expected)
    places.reserveCapacity(api.paths.count)
    for index in api.paths.indices {
      let path = api.paths[index].name
      let isCut = Self.isTooDeep(path) || size > Self.sizeLimit
      if isCut { cut.append(index) }
      let place = isCut ? addCut(path, for: index) : insert(path, for: index)
      places.append(place)
      if nodes[place].itemIndex == nil { nodes[place].itemIndex = UInt32(index) }
    }
    inherit(api)
  }

  /// Whether a path alone has more segments than an API has resources by quota (300): it stays one node, so that the
  /// tree is no deeper.
  public static func isTooDeep(_ path: String) -> Bool {
    path.utf8.count > 300 && path.utf8.count { $0 == UInt8(ascii: "/") } > 300
  }

  /// The node of a path; nil where there is none.
  public subscript(_ path: String) -> Int? {
    table.find(hasher.hash(path)) { nodes[$0].path == path }
  }

  private func find(_ path: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int? {
    table.find(hash) { nodes[$0].path.isSame(path) }
  }

  /// The options that methods of a node inherit.
  public func inheritedOptions(at index: Int) -> Located<Shared<MethodOptions>>? {
    nodes[index].inherited?.value.methodOptions
  }

  /// The segments of a node's path; none for the root.
  public func segments(_ index: Int) -> [String] {
    var segments: [String] = []
    segments.reserveCapacity(8)
    appendSegments(index, to: &segments)
    return segments
  }

  /// Appends the segments of a node's path.
  public func appendSegments(_ index: Int, to segments: inout [String]) {
    guard index > 0 else { return }
    appendSegments(nodes[index].parent, to: &segments)
    segments.append(nodes[index].segment)
  }

  private mutating func insert(_ path: String, for origin: Int) -> Int {
    var text = path
    return text.withUTF8 { insert($0, path, for: origin) }
  }

  /// - Parameter whole: the path as a string, where there is one already.
  private mutating func insert(_ path: UnsafeBufferPointer<UInt8>, _ whole: String?, for origin: Int) -> Int {
    let hash = hasher.hash(path)
    if let known = find(path, hash) { return known }
    let whole = whole ?? String(decoding: path, as: UTF8.self)
    var slash = path.count - 1
    while slash >= 0, path[slash] != UInt8(ascii: "/") { slash -= 1 }
    guard slash >= 0 else { return add(whole, path, hash: hash, parent: 0, for: origin) }
    let parent = slash == 0 ? 0 : insert(UnsafeBufferPointer(rebasing: path[..<slash]), nil, for: origin)
    let segment = UnsafeBufferPointer(rebasing: path[(slash + 1)...])
    return add(whole, segment, hash: hash, parent: parent, for: origin)
  }

  /// A path that is one node, however many segments it has.
  private mutating func addCut(_ path: String, for origin: Int) -> Int {
    var text = path
    return text.withUTF8 { text in
      let hash = hasher.hash(text)
      return find(text, hash) ?? add(path, text, hash: hash, parent: 0, for: origin)
    }
  }

  private mutating func add(
    _ path: String, _ segment: UnsafeBufferPointer<UInt8>, hash: UInt32, parent: Int, for origin: Int
  ) -> Int {
    let isClosed = segment.last == UInt8(ascii: "}")
    nodes.append(
      PathNode(
        path: path, segment: String(decoding: segment, as: UTF8.self), parent: parent, origin: origin,
        isVariable: isClosed && segment[0] == UInt8(ascii: "{") && segment.count > 2,
        isGreedy: isClosed && segment.count > 1 && segment[segment.count - 2] == UInt8(ascii: "+")))
    size += path.utf8.count
    table.add(hash)
    return nodes.count - 1
  }

  /// Fills in the defaults from the API down: a parent stands before its children.
  private mutating func inherit(_ api: API) {
    if api.defaults.isEmpty, api.paths.indices.allSatisfy({ !api.paths[$0].value.hasDefaults }) { return }
    for index in nodes.indices {
      let outer = index == 0 ? Shared(api.defaults) : nodes[nodes[index].parent].inherited
      guard let item = nodes[index].item, api.paths[item].value.hasDefaults else {
        nodes[index].inherited = outer
        continue
      }
      nodes[index].inherited = Shared(api.paths[item].value.defaults.inheriting(outer?.value ?? Defaults()))
    }
  }
}

extension String {
  /// Whether UTF-8 is canonically equivalent to this.
  fileprivate func isSame(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let hasSameBytes = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.count == text.count && bytes.indices.allSatisfy { bytes[$0] == text[$0] }
    }
    return hasSameBytes == true || self == String(decoding: text, as: UTF8.self)
  }
}

extension PathItem {
  /// Whether the paths below inherit anything from this one.
  fileprivate var hasDefaults: Bool { hasRareKeys && !defaults.isEmpty }
}

extension Defaults {
  fileprivate var isEmpty: Bool { integration == nil && methodOptions == nil && corsPreflight == nil }

  /// The integration is replaced whole, options one by one.
  func inheriting(_ outer: Defaults) -> Defaults {
    var merged = self
    merged.integration = integration ?? outer.integration
    merged.corsPreflight = corsPreflight ?? outer.corsPreflight
    if let inner = methodOptions, let outer = outer.methodOptions {
      let options = inner.value.value.inheriting(outer.value.value)
      merged.methodOptions = Located(Shared(options), at: inner.node)
    } else {
      merged.methodOptions = methodOptions ?? outer.methodOptions
    }
    return merged
  }
}
