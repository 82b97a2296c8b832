import Diagnostics
import VTL

extension TemplateRules {
  /// What `$input` and `$util` have.
  static let members: [Rule] = [
    Rule(
      "VTL003", "A member that '$input' does not have",
      why: "a reference without a value is printed as it stands", source: reference,
      bad: [
        Example("another language's", request("{\"page\": \"↓$input.query.page\"}")),
        Example("a method without parentheses", request("{\"a\": ↓$input.json}")),
        Example("a property of the body's text", request("{\"a\": ↓${input.body.a}}")),
        Example("another variable", request("{\"a\": ↓$inputs.json('$.a')}")),
      ],
      good: [
        Example(
          "its four members",
          request(
            """
            #set($all = $input.params())
            #set($inputs = $input.path('$'))
            {"raw": "$util.base64Encode($input.body)", "a": $input.json('$.a'), "n": $all.size(), "b": $inputs.size()}
            """))
      ],
      check: .template { template, findings in
        let names = template.parts.assigned
        for reference in template.references {
          guard let step = reference.steps.first, let member = step.memberName else { continue }
          let range = reference.range.lowerBound..<step.range.upperBound
          if reference.isMisspelt("input", names), MappingTemplate.inputMembers.contains(member) {
            findings.report(
              .notInput(reference.name), at: reference.nameRange.withDollar(reference), in: template,
              correcting: reference.nameRange)
          } else if reference.root == .input, let problem = reference.inputProblem(member) {
            findings.report(problem, at: range, in: template, correcting: step.nameRange)
          }
        }
      }),

    Rule(
      "VTL004", "A function that '$util' does not have",
      why: "the call is printed as it stands, or answers 500: AppSync's functions do not exist in API Gateway",
      source: reference,
      bad: [
        Example("AppSync's", request("{\"a\": ↓$util.toJson($input.path('$.a'))}")),
        Example("a typo, and AppSync's name", request("{\"a\": ↓$util.parseJSON('1'), \"b\": ↓$utils.urlEncode('b')}")),
        Example(
          "in a mapping",
          integration(
            """
            type: mock
            requestTemplates: {application/json: {statusCode: 200, id: a ↓$util.autoId()}}
            integrationResponses: [{statusCode: 200}]
            """)),
      ],
      good: [
        Example("two of them", request("{\"a\": \"$util.base64Encode($util.urlEncode($context.stage))\"}"))
      ],
      check: .template { template, findings in
        let names = template.parts.assigned
        for reference in template.references {
          guard let step = reference.steps.first, let member = step.memberName else { continue }
          let isOther = reference.isMisspelt("util", names)
          guard reference.root == .util || isOther else { continue }
          let isKnown = MappingTemplate.utilFunctions.contains(member)
          if isOther, isKnown {
            findings.report(
              .notUtil(reference.name), at: reference.nameRange.withDollar(reference), in: template,
              correcting: reference.nameRange)
          } else if !isKnown {
            let range = reference.range.lowerBound..<step.range.upperBound
            findings.report(.noFunction(member), at: range, in: template, correcting: step.nameRange)
          }
        }
      }),

    Rule(
      "VTL009", "A JSONPath that cannot be read",
      why: "'$input.json' and '$input.path' give nothing for it, or the call answers 500", source: reference,
      bad: [
        Example("no root", request("{\"a\": $input.json('↓a.b')}")),
        Example("a bracket that stays open", request("{\"a\": $input.json(\"$.a↓[0\")}")),
        Example("no name, no index", request("#set($a = $input.path('$↓.'))\n{\"a\": $input.json('$.a↓[b]')}")),
      ],
      good: [
        Example(
          "names, indexes, filters, and what only a call knows",
          request(
            """
            #set($i = 0)
            {"a": $input.json('$'), "b": $input.json("$.a-b[0]['c d']"), "c": $input.json('$..d[?(@.e > 1)]'),
             "d": $input.json("$.a[$i]"), "e": $input.json('$.a[-1:]'), "f": $input.json('$.a.length()')}
            """))
      ],
      check: .template { template, findings in
        for reference in template.references where reference.root == .input {
          guard case .method(let name, let arguments) = reference.steps.first?.kind, name == "json" || name == "path",
            let argument = arguments.first, let text = argument.literal
          else { continue }
          do throws(JSONPath.Problem) {
            _ = try JSONPath(parsing: text)
          } catch {
            let start = argument.range.lowerBound + 1 + error.offset
            let end = max(argument.range.upperBound - 1, start)
            findings.report(.badPath(text, error), at: start..<end, in: template)
          }
        }
      }),
  ]
}

extension Range<Int> {
  /// A variable's name with what stands before it.
  fileprivate func withDollar(_ reference: MappingTemplate.Reference) -> Range<Int> {
    reference.range.lowerBound..<upperBound
  }
}

extension MappingTemplate.Step {
  /// The name behind the dot.
  fileprivate var nameRange: Range<Int> {
    range.lowerBound + 1..<range.lowerBound + 1 + (memberName?.utf8.count ?? 0)
  }

  /// The name of a property or method.
  var memberName: String? {
    switch kind {
    case .property(let name), .method(let name, _): name
    case .index: nil
    }
  }
}

extension MappingTemplate.Reference {
  /// Whether a variable that nobody makes is spelt almost as one of API Gateway's.
  func isMisspelt(_ root: String, _ assigned: Set<String>) -> Bool {
    name != root && self.root == nil && !assigned.contains(name) && nearest(name, in: [root]) != nil
  }

  fileprivate func inputProblem(_ member: String) -> Message? {
    guard MappingTemplate.inputMembers.contains(member) else { return .noMember(member) }
    if member == "body" {
      guard steps.count > 1, case .property(let name) = steps[1].kind, !["empty", "bytes", "class"].contains(name)
      else {
        return nil
      }
      return .propertyOfBody(name)
    }
    if case .property = steps.first?.kind { return .notCalled(member) }
    return nil
  }
}

extension Message {
  fileprivate static func noMember(_ name: String) -> Message {
    let near = nearest(name, in: MappingTemplate.inputMembers)
    let guess = near.map { "did you mean '$input.\($0.name)'? " } ?? ""
    return Message(
      "VTL003", "'$input.\(name)' does not exist",
      help: "\(guess)there are $input.body, $input.json('$.a'), $input.path('$.a') and $input.params('a')",
      correction: near?.correction)
  }

  fileprivate static func notInput(_ name: String) -> Message {
    Message("VTL003", "'$\(name)' is nowhere set", help: "did you mean '$input'?", correction: .text("input"))
  }

  fileprivate static func propertyOfBody(_ name: String) -> Message {
    Message(
      "VTL003", "'$input.body' is text and has no '\(name)'", help: "write $input.path('$.\(name)')")
  }

  fileprivate static func notCalled(_ name: String) -> Message {
    Message(
      "VTL003", "'$input.\(name)' is a method",
      help: name == "params"
        ? "write $input.params('name'), or $input.params() for all" : "write $input.\(name)('$.name')")
  }

  fileprivate static func notUtil(_ name: String) -> Message {
    Message(
      "VTL004", "'$\(name)' does not exist in API Gateway", help: "did you mean '$util'?", correction: .text("util"))
  }

  fileprivate static func noFunction(_ name: String) -> Message {
    let functions = MappingTemplate.utilFunctions
    let near = name == "toJson" ? nil : nearest(name, in: functions)
    let help =
      name == "toJson"
      ? "write $input.json('$.name'), which prints JSON"
      : near.map { "did you mean '$util.\($0.name)'?" }
        ?? "there are \(functions.dropLast().joined(separator: ", ")) and \(functions.last ?? "")"
    return Message(
      "VTL004", "'$util.\(name)' does not exist in API Gateway", help: help, correction: near?.correction)
  }

  fileprivate static func badPath(_ path: String, _ problem: JSONPath.Problem) -> Message {
    Message("VTL009", "'\(path)' is no JSONPath: \(problem.words)", help: "write it as '$.items[0].name'")
  }
}

extension JSONPath.Problem {
  fileprivate var words: String {
    switch kind {
    case .empty: "it is empty"
    case .missingRoot: "it does not start with '$'"
    case .missingName: "a name is missing behind '.'"
    case .unclosed(let bracket): "a '\(bracket)' is never closed"
    case .unclosedQuote: "a quote is never closed"
    case .badIndex: "what stands in brackets is no number, quoted name, '*' or filter"
    case .unexpected(let scalar): "'\(scalar)' cannot stand there"
    }
  }
}
