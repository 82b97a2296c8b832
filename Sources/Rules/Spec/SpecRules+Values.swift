import Diagnostics

extension SpecRules {
  /// Single values.
  static let values: [Rule] = [
    Rule(
      "SPEC103", "A value of the wrong sort",
      why: "CloudFormation refuses it: \"expected type: Integer, found: String\"",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGateway.html",
      bad: [
        Example(
          "another language's boolean, and text for a list",
          """
          apis:
            Shop:
              deploy: ↓yes
              binaryMediaTypes: ↓image/png
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a boolean and a list",
          """
          apis:
            Shop:
              deploy: true
              binaryMediaTypes: [image/png]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC113", "Nothing where a value is wanted",
      why: "CloudFormation refuses it: \"Null values are not allowed in templates\"",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html",
      bad: [
        Example(
          "a description to come",
          """
          apis:
            Shop:
              description: ↓~
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """),
        Example(
          "nothing in a raw resource",
          """
          resources:
            Orders:
              Type: AWS::SQS::Queue
              Properties:
                QueueName:↓
                Tags: [{Key: shop, Value: ↓null}]
          """),
      ],
      good: [
        Example(
          "nothing where a mapping is wanted is an empty one",
          """
          apis:
            Shop:
              description: a shop
              stages:
                live:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """),
        Example(
          "null in JSON text",
          """
          apis:
            Shop:
              models:
                Order: {schema: {type: object, properties: {discount: {enum: [null, 10, 20]}}}}
              paths:
                /orders:
                  POST:
                    requestModels: {application/json: Order}
                    requestValidatorOptions: {validateRequestBody: true}
                    integration: {type: mock, response: {statusCode: 200, body: {discount: null}}}
          """),
      ],
      check: .elsewhere),

    Rule(
      "SPEC115", "A word in other letters",
      why: "AWS's words are taken in their own letters alone: \"Member must satisfy enum value set\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "small letters",
          """
          apis:
            Shop:
              endpointTypes: [↓regional]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "capital letters",
          """
          apis:
            Shop:
              endpointTypes: [REGIONAL]
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "SPEC116", "A duration without its unit",
      why: "AWS counts milliseconds here and seconds there: a wrong guess is wrong a thousandfold",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "a bare number, and words",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", timeout: ↓8}}
                  PUT: {integration: {type: http, url: "https://orders.example.com", timeout: ↓8 seconds}}
          """)
      ],
      good: [
        Example(
          "seconds and milliseconds",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", timeout: 8s}}
                  PUT: {integration: {type: http, url: "https://orders.example.com", timeout: 8000ms}}
          """)
      ],
      check: .elsewhere),
  ]
}
