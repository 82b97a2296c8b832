import Diagnostics
import VTL

extension TemplateRules {
  /// Whether JSON comes out.
  static let json: [Rule] = [
    Rule(
      "VTL010", "A template that does not give JSON", severity: .warning,
      why: "nobody checks what a template gives: the backend or the caller gets a body that cannot be read",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html",
      bad: [
        Example("a comma too many", response("{\"a\": 1↓,}")),
        Example("a name without quotes, a value without an end", response("{↓a: $input.json('$.a')}")),
        Example(
          "two values in all cases",
          response("{\"a\": #if($input.path('$.a')) 1 #else 2 #end ↓3}")),
        Example(
          "an item's end, a mock's answer, and a gateway response",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED: {templates: {application/json: '{"message": "slow down"↓'}}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200, body: "{\\"items\\": [\\n{\\"id\\": 1↓]}"}
          """),
      ],
      good: [
        Example(
          "lists, conditions, variables, text in text, other types",
          integration(
            #"""
            type: http
            proxy: false
            url: https://orders.example.com/orders
            httpMethod: POST
            requestTemplates:
              application/json: |
                #set($q = '"')
                #set($first = true)
                {$q$context.stage$q: [
                #foreach($item in $input.path('$.items'))
                  {"kind": #if($item.kind == "gift") "gift" #elseif($item.count > 1) "many" #else "one" #end}
                  #if($foreach.hasNext),#end
                #end
                ], "other": [#foreach($item in $input.path('$.others'))#if(!$first),#end$item#set($first = false)#end],
                "text": "{\"a\": \"$context.stage\"}" #if($input.path('$.b')), "b": $input.json('$.b')#end }
              text/plain: '{a, b'
            integrationResponses: [{statusCode: 200}]
            """#)),
        Example(
          "what a mock takes",
          integration(
            """
            type: mock
            requestTemplates: {application/json: '{statusCode: 200}'}
            integrationResponses: [{statusCode: 200}]
            """)),
      ],
      check: .template { template, findings in
        guard template.isJSON, template.hidingComment == nil, template.parsed.problems.isEmpty,
          template.loopsWithComma.isEmpty
        else { return }
        let isLenient = template.isMock && template.side == .request
        guard let fault = SampleRendering.fault(of: template.parsed, isLenient: isLenient) else { return }
        let offset = min(fault.offset, template.source.bytes.count)
        findings.report(
          .notJSON(fault.words), at: offset..<min(offset + 1, template.source.bytes.count), in: template)
      }),

    Rule(
      "VTL012", "A loop with a comma behind every item", severity: .warning,
      why: "the last item has one as well, and a list that ends in a comma is no JSON", source: velocity,
      bad: [
        Example("all items", response("[\n↓#foreach($a in $input.path('$'))\n  {\"a\": $a.a},\n#end\n]"))
      ],
      good: [
        Example(
          "all but the last",
          response("[\n#foreach($a in $input.path('$'))\n  {\"a\": $a.a}#if($foreach.hasNext),#end\n#end\n]")),
        Example(
          "an item behind the loop", response("[\n#foreach($a in $input.path('$'))\n  {\"a\": $a.a},\n#end\n{}\n]")),
      ],
      check: .template { template, findings in
        guard template.isJSON, template.parsed.problems.isEmpty else { return }
        for range in template.loopsWithComma { findings.report(.comma, at: range, in: template) }
      }),
  ]
}

extension BodyTemplate {
  /// The heads of loops whose bodies end in a comma and that end a list.
  fileprivate var loopsWithComma: [Range<Int>] {
    parts.loops.compactMap { node in
      guard case .foreach(_, _, let body) = node.kind, let last = body.last(where: \.isPrinted),
        case .text = last.kind, source.bytes[last.range].last(where: { $0 > 0x20 }) == UInt8(ascii: ",")
      else { return nil }
      let next = source.bytes[node.range.upperBound...].first { $0 > 0x20 }
      guard next == nil || next == UInt8(ascii: "]") || next == UInt8(ascii: "}") else { return nil }
      return node.range.lowerBound..<min(node.range.lowerBound + "#foreach".utf8.count, node.range.upperBound)
    }
  }
}

extension MappingTemplate.Node {
  /// Whether it is more than a comment or the setting of a variable.
  fileprivate var isPrinted: Bool {
    switch kind {
    case .comment, .set: false
    default: true
    }
  }
}

extension Message {
  fileprivate static func notJSON(_ words: String) -> Message {
    Message(
      "VTL010", .warning, "what this template gives is no JSON: \(words)",
      help: "write JSON, or another content type")
  }

  fileprivate static let comma = Message(
    "VTL012", .warning, "the last item of this loop ends in a comma too", help: "write #if($foreach.hasNext),#end")
}
