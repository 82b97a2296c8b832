import Diagnostics
import VTL

extension TemplateRules {
  /// How values are printed into JSON.
  static let printing: [Rule] = [
    Rule(
      "VTL011", "'$input.json' between quotes", severity: .warning,
      why: "it prints JSON, and so a text with its quotes: between others the result is no JSON", source: reference,
      bad: [
        Example("a text", request("{\"a\": \"↓$input.json('$.a')\"}")),
        Example(
          "a mapping, whose texts are quoted",
          integration(
            """
            type: mock
            response: {statusCode: 200, body: {a: "↓$input.json('$.a')"}}
            """)),
      ],
      good: [
        Example(
          "alone, and escaped on purpose",
          request(
            "{\"a\": $input.json('$.a'), \"b\": \"$util.escapeJavaScript($input.json('$')).replaceAll(\"\\\\'\", \"'\")\"}"
          ))
      ],
      check: .template { template, findings in
        guard template.isJSON, template.side != .gateway else { return }
        for reference in template.parts.printed where reference.root == .input {
          guard case .method("json", _) = reference.steps.first?.kind, reference.steps.count == 1,
            template.isQuoted(reference.range)
          else { continue }
          findings.report(.quotedJSON, at: reference.range, in: template)
        }
      }),

    Rule(
      "VTL014", "Escaped text whose apostrophes JSON does not know", severity: .warning,
      why: "'$util.escapeJavaScript' turns ' into \\', which is no JSON: the first O'Brien breaks the body",
      source: reference,
      bad: [
        Example("as it is", request("{\"a\": \"↓$util.escapeJavaScript($input.path('$.a'))\"}")),
        Example("through a variable", request("#set($a = ↓$util.escapeJavaScript($input.body))\n{\"a\": \"$a\"}")),
      ],
      good: [
        Example(
          "with the apostrophes put back",
          request(
            #"""
            #set($b = $util.escapeJavaScript($input.path('$.b')))
            #set($b = $b.replaceAll("\\'", "'"))
            {"a": "$util.escapeJavaScript($input.path('$.a')).replaceAll("\\'","'")", "b": "$b"}
            """#))
      ],
      check: .template { template, findings in
        guard template.isJSON, template.side != .gateway else { return }
        let repaired = Set(template.references.filter(\.repairsApostrophes).map(\.name))
        let targets = template.parts.targetsOfReferences
        for reference in template.references where reference.root == .util {
          guard case .method("escapeJavaScript", _) = reference.steps.first?.kind, !reference.repairsApostrophes,
            targets[reference.range].map(repaired.contains) != true
          else { continue }
          findings.report(.apostrophes, at: reference.range, in: template)
        }
      }),

    Rule(
      "VTL022", "An object that '$input.path' prints", severity: .warning,
      why: "'$input.path' prints objects and lists in Java's notation, {a=1}: that is no JSON", source: reference,
      bad: [
        Example("the whole body", request("{\"all\": ↓$input.path('$')}")),
        Example("through a variable", request("#set($all = $input.path('$'))\n{\"all\": ↓$all}")),
        Example(
          "a name that tells, and a filter", request("{\"a\": ↓$input.path('$.obj'), \"b\": ↓$input.path('$..b')}")),
      ],
      good: [
        Example(
          "as JSON, and a number",
          request(
            "#set($all = $input.path('$'))\n{\"a\": $input.json('$'), \"n\": $all.size(), \"c\": $input.path('$.count')}"
          ))
      ],
      check: .template { template, findings in
        guard template.isJSON, template.side != .gateway else { return }
        let bodies = template.parts.variablesOfBodies
        for reference in template.parts.printed where template.isMember(reference.range) {
          let isObject =
            reference.root == .input
            ? reference.isObjectPath : reference.steps.isEmpty && bodies.contains(reference.name)
          if isObject { findings.report(.javaNotation, at: reference.range, in: template) }
        }
      }),
  ]
}

extension BodyTemplate {
  /// Whether just quotes stand around a part, which begin and end a text.
  fileprivate func isQuoted(_ range: Range<Int>) -> Bool {
    let bytes = source.bytes
    guard range.lowerBound > 0, range.upperBound < bytes.count else { return false }
    let isEscaped = range.lowerBound > 1 && bytes[range.lowerBound - 2] == UInt8(ascii: "\\")
    return bytes[range.lowerBound - 1] == UInt8(ascii: "\"") && bytes[range.upperBound] == UInt8(ascii: "\"")
      && !isEscaped
  }

  /// Whether a part is all of a member's value: `"name": part`.
  fileprivate func isMember(_ range: Range<Int>) -> Bool {
    let before = source.bytes[..<range.lowerBound].reversed().drop { $0 <= 0x20 }
    guard before.first == UInt8(ascii: ":") else { return false }
    let name = before.dropFirst().drop { $0 <= 0x20 }
    guard name.first == UInt8(ascii: "\""), name.dropFirst().first != UInt8(ascii: "\\") else { return false }
    let after = source.bytes[range.upperBound...].first { $0 > 0x20 }
    return after == UInt8(ascii: ",") || after == UInt8(ascii: "}")
  }
}

extension TemplateParts {
  /// The variables that a reference at a place is assigned to.
  fileprivate var targetsOfReferences: [Range<Int>: String] {
    var found: [Range<Int>: String] = [:]
    for node in sets {
      guard case .set(let target?, let value?) = node.kind else { continue }
      if case .reference(let reference) = value.kind { found[reference.range] = target.name }
    }
    return found
  }

  /// The variables that are always objects of the body.
  fileprivate var variablesOfBodies: Set<String> {
    var (bodies, others): (Set<String>, Set<String>) = ([], [])
    for node in sets {
      guard case .set(let target?, let value) = node.kind, target.steps.isEmpty else { continue }
      if case .reference(let reference) = value?.kind, reference.root == .input, reference.isObjectPath {
        bodies.insert(target.name)
      } else {
        others.insert(target.name)
      }
    }
    return bodies.subtracting(others)
  }
}

extension MappingTemplate.Reference {
  /// Whether apostrophes are put back.
  fileprivate var repairsApostrophes: Bool {
    steps.contains { step in
      if case .method(let name, _) = step.kind { name == "replaceAll" || name == "replace" } else { false }
    }
  }

  /// Whether it is `$input.path` of something that is surely, or by its name, no scalar.
  fileprivate var isObjectPath: Bool {
    guard steps.count == 1, case .method("path", let arguments) = steps[0].kind, let text = arguments.first?.literal,
      let path = try? JSONPath(parsing: text)
    else { return false }
    return path.isRoot || path.isIndefinite || ["obj", "object", "map", "list", "array"].contains(path.lastName)
  }
}

extension Message {
  fileprivate static let quotedJSON = Message(
    "VTL011", .warning, "'$input.json' prints the quotes of a text itself",
    help: "write the template as text without these quotes, or take $input.path")

  fileprivate static let apostrophes = Message(
    "VTL014", .warning, "'$util.escapeJavaScript' turns ' into \\', which is no JSON",
    help: "add .replaceAll(\"\\\\'\", \"'\")")

  fileprivate static let javaNotation = Message(
    "VTL022", .warning, "'$input.path' prints objects in Java's notation, {a=1}", help: "take $input.json")
}
