/// One file that was read: its name as the user wrote it, and where its bytes lie in the `SourceMap`'s buffer.
public struct SourceFile: Hashable, Sendable {
  /// The path as given; may hold any character, so a renderer escapes it.
  public let name: String
  public let start: UInt32
  public let end: UInt32
}

/// The bytes of a spec and of everything that it includes, one file after another in one buffer, with the decoded
/// text of scalars whose source differs from their value in between.
///
/// One address space makes a place two numbers: a `Span` needs no file, and text is a range whether it is
/// source or decoded.
public struct SourceMap: Sendable {
  public private(set) var bytes: [UInt8] = []
  public private(set) var files: [SourceFile] = []
  /// Whether the bytes are still the first file's own, which somebody else holds too.
  private var areShared = false

  public init() {}

  /// Takes in a file's bytes; every offset from now on that lies in the returned range is in this file.
  public mutating func add(name: String, contents: [UInt8]) -> SourceFile {
    // The offset behind a file's last byte is still a place in that file, so the next one may not begin there.
    if let last = files.last, Int(last.end) == bytes.count { bytes.append(0x0A) }
    let start = UInt32(bytes.count)
    areShared = bytes.isEmpty
    if areShared { bytes = contents } else { bytes.append(contentsOf: contents) }
    let file = SourceFile(name: name, start: start, end: UInt32(bytes.count))
    files.append(file)
    return file
  }

  /// Takes in text that stands nowhere in the source as it is (a folded or escaped scalar, a file's content).
  public mutating func append(_ text: some Collection<UInt8>) -> Span {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    return Span(start: start, end: UInt32(bytes.count))
  }

  /// The same for bytes in memory, without the cost of a generic call.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Span {
    let start = UInt32(bytes.count)
    let size = bytes.count + text.count
    // The first text moves the file, and takes a little room for more along: few files need it.
    if areShared || bytes.capacity < size { bytes.reserveCapacity(size + size / (areShared ? 64 : 4)) }
    areShared = false
    bytes.append(contentsOf: text)
    return Span(start: start, end: UInt32(bytes.count))
  }

  /// The file in which an offset lies; an offset one past a file's end still counts as that file's.
  public func file(at offset: UInt32) -> SourceFile? {
    files.last { $0.start <= offset && offset <= $0.end }
  }

  /// The text of a span.
  public func string(_ span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}
