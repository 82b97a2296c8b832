/// What became of a file, line by line, as `patch` takes it.
///
/// Made for edits within lines: where the number of lines changes, all between the first and the last change is shown as
/// replaced.
public struct UnifiedDiff {
  private let name: String
  private let before: [ArraySlice<UInt8>]
  private let after: [ArraySlice<UInt8>]
  /// Lines around a change.
  private static let context = 3

  /// Lines that were replaced by others.
  private struct Change {
    var before: Range<Int>
    var after: Range<Int>
  }

  /// - Parameter name: the file's, as it is to be found from the current folder.
  public init(of before: [UInt8], to after: [UInt8], name: String) {
    (self.before, self.after, self.name) = (Self.lines(before), Self.lines(after), name)
  }

  /// Appends the difference, nothing when there is none.
  ///
  /// - Parameter isSafe: whether what a terminal obeys or hides is escaped; else every byte is as the file has it.
  public func write(to output: inout [UInt8], isSafe: Bool) {
    let changes = changes
    guard !changes.isEmpty else { return }
    let name = Self.written(name)
    output += "--- \(name)\n+++ \(name)\n".utf8
    for hunk in Self.hunks(of: changes) { write(hunk, to: &output, isSafe) }
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private var changes: [Change] {
    guard before.count == after.count else { return [wholeChange] }
    var changes: [Change] = []
    for index in before.indices where before[index] != after[index] {
      if let last = changes.last, last.before.upperBound == index {
        let range = last.before.lowerBound..<index + 1
        changes[changes.count - 1] = Change(before: range, after: range)
      } else {
        changes.append(Change(before: index..<index + 1, after: index..<index + 1))
      }
    }
    return changes
  }

  private var wholeChange: Change {
    let start = zip(before, after).prefix { $0 == $1 }.count
    let least = min(before.count, after.count) - start
    let same = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let end = min(same, least)
    return Change(before: start..<before.count - end, after: start..<after.count - end)
  }

  /// Changes whose context meets stand together.
  private static func hunks(of changes: [Change]) -> [[Change]] {
    changes.reduce(into: []) { hunks, change in
      if let last = hunks.last?.last, change.before.lowerBound - last.before.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
  }

  private func write(_ hunk: [Change], to output: inout [UInt8], _ isSafe: Bool) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let lead = min(Self.context, first.before.lowerBound)
    let tail = min(Self.context, before.count - last.before.upperBound)
    let old = first.before.lowerBound - lead..<last.before.upperBound + tail
    let new = first.after.lowerBound - lead..<last.after.upperBound + tail
    output += "@@ -\(Self.words(old)) +\(Self.words(new)) @@\n".utf8
    var at = old.lowerBound
    for change in hunk {
      for line in before[at..<change.before.lowerBound] { Self.write(" ", line, to: &output, isSafe) }
      for line in before[change.before] { Self.write("-", line, to: &output, isSafe) }
      for line in after[change.after] { Self.write("+", line, to: &output, isSafe) }
      at = change.before.upperBound
    }
    for line in before[at..<old.upperBound] { Self.write(" ", line, to: &output, isSafe) }
  }

  /// The first line and how many there are; of none, the line before them.
  private static func words(_ lines: Range<Int>) -> String {
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }

  private static func write(_ mark: String, _ line: ArraySlice<UInt8>, to output: inout [UInt8], _ isSafe: Bool) {
    output += mark.utf8
    let isEnded = line.last == 0x0A
    if isSafe {
      var text = isEnded ? line.dropLast() : line
      if text.last == 0x0D { text = text.dropLast() }
      output += printable(String(decoding: text, as: UTF8.self)).utf8
    } else {
      output += isEnded ? line.dropLast() : line
    }
    output.append(0x0A)
    if !isEnded { output += "\\ No newline at end of file\n".utf8 }
  }

  /// A file's name as `patch` reads it: in quotes, with escapes in octal, where it is more than plain characters.
  private static func written(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return name }
    let bytes = name.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\\(Unicode.Scalar(byte))"
      case 0x20..<0x7F: "\(Unicode.Scalar(byte))"
      default: "\\\(byte >> 6)\(byte >> 3 & 7)\(byte & 7)"
      }
    }
    return "\"\(bytes.joined())\""
  }
}
