import Diagnostics
import VTL

extension TemplateRules {
  static let comments: [Rule] = [
    Rule(
      "VTL018", "A comment that hides the rest of the template", severity: .warning,
      why: "'##' runs to the end of the line: where YAML folds lines into one, everything behind it disappears",
      source: "https://yaml.org/spec/1.2.2/#813-folded-style",
      bad: [
        Example(
          "a folded block, quotes, and a mapping",
          integration(
            """
            type: http
            proxy: false
            url: https://orders.example.com/orders
            httpMethod: POST
            requestTemplates:
              application/json: >
                ↓## the order alone
                {"a": 1}
              text/xml: '<a> ↓## none
                </a>'
              text/plain: {a: "item ↓## 5", b: 1}
            integrationResponses: [{statusCode: 200}]
            """))
      ],
      good: [
        Example("a literal block", request("## the order alone\n{\"a\": 1}")),
        Example(
          "a comment that is a paragraph of its own",
          integration(
            """
            type: http
            proxy: false
            url: https://orders.example.com/orders
            httpMethod: POST
            requestTemplates:
              application/json: >
                ## the order alone

                {"a":
                1} ## and no more
            integrationResponses: [{statusCode: 200}]
            """)),
      ],
      check: .template { template, findings in
        guard let comment = template.hidingComment else { return }
        findings.report(.hides, at: comment, in: template)
      })
  ]
}

extension Message {
  fileprivate static let hides = Message(
    "VTL018", .warning, "this comment hides what stands behind it: the lines are folded into one",
    help: "write the template as a literal block, '|'")
}
