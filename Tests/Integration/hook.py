"""The pre-commit hooks, built by the real pre-commit from the last commit, pass a good spec and fail a bad one."""

import shutil
import tempfile
import unittest
from pathlib import Path

import project

BUILD_SECONDS = 1800


class Hook(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="hook-"))
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(project.example("request-authorizer"), self.folder / "repository")
        self.repository = self.folder / "repository"
        self.git("init", "--quiet")

    def git(self, *arguments):
        done = project.run("git", *arguments, cwd=self.repository)
        self.assertEqual(done.returncode, 0, done.stdout)

    def try_repository(self, hook="apigw-synth-validate"):
        self.git("add", "--all")
        return project.run(
            project.tool("pre-commit"), "try-repo", project.ROOT, hook, "--ref", "HEAD", "--all-files",
            "--verbose", cwd=self.repository, env=project.environment(PRE_COMMIT_HOME=str(self.folder / "home")),
            timeout=BUILD_SECONDS)

    def test_a_good_spec_passes_and_a_bad_one_fails_with_its_place(self):
        done = self.try_repository()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("Passed", done.stdout)
        done = self.try_repository("apigw-synth-build")
        self.assertEqual(done.returncode, 0, done.stdout)

        spec = self.repository / "apigw.yaml"
        spec.write_text(spec.read_text().replace("passthroughBehavior", "passthruBehavior"))
        done = self.try_repository()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("Failed", done.stdout)
        self.assertRegex(done.stdout, r"apigw\.yaml:\d+:\d+: error: .*passthruBehavior")

        done = self.try_repository("apigw-synth-build")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertRegex(done.stdout, r"apigw\.yaml:\d+:\d+: error: .*passthruBehavior")
