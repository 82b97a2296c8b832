/// A spec as a page can show it: texts and lists that are only long, as examples of quotas are, are cut.
struct Abridgement {
  /// Bytes of a line that are shown.
  private static let width = 340
  /// Lines alike that are shown whole.
  private static let most = 5

  private(set) var lines: [String] = []
  /// The shape of the last lines, and how many in a row have it.
  private var shape = ""
  private var run: [Substring] = []

  init(of text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let shape = Self.shape(of: line)
      if shape != self.shape {
        flush()
        self.shape = shape
      }
      run.append(line)
    }
    flush()
  }

  /// Two lines have one shape when they differ in digits alone; numbers may have any length.
  private static func shape(of line: Substring) -> String {
    var shape: [UInt8] = []
    for byte in line.utf8 {
      let isDigit = (48...57).contains(byte)
      if !isDigit || shape.last != 48 { shape.append(isDigit ? 48 : byte) }
    }
    return String(decoding: shape, as: UTF8.self)
  }

  /// Of many lines alike the first two and the last are shown, and how many stand between them.
  private mutating func flush() {
    defer { run = [] }
    guard run.count > Self.most, let last = run.last else {
      lines += run.map(Self.shortened)
      return
    }
    let blanks = last.prefix { $0 == " " }
    lines += run.prefix(2).map(Self.shortened)
    lines.append("\(blanks)# … \(run.count - 3) more …")
    lines.append(Self.shortened(last))
  }

  private static func shortened(_ line: Substring) -> String {
    guard line.utf8.count > width, line.count > width else { return String(line) }
    return "\(line.prefix(width - 43))...\(line.suffix(40))"
  }
}
