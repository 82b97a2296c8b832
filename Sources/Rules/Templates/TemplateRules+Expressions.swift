import Diagnostics
import VTL

extension TemplateRules {
  /// What stands in parentheses.
  static let expressions: [Rule] = [
    Rule(
      "VTL013", "A '#set' out of form",
      why: "it is printed as it stands, or every call that uses the template answers 500", source: velocity,
      bad: [
        Example("a name without '$'", request("#set(↓id = 1)\n{\"id\": 1}")),
        Example("no parentheses", request("↓#set $id = 1\n{\"id\": 1}")),
        Example("a comparison", request("#set($id ↓== 1)\n{\"id\": 1}")),
        Example("a semicolon", request("#set($id = 1)↓;\n{\"id\": $id}")),
      ],
      good: [
        Example("in form", request("#set($id = 1)\n#set( $name = \"n$id\" )\n{\"id\": $id, \"name\": \"$name\"}"))
      ],
      check: .template { template, findings in
        guard template.side != .gateway else { return }
        let sets = template.parts.sets.map(\.range)
        for problem in template.firstProblems where problem.isAboutForm {
          guard let set = sets.last(where: { ($0.lowerBound...$0.upperBound).contains(problem.offset) }) else {
            continue
          }
          findings.report(.notInForm, at: template.place(of: problem, in: set), in: template)
        }
        for set in sets where template.source.bytes[set.upperBound...].first == UInt8(ascii: ";") {
          findings.report(.semicolon, at: set.upperBound..<set.upperBound + 1, in: template)
        }
      }),

    Rule(
      "VTL023", "A quote or bracket that does not close",
      why: "the template cannot be read: every call that uses it answers 500", source: velocity,
      bad: [
        Example("a call", request("{\"a\": ↓$input.json('$.a', \"b\": 1}")),
        Example("a directive", request("↓#if($input.path('$.a') == 'x\n{\"a\": 1}\n#end")),
        Example(
          "an assignment where a comparison is meant", request("#if($input.path('$.a') ↓= 'x')\n{\"a\": 1}\n#end")),
        Example(
          "double quotes in a mapping, which JSON escapes",
          integration(
            """
            type: mock
            requestTemplates:
              application/json: {statusCode: 200, note: a $util.urlEncode(↓"b")}
            integrationResponses: [{statusCode: 200}]
            """)),
      ],
      good: [
        Example(
          "closed", request("{\"a\": $input.json('$.a'), \"b\": $input.json(\"$['b'][0]\")}")),
        Example(
          "single quotes in a mapping",
          integration(
            """
            type: mock
            requestTemplates:
              application/json: {statusCode: 200, note: "a $util.urlEncode('b')"}
            integrationResponses: [{statusCode: 200}]
            """)),
      ],
      check: .template { template, findings in
        guard template.side != .gateway else { return }
        let sets = template.parts.sets.map(\.range)
        for problem in template.firstProblems {
          if case .unclosed(let bracket) = problem.kind {
            let start = template.parsed.construct(around: problem.offset)
            let range = start..<problem.offset + bracket.utf8.count
            findings.report(
              .unclosed(bracket, in: template.parsed.text(of: start..<problem.offset)), at: range, in: template)
          } else if problem.isAboutForm || problem.kind == .tooDeep {
            if sets.contains(where: { ($0.lowerBound...$0.upperBound).contains(problem.offset) }), problem.isAboutForm {
              continue
            }
            findings.report(.unreadable(problem.words), at: template.place(of: problem, in: nil), in: template)
          }
        }
      }),
  ]
}

extension BodyTemplate {
  /// Behind so many, more would help nobody.
  fileprivate var firstProblems: ArraySlice<MappingTemplate.Problem> { parsed.problems.prefix(50) }

  /// What a problem is shown at: its byte, or the directive that ends there too early.
  fileprivate func place(of problem: MappingTemplate.Problem, in set: Range<Int>?) -> Range<Int> {
    if let set, problem.offset == set.upperBound { return set }
    let end = source.bytes[problem.offset...].dropFirst().first == UInt8(ascii: "=") ? 2 : 1
    return problem.offset..<min(problem.offset + end, source.bytes.count)
  }
}

extension MappingTemplate.Problem {
  /// Whether something is missing or surplus between brackets that close.
  fileprivate var isAboutForm: Bool {
    switch kind {
    case .expected, .unexpected: true
    default: false
    }
  }

  fileprivate var words: String {
    switch kind {
    case .expected("value"): "a value is missing"
    case .expected("reference"): "a name with '$' is missing"
    case .expected("name"): "a name is missing"
    case .expected(let sign): "'\(sign)' is missing"
    case .unexpected(let scalar): "'\(scalar)' cannot stand here"
    default: "the nesting is too deep"
    }
  }
}

extension MappingTemplate {
  /// Where the reference or directive begins that an offset lies in.
  fileprivate func construct(around offset: Int) -> Int {
    var start = 0
    func look(at range: Range<Int>) {
      if range.lowerBound <= offset { start = max(start, range.lowerBound) }
    }
    forEach { element in
      switch element {
      case .reference(let reference): look(at: reference.range)
      case .node(let node):
        switch node.kind {
        case .text: break
        case .conditional(let branches): for branch in branches { look(at: branch.range) }
        default: look(at: node.range)
        }
      case .expression: break
      }
    }
    return start
  }
}

extension Message {
  fileprivate static let notInForm = Message(
    "VTL013", "'#set' is out of form", help: "write '#set($name = value)'")

  fileprivate static let semicolon = Message(
    "VTL013", "the ';' behind '#set' is printed", help: "delete it")

  fileprivate static func unclosed(_ bracket: String, in text: String) -> Message {
    let text = text.split(separator: "\n").first.map(String.init) ?? ""
    return Message(
      "VTL023", text.isEmpty ? "'\(bracket)' is never closed" : "the '\(bracket)' behind '\(text)' is never closed",
      help: "close it")
  }

  fileprivate static func unreadable(_ words: String) -> Message {
    Message(
      "VTL023", "this expression cannot be read: \(words)",
      help: "write it as Velocity has it; inside a YAML mapping take single quotes")
  }
}
