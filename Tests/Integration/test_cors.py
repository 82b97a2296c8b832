"""`cors` answers each caller as the Fetch standard asks: the templates that choose the origin are run, with a Velocity of Python's."""

import json
import tempfile
import unittest
from pathlib import Path

import project
import velocity

SHOP, ADMIN, OTHER = (f"https://{name}.example.com" for name in ("shop", "admin", "other"))
ORIGIN, VARY = "Access-Control-Allow-Origin", "Vary"
# Whom a caller says it is → whom the answer names: the first origin for those who are none of ours.
CALLERS = [
    ({"Origin": SHOP}, SHOP), ({"Origin": ADMIN}, ADMIN), ({"origin": ADMIN}, ADMIN), ({"Origin": OTHER}, OTHER),
    ({"Origin": "https://evil.example.net"}, SHOP), ({"Origin": SHOP + ".example.net"}, SHOP), ({"Origin": "null"}, SHOP),
    ({"Origin": ""}, SHOP), ({}, SHOP)]

SPEC = f"""
functions:
  list: {{ runtime: python3.13, handler: index.list, code: {{ inline: "def list(e, c): return {{}}" }} }}
apis:
  Shop:
    cors:
      allowOrigins: [{SHOP}, {ADMIN}, {OTHER}]
      allowCredentials: true
      exposeHeaders: [X-Total]
    gatewayResponses: {{ DEFAULT_4XX: {{ statusCode: 418 }} }}
    paths:
      /mock: {{ GET: {{ integration: {{ type: mock, response: {{ statusCode: 201, body: {{ a: "1" }} }} }} }} }}
      /mapped:
        GET:
          integration:
            type: lambda
            handler: list
            proxy: false
            integrationResponses:
              - statusCode: 200
              - statusCode: 404
                selectionPattern: unknown .*
                responseTemplates: {{ application/json: '{{"error":$input.json("$.errorMessage")}}' }}
          methodResponses: [{{ statusCode: 200 }}, {{ statusCode: 404 }}]
      /http:
        GET:
          integration: {{ type: http, url: https://example.com, proxy: false, integrationResponses: [{{ statusCode: 200 }}] }}
          methodResponses: [{{ statusCode: 200 }}]
      /run: {{ POST: {{ integration: {{ type: stepFunctions, stateMachine: "arn:aws:states:eu-west-1:111122223333:stateMachine:m" }} }} }}
      /proxy: {{ GET: list }}
"""


def template_of(spec):
    """The resources of a spec's template."""
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch, "apigw.yaml").write_text(spec, encoding="utf-8")
        done = project.build(scratch, "template.json")
        assert done.returncode == 0, done.stdout
        return json.loads(Path(scratch, "template.json").read_text(encoding="utf-8"))["Resources"]


def methods(resources):
    """The methods by verb and the last segment of their path, '' for the root's."""
    found = {}
    for each in resources.values():
        if each["Type"] == "AWS::ApiGateway::Method":
            properties = each["Properties"]
            parent = resources.get(properties["ResourceId"].get("Ref"), {"Properties": {"PathPart": ""}})
            found[f"{properties['HttpMethod']} {parent['Properties']['PathPart']}"] = properties
    return found


def responses(method):
    """The integration's responses by status."""
    return {each["StatusCode"]: each for each in method["Integration"].get("IntegrationResponses", [])}


class Cors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.resources = template_of(SPEC)
        cls.methods = methods(cls.resources)

    def test_every_preflight_names_the_caller_if_it_is_one_of_ours(self):
        preflights = {name: method for name, method in self.methods.items() if name.startswith("OPTIONS ")}
        self.assertEqual(set(preflights), {f"OPTIONS {path}" for path in ("", "mock", "mapped", "http", "run", "proxy")})
        for name, method in preflights.items():
            for sent, named in CALLERS:
                with self.subTest(method=name, sent=sent):
                    status, headers, text = velocity.answer(responses(method)["204"], sent)
                    self.assertEqual((status, headers[ORIGIN], headers[VARY], text.strip()), (204, named, "Origin", ""))
                    self.assertEqual(headers["Access-Control-Allow-Credentials"], "true")

    def test_answers_name_the_caller_too_and_keep_their_bodies(self):
        for name, code, body, expected in (
            ("GET mock", "201", "", '{"a":"1"}'),
            ("GET mapped", "200", '{"price": 1.50, "text": "$a #b"}', '{"price": 1.50, "text": "$a #b"}'),
            ("GET mapped", "404", '{"errorMessage":"unknown x"}', '{"error":"unknown x"}'),
            ("GET http", "200", "plain text", "plain text"),
            ("POST run", "200", '{"status":"SUCCEEDED","output":"{\\"a\\":1}"}', '{"a":1}'),
        ):
            for sent, named in CALLERS:
                with self.subTest(method=name, status=code, sent=sent):
                    status, headers, text = velocity.answer(responses(self.methods[name])[code], sent, body)
                    self.assertEqual((status, headers[ORIGIN], headers[VARY]), (int(code), named, "Origin"))
                    self.assertEqual((headers["Access-Control-Expose-Headers"], text.strip()), ("X-Total", expected))

    def test_a_header_is_mapped_only_where_the_method_declares_it(self):
        for name, method in self.methods.items():
            declared = {each["StatusCode"]: set(each.get("ResponseParameters", {})) for each in method.get("MethodResponses", [])}
            for status, response in responses(method).items():
                with self.subTest(method=name, status=status):
                    self.assertEqual(set(response.get("ResponseParameters", {})) - declared[status], set())
        self.assertNotIn("IntegrationResponses", self.methods["GET proxy"]["Integration"])

    def test_the_gateways_own_errors_name_the_first_origin(self):
        found = {each["Properties"]["ResponseType"]: each["Properties"] for each in self.resources.values()
                 if each["Type"] == "AWS::ApiGateway::GatewayResponse"}
        self.assertEqual(set(found), {"DEFAULT_4XX", "DEFAULT_5XX"})
        self.assertEqual(found["DEFAULT_4XX"]["StatusCode"], "418")
        for name, response in found.items():
            with self.subTest(response=name):
                headers = response["ResponseParameters"]
                self.assertEqual(headers[f"gatewayresponse.header.{ORIGIN}"], f"'{SHOP}'")
                self.assertEqual(headers["gatewayresponse.header.Access-Control-Allow-Credentials"], "'true'")
                self.assertEqual(headers[f"gatewayresponse.header.{VARY}"], "'Origin'")

    def test_one_origin_and_all_origins_need_no_template(self):
        for origin, varies in ((SHOP, True), ('"*"', False)):
            found = methods(template_of(
                f"apis: {{ Shop: {{ cors: {{ allowOrigins: {origin} }}, paths: {{ /a: {{ GET: {{}} }} }} }} }}"))
            response = responses(found["OPTIONS a"])["204"]
            with self.subTest(origin=origin):
                self.assertNotIn("ResponseTemplates", response)
                self.assertEqual("method.response.header.Vary" in response["ResponseParameters"], varies)

    def test_the_example_answers_as_its_readme_says(self):
        found = methods(json.loads(project.run(
            project.BINARY, "build", "--format", "json", "-o", "-", cwd=project.example("cors-origins")).stdout)["Resources"])
        for name, code in (("OPTIONS profile", "204"), ("OPTIONS countries", "204"), ("GET countries", "200")):
            for sent, named in ((SHOP, SHOP), (ADMIN, ADMIN), (OTHER, SHOP)):
                with self.subTest(method=name, origin=sent):
                    _, headers, _ = velocity.answer(responses(found[name])[code], {"Origin": sent})
                    self.assertEqual((headers[ORIGIN], headers[VARY]), (named, "Origin"))
