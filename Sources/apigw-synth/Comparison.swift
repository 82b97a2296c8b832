#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Compares a file with bytes that come in pieces.
struct Comparison: ~Copyable {
  private let file: OpenFile?
  private var differs = false

  /// - Parameter path: what is compared; a link or what cannot be read differs from everything.
  init(with path: String) {
    file = try? OpenFile(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    differs = (try? file?.status().kind) != .file
  }

  /// Whether a file holds these bytes and nothing more.
  static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    var comparison = Comparison(with: path)
    bytes.withUnsafeBytes { comparison.take($0) }
    return comparison.isSame
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    guard !differs else { return }
    differs = read(bytes.count) { held in
      guard held.count == bytes.count, let left = held.baseAddress, let right = bytes.baseAddress else { return true }
      return memcmp(left, right, bytes.count) != 0
    }
  }

  /// Whether the file held all pieces and nothing more.
  var isSame: Bool {
    mutating get { !differs && !read(1) { $0.count > 0 } }
  }

  /// What a check says to the file's next bytes; `true` when they cannot be read.
  private func read(_ count: Int, _ check: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { buffer in
      guard let filled = try? file?.readBytes(into: buffer) else { return true }
      return check(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    }
  }
}
