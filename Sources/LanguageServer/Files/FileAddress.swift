import Diagnostics

/// What an editor calls a document, and which file that is.
enum FileAddress {
  /// The absolute path of a `file:` address; nil for any other, such as `untitled:`.
  static func path(of address: String) -> String? {
    guard address.lowercased().hasPrefix("file://") else { return nil }
    let rest = address.utf8.dropFirst("file://".utf8.count)
    // A host, where there is one, is this machine: `localhost`.
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let path = unescaped(rest[slash...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    return path.contains(0) ? nil : normalized(String(decoding: path, as: UTF8.self))
  }

  /// An absolute path without `.`, `..` and empty names, as text alone; any other name as it stands.
  static func normalized(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// What stands before the last `/`, with it.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  private static func unescaped(_ text: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(UInt8(digits[0] << 4 | digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
