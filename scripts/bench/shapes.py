"""The dimensions along which a spec grows: valid ones. Each function yields the lines of a spec with `count` of a thing."""

FUNCTION = "    arn: arn:aws:lambda:eu-west-1:111122223333:function:store"
FUNCTIONS = ("functions:", "  store:", FUNCTION)
PATH = ("    paths:", "      /things:", "        GET: {authorizationType: AWS_IAM}")
API = ("apis:", "  Bench:", *PATH)


def wide(count):
    """Methods of plain resources: five to a collection, one of them a mock."""
    yield from FUNCTIONS
    yield from ("apis:", "  Bench:", "    paths:")
    for number in range(count):
        collection, verb = divmod(number, 5)
        if verb in (0, 2):
            yield f"      /collection{collection}{'/{id}' if verb else ''}:"
        yield f"        {('GET', 'POST', 'GET', 'PUT', 'DELETE')[verb]}:"
        yield "          authorizationType: AWS_IAM"
        yield "          integration:"
        if verb == 2:
            yield from ("            type: mock", "            response:", "              statusCode: 200",
                        "              body: {ok: true, name: thing}")
        else:
            yield from ("            type: lambda", "            handler: store")


def deep(count):
    """Methods, each one level below the last, twenty levels to a tree."""
    yield from FUNCTIONS
    yield from ("apis:", "  Bench:", "    paths:")
    path = ""
    for number in range(count):
        path = f"/tree{number // 20}" if number % 20 == 0 else f"{path}/level{number % 20}"
        yield f"      {path}:"
        yield "        GET: {authorizationType: AWS_IAM, integration: store}"


def functions(count):
    """Functions with roles of their own, each behind one method."""
    yield "functions:"
    for number in range(count):
        yield f"  handler{number}:"
        yield from ("    runtime: python3.13", "    handler: index.handler", "    code: {bucket: code, key: code.zip}")
    yield from ("apis:", "  Bench:", "    paths:")
    for number in range(count):
        yield f"      /things{number}:"
        yield f"        GET: {{authorizationType: AWS_IAM, integration: handler{number}}}"


def models(count):
    """Models, each of which refers to the one before it."""
    yield from ("apis:", "  Bench:", "    models:")
    for number in range(count):
        owner = f"{{$ref: Model{number - 1}}}" if number else "{type: string}"
        yield f"      Model{number}:"
        yield f"        schema: {{type: object, properties: {{id: {{type: string}}, owner: {owner}}}, required: [id]}}"
    yield from PATH


def template(count):
    """One mapping template of that many lines."""
    yield from ("apis:", "  Bench:", "    paths:", "      /things:", "        POST:", "          authorizationType: AWS_IAM",
                "          integration:", "            type: aws", "            service: dynamodb", "            action: PutItem",
                "            credentialsRole: arn:aws:iam::111122223333:role/writer", "            requestTemplates:",
                "              application/json: |", "                #set($body = $input.path('$'))")
    for number in range(count):
        yield f"                #if($body.field{number} != \"\") \"field{number}\": \"$util.escapeJavaScript($body.field{number}).replaceAll(\"\\\\'\", \"'\")\", #end"
    yield from ("            integrationResponses: [{statusCode: 200}]", "          methodResponses: [{statusCode: 200}]")


def templates(count):
    """Methods with a mapping template each."""
    yield from ("apis:", "  Bench:", "    paths:")
    for number in range(count):
        yield f"      /things{number}:"
        yield from ("        POST:", "          authorizationType: AWS_IAM",
                    "          integration:", "            type: aws", "            service: dynamodb", "            action: PutItem",
                    "            credentialsRole: arn:aws:iam::111122223333:role/writer", "            requestTemplates:",
                    "              application/json: |", "                #set($id = $input.path('$.id'))",
                    f"                {{\"TableName\": \"things{number}\", \"Item\": {{\"id\": {{\"S\": \"$util.escapeJavaScript($id).replaceAll(\"\\\\'\", \"'\")\"}}}}}}",
                    "            integrationResponses: [{statusCode: 200}]", "          methodResponses: [{statusCode: 200}]")


def openapi(count):
    """One OpenAPI document of that many operations as the API's body."""
    yield from ("apis:", "  Bench:", "    definition:", "      openapi: 3.0.1", "      info: {title: bench, version: \"1\"}", "      paths:")
    for number in range(count):
        yield f"        /things{number}:"
        yield from ("          get:", f"            operationId: getThing{number}", "            responses:",
                    "              \"200\": {description: a thing}", "            x-amazon-apigateway-integration:",
                    "              type: mock", "              requestTemplates: {application/json: '{\"statusCode\": 200}'}")


def apis(count):
    """APIs of one method each."""
    yield "apis:"
    for number in range(count):
        yield from (f"  Bench{number}:", *PATH)


def stages(count):
    """Stages of one API."""
    yield from ("apis:", "  Bench:", "    stages:")
    for number in range(count):
        yield f"      stage{number}: {{throttlingRateLimit: 10, throttlingBurstLimit: 20}}"
    yield from PATH


def variables(count):
    """Stage variables, each used by one method."""
    yield from ("apis:", "  Bench:", "    stages:", "      live:", "        variables:")
    for number in range(count):
        yield f"          host{number}: example{number}.com"
    yield "    paths:"
    for number in range(count):
        yield f"      /things{number}:"
        yield ("        GET: {authorizationType: AWS_IAM, integration: "
               f"{{type: http, url: 'https://${{stageVariables.host{number}}}/things'}}}}")


def parts(count):
    """Documentation parts, each of one method."""
    yield from ("apis:", "  Bench:", "    paths:")
    for number in range(count):
        yield f"      /things{number}:"
        yield "        GET: {authorizationType: AWS_IAM}"
    yield "resources:"
    for number in range(count):
        yield f"  Part{number}:"
        yield from ("    Type: AWS::ApiGateway::DocumentationPart", "    Properties:", "      RestApiId: !Ref Bench",
                    f"      Location: {{Type: METHOD, Path: /things{number}, Method: GET}}", "      Properties: '{\"description\": \"A thing\"}'")


def siblings(count):
    """Resources side by side under one path, with a variable beside them."""
    yield from ("apis:", "  Bench:", "    paths:", "      /things/{id}:", "        GET: {authorizationType: AWS_IAM}")
    for number in range(count):
        yield f"      /things/Kind{number}:"
        yield "        GET: {authorizationType: AWS_IAM}"


def authorizers(count):
    """Authorizers, each used by one method."""
    yield from FUNCTIONS
    yield from ("apis:", "  Bench:", "    authorizers:")
    for number in range(count):
        yield f"      guard{number}: {{type: token, handler: store}}"
    yield "    paths:"
    for number in range(count):
        yield f"      /things{number}:"
        yield f"        GET: {{authorizer: guard{number}}}"


def settings(count):
    """Settings of a stage, each for one method."""
    yield from ("apis:", "  Bench:", "    stages:", "      live:", "        methodOptions:")
    for number in range(count):
        yield f"          /things{number}/GET: {{throttlingRateLimit: 10}}"
    yield "    paths:"
    for number in range(count):
        yield f"      /things{number}:"
        yield "        GET: {authorizationType: AWS_IAM}"


def parameters(count):
    """Declared parameters of one method, each mapped and a part of the cache's key."""
    yield from ("apis:", "  Bench:", "    stages: {live: {cachingEnabled: true, cacheDataEncrypted: true}}", "    paths:", "      /things:", "        GET:",
                "          authorizationType: AWS_IAM", "          requestParameters:", "            method.request.header.Authorization: false")
    for number in range(count):
        yield f"            method.request.querystring.q{number}: false"
    yield from ("          integration:", "            type: http", "            url: https://example.com", "            requestParameters:")
    for number in range(count):
        yield f"              integration.request.querystring.q{number}: method.request.querystring.q{number}"
    yield from ("            cacheKeyParameters:", "              - method.request.header.Authorization")
    for number in range(count):
        yield f"              - method.request.querystring.q{number}"


def headers(count):
    """Headers of one answer, declared and mapped."""
    yield from ("apis:", "  Bench:", "    paths:", "      /things:", "        GET:", "          authorizationType: AWS_IAM",
                "          integration:", "            type: http", "            proxy: false", "            url: https://example.com",
                "            integrationResponses:", "              - statusCode: 200", "                responseParameters:")
    for number in range(count):
        yield f"                  method.response.header.h{number}: \"'x'\""
    yield from ("          methodResponses:", "            - statusCode: 200", "              responseParameters:")
    for number in range(count):
        yield f"                method.response.header.h{number}: true"


def keys(count):
    """API keys of one usage plan."""
    yield from API
    yield "apiKeys:"
    for number in range(count):
        yield f"  key{number}: {{}}"
    yield from ("usagePlans:", "  gold:", "    apiStages: [{api: Bench, stage: prod}]", "    apiKeys:")
    for number in range(count):
        yield f"      - key{number}"


def mappings(count):
    """APIs, each mapped to a base path of one domain name."""
    yield from apis(count)
    yield from ("domainNames:", "  Site:", "    domainName: api.example.com", "    securityPolicy: TLS_1_2",
                "    certificate: arn:aws:acm:eu-west-1:111122223333:certificate/0b52d2f1-3a5c-4d8e-9f10-1a2b3c4d5e6f", "    mappings:")
    for number in range(count):
        yield f"      - {{api: Bench{number}, stage: prod, basePath: base{number}}}"


def raw(count):
    """Raw resources, each of which refers to the one before it."""
    yield from API
    yield "resources:"
    for number in range(count):
        before = f"!GetAtt Queue{number - 1}.Arn" if number else "none"
        yield f"  Queue{number}: {{Type: AWS::SQS::Queue, Properties: {{Tags: [{{Key: before, Value: {before}}}]}}}}"


def aliases(count):
    """Methods that one anchor describes, brought in by merge keys."""
    yield from ("x-method: &method", "  authorizationType: AWS_IAM", "  integration: {type: mock, response: {statusCode: 200}}",
                "apis:", "  Bench:", "    paths:")
    for number in range(count):
        yield f"      /things{number}:"
        yield f"        GET: {{<<: *method, operationName: getThing{number}}}"


def comments(count):
    """Comments, each of which takes back a finding."""
    yield from FUNCTIONS
    yield from ("apis:", "  Bench:", "    authorizers: {guard: {type: token, handler: store}}", "    paths:",
                "      /closed: {GET: {authorizer: guard}}")
    for number in range(count):
        yield "      # apigw-synth: ignore SEC001"
        yield f"      /things{number}: {{POST: store}}"


def plan_stages(count):
    """Stages of one API, each in a usage plan and mapped to a base path."""
    yield from stages(count)
    yield from ("usagePlans:", "  gold:", "    apiStages:")
    for number in range(count):
        yield f"      - {{api: Bench, stage: stage{number}}}"
    yield from ("domainNames:", "  Site:", "    domainName: api.example.com", "    securityPolicy: TLS_1_2",
                "    certificate: arn:aws:acm:eu-west-1:111122223333:certificate/0b52d2f1-3a5c-4d8e-9f10-1a2b3c4d5e6f", "    mappings:")
    for number in range(count):
        yield f"      - {{api: Bench, stage: stage{number}, basePath: base{number}}}"


def tenants(count):
    """APIs, each with a plan, a key, a domain name and a raw resource of its own."""
    yield from apis(count)
    yield "apiKeys:"
    for number in range(count):
        yield f"  key{number}: {{}}"
    yield "usagePlans:"
    for number in range(count):
        yield f"  plan{number}: {{throttle: {{rateLimit: 10, burstLimit: 20}}, apiStages: [{{api: Bench{number}, stage: prod}}], apiKeys: [key{number}]}}"
    yield "domainNames:"
    for number in range(count):
        yield f"  Site{number}:"
        yield from (f"    domainName: api{number}.example.com", "    securityPolicy: TLS_1_2",
                    "    certificate: arn:aws:acm:eu-west-1:111122223333:certificate/0b52d2f1-3a5c-4d8e-9f10-1a2b3c4d5e6f",
                    f"    mappings: [{{api: Bench{number}, stage: prod}}]")
    yield "resources:"
    for number in range(count):
        yield f"  Answer{number}:"
        yield from ("    Type: AWS::ApiGateway::GatewayResponse",
                    f"    Properties: {{RestApiId: !Ref Bench{number}, ResponseType: THROTTLED, StatusCode: \"429\"}}")
