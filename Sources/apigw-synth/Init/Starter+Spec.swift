extension Starter {
  static let spec = StarterFile(
    name: "apigw.yaml", purpose: "the spec: an API with two methods",
    text: """
      # A REST API of Amazon API Gateway, from which apigw-synth makes a CloudFormation template:
      #
      #   apigw-synth validate                           says what is wrong, and nothing when all is well
      #   apigw-synth build -o template.yaml             writes the template
      #   apigw-synth build -o template.yaml --watch     writes it again at every save
      #   apigw-synth explain                            lists what is checked, and 'explain INT202' tells of one
      #
      # and the AWS CLI puts it into an account, with the code in a bucket of yours:
      #
      #   aws cloudformation package --template-file template.yaml --s3-bucket BUCKET --output-template-file packaged.yaml
      #   aws cloudformation deploy --template-file packaged.yaml --stack-name greeter --capabilities CAPABILITY_IAM

      description: A greeting service

      # Lambda functions, by names that the methods below use. Roles and permissions follow by themselves.
      functions:
        greet:
          runtime: python3.13
          handler: greet.handler      # the function 'handler' of greet.py
          code: ./handlers            # a folder, zipped by 'aws cloudformation package'
          timeout: 5s

      apis:
        Greeter:
          endpointTypes: [REGIONAL]

          # Where a deployment is served. Without stages there is one, called 'prod'.
          stages:
            live:
              throttlingRateLimit: 50       # requests a second, over all callers
              throttlingBurstLimit: 100

          paths:
            # A method that a function answers. '{name}' is whatever stands there in the address.
            /hello/{name}:
              GET:
                authorizationType: NONE     # open to everyone; AWS_IAM asks for signed requests
                integration: greet          # short for {type: lambda, handler: greet}

            # A method that API Gateway answers by itself.
            /health:
              GET:
                authorizationType: NONE
                integration:
                  type: mock
                  response:
                    statusCode: 200
                    body: { status: ok }

      """)

  static let handler = StarterFile(
    name: "handlers/greet.py", purpose: "the code of its function",
    text: #"""
      """Greets the caller by the name in the path."""

      import json


      def handler(event, context):
          """Answers a request of API Gateway's Lambda proxy integration."""
          name = event["pathParameters"]["name"]
          return {
              "statusCode": 200,
              "headers": {"Content-Type": "application/json"},
              "body": json.dumps({"message": f"Hello, {name}!"}),
          }

      """#)
}
