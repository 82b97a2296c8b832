import Foundation
import Testing

@testable import CloudFormation

@Suite struct OutputBlockTests {
  /// Texts of many lengths, around that of a block and of the room behind it too, some with much to escape.
  private static let texts = [
    0, 1, 15, 16, 17, 127, 128, 129, 1_023, 1_025, 2_047, 2_049, 65_535, 65_536, 65_537, 200_000,
  ]
  .flatMap { length in
    ["a", "\u{e9}", "\"", "#["].map { String(repeating: $0, count: length / $0.utf8.count) }
  }

  private static let template = Template(
    outputs: texts.enumerated().map { Member("Output\($0)", ["Value": .string($1), "List": [.string($1), 1]]) })

  @Test(arguments: [TemplateFormat.json, .yaml])
  func `All pieces but the last are blocks`(format: TemplateFormat) {
    var lengths: [Int] = []
    Self.template.write(as: format) { lengths.append($0.count) }
    #expect(lengths.count > 20)
    #expect(lengths.dropLast().allSatisfy { $0 == 65_536 })
    #expect((1...65_536).contains(lengths.last ?? 0))
  }

  @Test func `The pieces are the template together`() throws {
    let read = try JSONSerialization.jsonObject(with: Data(Self.template.text(as: .json).utf8)) as? [String: Any]
    let outputs = try #require(read?["Outputs"] as? [String: [String: Any]])
    for (index, text) in Self.texts.enumerated() {
      #expect(outputs["Output\(index)"]?["Value"] as? String == text)
      #expect((outputs["Output\(index)"]?["List"] as? [Any])?.first as? String == text)
    }
  }
}
