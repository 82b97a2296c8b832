"""A response's mapping template, run as API Gateway runs it: Velocity's language with `$input`, `$util` and `$context`.

Of `$input` there is what response templates use: the integration's answer and the caller's parameters. What a template
assigns to `$context.responseOverride` takes the place of the status and headers that the response maps.
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html
"""

import json
import re

import airspeed

# Velocity allows hyphens in names, airspeed none in those that are assigned to.
airspeed.Assignment.START = re.compile(
    r"\s*\(\s*\$([a-z_][a-z0-9_-]*(?:\.[a-z_][a-z0-9_-]*)*)\s*=\s*(.*)$", re.S | re.I)


class Input:
    """`$input` of a response: the integration's answer, and what the caller sent."""

    def __init__(self, body, headers):
        self.body = body
        self.sent = {"header": headers, "querystring": {}, "path": {}}

    def params(self, name=None):
        return self.sent if name is None else self.sent["header"].get(name, "")

    def path(self, expression):
        value = json.loads(self.body or "{}")
        for key in expression.split(".")[1:]:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def json(self, expression):
        return json.dumps(self.path(expression), separators=(",", ":"))


class Util:
    """`$util`: what there is to do with texts."""

    def parseJson(self, text):
        return json.loads(text)

    def escapeJavaScript(self, text):
        return json.dumps(text)[1:-1].replace("'", "\\'")


class Headers(dict):
    """The caller's headers as a map of Java's, which is asked by `get`."""


def run(template, headers, body="", context=None):
    """A template's text, and what it overrides: `{"header": {…}}` and, where it says so, `status`."""
    override = {"header": {}}
    names = {
        "input": Input(body, Headers(headers)), "util": Util(), "context": {**(context or {}), "responseOverride": override}}
    return airspeed.Template(template).merge(names), override


def answer(response, headers, body=""):
    """Status, headers and body of an integration response, as a template of ours maps it for a caller's headers."""
    prefix = "method.response.header."
    sent = {
        name.removeprefix(prefix): value[1:-1] for name, value in response.get("ResponseParameters", {}).items()
        if value[0] == value[-1] == "'"}
    templates = response.get("ResponseTemplates")
    text, override = run(templates["application/json"], headers, body) if templates else (body, {"header": {}})
    return int(override.get("status", response["StatusCode"])), {**sent, **override["header"]}, text
