"""cfn-lint, the linter of the CloudFormation team, has nothing to say about what the examples build to."""

import shutil
import tempfile
import unittest
from pathlib import Path

import project

# A local path as `Code`: what `aws cloudformation package` is there to replace.
EXPECTED = "W3002"


def findings(template):
    """A line for each error and warning of cfn-lint, and its words where it could not work."""
    done = project.run(
        project.tool("cfn-lint"), "--format", "parseable", "--regions", "us-east-1", "--ignore-checks", EXPECTED, "--",
        template)
    return done.stdout.splitlines()


class Templates(unittest.TestCase):
    def test_there_are_examples(self):
        self.assertGreaterEqual(len(project.EXAMPLES), 16)

    def test_the_examples_templates_are_clean(self):
        for folder in project.EXAMPLES:
            with self.subTest(example=folder.name):
                self.assertEqual(findings(folder / "template.yaml"), [])

    def test_a_fresh_build_is_clean_in_both_formats_and_silent(self):
        for folder in project.EXAMPLES:
            with tempfile.TemporaryDirectory() as scratch:
                copy = shutil.copytree(folder, Path(scratch) / folder.name)
                for output in ("fresh.yaml", "fresh.json"):
                    with self.subTest(example=folder.name, output=output):
                        done = project.build(copy, output)
                        self.assertEqual((done.returncode, done.stdout), (0, ""))
                        self.assertEqual(findings(copy / output), [])

    def test_the_committed_templates_are_what_the_specs_build_to(self):
        for folder in project.EXAMPLES:
            with self.subTest(example=folder.name):
                done = project.run(project.BINARY, "build", "--check", "-o", "template.yaml", cwd=folder)
                self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_the_specs_pass_without_a_warning(self):
        for folder in project.EXAMPLES:
            with self.subTest(example=folder.name):
                done = project.run(project.BINARY, "validate", "--strict", cwd=folder)
                self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_cfn_lint_finds_what_is_wrong(self):
        """What the tests above rest on: a template with a defect is not clean."""
        with tempfile.TemporaryDirectory() as scratch:
            template = Path(scratch) / "template.yaml"
            template.write_text("Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties: {Nome: x}\n")
            self.assertIn("E3002", "\n".join(findings(template)))
