import Testing

@testable import VTL

struct TemplatePropertyTests {
  @Test("random templates never trap, and their parts cover every byte once")
  func coversEveryByte() {
    var texts = RandomText(seed: 23)
    for _ in 0..<6_000 {
      let text = (0..<4).map { _ in texts.next() }.joined()
      let template = MappingTemplate(parsing: text)
      expectTiling(template.nodes, 0..<template.bytes.count, text)
      for problem in template.problems {
        #expect((0...template.bytes.count).contains(problem.offset), "\(text)")
      }
      template.forEach { element in
        if case .expression(let value) = element, case .string(let literal) = value.kind, let nodes = literal.nodes {
          expectTiling(nodes, value.range.lowerBound + 1..<value.range.upperBound - 1, text)
        }
      }
    }
  }

  private func expectTiling(_ nodes: [MappingTemplate.Node], _ range: Range<Int>, _ text: String) {
    var end = range.lowerBound
    for node in nodes {
      #expect(node.range.lowerBound == end && node.range.upperBound > end, "\(text)")
      end = node.range.upperBound
      if case .conditional(let branches) = node.kind {
        #expect(branches.first?.range.lowerBound == node.range.lowerBound, "\(text)")
        for branch in branches {
          guard let last = branch.body.last else { continue }
          expectTiling(branch.body, branch.range.upperBound..<last.range.upperBound, text)
        }
      }
    }
    #expect(end == range.upperBound, "\(text)")
  }

  @Test(
    "nesting beyond reason is a problem, not a crash",
    arguments: [
      "#if(1)", "#set($x = ((((((((", "$x[$x[$x[$x[", "#set($a = \"#if(1)", "#set($x = !!!!!!!!", "#if([[[[[[[[", "${x",
      "$x.y(\n'a' ;", "#set($x = \"$y.z('\" ;", "#(", "#if(\"", "\\#set(",
    ])
  func limitsDepth(piece: String) {
    let template = MappingTemplate(parsing: String(repeating: piece, count: 5_000))
    expectTiling(template.nodes, 0..<template.bytes.count, piece)
  }

  @Test("a long chain of operators is a problem, not a crash")
  func limitsOperators() {
    let chain = MappingTemplate(parsing: "#set($x = 1" + String(repeating: " + 1", count: 70_000) + ")")
    #expect(chain.problems.map(\.kind) == [.tooDeep])
    let short = MappingTemplate(parsing: "#set($x = 1" + String(repeating: " + 1", count: 400) + ")")
    #expect(short.problems.isEmpty)
  }

  @Test("a large template is read in time that grows with its length")
  func readsLargeTemplates() {
    let line = """
        "k": "$util.escapeJavaScript($input.path('$.a.b')).replaceAll("\\\\'", "'")",
      #if($x)a#else b#end

      """
    let template = MappingTemplate(parsing: String(repeating: line, count: 2_500))
    #expect(template.problems.isEmpty)
    #expect(template.nodes.count == 10_001)
  }
}
