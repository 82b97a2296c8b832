"""The files for continuous integration that the documents and `init` show do what they say, on good specs and on bad ones."""

import json
import re
import shutil
import tempfile
import unittest
from pathlib import Path

import project
from actions import Runner, load

DOCUMENT = project.ROOT / "docs/ci.md"
EXAMPLE = re.compile(r"^<!-- example: (\w[\w-]*) -->\n```\w+\n(.*?)^```$", re.M | re.S)


def examples():
    return dict(EXAMPLE.findall(DOCUMENT.read_text()))


class Repository(unittest.TestCase):
    """A good spec with its template, and the ways to spoil them."""

    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="ci-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.folder = Path(shutil.copytree(project.example("request-authorizer"), self.scratch / "repository"))
        self.spec = self.folder / "apigw.yaml"
        self.runner = Runner(self.folder, self.scratch)

    def break_spec(self):
        self.spec.write_text(self.spec.read_text().replace("passthroughBehavior", "passthruBehavior"))

    def warn_in_spec(self):
        self.spec.write_text(self.spec.read_text() + "# apigw-synth: ignore INT202\n")

    def make_template_stale(self):
        (self.folder / "template.yaml").write_text("Resources: {}\n")


class Action(Repository):
    def test_a_good_spec_passes_without_an_annotation_but_notices(self):
        self.assertEqual(self.runner.action({"template": "template.yaml"}), 0, self.runner.log)
        first, *more = self.runner.log.splitlines()
        self.assertEqual(first, f"{self.runner.program}/apigw-synth")
        self.assertEqual([line for line in more if not line.startswith("::notice ")], [])

    def test_an_error_is_an_annotation_at_its_place(self):
        self.break_spec()
        self.assertEqual(self.runner.action({}), 1)
        self.assertRegex(self.runner.log, r"(?m)^::error file=apigw\.yaml,line=\d+,.*passthruBehavior")

    def test_the_sarif_file_is_written_of_a_bad_spec_too_and_named(self):
        for spoil, errors in ((lambda: None, 0), (self.break_spec, 1)):
            spoil()
            self.assertEqual(self.runner.action({"sarif": "found.sarif"}), errors, self.runner.log)
            found = json.loads((self.folder / "found.sarif").read_text())
            self.assertEqual([each["level"] for each in found["runs"][0]["results"]].count("error"), errors)
        self.assertIn("file=found.sarif\n", self.runner.output_file.read_text())

    def test_warnings_fail_unless_told_otherwise(self):
        self.warn_in_spec()
        self.assertEqual(self.runner.action({}), 1)
        self.assertIn("::warning file=apigw.yaml", self.runner.log)
        self.assertEqual(self.runner.action({"strict": "false"}), 0)

    def test_a_stale_template_fails(self):
        self.make_template_stale()
        self.assertEqual(self.runner.action({}), 0, self.runner.log)
        self.assertEqual(self.runner.action({"template": "template.yaml"}), 1)

    def test_several_specs_with_any_names(self):
        shutil.copy(self.spec, self.folder / "--strict $(touch x) 'shop'.yaml")
        specs = "apigw.yaml\n--strict $(touch x) 'shop'.yaml\n\n"
        self.assertEqual(self.runner.action({"specs": specs}), 0, self.runner.log)
        self.assertEqual(self.runner.action({"specs": specs + "none.yaml"}), 2)
        self.assertIn("cannot read 'none.yaml'", self.runner.log)
        self.assertFalse((self.folder / "x").exists())

    def test_it_is_defined_as_github_wants_it(self):
        done = project.run(
            project.tool("check-jsonschema"), "--builtin-schema", "vendor.github-actions", project.ROOT / "action.yml")
        self.assertEqual(done.returncode, 0, done.stdout)


class Examples(Repository):
    def outcomes(self, run):
        """The status of good files, of a stale template, and of a bad spec."""
        statuses = [run()]
        self.make_template_stale()
        statuses.append(run())
        self.break_spec()
        return [*statuses, run()]

    def test_the_document_has_them_all(self):
        self.assertEqual(list(examples()), ["pre-commit", "github", "gitlab", "shell"])

    def test_github(self):
        workflow = load(examples()["github"])
        self.assertEqual(self.outcomes(lambda: self.runner.job(workflow["jobs"]["spec"]["steps"])), [0, 1, 1])
        self.assertTrue((self.folder / "apigw.sarif").exists(), "what the last step uploads")

    def test_gitlab(self):
        job = load(examples()["gitlab"])["api"]
        script = "\n".join(job["before_script"] + job["script"])
        self.assertEqual(self.outcomes(lambda: self.runner.script({"run": script}, {})), [0, 1, 1])
        self.assertIn("passthruBehavior", (self.folder / job["artifacts"]["reports"]["junit"]).read_text())

    def test_shell(self):
        script = examples()["shell"]
        self.assertEqual(self.outcomes(lambda: self.runner.script({"run": script}, {})), [0, 1, 1])

    def test_the_workflows_are_what_the_services_take(self):
        for name, schema in (("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci")):
            with self.subTest(example=name):
                file = self.scratch / f"{name}.yaml"
                file.write_text(examples()[name].replace("ADDRESS@", "example/apigw-synth@"))
                done = project.run(project.tool("check-jsonschema"), "--builtin-schema", schema, file)
                self.assertEqual(done.returncode, 0, done.stdout)
