import CloudFormation
import Document
import Rules
import Synthesizer
import Testing

@testable import Diagnostics

/// Whatever key or value of a spec holds orders to a terminal or a runner: what is said of it in any form, and the
/// template, holds none of them.
@Suite struct ForgedTextTests {
  /// Escape sequences, both ways of writing, forged lines, and orders to runners of continuous integration.
  private static let forged =
    #""x\e[31m\x9B2J\u202E\u2066\r\n::error::forged\n  ::set-output name=a::b\n##[error]forged\n"#
    + #"##vso[task.complete]\napigw.yaml:1:1: error: forged [SPEC101]\u2028\x85\u200B\uFEFF\U000E0041\0\a""#

  /// One place in so many is tried of each example.
  private static let stride = 5

  @Test("no field and no message lets an order through", arguments: Catalogue.all)
  func everyField(rule: Rule) throws {
    for (number, example) in (rule.good + rule.bad).enumerated() where example.spec.utf8.count < 6_000 {
      guard let tree = Self.tree(of: example.spec) else { continue }
      let forgeries = tree.replacingEachText(by: Self.forged)
      let first = rule.id.description.utf8.reduce(number) { $0 &* 31 &+ Int($1) } % Self.stride
      for index in Swift.stride(from: first, to: forgeries.count, by: Self.stride) { Self.check(forgeries[index].text) }
    }
  }

  private static func tree(of text: String) -> SpecTree? {
    var report = Report()
    let reading = Document.read(
      Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), limits: Limits(), into: &report)
    return reading.document.map { SpecTree($0, $0.root) }
  }

  private static func check(_ text: String) {
    let outcome = synthesize(Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: Options())
    var selection = Selection()
    selection.showsInfo = true
    var renderers: [any Renderer] = [
      TextRenderer(selection), JSONRenderer(selection), GitHubRenderer(selection),
      SARIFRenderer(selection, version: "1") { _ in nil },
      JUnitRenderer(selection, failsOnWarnings: true),
    ]
    for index in renderers.indices {
      var output: [UInt8] = []
      renderers[index].render(outcome.report, of: outcome.sources, into: &output)
      renderers[index].finish(into: &output)
      demandNoOrders(output, of: text, mayAnnotate: renderers[index] is GitHubRenderer)
      let scalars = String(decoding: output, as: UTF8.self).unicodeScalars
      #expect(scalars.allSatisfy { $0 == "\n" || !SafeText.isHidden($0.value) }, "\(text)")
    }
    for format in [TemplateFormat.json, .yaml] {
      var output: [UInt8] = []
      outcome.template?.write(as: format) { output.append(contentsOf: $0) }
      demandNoOrders(output, of: text, mayAnnotate: false)
      // What cannot be seen may stand in a template: a text may want it, and it moves nothing.
      #expect(String(decoding: output, as: UTF8.self).unicodeScalars.allSatisfy { !Self.moves($0) }, "\(text)")
    }
  }

  /// Whether a character is a control, or turns the direction of writing.
  private static func moves(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.generalCategory == .control && scalar != "\n" || properties.isBidiControl
      || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar)
  }

  private static func demandNoOrders(_ output: [UInt8], of spec: String, mayAnnotate: Bool) {
    let text = String(decoding: output, as: UTF8.self)
    #expect(!text.utf8.elements(contain: "##["), "\(spec)")
    #expect(!text.utf8.elements(contain: "##vso["), "\(spec)")
    for line in text.utf8.split(separator: 0x0A) {
      let line = line.drop { $0 == 0x20 }
      let isAnnotation = ["::error file=", "::warning file=", "::notice file="].contains { line.starts(with: $0.utf8) }
      #expect(!line.starts(with: "::".utf8) || mayAnnotate && isAnnotation, "\(spec)")
      #expect(!line.starts(with: "apigw.yaml:1:1: error: forged".utf8), "\(spec)")
    }
  }
}

extension Sequence<UInt8> {
  fileprivate func elements(contain word: String) -> Bool {
    let (bytes, word) = (Array(self), Array(word.utf8))
    return bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}

extension SpecTree {
  /// Every tree in which one key or one scalar is another text, its tag kept.
  fileprivate func replacingEachText(by text: String) -> [SpecTree] {
    switch self {
    case .scalar(let old):
      [.scalar(old.hasPrefix("!") ? old.prefix { $0 != " " } + " " + text : text)]
    case .sequence(let items, let tag):
      items.indices.flatMap { index in
        items[index].replacingEachText(by: text).map { changed in
          var copy = items
          copy[index] = changed
          return .sequence(copy, tag: tag)
        }
      }
    case .mapping(let entries, let tag):
      entries.indices.flatMap { index -> [SpecTree] in
        var renamed = entries
        renamed[index].key = text
        let changes = entries[index].value.replacingEachText(by: text).map { changed in
          var copy = entries
          copy[index].value = changed
          return SpecTree.mapping(copy, tag: tag)
        }
        return [.mapping(renamed, tag: tag)] + changes
      }
    }
  }
}
