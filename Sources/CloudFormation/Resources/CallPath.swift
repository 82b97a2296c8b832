/// A path as ARNs of methods have it: `/items/*`. It is put together once for all permissions at the path.
public struct CallPath: Sendable, ExpressibleByArrayLiteral {
  let bytes: [UInt8]
  let hasDollar: Bool

  /// - Parameter segments: the segments as they are written, of which each `{…}` becomes `*`; none for the root.
  public init(_ segments: [String]) {
    let length = segments.reduce(1) { $0 + 1 + $1.utf8.count }
    bytes = Array(unsafeUninitializedCapacity: length) { bytes, count in
      for segment in segments {
        bytes[count] = UInt8(ascii: "/")
        count += 1
        segment.withBytes { CallPath.add($0, to: bytes, &count) }
      }
      guard segments.isEmpty else { return }
      bytes[0] = UInt8(ascii: "/")
      count = 1
    }
    hasDollar = bytes.withUnsafeBufferPointer { $0.contains(UInt8(ascii: "$")) }
  }

  public init(arrayLiteral elements: String...) {
    self.init(elements)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  @inline(__always)
  private static func add(
    _ segment: UnsafeBufferPointer<UInt8>, to bytes: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    guard !segment.isParameter else {
      bytes[count] = UInt8(ascii: "*")
      count += 1
      return
    }
    guard let target = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(target + count).copyShort(from: segment)
    count += segment.count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a segment of a path is `{name}` or `{name+}`.
  fileprivate var isParameter: Bool { first == UInt8(ascii: "{") && last == UInt8(ascii: "}") }
}
