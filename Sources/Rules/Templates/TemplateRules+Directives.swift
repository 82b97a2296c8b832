import Diagnostics
import VTL

extension TemplateRules {
  /// Words behind `#`.
  static let directives: [Rule] = [
    Rule(
      "VTL001", "A directive without its other end",
      why: "such a template deploys, and every call that uses it answers 500: \"Unable to transform request\"",
      source: velocity,
      bad: [
        Example("an '#if' that stays open", request("↓#if($input.path('$.id'))\n{\"id\": 1}")),
        Example("an '#end' too many", request("#set($id = 1)\n{\"id\": $id}\n  ↓#end")),
        Example(
          "in quotes, folded, and in a mapping",
          integration(
            #"""
            type: mock
            requestTemplates:
              application/json: "{\"statusCode\": 200}↓#else"
              text/plain: >
                {"statusCode":
                200} ↓#foreach($i in [1..2])
              text/xml: {statusCode: 200, note: "a ↓#end"}
            integrationResponses: [{statusCode: 200}]
            """#)),
      ],
      good: [
        Example(
          "each has its end",
          request("#if($input.path('$.id'))\n{\"id\": 1}\n#elseif(1 == 2)\n{\"id\": 2}\n#else\n{}\n#end"))
      ],
      check: .template { template, findings in
        let problems = template.parsed.problems
        // A misspelt end or opener is the one mistake.
        let meant = problems.compactMap { $0.suggestion.flatMap(DirectiveName.init(rawValue:)) }
        if meant.contains(where: \.isHalfOfPair) { return }
        for problem in problems {
          switch problem.kind {
          case .unclosedDirective(let name):
            findings.report(.unclosed(name), at: problem.word(name), in: template)
          case .unopenedDirective(let name):
            findings.report(.unopened(name), at: problem.word(name), in: template)
          default: break
          }
        }
      }),

    Rule(
      "VTL002", "A word that is no directive",
      why: "it is printed as it stands, and what it should have steered is printed too", source: velocity,
      bad: [
        Example(
          "words of other languages",
          request("#if($input.path('$.a'))\n{\"a\": 1}\n↓#elif($input.path('$.b'))\n{\"a\": 2}\n#end")),
        Example("an end of another language", request("#if($input.path('$.a'))\n{\"a\": 1}\n↓#endif")),
        Example("braces of another language", request("{\"a\": \"↓{{ context.requestId }}\"}")),
      ],
      good: [
        Example(
          "a macro, a colour and another program's braces",
          request(
            """
            #macro(member $name)"$name": 1#end
            {#member("a"), "colour": "#eed", "text": "Dear {{name}}"}
            """))
      ],
      check: .template { template, findings in
        guard template.side != .gateway else { return }
        for problem in template.parsed.problems {
          guard case .unknownDirective(let word) = problem.kind else { continue }
          let range = problem.word(word)
          findings.report(
            .unknown(word, meant: problem.suggestion), at: range, in: template,
            correcting: range.lowerBound + 1..<range.upperBound)
        }
        for range in template.parsed.foreignBraces {
          findings.report(.foreignBraces, at: range, in: template)
        }
      }),

    Rule(
      "VTL021", "A part of Velocity that API Gateway does not have", severity: .warning,
      why:
        "templates can read no other templates, run no text and reach no Java classes: the call answers 500, or the word is printed",
      source: reference,
      bad: [
        Example("another template", request("{\"a\": ↓#parse(\"a.vtl\")}")),
        Example("a text that is run", request("↓#evaluate(\"1\")\n{}")),
        Example("a class", request("#set($id = $input.path('$.id'))\n{\"a\": \"↓$id.class.name\"}")),
      ],
      good: [Example("a macro of its own", request("#macro(one)1#end\n{\"a\": #one()}"))],
      check: .template { template, findings in
        for node in template.parts.directives {
          guard case .directive(let name, _) = node.kind, ["include", "parse", "evaluate"].contains(name) else {
            continue
          }
          findings.report(.unavailable("#" + name), at: node.range, in: template)
        }
        for reference in template.references {
          guard let step = reference.steps.first(where: \.isClass) else { continue }
          let range = reference.range.lowerBound..<step.range.upperBound
          findings.report(.unavailable(template.parsed.text(of: range)), at: range, in: template)
        }
      }),
  ]
}

extension DirectiveName {
  /// Whether it needs another directive: without its fellow the template is out of balance.
  fileprivate var isHalfOfPair: Bool {
    switch self {
    case .if, .end, .foreach, .macro, .define: true
    default: false
    }
  }
}

extension MappingTemplate.Problem {
  /// The directive of a name that stands where the problem is.
  fileprivate func word(_ name: String) -> Range<Int> { offset..<offset + 1 + name.utf8.count }
}

extension MappingTemplate.Step {
  fileprivate var isClass: Bool {
    switch kind {
    case .property("class"), .method("getClass", _): true
    default: false
    }
  }
}

extension MappingTemplate {
  /// What stands in `{{ }}` and is meant for API Gateway.
  fileprivate var foreignBraces: [Range<Int>] {
    var (found, at): ([Range<Int>], Int) = ([], 0)
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "{")) {
      at = start + 1
      guard bytes[at...].first == UInt8(ascii: "{") else { continue }
      let line = bytes[(start + 2)...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "}") }
      guard bytes[line.endIndex...].starts(with: "}}".utf8), Self.isMeantForAPIGateway(line) else { continue }
      found.append(start..<line.endIndex + 2)
      at = line.endIndex
    }
    return found
  }

  private static func isMeantForAPIGateway(_ content: ArraySlice<UInt8>) -> Bool {
    let content = content.drop { $0 == 0x20 || $0 == UInt8(ascii: "$") }
    return ["input.", "context.", "util.", "stageVariables.", "#if", "#each", "/if", "/each"]
      .contains { content.starts(with: $0.utf8) }
  }
}

extension Message {
  fileprivate static func unclosed(_ name: String) -> Message {
    Message("VTL001", "'#\(name)' is never closed", help: "add '#end' where it ends")
  }

  fileprivate static func unopened(_ name: String) -> Message {
    Message(
      "VTL001", "'#\(name)' belongs to nothing",
      help: name == "end" ? "delete it, or open what it should close" : "write it between '#if' and its '#end'")
  }

  fileprivate static func unknown(_ word: String, meant: String?) -> Message {
    // Other languages' words are no slips: '#unless' is not '#if'.
    let near = nearest(word, in: DirectiveName.allCases.map(\.rawValue))
    return Message(
      "VTL002", "'#\(word)' is no directive of the template language",
      help: meant.map { "write '#\($0)'" } ?? "write '\\#\(word)' to print it, or define it with '#macro'",
      correction: near?.name == meant ? near?.correction : nil)
  }

  fileprivate static let foreignBraces = Message(
    "VTL002", "'{{ }}' means nothing in a mapping template",
    help: "write '$name' for a value and '#if' and its like for directives")

  fileprivate static func unavailable(_ word: String) -> Message {
    Message(
      "VTL021", .warning, "'\(word)' is not available in API Gateway", help: "write out what it should give")
  }
}
