import Diagnostics
import Spec
import VTL

extension LimitRules {
  /// What mapping templates may do.
  static let templates: [Rule] = [
    Rule(
      "LIM918", "A loop of more than 1000 rounds", why: "the call is answered with 500", source: quotas,
      bad: [
        Example("2000 rounds", template("'↓#foreach($i in [1..2000])$i#end'")),
        Example("1001 rounds downwards", template("'↓#foreach($i in [1000..0])$i#end'")),
        Example("a loop inside another thing", template("'#if($input.body)↓#foreach($i in [-999..1])$i#end#end'")),
      ],
      good: [
        Example("1000 rounds", template("'#foreach($i in [1..1000])$i#end'")),
        Example("as many as there are", template("'#foreach($item in $input.path(\"$.items\"))$item.id#end'")),
      ],
      check: .integration(with: .templates) { integration, _, _, findings in
        integration.forEachLoop { loops, text in
          for range in loops.longRanges { findings.report(.rounds, at: range, of: text.node) }
        }
      }),
    Rule(
      "LIM921", "An answer of more than 10 MB", why: "API Gateway sends 10 MB at most, and answers 500 otherwise",
      source: quotas,
      bad: [
        Example(
          "a loop in a loop",
          template(
            "↓'#foreach($i in [1..1000])#foreach($k in [1..1000])twelve bytes#end#end'"))
      ],
      good: [
        Example("the half", template("'#foreach($i in [1..500])#foreach($k in [1..1000])twelve bytes#end#end'")),
        Example(
          "a way out",
          template("'#foreach($i in [1..1000])#foreach($k in [1..1000])twelve bytes#break#end#end'")),
      ],
      check: .integration(with: .templates) { integration, _, _, findings in
        integration.forEachLoop { loops, text in
          let size = loops.leastOutput
          if size > 10 << 20 { findings.report(.output, at: text.node) }
        }
      }),
  ]

  private static func template(_ text: String) -> String {
    """
    apis:
      Shop:
        paths:
          /orders:
            POST:
              integration:
                type: http
                proxy: false
                httpMethod: POST
                url: https://example.com/orders
                integrationResponses:
                  - statusCode: 200
                    responseTemplates:
                      text/plain: \(text)
              methodResponses: [{statusCode: 200}]
    """
  }
}

extension Integration {
  /// Reads each template that has a loop.
  fileprivate func forEachLoop(_ body: (TemplateLoops, Located<TemplateText>) -> Void) {
    forEachTemplate { template in
      if case .text(let text) = template.value, let loops = TemplateLoops(text) { body(loops, template) }
    }
  }
}

extension Message {
  fileprivate static let rounds = Message(
    "LIM918", "'#foreach' runs 1000 times at most", help: "do the work in the backend")

  fileprivate static let output = Message(
    "LIM921", "this template makes more than 10 MB, which is the most that API Gateway sends",
    help: "let callers fetch large answers from S3")
}
