"""Specs in which a little stands for much: each thing of many has what is written once, or is compared with all others."""

import json

from hostile_frame import api
from hostile_texts import lines

ORIGINS = "[" + ", ".join(f"'https://a{n}.example'" for n in range(40_000)) + "]"
TEXT = json.dumps("$input.json('$.a') " * 16_000)
GETS = "      /a{n}: {{GET: {{}}}}\n"


def http(more):
    return f"{{type: http, proxy: false, httpMethod: GET, url: 'https://a.example', {more}}}"


def answers(count):
    return ", ".join(f"{{statusCode: {200 + n}, selectionPattern: a{n}}}" for n in range(count))


def access_log(text):
    return api(
        more="    stages:\n      p:\n        accessLogDestination: 'arn:aws:logs:eu-west-1:111122223333:log-group:x'\n"
        f"        accessLogFormat: {json.dumps(text)}\n"
    )


def definitions(count, target):
    return api(
        more="    models: {M: {schema: "
        + json.dumps({"definitions": {f"d{n}": {"$ref": target(n)} for n in range(count)}})
        + "}}\n"
    )


MULTIPLES = {
    "origins": lambda: api(lines(200, GETS), f"    cors: {{allowOrigins: {ORIGINS}}}\n"),
    "origins-of-one-path": lambda: api(f"      /a: {{corsPreflight: {{allowOrigins: {ORIGINS}}}, GET: {{}}}}\n"),
    "origins-of-defaults": lambda: api(lines(200, GETS), f"    defaultCorsPreflightOptions: {{allowOrigins: {ORIGINS}}}\n"),
    "origins-of-answers": lambda: api(
        lines(150, GETS),
        "    cors: {allowOrigins: [" + ", ".join(f"'https://a{n}.example'" for n in range(8_000)) + "]}\n"
        f"    defaultIntegration: {http(f'integrationResponses: [{answers(400)}]')}\n"
        f"    defaultMethodOptions: {{methodResponses: [{', '.join(f'{{statusCode: {200 + n}}}' for n in range(400))}]}}\n",
    ),
    "default-template": lambda: api(
        lines(2_000, GETS),
        f"    defaultIntegration: {http(f'requestTemplates: {{a/b: {TEXT}}}, integrationResponses: [{answers(1)}]')}\n"
        "    defaultMethodOptions: {methodResponses: [{statusCode: 200}]}\n",
    ),
    "default-parameters": lambda: api(
        lines(4_000, GETS),
        "    defaultMethodOptions: {requestParameters: {"
        + ", ".join(f"method.request.header.h{n}: true" for n in range(20_000))
        + "}}\n",
    ),
    "template-by-aliases": lambda: f"x-text: &t {TEXT}\n"
    + api(
        lines(2_000, "      /a{n}: {{GET: {{integration: " + http("requestTemplates: {a/b: *t}").replace("{", "{{").replace("}", "}}") + "}}}}\n")
    ),
    "description-by-aliases": lambda: f"x-text: &t {TEXT}\n" + "apiKeys:\n" + lines(20_000, "  K{n}: {{description: *t}}\n"),
    "tag-of-many": lambda: api() + f"tags: {{a: {TEXT}}}\napiKeys:\n" + lines(20_000, "  K{n}: {{}}\n"),
    "address-of-many": lambda: "functions: {F: {arn: 'arn:aws:lambda:eu-west-1:111122223333:function:"
    + "a" * 1_000_000
    + "'}}\n"
    + api(lines(2_000, "      /a{n}: {{GET: F}}\n")),
    "existing-api-of-many": lambda: api(
        lines(2_000, GETS), "    restApiId: " + "a" * 1_000_000 + "\n    rootResourceId: " + "b" * 1_000_000 + "\n"
    ),
    "chain-of-definitions": lambda: definitions(50_000, lambda n: f"#/definitions/d{n + 1}"),
    "lost-definitions": lambda: definitions(50_000, lambda n: f"#/definitions/x{n}"),
    "unknown-variables-of-a-log": lambda: access_log("$context.foo " * 290_000),
    "different-variables-of-a-log": lambda: access_log("".join(f"$a.{n:x}" for n in range(450_000))),
    "keys-in-a-log": lambda: access_log("$context.identity.apiKey" * 150_000),
    "template-variables-of-a-log": lambda: access_log("$input.a" * 450_000),
    "key-of-many-plans": lambda: api(more="    stages:\n" + lines(9_000, "      s{n}: {{}}\n"))
    + "apiKeys: {K: {}}\nusagePlans:\n"
    + lines(9_000, "  P{n}: {{apiKeys: [K], apiStages: [{{api: S, stage: s{n}}}]}}\n"),
    "foreign-authorizers": lambda: api(lines(6_000, "      /a{n}: {{GET: {{authorizer: A{n}}}}}\n"))
    + lines(
        6_000,
        "  T{n}:\n    authorizers: {{A{n}: {{type: token, handler: 'arn:aws:lambda:eu-west-1:111122223333:function:f'}}}}\n"
        "    paths: {{/a: {{GET: {{}}}}}}\n",
    ),
    "caches": lambda: api(
        lines(5_000, "      /a{n}: {{GET: {{authorizer: A, integration: {{type: lambda, handler: F}}}}}}\n"),
        "    authorizers: {A: {type: token, handler: F}}\n    stages:\n"
        + lines(9_000, "      s{n}: {{cacheClusterEnabled: true, cachingEnabled: true}}\n"),
    )
    + "functions: {F: {runtime: python3.13, handler: a.b, code: {inline: pass}}}\n",
    "firewalls": lambda: "apis:\n"
    + lines(6_000, "  S{n}: {{paths: {{/a: {{GET: {{}}}}}}}}\n")
    + "resources:\n"
    + lines(
        6_000,
        "  W{n}: {{Type: AWS::WAFv2::WebACLAssociation, Properties: {{WebACLArn: a, "
        "ResourceArn: !Sub 'arn:aws:apigateway:a::/restapis/${{S{n}}}/stages/prod'}}}}\n",
    ),
}
