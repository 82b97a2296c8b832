"""The JSON Schema of specs takes what the program takes, and refuses what has the wrong shape."""

import json
import random
import re
import tempfile
import unittest
from pathlib import Path

from jsonschema import Draft7Validator

import mutants
import project
import schema

VALID = [*project.ROOT.glob("Examples/*/apigw.yaml"), *project.ROOT.glob("Tests/Goldens/*/apigw.yaml")]
# Each has one fault, which a look at one field alone shows.
SHAPES = sorted(Path(__file__).parent.glob("shapes/*.yaml"))
RULES = project.ROOT / "docs" / "rules"
# What the decoder says of a field alone: unknown keys, required ones, values of a wrong sort, nothing, other letters, no unit.
SHAPE_RULES = {"SPEC101", "SPEC102", "SPEC103", "SPEC113", "SPEC115", "SPEC116"}
# A number of the right type beyond its limits is no matter of shape, and the schema does not tell free JSON that becomes
# text, where null is a value, from that which CloudFormation reads, nor what makes a document one of OpenAPI.
LIMITS = re.compile(r"must be (at least )?\d+( to \d+ MiB)?, got|CloudFormation takes no null|starts with 'openapi'")


def good_examples(folder):
    """The specs that the rules' pages show as good, each in a file of the folder."""
    for page in sorted(RULES.glob("*.md")):
        blocks = re.findall(r"^Good: [^\n]*\n\n```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)
        for number, text in enumerate(blocks):
            file = Path(folder) / f"{page.stem}-{number}.yaml"
            file.write_text(text, encoding="utf-8")
            yield file


class Schema(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = Path(scratch.name)

    def test_it_is_a_schema_of_draft_7(self):
        file = schema.write(self.scratch)
        done = project.run(project.tool("check-jsonschema"), "--check-metaschema", file)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn('"$schema": "http://json-schema.org/draft-07/schema#"', file.read_text())

    def test_it_takes_the_examples_and_the_goldens(self):
        self.assertGreaterEqual(len(VALID), 20)
        self.assertEqual(schema.refused(VALID, self.scratch), {})

    def test_it_takes_the_good_examples_of_the_rules(self):
        specs = self.scratch / "specs"
        specs.mkdir()
        examples = list(good_examples(specs))
        self.assertGreaterEqual(len(examples), 100)
        self.assertEqual(schema.refused(examples, self.scratch), {})

    def test_it_refuses_specs_of_a_wrong_shape(self):
        self.assertGreaterEqual(len(SHAPES), 30)
        refused = schema.refused(SHAPES, self.scratch)
        self.assertEqual([spec.name for spec in SHAPES if spec not in refused], [])

    def test_the_program_refuses_them_too(self):
        for spec in SHAPES:
            with self.subTest(spec=spec.name):
                done = project.run(project.BINARY, "validate", spec)
                self.assertEqual(done.returncode, 1, done.stdout)

    def test_it_says_of_every_kind_of_place_what_the_decoder_says(self):
        """Every key of every record, with values of all sorts, and with an unknown key beside it."""
        (self.scratch / ".git").mkdir()
        specs = [json.loads(json.dumps(schema.load(spec), default=str)) for spec in sorted(VALID)]
        made = list(mutants.every(specs))
        self.assertGreaterEqual(len(made), 4000)
        files = [self.scratch / f"{number}.json" for number in range(len(made))]
        for file, (_, spec) in zip(files, made):
            file.write_text(json.dumps(spec), encoding="utf-8")
        judge = Draft7Validator(json.loads(schema.write(self.scratch).read_text(encoding="utf-8")))
        said = self.errors(files)
        compared = 0
        for file, (path, spec) in zip(files, made):
            # The files that a spec names are not in this folder.
            errors = {error for error in said.get(file.name, ()) if error[0] not in ("SPEC105", "INT223")}
            if any(LIMITS.search(message) for _, message in errors):
                continue
            takes, misshapen = judge.is_valid(spec), any(rule in SHAPE_RULES for rule, _ in errors)
            compared += misshapen
            with self.subTest(path=path, value=mutants.at(spec, path)):
                self.assertFalse(takes and misshapen, f"the schema takes what the decoder refuses: {errors}")
                self.assertFalse(not takes and not errors, "the schema refuses what the program takes")
        self.assertGreaterEqual(compared, 2000)

    def errors(self, files):
        """Rule and words of the program's errors, by the file's name."""
        found = {}
        for start in range(0, len(files), 500):
            done = project.run(
                project.BINARY, "validate", "--diagnostics", "json", "--max-diagnostics", "0", *files[start:start + 500])
            for each in json.loads(done.stdout)["diagnostics"]:
                if each["severity"] == "error":
                    found.setdefault(Path(each["file"]).name, set()).add((each["rule"], each["message"]))
        return found

    def test_it_refuses_nothing_that_the_program_takes(self):
        """What it refuses of hundreds of changed specs has an error for the program too."""
        source = random.Random(1)
        (self.scratch / ".git").mkdir()
        specs = [json.loads(json.dumps(schema.load(spec), default=str)) for spec in VALID]
        files = []
        for number in range(400):
            file = self.scratch / f"mutant-{number}.json"
            file.write_text(json.dumps(mutants.mutant(source.choice(specs), source)), encoding="utf-8")
            files.append(file)
        refused = schema.refused(files, self.scratch)
        self.assertGreaterEqual(len(refused), 100)
        done = project.run(project.BINARY, "validate", "--diagnostics", "json", *files)
        errors = [each for each in json.loads(done.stdout)["diagnostics"] if each["severity"] == "error"]
        # The files that a spec names are not in this folder.
        wrong = {Path(error["file"]).name for error in errors if error["rule"] not in ("SPEC105", "INT223")}
        self.assertEqual({file.name: refused[file] for file in refused if file.name not in wrong}, {})
