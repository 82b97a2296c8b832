"""Findings as other programs read them: one run in each form says the same, and nothing in a spec can say more."""

import json
import tempfile
import unittest
import urllib.parse
from pathlib import Path
from xml.etree import ElementTree

import project

# An error, a warning, a conflict with a second place, and names that try to be orders to whoever reads the output.
SPEC = """\
apis:
  Shop:
    paths:
      /orders:
        GET:
          integration:
            type: http
            url: http://orders.example.com
            credentialsRole: arn:aws:iam::111122223333:role/caller
            credentialsPassthrough: true
      /items:
        GET:
          integration: {type: mock, response: {statusCode: 200}}
          "::error file=x::forged\\n::error::forged ##[error]forged <b>&%0A": 1
"""
NAME = "sh op,:%.yaml"


def unescaped(text, isProperty):
    pairs = [("%0D", "\r"), ("%0A", "\n")] + ([("%3A", ":"), ("%2C", ",")] if isProperty else []) + [("%25", "%")]
    for escape, meant in pairs:
        text = text.replace(escape, meant)
    return text


def annotation(line):
    """What the runner makes of a line: the command, its properties, its text."""
    head, _, text = line.removeprefix("::").partition("::")
    command, _, properties = head.partition(" ")
    pairs = dict(pair.split("=", 1) for pair in properties.split(","))
    return command, {key: unescaped(value, True) for key, value in pairs.items()}, unescaped(text, False)


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        (cls.folder / NAME).write_text(SPEC)
        (cls.folder / "good.yaml").write_text(SPEC.split("      /orders")[0] + "      /: {GET: {integration: {type: mock, response: {statusCode: 200}}}}\n")
        cls.findings = json.loads(cls.say("json"))["diagnostics"]

    @classmethod
    def say(cls, form, *names):
        done = project.run(project.BINARY, "validate", "--diagnostics", form, *(names or [NAME]), cwd=cls.folder)
        return done.stdout

    def test_there_is_something_to_say(self):
        self.assertEqual(
            {(each["severity"], each["rule"]) for each in self.findings} & {("error", "INT202"), ("warning", "SEC004"), ("error", "SPEC101")},
            {("error", "INT202"), ("warning", "SEC004"), ("error", "SPEC101")})

    def test_sarif_is_of_its_schema(self):
        for names in ([NAME], ["good.yaml"], ["good.yaml", NAME]):
            path = self.folder / "log.sarif"
            path.write_text(self.say("sarif", *names))
            done = project.run(
                project.tool("check-jsonschema"), "--schemafile", Path(__file__).parent / "sarif.schema.json", path)
            self.assertEqual(done.returncode, 0, done.stdout)

    def test_sarif_says_the_same(self):
        run = json.loads(self.say("sarif"))["runs"][0]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        self.assertEqual(sorted(rules), sorted({each["rule"] for each in self.findings}))
        levels = {"error": "error", "warning": "warning", "info": "note"}
        self.assertEqual(len(run["results"]), len(self.findings))
        for result, each in zip(run["results"], self.findings):
            place = result["locations"][0]["physicalLocation"]
            region = place["region"]
            self.assertEqual(urllib.parse.unquote(place["artifactLocation"]["uri"]), each["file"])
            self.assertEqual(
                (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]),
                (each["line"], each["column"], each["endLine"], each["endColumn"]))
            self.assertEqual((rules[result["ruleIndex"]], result["ruleId"]), (each["rule"], each["rule"]))
            self.assertEqual(result["level"], levels[each["severity"]])
            self.assertEqual(len(result.get("relatedLocations", [])), len(each["related"]))

    def test_annotations_say_the_same(self):
        lines = self.say("github").splitlines()
        self.assertEqual(len(lines), len(self.findings))
        words = {"error": "error", "warning": "warning", "info": "notice"}
        for line, each in zip(lines, self.findings):
            self.assertNotIn("##[", line)
            command, properties, text = annotation(line)
            self.assertEqual(command, words[each["severity"]])
            self.assertEqual(
                (properties["file"], properties["line"], properties["col"], properties["title"]),
                (each["file"], str(each["line"]), str(each["column"]), each["rule"]))
            self.assertEqual(text.split("\n")[0], each["message"].replace("\n", "\\u{A}").replace("##[", "##\\u{5B}"))

    def test_junit_says_the_same(self):
        root = ElementTree.fromstring(self.say("junit", "good.yaml", NAME))
        good, bad = root.findall("testsuite")
        self.assertEqual((good.get("name"), good.get("failures")), ("good.yaml", "0"))
        self.assertEqual(len(good.findall("testcase")), int(good.get("tests")))
        self.assertEqual(good.findall("testcase/failure"), [])
        self.assertEqual((bad.get("name"), int(bad.get("tests"))), (NAME, len(self.findings)))
        errors = sum(each["severity"] == "error" for each in self.findings)
        self.assertEqual((int(bad.get("failures")), len(bad.findall("testcase/failure"))), (errors, errors))
        self.assertEqual(
            [case.get("name") for case in bad.findall("testcase")],
            [f"{each['line']}:{each['column']} {each['rule']}" for each in self.findings])

    def test_no_form_forges_a_line(self):
        for form in ("text", "json", "sarif", "junit"):
            for line in self.say(form).splitlines():
                self.assertFalse(line.lstrip().startswith("::"), line)
                self.assertNotIn("##[", line)
