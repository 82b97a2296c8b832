"""The pages for those who come from the CDK or from SAM: every spec on them is built, and does what the 'before' does."""

import json
import logging
import os
import re
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from awscli.customizations.cloudformation.yamlhelper import yaml_parse
from samtranslator.internal.schema_source import aws_serverless_api, aws_serverless_function
from samtranslator.translator.transform import transform

import project

FROM_CDK = project.ROOT / "docs/from-cdk.md"
FROM_SAM = project.ROOT / "docs/from-sam.md"
# A construct a line, with what a program may write of it.
CDK_NAMES = Path(__file__).with_name("cdk-names.txt")
# The translator counts its own work, and warns where nobody reads the counts.
logging.getLogger("samtranslator.metrics").setLevel(logging.ERROR)
BLOCK = re.compile(r"^<!-- (sam|spec)(?:: (\w+))? -->\n```yaml\n(.*?)^```$", re.M | re.S)


class NoManagedPolicies:
    """The translator asks for the names of AWS's managed policies; none of the templates here names one."""

    def load(self):
        return {}


def blocks(page):
    """Kind, name of a golden (or '') and text of each marked block of a page."""
    text = page.read_text(encoding="utf-8")
    found = BLOCK.findall(text)
    assert len(found) == len(re.findall(r"^<!-- (?:sam|spec)", text, re.M)), f"a mark without its block in {page.name}"
    return found


def template_of(spec, *options):
    """The template of a spec whose code is in 'src' or 'handler', built silently."""
    with tempfile.TemporaryDirectory() as scratch:
        for folder in ("src", "handler"):
            Path(scratch, folder).mkdir()
            Path(scratch, folder, "app.py").touch()
        Path(scratch, "apigw.yaml").write_text(spec, encoding="utf-8")
        done = project.run(project.BINARY, "build", *options, "-o", "template.json", cwd=scratch)
        assert (done.returncode, done.stdout) == (0, ""), f"{done.stdout}\n{spec}"
        return json.loads(Path(scratch, "template.json").read_text(encoding="utf-8"))


def methods_of(template):
    """`VERB /path` → integration type, authorization, whether a key is needed, scopes: of our template's methods."""
    resources = template["Resources"]

    def path(reference):
        if "Ref" not in reference:
            return ""
        properties = resources[reference["Ref"]]["Properties"]
        return path(properties["ParentId"]) + "/" + properties["PathPart"]

    found = {}
    for each in resources.values():
        if each["Type"] == "AWS::ApiGateway::Method":
            properties = each["Properties"]
            found[f"{properties['HttpMethod']} {path(properties['ResourceId']) or '/'}"] = (
                properties["Integration"]["Type"], properties["AuthorizationType"],
                properties.get("ApiKeyRequired", False), tuple(properties.get("AuthorizationScopes", [])))
    return found


def sam_methods(text):
    """The same of what SAM makes of a template."""
    source = yaml_parse(text)
    for each in source["Resources"].values():
        if "CodeUri" in each["Properties"]:
            each["Properties"]["CodeUri"] = "s3://assets/code.zip"
    with mock.patch.dict(os.environ, AWS_DEFAULT_REGION="us-east-1"):
        translated = transform(source, {}, NoManagedPolicies())
    body, = [each["Properties"]["Body"] for each in translated["Resources"].values()
             if each["Type"] == "AWS::ApiGateway::RestApi"]
    kinds = {
        name: {"cognito_user_pools": "COGNITO_USER_POOLS"}.get(each.get("x-amazon-apigateway-authtype"), "CUSTOM")
        for name, each in body.get("securityDefinitions", {}).items() if name != "api_key"}
    found = {}
    for path, verbs in body["paths"].items():
        for verb, method in verbs.items():
            asked = {name: scopes for entry in method.get("security", []) for name, scopes in entry.items()}
            names = [name for name in asked if name in kinds]
            found[f"{verb.upper()} {path}"] = (
                method["x-amazon-apigateway-integration"]["type"].upper(), kinds[names[0]] if names else "NONE",
                "api_key" in asked, tuple(asked[names[0]]) if names else ())
    return found


def sam_properties():
    """The names of SAM's own schema: what an API, and an event that calls one, may have."""
    records = [each for each in vars(aws_serverless_api).values() if getattr(each, "__module__", "") == aws_serverless_api.__name__]
    records += [getattr(aws_serverless_function, name) for name in ("ApiAuth", "RequestModel", "RequestParameters", "ApiEventProperties")]
    for record in records:
        for name in getattr(record, "__fields__", ()):
            yield record.__name__, name


class Moving(unittest.TestCase):
    def test_every_spec_on_the_pages_builds_without_a_warning(self):
        for page in (FROM_CDK, FROM_SAM):
            # What a golden says twice over is the CDK's program, whatever may be said of it.
            specs = [text for kind, name, text in blocks(page) if kind == "spec" and not name]
            self.assertGreaterEqual(len(specs), 2)
            for number, spec in enumerate(specs, 1):
                with self.subTest(page=page.name, spec=number):
                    template_of(spec, "--strict")

    def test_a_spec_named_after_a_golden_is_that_golden(self):
        """A golden whose name starts with 'cdk_' is the CDK's own template, so that the pair on the page is a true one."""
        named = [(name, text) for _, name, text in blocks(FROM_CDK) if name]
        self.assertGreaterEqual(len(named), 10)
        for name, text in named:
            with self.subTest(golden=name):
                self.assertEqual(text, (project.ROOT / "Tests/Goldens" / name / "apigw.yaml").read_text(encoding="utf-8"))

    def test_every_name_of_the_cdks_constructs_has_its_row(self):
        """In the left column of a table, or in a program beside a spec."""
        page = FROM_CDK.read_text(encoding="utf-8")
        shown = re.findall(r"^\|([^|]*)\|[^|]*\|$", page, re.M) + re.findall(r"^```typescript\n(.*?)^```$", page, re.M | re.S)
        words = set(re.findall(r"\w+", " ".join(shown)))
        lines = [line for line in CDK_NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        self.assertGreaterEqual(len(lines), 50)
        for line in lines:
            with self.subTest(construct=line.partition(":")[0]):
                self.assertEqual([name for name in re.findall(r"\w+", line) if name not in words], [])

    def test_every_property_of_sams_apis_has_its_row(self):
        shown = re.findall(r"^\|([^|]*)\|[^|]*\|$", FROM_SAM.read_text(encoding="utf-8"), re.M)
        words = set(re.findall(r"\w+", " ".join(shown)))
        # Every resource has these.
        properties = {pair for pair in sam_properties() if pair[1] not in ("Properties", "Type")}
        self.assertGreaterEqual(len(properties), 100)
        self.assertEqual({pair for pair in properties if pair[1] not in words}, set())

    def test_sam_makes_the_same_methods_as_the_spec_beside_it(self):
        pages = blocks(FROM_SAM)
        pairs = [(pages[at][2], pages[at + 1][2]) for at in range(len(pages) - 1) if pages[at][0] == "sam"]
        self.assertGreaterEqual(len(pairs), 3)
        for number, (before, after) in enumerate(pairs, 1):
            with self.subTest(pair=number):
                ours = methods_of(template_of(after))
                ours.pop("OPTIONS /", None)  # the root's preflight, which the page says SAM leaves out
                self.assertEqual(ours, sam_methods(before))

    def test_the_pages_know_every_key_that_they_name(self):
        """A key that a page offers as a spelling, in the right column of a table, is one that the program knows."""
        sources = [file.read_text(encoding="utf-8") for file in (project.ROOT / "Sources").rglob("*.swift")]
        known = {word for source in sources for word in re.findall(r'"([a-z][A-Za-z]+)"', source)}
        for page in (FROM_CDK, FROM_SAM):
            rows = re.findall(r"^\|[^|]*\|([^|]*)\|$", page.read_text(encoding="utf-8"), re.M)
            for key in {key for row in rows for key in re.findall(r"`([a-z]+[A-Z][A-Za-z]*)`", row)}:
                with self.subTest(page=page.name, key=key):
                    self.assertTrue(key in known)
