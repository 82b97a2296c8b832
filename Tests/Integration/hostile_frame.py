"""Whole specs around something that is made to cost much."""

import json

from hostile_texts import lines


def api(paths="      /a: {GET: {integration: {type: mock}}}\n", more=""):
    return f"apis:\n  S:\n{more}    paths:\n{paths}"


def method(integration="type: mock", more=""):
    return api(f"      /a/{{id}}:\n        POST:\n          integration: {{{integration}}}\n{more}")


def template(text):
    return method(
        f"type: http, url: 'https://a.example', proxy: false, requestTemplates: {{application/json: {json.dumps(text)}}}"
    )


def pattern(text):
    return method(
        f"type: http, url: 'https://a.example', proxy: false, "
        f"integrationResponses: [{{statusCode: 200, selectionPattern: {json.dumps(text)}}}]"
    )


def mapping(text):
    return method(
        f"type: http, url: 'https://a.example', requestParameters: {{integration.request.header.x: {json.dumps(text)}}}"
    )


def schema(value):
    return api(more=f"    models:\n      M: {{schema: {json.dumps(value)}}}\n")


def policy(statements):
    return api(more=f"    policy: {json.dumps({'Version': '2012-10-17', 'Statement': statements})}\n")


def output(value):
    return api() + f"outputs:\n  O: {{Value: {value}}}\n"


def resources(count, properties):
    return (
        api() + "resources:\n" + lines(count, "  R{n}: {{Type: AWS::SQS::Queue, Properties: {{" + properties + "}}}}\n")
    )


def aliases(count, word, value):
    """One value that stands in a list of one kind of thing very often."""
    return f"x-value: &v {value}\n" + api(lines(count, word))


def statements(count):
    return [
        {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": f"execute-api:/*/GET/a{n}"}
        for n in range(count)
    ]
