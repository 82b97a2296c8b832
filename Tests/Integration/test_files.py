"""The output is replaced whole or not at all, whatever ends the build."""

import os
import random
import resource
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import project

KILLS = 100


def spec(methods, word):
    paths = "".join(
        f"      /{word}{number}:\n        GET: {{integration: {{type: http, url: 'https://{word}.example.com'}}}}\n"
        for number in range(methods))
    return f"apis:\n  Shop:\n    paths:\n{paths}"


class Files(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.output = self.folder / "template.json"

    def start(self, name, **options):
        return subprocess.Popen(
            [project.BINARY, "build", name, "--limits", "none", "-o", "template.json"], cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)

    def built(self, name):
        self.assertEqual(self.start(name).wait(), 0)
        return self.output.read_bytes()

    def test_a_killed_build_leaves_the_old_file_or_the_new_one(self):
        for word in ("old", "new"):
            (self.folder / f"{word}.yaml").write_text(spec(3000, word))
        new = self.built("new.yaml")
        started = time.monotonic()
        old = self.built("old.yaml")
        duration = time.monotonic() - started
        chance = random.Random(7)
        seen = {"old": 0, "new": 0}
        for number in range(KILLS):
            self.output.write_bytes(old)
            build = self.start("new.yaml")
            time.sleep(chance.uniform(0, duration * 1.2))
            build.send_signal(chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
            build.wait()
            content = self.output.read_bytes()
            self.assertIn(content, (old, new), f"kill {number} left a third file of {len(content)} bytes")
            seen["new" if content == new else "old"] += 1
        self.assertGreater(seen["old"], 0, seen)
        self.assertEqual(self.built("new.yaml"), new, "what killed builds left is no hindrance")

    def test_two_builds_at_once_leave_one_of_both(self):
        for word in ("left", "right"):
            (self.folder / f"{word}.yaml").write_text(spec(1000, word))
        whole = {self.built("left.yaml"), self.built("right.yaml")}
        for _ in range(20):
            builds = [self.start("left.yaml"), self.start("right.yaml")]
            self.assertEqual([build.wait() for build in builds], [0, 0])
            self.assertIn(self.output.read_bytes(), whole)
        self.assertEqual(
            sorted(path.name for path in self.folder.iterdir()), ["left.yaml", "right.yaml", "template.json"])

    def test_a_quota_ends_the_build_and_not_the_file(self):
        (self.folder / "apigw.yaml").write_text(spec(1000, "x"))
        self.output.write_text("old")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        self.assertEqual(self.start("apigw.yaml", preexec_fn=limit).wait(), 2)
        self.assertEqual(self.output.read_text(), "old")
        self.assertEqual(sorted(os.listdir(self.folder)), ["apigw.yaml", "template.json"])

    def test_a_full_disk_ends_the_build_and_not_the_file(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if project.run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk).returncode != 0:
            self.skipTest("only root can mount a small disk")
        self.addCleanup(project.run, "umount", disk)
        (disk / "template.json").write_text("old")
        (self.folder / "apigw.yaml").write_text(spec(2000, "x"))
        done = project.run(
            project.BINARY, "build", "apigw.yaml", "--limits", "none", "-o", "disk/template.json", cwd=self.folder)
        self.assertEqual(
            (done.returncode, done.stdout),
            (2, "apigw-synth: cannot write 'disk/template.json': No space left on device\n"))
        self.assertEqual([path.name for path in disk.iterdir()], ["template.json"])
        self.assertEqual((disk / "template.json").read_text(), "old")
