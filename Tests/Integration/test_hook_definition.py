"""The pre-commit hook's definition is one that pre-commit takes. That the hook works is `make test-hook`."""

import re
import tempfile
import unittest
from pathlib import Path

import project

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
        pattern = re.search(r"^ *files: (.*)$", MANIFEST.read_text(), re.M).group(1).strip("'\"")
        for name in ("apigw.yaml", "apigw.yml", "services/shop/apigw.yaml", "shop.apigw.yaml"):
            self.assertTrue(re.search(pattern, name), name)
        for name in ("template.yaml", "apigw.json", "myapigw.yaml", "apigw.yaml.orig", "apigw/template.yaml"):
            self.assertFalse(re.search(pattern, name), name)
