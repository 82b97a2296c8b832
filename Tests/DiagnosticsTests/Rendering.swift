@testable import Diagnostics

/// A spec in memory and what was found in it, for tests of the renderers: places are given as the text that stands there.
struct Rendering {
  var sources = SourceMap()
  var report = Report()
  private var texts: [(start: UInt32, bytes: [UInt8])] = []

  init(_ text: String, name: String = "shop.yaml") { add(text, name: name) }

  init(bytes: [UInt8], name: String = "shop.yaml") { add(bytes: bytes, name: name) }

  mutating func add(_ text: String, name: String) { add(bytes: Array(text.utf8), name: name) }

  mutating func add(bytes: [UInt8], name: String) {
    let file = sources.add(name: name, contents: bytes)
    texts.append((file.start, bytes))
  }

  /// Where a text stands first, in the file of the given number.
  func span(_ text: String, in file: Int = 0) -> Span {
    let (start, bytes) = texts[file]
    let wanted = Array(text.utf8)
    guard let index = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
      preconditionFailure("the text stands in the file")
    }
    return Span(start: start + UInt32(index), end: start + UInt32(index + wanted.count))
  }

  func text(_ selection: Selection = Selection(), theme: Theme = .plain, width: Int? = nil) -> String {
    rendered(by: TextRenderer(selection, theme: theme, width: width))
  }

  func json(_ selection: Selection) -> String { rendered(by: JSONRenderer(selection)) }

  func rendered(by renderer: some Renderer) -> String {
    var renderer = renderer
    var output: [UInt8] = []
    renderer.render(report, of: sources, into: &output)
    renderer.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
