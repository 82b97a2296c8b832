"""Sections of a spec that are made to cost much."""

import json

from hostile_frame import api, method, output, policy, resources, statements
from hostile_texts import lines, nested

SECTIONS = {
    "apis": lambda: "apis:\n" + lines(18_000, "  S{n}: {{paths: {{/a: {{GET: {{integration: {{type: mock}}}}}}}}}}\n"),
    "stages": lambda: api(more="    stages:\n" + lines(18_000, "      s{n}: {{variables: {{a: b}}}}\n")),
    "stages-and-methods": lambda: api(
        lines(120, "      /a{n}: {{GET: F}}\n"), "    stages:\n" + lines(120, "      s{n}: {{}}\n")
    )
    + "functions: {F: {runtime: python3.13, handler: a.b, code: {inline: pass}}}\n",
    "method-settings": lambda: api(
        lines(4_000, "      /a{n}: {{GET: {{integration: {{type: mock}}}}}}\n"),
        "    stages:\n      p:\n        methodOptions:\n"
        + lines(4_000, "          /b{n}/GET: {{metricsEnabled: true}}\n"),
    ),
    "authorizers": lambda: api(
        lines(6_000, "      /a{n}: {{GET: {{authorizer: B{n}, integration: {{type: mock}}}}}}\n"),
        "    authorizers:\n"
        + lines(6_000, "      A{n}: {{type: token, handler: 'arn:aws:lambda:eu-west-1:111122223333:function:f'}}\n"),
    ),
    "responses": lambda: method(
        more="          methodResponses: ["
        + ", ".join(f"{{statusCode: {100 + n % 500}}}" for n in range(60_000))
        + "]\n"
    ),
    "models": lambda: api(
        more="    models:\n"
        + lines(20_000, "      M{n}: {{schema: {{$ref: M1{n}, type: object, properties: {{a: {{type: string}}}}}}}}\n")
    ),
    "plans-and-keys": lambda: api()
    + "apiKeys:\n"
    + lines(9_000, "  K{n}: {{}}\n")
    + "usagePlans:\n"
    + lines(9_000, "  P{n}: {{apiKeys: [K{n}], apiStages: [{{api: S, stage: prod}}]}}\n"),
    "every-key-in-every-plan": lambda: api()
    + "apiKeys:\n"
    + lines(300, "  K{n}: {{}}\n")
    + "usagePlans:\n"
    + lines(300, "  P{n}: {{apiKeys: [" + ", ".join(f"K{n}" for n in range(300)) + "]}}\n"),
    "domains": lambda: api()
    + "domainNames:\n"
    + lines(
        8_000,
        "  D{n}: {{domainName: a{n}.example.com, certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', "
        "mappings: [{{api: S, basePath: p{n}}}]}}\n",
    ),
    "base-paths": lambda: api() + "domainNames:\n  D: {domainName: a.example.com, "
    "certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', mappings: ["
    + ", ".join(f"{{api: S, basePath: p{n}}}" for n in range(30_000))
    + "]}\n",
    "tags": lambda: api() + "tags: {" + ", ".join(f"t{n}: v" for n in range(60_000)) + "}\n",
    "tags-of-many": lambda: api()
    + "tags: {"
    + ", ".join(f"t{n}: v" for n in range(50))
    + "}\napiKeys:\n"
    + lines(20_000, "  K{n}: {{}}\n"),
    "statements": lambda: policy(statements(20_000)),
    "statements-of-lists": lambda: policy(
        [
            {
                "Effect": "Allow",
                "Principal": {"AWS": ["*"] * 20},
                "Action": ["execute-api:*"] * 20,
                "Resource": ["*"] * 20,
            }
        ]
        * 3_000
    ),
    "one-statement": lambda: policy(
        [{**statements(1)[0], "Resource": [f"execute-api:/*/GET/a{n}*" for n in range(100_000)]}]
    ),
    "wildcards": lambda: policy([{**statements(1)[0], "Resource": "execute-api:/" + "*/" * 200_000 + "x"}]),
    "many-wildcards": lambda: policy([{**statements(1)[0], "Resource": ["execute-api:/" + "*a" * 200 + "x"] * 8_000}]),
    "conditions-of-a-statement": lambda: policy(
        [{**statements(1)[0], "Condition": {"StringEquals": {f"aws:k{n}": ["v"] for n in range(60_000)}}}]
    ),
    "conditions": lambda: api() + "conditions:\n" + lines(15_000, "  C{n}: !And [!Condition C{n}0, !Condition C{n}]\n"),
    "references": lambda: resources(25_000, "QueueName: !Ref R{n}x"),
    "circle": lambda: api()
    + "resources:\n"
    + "".join(
        f"  R{n}: {{Type: AWS::SQS::Queue, DependsOn: [R{(n + 1) % 20_000}, R{(n + 7) % 20_000}]}}\n"
        for n in range(20_000)
    ),
    "chain": lambda: api()
    + "resources:\n"
    + "".join(f"  R{n}: {{Type: AWS::SQS::Queue, Properties: {{QueueName: !Ref R{n + 1}}}}}\n" for n in range(25_000))
    + "  R25000: {Type: AWS::SQS::Queue}\n",
    "substitutions": lambda: output("!Sub " + json.dumps("${A}" * 900_000)),
    "known-substitutions": lambda: output("!Sub " + json.dumps("${AWS::Region}" * 250_000)),
    "open-substitutions": lambda: output("!Sub " + json.dumps("${" * 1_900_000)),
    "text-with-placeholders": lambda: output(json.dumps("${AWS::Region}" * 250_000)),
    "intrinsics": lambda: output(nested(30, "{'Fn::Join': ['', [", "x", "]]}")),
    "wide-intrinsics": lambda: output("!Join ['', [" + "!Ref AWS::Region, " * 80_000 + "x]]"),
    "secrets": lambda: "description: " + json.dumps("AKIAIOSFODNN7EXAMPLE " * 190_000) + "\n" + api(),
    "beginnings-of-secrets": lambda: "description: " + json.dumps("-----BEGIN " * 350_000) + "\n" + api(),
    "inline-code": lambda: api()
    + "functions:\n  F: {runtime: python3.13, handler: main.handler, code: {inline: "
    + json.dumps("def handler(event, context):\n" * 130_000)
    + "}}\n",
    "environment": lambda: api()
    + "functions:\n  F: {runtime: python3.13, handler: main.handler, code: {inline: pass}, environment: {"
    + ", ".join(f"V{n}: x" for n in range(100_000))
    + "}}\n",
    "definition": lambda: "apis: {S: {definition: {openapi: 3.0.1, info: {title: t, version: '1'}, paths: {"
    + ", ".join(f"/a{n}: {{get: {{responses: {{}}}}}}" for n in range(40_000))
    + "}}}}\n",
    "free-text-of-json": lambda: method(
        "type: mock, response: {statusCode: 200, body: " + json.dumps('{"a":' * 500_000) + "}"
    ),
    "brackets-as-a-schema": lambda: api(more="    models: {M: {schema: " + json.dumps("[" * 3_900_000) + "}}\n"),
    "numbers": lambda: api(
        more="    models: {M: {schema: {enum: [" + ", ".join(["1" * 30 + ".5e9"] * 80_000) + "]}}}\n"
    ),
    "long-number": lambda: api(more="    minCompressionSize: " + "9" * 3_900_000 + "\n"),
    "long-duration": lambda: method("type: mock, timeout: " + "9" * 3_000_000 + "ms"),
    "host": lambda: method("type: http, url: 'https://" + "a." * 1_900_000 + "example'"),
    "url-placeholders": lambda: method("type: http, url: 'https://a.example/" + "{id}" * 900_000 + "'"),
    "resource-names": lambda: method("type: lambda, handler: 'arn:aws:lambda:" + ":" * 3_900_000 + "'"),
    "undeclared-parameters": lambda: method(
        "type: http, url: 'https://a.example', requestParameters: {"
        + ", ".join(f"integration.request.header.h{n}: method.request.header.x{n}" for n in range(40_000))
        + "}",
        "          requestParameters: {"
        + ", ".join(f"method.request.header.y{n}: true" for n in range(40_000))
        + "}\n",
    ),
    "undeclared-cache-keys": lambda: method(
        "type: http, url: 'https://a.example', cacheKeyParameters: ["
        + ", ".join(f"method.request.header.x{n}" for n in range(60_000))
        + "]",
        "          requestParameters: {"
        + ", ".join(f"method.request.header.y{n}: true" for n in range(60_000))
        + "}\n",
    ),
    "undefined-variables": lambda: api(
        "      /a: {GET: {integration: {type: http, url: 'https://a.example', requestParameters: {"
        + ", ".join(f"integration.request.header.h{n}: stageVariables.x{n}" for n in range(40_000))
        + "}}}}\n",
        "    stages: {p: {variables: {" + ", ".join(f"y{n}: v" for n in range(40_000)) + "}}}\n",
    ),
    "undefined-variables-of-a-template": lambda: api(
        "      /a: {GET: {integration: {type: http, url: 'https://a.example', proxy: false, requestTemplates: {application/json: '"
        + "".join(f"$stageVariables.x{n} " for n in range(12_000))
        + "'}}}}\n",
        "    stages: {p: {variables: {" + ", ".join(f"y{n}: v" for n in range(60_000)) + "}}}\n",
    ),
    "variables-of-many-stages": lambda: api(
        "      /a: {GET: {integration: {type: http, url: 'https://a.example', requestParameters: {"
        + ", ".join(f"integration.request.header.h{n}: stageVariables.v{n}" for n in range(400))
        + "}}}}\n",
        "    stages:\n"
        + lines(280, "      s{n}: {{variables: {{" + ", ".join(f"v{n}: v" for n in range(400)) + "}}}}\n"),
    ),
    "unknown-stages-of-plans": lambda: api(more="    stages:\n" + lines(900, "      s{n}: {{}}\n"))
    + "usagePlans:\n"
    + lines(20_000, "  P{n}: {{apiStages: [{{api: S, stage: t{n}}}]}}\n"),
    "unknown-stages-of-a-policy": lambda: api(
        more="    policy: "
        + json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [{**statements(1)[0], "Resource": [f"execute-api:/t{n}/GET/a" for n in range(30_000)]}],
            }
        )
        + "\n    stages:\n"
        + lines(20_000, "      s{n}: {{}}\n")
    ),
    "unknown-settings": lambda: api(
        lines(990, "      /a{n}: {{GET: {{}}}}\n"),
        "    stages:\n      p:\n        methodOptions:\n"
        + lines(50_000, "          /b{n}/GET: {{metricsEnabled: true}}\n"),
    ),
    "unknown-throttles": lambda: api(lines(990, "      /a{n}: {{GET: {{}}}}\n")) + "usagePlans:\n  P:\n    apiStages:\n"
    "    - api: S\n      stage: prod\n      throttle:\n"
    + lines(30_000, "      - {{path: /b{n}, method: GET, rateLimit: 1}}\n"),
    "unknown-documented-paths": lambda: api(lines(12_000, "      /a{n}: {{}}\n"))
    + "resources:\n"
    + lines(
        12_000,
        "  R{n}: {{Type: AWS::ApiGateway::DocumentationPart, Properties: {{RestApiId: !Ref S, "
        "Location: {{Type: METHOD, Path: /b{n}, Method: GET}}, Properties: x}}}}\n",
    ),
    "unknown-models": lambda: api(
        lines(15_000, "      /a{n}: {{POST: {{requestModels: {{a/b: N{n}}}}}}}\n"),
        "    models:\n" + lines(25_000, "      M{n}: {{schema: {{}}}}\n"),
    ),
    "unknown-models-of-schemas": lambda: api(
        more="    models:\n" + lines(40_000, "      M{n}: {{schema: {{$ref: N{n}}}}}\n")
    ),
    "unknown-validators": lambda: api(
        lines(20_000, "      /a{n}: {{POST: {{requestValidator: W{n}}}}}\n"),
        "    requestValidators:\n" + lines(25_000, "      V{n}: {{}}\n"),
    ),
    "unknown-keys-of-plans": lambda: api()
    + "apiKeys:\n"
    + lines(40_000, "  K{n}: {{}}\n")
    + "usagePlans: {P: {apiKeys: ["
    + ", ".join(f"L{n}" for n in range(60_000))
    + "]}}\n",
    "unknown-attributes": lambda: output("!Join ['', [" + ", ".join(f"!GetAtt S.A{n}" for n in range(80_000)) + "]]"),
    "unknown-mappings": lambda: api()
    + "mappings:\n"
    + lines(20_000, "  M{n}: {{a: {{b: c}}}}\n")
    + "outputs: {O: {Value: !Join ['', ["
    + ", ".join(f"!FindInMap [N{n}, a, b]" for n in range(20_000))
    + "]]}}\n",
    "gateway-responses": lambda: api(
        more="    gatewayResponses:\n" + lines(60_000, "      DEFAULT_4X{n}: {{statusCode: 400}}\n")
    ),
}
