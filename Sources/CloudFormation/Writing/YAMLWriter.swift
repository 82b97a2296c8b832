/// Writes YAML in block style with CloudFormation's short tags. A value's first blank belongs to the value: names and
/// dashes are written without one.
struct YAMLWriter: ~Copyable, TemplateWriter {
  var output: OutputBuffer
  private(set) var indentation = 0
  /// Whether the collection that was begun last has no entry yet.
  private var isEmpty = false
  /// Whether a value is due in the line of its dash: a collection's first entry stays there.
  var isAfterDash = false

  init(_ output: consuming OutputBuffer) {
    self.output = output
  }

  mutating func begin() {}

  mutating func end() {
    output.finish()
  }

  mutating func beginObject() {
    indentation &+= 2
    isEmpty = true
  }

  mutating func endObject() {
    if isEmpty { output.append(" {}\n") }
    isEmpty = false
    indentation &-= 2
  }

  mutating func beginList() {
    indentation &+= 2
    isEmpty = true
  }

  mutating func endList() {
    if isEmpty { output.append(" []\n") }
    isEmpty = false
    indentation &-= 2
  }

  mutating func startItem() {
    startEntry()
    output.append(UInt8(ascii: "-"))
    isAfterDash = true
  }

  mutating func writeName(_ name: StaticString) {
    startEntry()
    output.append(name)
    output.append(UInt8(ascii: ":"))
  }

  /// A long name is written as an explicit key: readers look for the colon of any other within 1,024 characters, and a byte may
  /// need an escape of six.
  mutating func writeName(_ name: UnsafeBufferPointer<UInt8>) {
    startEntry()
    let isLong = name.count > 168
    if isLong { output.append("? ") }
    writeScalar(name)
    if isLong {
      output.append(UInt8(ascii: "\n"))
      output.append(spaces: indentation)
    }
    output.append(UInt8(ascii: ":"))
  }

  private mutating func startEntry() {
    if isEmpty {
      isEmpty = false
      output.append(isAfterDash ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
      if !isAfterDash { output.append(spaces: indentation) }
    } else {
      output.append(spaces: indentation)
    }
    isAfterDash = false
  }
}
