import Diagnostics

extension SpecRules {
  /// The text as YAML.
  static let text: [Rule] = [
    Rule(
      "SPEC104", "A key twice",
      why: "most YAML readers keep one of the two values and drop the other without a word",
      source: "https://yaml.org/spec/1.2.2/#3213-node-comparison",
      bad: [
        Example(
          "two answers for one method",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
                  ↓GET: {integration: {type: mock, response: {statusCode: 204}}}
          """),
        Example(
          "two throttles of one method, for which a template has one key",
          throttles("{path: /orders, method: GET, rateLimit: 5}, ↓{path: /orders, method: GET, rateLimit: 9}")),
      ],
      good: [
        Example(
          "two methods",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
                  PUT: {integration: {type: mock, response: {statusCode: 204}}}
          """),
        Example(
          "throttles of two methods",
          throttles("{path: /orders, method: GET, rateLimit: 5}, {path: /orders, method: PUT, rateLimit: 9}")),
      ],
      check: .usagePlan { plan, findings in
        for stage in plan.value.apiStages?.value ?? [] { findings.checkKeys(of: stage.value.throttle?.value ?? []) }
      }),

    Rule(
      "SPEC105", "A file that cannot be used",
      why: "what is not there, not a file or outside the project cannot become part of the template or its package",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-cli-package.html",
      bad: [
        Example(
          "code that is not there",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ↓./missing}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      good: [
        Example(
          "code that is there",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC107", "Text that is not well-formed YAML",
      why: "CloudFormation answers \"Template format error: YAML not well-formed\", and other readers guess",
      source: "https://yaml.org/spec/1.2.2/",
      bad: [
        Example(
          "an alias without its anchor",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: ↓*answer
          """)
      ],
      good: [
        Example(
          "an anchor before its alias",
          """
          x-answer: &answer {integration: {type: mock, response: {statusCode: 200}}}
          apis:
            Shop:
              paths:
                /orders:
                  GET: *answer
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC121", "Aliases without end",
      why: "a value that holds itself, or that stands for hundreds of thousands of others, keeps readers busy for ever",
      source: "https://yaml.org/spec/1.2.2/#71-alias-nodes",
      bad: [
        Example(
          "an alias inside its own value",
          """
          x-loop: &loop [↓*loop]
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "an alias after its value",
          """
          x-types: &types [image/png]
          apis:
            Shop:
              binaryMediaTypes: *types
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC142", "A function that CloudFormation does not document", severity: .warning,
      why: "CloudFormation refuses functions that it does not know, when the stack is deployed",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html",
      bad: [
        Example(
          "a misspelt join",
          """
          apis:
            Shop:
              description: {↓Fn::Joni: ["-", [the, shop]]}
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a join",
          """
          apis:
            Shop:
              description: {Fn::Join: ["-", [the, shop]]}
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC143", "A scalar that readers take differently", severity: .warning,
      why: "YAML 1.1 has other booleans and numbers than YAML 1.2, and CloudFormation's own reader follows 1.1",
      source: "https://yaml.org/spec/1.2.2/#103-core-schema",
      bad: [
        Example(
          "a country, a clock and a version",
          """
          resources:
            Settings:
              Type: AWS::SSM::Parameter
              Properties:
                Type: String
                Value: ↓NO
                Description: ↓12:30
                Tags: {version: ↓3.10}
          """)
      ],
      good: [
        Example(
          "quoted",
          """
          resources:
            Settings:
              Type: AWS::SSM::Parameter
              Properties:
                Type: String
                Value: "NO"
                Description: "12:30"
                Tags: {version: "3.10"}
          """)
      ],
      check: .elsewhere),
  ]
}
