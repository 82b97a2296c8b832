/// A path as ARNs of methods have it: `/items/*`. It is put together once for all permissions at the path.
public struct CallPath: Sendable, ExpressibleByArrayLiteral {
  let text: String
  let hasDollar: Bool

  /// - Parameter segments: the segments as they are written, of which each `{…}` becomes `*`; none for the root.
  public init(_ segments: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(segments.reduce(1) { $0 + 1 + $1.utf8.count })
    if segments.isEmpty { bytes.append(UInt8(ascii: "/")) }
    for segment in segments {
      bytes.append(UInt8(ascii: "/"))
      if segment.isParameter { bytes.append(UInt8(ascii: "*")) } else { bytes.append(contentsOf: segment.utf8) }
    }
    hasDollar = bytes.contains(UInt8(ascii: "$"))
    text = String(decoding: bytes, as: UTF8.self)
  }

  public init(arrayLiteral elements: String...) {
    self.init(elements)
  }
}

extension String {
  /// Whether a segment of a path is `{name}` or `{name+}`.
  fileprivate var isParameter: Bool {
    withBytes { $0.first == UInt8(ascii: "{") && $0.last == UInt8(ascii: "}") }
  }
}
