/// A path as ARNs of methods have it: `/items/*`. It is put together once for all permissions at the path.
public struct CallPath: Sendable, ExpressibleByArrayLiteral {
  let bytes: [UInt8]
  let hasDollar: Bool

  /// - Parameter path: the path, each of its segments after a slash; nothing for the root.
  init(_ path: UnsafeBufferPointer<UInt8>) {
    bytes = path.isEmpty ? [UInt8(ascii: "/")] : Array(path)
    hasDollar = path.contains(UInt8(ascii: "$"))
  }

  /// - Parameter segments: the segments as they are written, of which each `{…}` becomes `*`; none for the root.
  public init(arrayLiteral segments: String...) {
    var names = PathNames(of: "A")
    for (index, segment) in segments.enumerated() { names.goOn(to: segment, number: index + 1) }
    self = names.callPath
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a segment of a path is `{name}` or `{name+}`.
  var isParameter: Bool { first == UInt8(ascii: "{") && last == UInt8(ascii: "}") }
}
