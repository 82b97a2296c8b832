"""The dimensions along which a spec's mistakes grow. Each function yields the lines of a spec with `count` of a mistake."""

from shapes import API, FUNCTIONS, PATH


def _methods(count, options):
    """One method a path; `options` gives what stands in the method of a number."""
    yield "    paths:"
    for number in range(count):
        yield f"      /things{number}:"
        yield f"        GET: {{{options(number)}}}"


def errors(count):
    """Methods, each with a value of the wrong type."""
    yield from ("apis:", "  Bench:")
    yield from _methods(count, lambda number: f"authorizationType: AWS_IAM, apiKeyRequired: maybe{number}")


def unknown_keys(count):
    """Methods, each with a key that methods do not have."""
    yield from ("apis:", "  Bench:")
    yield from _methods(count, lambda number: f"authorizationType: AWS_IAM, apiKeyRequird{number}: true")


def missing_keys(count):
    """Functions that lack all that a function needs."""
    yield "functions:"
    for number in range(count):
        yield f"  handler{number}: {{}}"
    yield from API


def unknown_functions(count):
    """Methods, each of which calls a function that is not there, beside as many that are."""
    yield "functions:"
    for number in range(count):
        yield f"  handler{number}:"
        yield "    arn: arn:aws:lambda:eu-west-1:111122223333:function:store"
    yield from ("apis:", "  Bench:")
    yield from _methods(count, lambda number: f"authorizationType: AWS_IAM, integration: handlr{number}")


def unknown_authorizers(count):
    """Methods, each with an authorizer that is not there, beside as many that are."""
    yield from FUNCTIONS
    yield from ("apis:", "  Bench:", "    authorizers:")
    for number in range(count):
        yield f"      guard{number}: {{type: token, handler: store}}"
    yield from _methods(count, lambda number: f"authorizer: gaurd{number}")


def unknown_models(count):
    """Methods, each with a model that is not there, beside as many that are."""
    yield from ("apis:", "  Bench:", "    models:")
    for number in range(count):
        yield f"      Model{number}: {{schema: {{type: string}}}}"
    yield from _methods(count, lambda number: f"authorizationType: AWS_IAM, requestModels: {{application/json: Modle{number}}}")


def unknown_validators(count):
    """Methods, each with a request validator that is not there, beside as many that are."""
    yield from ("apis:", "  Bench:", "    requestValidators:")
    for number in range(count):
        yield f"      check{number}: {{validateRequestBody: true}}"
    yield from _methods(count, lambda number: f"authorizationType: AWS_IAM, requestValidator: chekc{number}")


def unknown_schemas(count):
    """Models, each of which refers to one that is not there."""
    yield from ("apis:", "  Bench:", "    models:")
    for number in range(count):
        yield f"      Model{number}: {{schema: {{type: object, properties: {{owner: {{$ref: Modle{number}}}}}}}}}"
    yield from PATH


def unknown_properties(count):
    """Required properties of one model that it does not describe."""
    yield from ("apis:", "  Bench:", "    models:", "      Model:", "        schema:", "          type: object", "          properties:")
    for number in range(count):
        yield f"            field{number}: {{type: string}}"
    yield "          required:"
    for number in range(count):
        yield f"            - feild{number}"
    yield from PATH


def unknown_variables(count):
    """Methods, each with a stage variable that is not there, beside as many that are."""
    yield from ("apis:", "  Bench:", "    stages:", "      live:", "        variables:")
    for number in range(count):
        yield f"          host{number}: example{number}.com"
    yield from _methods(count, lambda number: (
        f"authorizationType: AWS_IAM, integration: {{type: http, url: 'https://${{stageVariables.hots{number}}}/things'}}"))


def unknown_template_variables(count):
    """Stage variables in one template that are not there, beside as many that are."""
    yield from ("apis:", "  Bench:", "    stages:", "      live:", "        variables:")
    for number in range(count):
        yield f"          host{number}: example{number}.com"
    yield from ("    paths:", "      /things:", "        POST:", "          authorizationType: AWS_IAM",
                "          integration:", "            type: http", "            proxy: false", "            url: https://example.com",
                "            requestTemplates:", "              application/json: |")
    for number in range(count):
        yield f"                \"$stageVariables.hots{number}\""


def unknown_parts(count):
    """Documentation parts, each of a path that is not there."""
    yield from ("apis:", "  Bench:")
    yield from _methods(count, lambda number: "authorizationType: AWS_IAM")
    yield "resources:"
    for number in range(count):
        yield f"  Part{number}:"
        yield from ("    Type: AWS::ApiGateway::DocumentationPart", "    Properties:", "      RestApiId: !Ref Bench",
                    f"      Location: {{Type: METHOD, Path: /thigns{number}, Method: GET}}", "      Properties: '{\"description\": \"A thing\"}'")


def unknown_settings(count):
    """Settings of a stage, each for a method that is not there."""
    yield from ("apis:", "  Bench:", "    stages:", "      live:", "        methodOptions:")
    for number in range(count):
        yield f"          /thigns{number}/GET: {{throttlingRateLimit: 10}}"
    yield from _methods(count, lambda number: "authorizationType: AWS_IAM")


def unknown_stages(count):
    """Stages that a usage plan names and that are not there, beside as many that are."""
    yield from ("apis:", "  Bench:", "    stages:")
    for number in range(count):
        yield f"      stage{number}: {{}}"
    yield from (*PATH, "usagePlans:", "  gold:", "    apiStages:")
    for number in range(count):
        yield f"      - {{api: Bench, stage: satge{number}}}"


def unknown_references(count):
    """References of raw resources that lead nowhere."""
    yield from API
    yield "resources:"
    for number in range(count):
        yield f"  Queue{number}: {{Type: AWS::SQS::Queue, Properties: {{Tags: [{{Key: before, Value: !Ref Qeueu{number}}}]}}}}"


def unknown_attributes(count):
    """Attributes of raw resources that do not exist."""
    yield from API
    yield "resources:"
    for number in range(count):
        yield f"  Queue{number}: {{Type: AWS::SQS::Queue, Properties: {{Tags: [{{Key: before, Value: !GetAtt Qeueu{number}.Arn}}]}}}}"


def unknown_conditions(count):
    """Conditions of raw resources that are not there, beside as many that are."""
    yield from API
    yield "conditions:"
    for number in range(count):
        yield f"  Case{number}: !Equals [a, b]"
    yield "resources:"
    for number in range(count):
        yield f"  Queue{number}: {{Type: AWS::SQS::Queue, Condition: Csae{number}}}"


def undeclared_parameters(count):
    """Mapped parameters of one method that it does not declare."""
    yield from ("apis:", "  Bench:", "    paths:", "      /things:", "        GET:", "          authorizationType: AWS_IAM",
                "          requestParameters:")
    for number in range(count):
        yield f"            method.request.querystring.query{number}: false"
    yield from ("          integration:", "            type: http", "            url: https://example.com", "            requestParameters:")
    for number in range(count):
        yield f"              integration.request.querystring.q{number}: method.request.querystring.qurey{number}"


def repeated_keys(count):
    """One key, that many times."""
    yield from ("apis:", "  Bench:", "    paths:")
    for _ in range(count):
        yield "      /things: {GET: {authorizationType: AWS_IAM}}"


def repeated_pairs(count):
    """Keys that stand there twice."""
    yield from ("apis:", "  Bench:", "    paths:")
    for number in (*range(count), *range(count)):
        yield f"      /things{number}: {{GET: {{authorizationType: AWS_IAM}}}}"


def repeated_names(count):
    """Names that a function and an API key both have."""
    yield "functions:"
    for number in range(count):
        yield f"  name{number}:"
        yield "    arn: arn:aws:lambda:eu-west-1:111122223333:function:store"
    yield from API
    yield "apiKeys:"
    for number in range(count):
        yield f"  name{number}: {{}}"


def sibling_variables(count):
    """Variables side by side under one path."""
    yield from ("apis:", "  Bench:", "    paths:")
    for number in range(count):
        yield f"      /things/{{id{number}}}:"
        yield "        GET: {authorizationType: AWS_IAM}"


def sibling_cases(count):
    """Paths that differ from another in case alone."""
    yield from ("apis:", "  Bench:", "    paths:")
    for number in range(count):
        yield f"      /things{number}: {{GET: {{authorizationType: AWS_IAM}}}}"
        yield f"      /Things{number}: {{GET: {{authorizationType: AWS_IAM}}}}"


def open_methods(count):
    """Methods that call for a warning each."""
    yield from ("functions:", "  store: {arn: 'arn:aws:lambda:eu-west-1:111122223333:function:store'}",
                "apis:", "  Bench:", "    authorizers: {guard: {type: token, handler: store}}", "    paths:",
                "      /closed: {GET: {authorizer: guard}}")
    for number in range(count):
        yield f"      /things{number}: {{POST: store}}"


def template_mistakes(count):
    """Mistakes in one mapping template."""
    yield from ("apis:", "  Bench:", "    paths:", "      /things:", "        POST:", "          authorizationType: AWS_IAM",
                "          integration:", "            type: http", "            proxy: false", "            url: https://example.com",
                "            requestTemplates:", "              application/json: |")
    for number in range(count):
        yield f"                \"$context.requestIdd{number}\" \"$util.escape{number}($input.body)\" \"$undefined{number}\""


def unknown_ignores(count):
    """Comments that ignore a rule that does not exist."""
    yield from ("apis:", "  Bench:", "    paths:")
    for number in range(count):
        yield f"      /things{number}: {{GET: {{authorizationType: AWS_IAM}}}} # apigw-synth: ignore SPEC9{number:06}"


def unknown_mapping_stages(count):
    """Mappings of a domain name to stages that are not there, beside as many that are."""
    yield from ("apis:", "  Bench:", "    stages:")
    for number in range(count):
        yield f"      stage{number}: {{}}"
    yield from (*PATH, "domainNames:", "  Site:", "    domainName: api.example.com", "    securityPolicy: TLS_1_2",
                "    certificate: arn:aws:acm:eu-west-1:111122223333:certificate/0b52d2f1-3a5c-4d8e-9f10-1a2b3c4d5e6f", "    mappings:")
    for number in range(count):
        yield f"      - {{api: Bench, stage: satge{number}, basePath: base{number}}}"


def shared_keys(count):
    """Usage plans that have one key in common, each of a stage of its own."""
    yield from ("apis:", "  Bench:", "    stages:")
    for number in range(count):
        yield f"      stage{number}: {{}}"
    yield from (*PATH, "apiKeys: {key: {}}", "usagePlans:")
    for number in range(count):
        yield f"  plan{number}: {{apiKeys: [key], apiStages: [{{api: Bench, stage: stage{number}}}]}}"


def foreign_authorizers(count):
    """Methods of one API, each with an authorizer of another."""
    yield from ("functions:", "  store: {runtime: nodejs22.x, handler: index.handler, code: ./code}", "apis:", "  Bench:")
    yield from _methods(count, lambda number: f"authorizer: guard{number}")
    for number in range(count):
        yield f"  Other{number}:"
        yield f"    authorizers: {{guard{number}: {{type: token, handler: store}}}}"
        yield from PATH


def cached_methods(count):
    """Methods with authorizers whose answers as many stages cache for all callers."""
    yield from ("functions:", "  store: {runtime: nodejs22.x, handler: index.handler, code: ./code}", "apis:", "  Bench:",
                "    authorizers: {guard: {type: token, handler: store}}", "    stages:")
    for number in range(count):
        yield f"      stage{number}: {{cachingEnabled: true, cacheClusterEnabled: true}}"
    yield from _methods(count, lambda number: "authorizer: guard, integration: {type: lambda, handler: store}")


def open_firewalls(count):
    """APIs behind firewalls that can be called past their domain."""
    yield "apis:"
    for number in range(count):
        yield f"  Bench{number}:"
        yield from PATH
    yield "resources:"
    for number in range(count):
        yield f"  Wall{number}:"
        yield from ("    Type: AWS::WAFv2::WebACLAssociation", "    Properties:", "      WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1",
                    f"      ResourceArn: !Sub 'arn:aws:apigateway:${{AWS::Region}}::/restapis/${{Bench{number}}}/stages/prod'")


def long_words(count):
    """One wrong word of that many letters."""
    yield from ("apis:", "  Bench:", "    paths:", "      /things:", f"        GET: {{authorizationType: {'A' * count}, x{'b' * min(count, 900)}: 1}}")


def syntax(count):
    """Text after that many methods that is no YAML."""
    yield from ("apis:", "  Bench:")
    yield from _methods(count, lambda number: "authorizationType: AWS_IAM")
    yield "      /wrong: [}"


def not_text(count):
    """Control characters, which YAML does not allow."""
    yield from ("apis:", "  Bench:")
    yield from _methods(count, lambda number: "authorizationType: AWS_IAM, operationName: get\x01")
