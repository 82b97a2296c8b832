/// Breaks lines between words, where a terminal would break them inside one.
public struct LineBreaker: Sendable {
  /// The terminal's columns; nil where a line may have any length.
  public let width: Int?

  public init(width: Int?) { self.width = width }

  /// Breaks a text, which may have line ends already.
  ///
  /// - Parameters:
  ///   - text: safe to print; control sequences for colours take no columns.
  ///   - indent: the columns left free before each line but the first; fewer where they would take half of the width.
  public func broken(_ text: String, indent: Int = 0) -> String {
    guard width != nil else { return text }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.map { String(decoding: broken(Array($0), indent: indent), as: UTF8.self) }.joined(separator: "\n")
  }

  /// Breaks the last line of an output.
  /// - Parameters:
  ///   - start: where it starts; it ends with the output, in a line end.
  ///   - indent: as above.
  func breakLine(from start: Int, of output: inout [UInt8], indent: Int) {
    guard width != nil else { return }
    let line = Array(output[start...].dropLast())
    output.replaceSubrange(start..., with: broken(line, indent: indent) + [0x0A])
  }

  /// Breaks one line.
  func broken(_ line: [UInt8], indent: Int) -> [UInt8] {
    guard let width else { return line }
    let indent = min(indent, width / 2)
    var output: [UInt8] = []
    var (used, isAtStart) = (0, true)
    var rest = line[...]
    while !rest.isEmpty {
      let blanks = rest.prefix { $0 == 0x20 }
      let word = rest.dropFirst(blanks.count).prefix { $0 != 0x20 }
      let columns = Self.columns(of: word)
      if isAtStart || used + blanks.count + columns <= width {
        output += blanks
        used += blanks.count + columns
      } else {
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: indent))
        used = indent + columns
      }
      output += word
      isAtStart = isAtStart && columns == 0
      rest = rest.dropFirst(blanks.count + word.count)
    }
    return output
  }

  /// The columns that a text takes, without its control sequences.
  static func columns(of text: some Sequence<UInt8>) -> Int {
    var (columns, isControl) = (0, false)
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      if scalar == "\u{1B}" {
        isControl = true
      } else if isControl {
        isControl = scalar != "m"
      } else {
        columns += SafeText.columns(of: scalar)
      }
    }
    return columns
  }
}
