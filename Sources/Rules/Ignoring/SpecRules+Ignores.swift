import Diagnostics

extension SpecRules {
  /// The comments that silence rules.
  static let ignores: [Rule] = [
    Rule(
      "SPEC144", "An ignore comment that silences nothing", severity: .warning,
      why: "the comment would hide the next real warning of its line, and readers take it for a known risk",
      source: "the command line's contract: ignore comments",
      bad: [
        Example(
          "on the line",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}} # apigw-synth: ignore ↓INT223
          """),
        Example(
          "the line is another one",
          """
          apis:
            Shop:
              # apigw-synth: ignore ↓SEC009
              paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}
          """),
      ],
      good: [
        Example(
          "it silences a warning of the next line",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      # Inside of the building, without certificates. apigw-synth: no word for others
                      # apigw-synth: ignore SEC004
                      url: http://orders.example.com
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC145", "An ignore comment that cannot work", severity: .warning,
      why: "the comment looks as if it silenced something, and does not",
      source: "the command line's contract: ignore comments",
      bad: [
        Example(
          "a misspelt rule",
          """
          apis:
            Shop:
              paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}} # apigw-synth: ignore ↓INT2223
          """),
        Example(
          "another word than 'ignore'",
          """
          apis:
            Shop:
              ↓# apigw-synth: disable INT223
              paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}
          """),
        Example(
          "a rule of errors",
          """
          # apigw-synth: ignore ↓SPEC101
          apis:
            Shop:
              paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}
          """),
      ],
      good: [
        Example(
          "text that is no comment",
          """
          apis:
            Shop:
              description: |
                # apigw-synth: ignore nothing
              paths:
                /orders: {GET: {integration: {type: mock, response: {statusCode: 200}}}}
          """)
      ],
      check: .elsewhere),
  ]
}
