"""SECURITY.md's promise of two seconds and 150 MB, kept on specs that are made to break it."""

import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import hostile
import project

SECONDS = 2
MEGABYTES = 150
# A hundred findings at most, each an excerpt of 200 columns.
ERRORS = 150_000
MEASURED = Path(__file__).with_name("measured.py")


class Hostile(unittest.TestCase):
    def measure(self, folder, *command):
        errors = folder / "errors"
        done = subprocess.run(
            [sys.executable, MEASURED, errors, str(SECONDS + 1), project.BINARY, *command],
            cwd=folder,
            stdout=subprocess.PIPE,
            check=True,
        )
        return *json.loads(done.stdout), errors.read_bytes()

    def test_a_hostile_spec_costs_little(self):
        for name, make in hostile.cases().items():
            with self.subTest(spec=name), tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch)
                (folder / "apigw.yaml").write_text(make(), encoding="utf-8")
                self.assertLessEqual((folder / "apigw.yaml").stat().st_size, 4 << 20, "it would be refused unread")
                status, seconds, megabytes, errors = self.measure(folder, "build", "-o", "template.json")
                self.assertIn(status, (0, 1), errors[:1000])
                self.assertLess(seconds, SECONDS)
                self.assertLess(megabytes, MEGABYTES)
                self.assertLess(len(errors), ERRORS)
                self.assertEqual((folder / "template.json").exists(), status == 0)
                if status == 1:
                    self.assertTrue(re.search(rb"^apigw\.yaml:\d+:\d+: error: ", errors, re.MULTILINE), errors[:1000])
