"""What `init` writes passes every check, is linted clean, deploys on the emulator and answers, all as it is."""

import json
import shutil
import tempfile
import unittest
from pathlib import Path

import project
from actions import Runner, load
from emulator import answer
from stacks import Stacks
from test_templates import findings


class Starter(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="init-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.folder = self.scratch / "greeter"
        self.made = project.run(project.BINARY, "init", self.folder)
        self.assertEqual(self.made.returncode, 0, self.made.stdout)

    def test_it_validates_builds_and_is_linted_clean(self):
        done = project.run(project.BINARY, "validate", "--strict", cwd=self.folder)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(project.build(self.folder, "template.yaml").returncode, 0)
        self.assertEqual(findings(self.folder / "template.yaml"), [])

    def test_it_is_deployed_and_answers(self):
        with Stacks() as stacks:
            endpoint = stacks.endpoint("greeter", "GreeterEndpoint", folder=self.folder)
            status, _, body = answer(endpoint + "hello/Ada")
            self.assertEqual((status, json.loads(body)), (200, {"message": "Hello, Ada!"}))
            self.assertEqual(answer(endpoint + "health")[0], 200)

    def test_its_pre_commit_config_passes_and_fails_a_mistake(self):
        for command in (["init", "--quiet"], ["add", "--all"]):
            self.assertEqual(project.run("git", *command, cwd=self.folder).returncode, 0)
        environment = project.environment(
            PATH=f"{Runner(self.folder, self.scratch).program}:/usr/bin:/bin", PRE_COMMIT_HOME=str(self.scratch / "home"))

        def hooks():
            return project.run(
                project.tool("pre-commit"), "run", "--all-files", "--verbose", cwd=self.folder, env=environment)

        done = hooks()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("Passed", done.stdout)
        spec = self.folder / "apigw.yaml"
        spec.write_text(spec.read_text().replace("integration: greet ", "integration: great "))
        done = hooks()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("no function is named 'great'", done.stdout)

    def test_its_workflow_is_one_of_githubs_and_its_steps_pass(self):
        file = self.folder / ".github/workflows/api.yaml"
        done = project.run(project.tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", file)
        self.assertEqual(done.returncode, 0, done.stdout)
        steps = load(file.read_text())["jobs"]["spec"]["steps"]
        runner = Runner(self.folder, self.scratch)
        self.assertEqual(runner.job(steps), 0, runner.log)
        self.assertTrue((self.folder / "template.yaml").exists())
        spec = self.folder / "apigw.yaml"
        spec.write_text(spec.read_text().replace("runtime:", "runtimes:"))
        self.assertEqual(runner.job(steps), 1)
        self.assertIn("::error file=apigw.yaml,", runner.log)

    def test_a_second_time_nothing_changes(self):
        before = {file: file.read_bytes() for file in self.folder.rglob("*") if file.is_file()}
        self.assertEqual(len(before), 4)
        done = project.run(project.BINARY, "init", self.folder)
        self.assertEqual(done.returncode, 2)
        self.assertIn("apigw.yaml' is there already", done.stdout)
        self.assertEqual({file: file.read_bytes() for file in self.folder.rglob("*") if file.is_file()}, before)
