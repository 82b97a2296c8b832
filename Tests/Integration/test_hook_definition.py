"""The pre-commit hooks are what pre-commit takes, and those for an installed program do their work, through the real pre-commit.

That pre-commit can build the others is `make test-hook`.
"""

import re
import shutil
import tempfile
import unittest
from pathlib import Path

import project
from actions import Runner, load
from test_ci import Repository, examples

MANIFEST = project.ROOT / ".pre-commit-hooks.yaml"


def verdict(manifest):
    return project.run(project.tool("pre-commit"), "validate-manifest", manifest)


class HookDefinition(unittest.TestCase):
    def test_pre_commit_takes_it(self):
        done = verdict(MANIFEST)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_pre_commit_refuses_a_broken_one(self):
        with tempfile.TemporaryDirectory() as scratch:
            broken = Path(scratch) / "hooks.yaml"
            broken.write_text(MANIFEST.read_text().replace("language: swift", "language: swiftly"))
            self.assertNotEqual(verdict(broken).returncode, 0)

    def test_it_asks_for_specs_alone(self):
        for hook in load(MANIFEST.read_text()):
            if "validate" not in hook["id"]:
                continue
            for name in ("apigw.yaml", "apigw.yml", "services/shop/apigw.yaml", "shop.apigw.yaml"):
                self.assertTrue(re.search(hook["files"], name), name)
            for name in ("template.yaml", "apigw.json", "myapigw.yaml", "apigw.yaml.orig", "apigw/template.yaml"):
                self.assertFalse(re.search(hook["files"], name), name)
            for name in ("apigw.template.yaml", ".github/workflows/apigw.yaml"):
                self.assertTrue(re.search(hook["exclude"], name), name)

    def test_each_hook_is_there_built_and_installed_and_the_two_agree(self):
        hooks = {hook["id"]: hook for hook in load(MANIFEST.read_text())}
        self.assertEqual(sorted(hooks), [
            f"apigw-synth-{name}{kind}" for name in ("build", "validate") for kind in ("", "-system")])
        for name in ("apigw-synth-build", "apigw-synth-validate"):
            built, installed = hooks[name], hooks[name + "-system"]
            self.assertEqual((built["language"], installed["language"]), ("swift", "system"))
            for key in ("name", "entry", "args", "files", "exclude", "always_run", "pass_filenames"):
                self.assertEqual(built.get(key), installed.get(key), key)


class InstalledHooks(Repository):
    """The example of the documents, with the hooks that run the installed program."""

    def setUp(self):
        super().setUp()
        hooks = self.scratch / "hooks"
        hooks.mkdir()
        shutil.copy(MANIFEST, hooks)
        for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Hooks"]):
            self.git(hooks, *command)
        revision = self.git(hooks, "rev-parse", "HEAD").strip()
        config = re.sub(r"- id: (\S+)", r"- id: \1-system", examples()["pre-commit"])
        (self.folder / ".pre-commit-config.yaml").write_text(
            config.replace("ADDRESS", str(hooks)).replace("VERSION", revision))
        self.git(self.folder, "init", "--quiet")

    def git(self, folder, *arguments):
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"]
        done = project.run("git", *identity, *arguments, cwd=folder)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def hooks(self):
        self.git(self.folder, "add", "--all")
        done = project.run(
            project.tool("pre-commit"), "run", "--all-files", "--color", "never", cwd=self.folder,
            env=project.environment(
                PATH=f"{self.runner.program}:/usr/bin:/bin", PRE_COMMIT_HOME=str(self.scratch / "home")))
        self.log = done.stdout
        return done.returncode, re.findall(r"\.(Passed|Failed)$", done.stdout, re.M)

    def test_good_files_pass(self):
        self.assertEqual(self.hooks(), (0, ["Passed", "Passed"]), self.log)

    def test_a_bad_spec_fails_both_with_its_place(self):
        self.break_spec()
        self.assertEqual(self.hooks(), (1, ["Failed", "Failed"]), self.log)
        self.assertRegex(self.log, r"(?m)^apigw\.yaml:\d+:\d+: error: .*passthruBehavior")

    def test_a_stale_template_fails_the_second(self):
        self.make_template_stale()
        self.assertEqual(self.hooks(), (1, ["Passed", "Failed"]), self.log)
        self.assertIn("'template.yaml' is not what 'apigw.yaml' gives", self.log)

    def test_a_missing_template_fails_the_second(self):
        (self.folder / "template.yaml").unlink()
        self.assertEqual(self.hooks(), (1, ["Passed", "Failed"]), self.log)
        self.assertIn("'template.yaml' is missing", self.log)
