"""The pre-commit hooks are what pre-commit takes."""

import re
import tempfile
import unittest
from pathlib import Path

import project
from actions import load
from test_hooks import MANIFEST


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
