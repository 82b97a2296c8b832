"""The output is replaced whole or not at all, whatever ends the build."""

import ctypes
import json
import os
import random
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

import project

KILLS = 100
# Of the capabilities of Linux, the two that pass over the modes of files.
OVERRIDES = (1, 2)


def keep_to_file_modes():
    """Takes from root what lets it write where nobody may."""
    if os.geteuid() == 0:
        library = ctypes.CDLL(None)
        for capability in OVERRIDES:
            library.prctl(24, capability, 0, 0, 0)


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
        shots = 0
        for number in range(KILLS):
            self.output.write_bytes(old)
            build = self.start("new.yaml")
            time.sleep(chance.uniform(0, duration * 1.2))
            kind = chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
            shots += kind == signal.SIGKILL
            build.send_signal(kind)
            build.wait()
            content = self.output.read_bytes()
            self.assertIn(content, (old, new), f"kill {number} left a third file of {len(content)} bytes")
            seen["new" if content == new else "old"] += 1
        self.assertGreater(seen["old"], 0, seen)
        others = {path.name for path in self.folder.iterdir()} - {"old.yaml", "new.yaml", "template.json"}
        self.assertLessEqual(len(others), shots, "only what cannot be caught leaves something")
        for name in others:
            self.assertRegex(name, r"^\.apigw-synth-\d+\.tmp$")
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

    @unittest.skipUnless(sys.platform == "linux" or os.geteuid() != 0, "root may write everywhere")
    def test_a_folder_that_may_not_be_written_keeps_its_file(self):
        (self.folder / "apigw.yaml").write_text(spec(3, "x"))
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "template.json").write_text("old")
        closed.chmod(0o555)
        self.addCleanup(closed.chmod, 0o755)
        done = subprocess.run(
            [project.BINARY, "build", "-o", "closed/template.json"], cwd=self.folder, capture_output=True, text=True,
            preexec_fn=keep_to_file_modes, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("apigw-synth: cannot write 'closed/template.json': Permission denied\n", done.stderr)
        self.assertEqual((closed / "template.json").read_text(), "old")

    def test_a_pipe_is_written_to_and_stays_a_pipe(self):
        (self.folder / "apigw.yaml").write_text(spec(3, "x"))
        pipe = self.folder / "template.json"
        os.mkfifo(pipe)
        build = self.start("apigw.yaml")
        self.assertEqual(len(json.loads(pipe.read_bytes())["Resources"]), 9)
        self.assertEqual(build.wait(), 0)
        self.assertTrue(stat.S_ISFIFO(pipe.stat().st_mode))

    def test_a_device_is_written_to_and_stays_a_device(self):
        (self.folder / "apigw.yaml").write_text(spec(3, "x"))
        device = self.folder / "null"
        try:
            os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 3))
        except PermissionError:
            self.skipTest("only root can make a device, and the system's own are not for tests")
        done = project.run(project.BINARY, "build", "-o", "null", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertTrue(stat.S_ISCHR(device.stat().st_mode))


@unittest.skipUnless(sys.platform == "linux", "two names are exchanged at once by a call of Linux")
class Races(unittest.TestCase):
    def test_a_folder_swapped_for_a_link_lets_nothing_in(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            for place, text in (("outside", "secret: 1\n"), ("in/parts", "fine: 1\n")):
                (folder / place / "deep").mkdir(parents=True)
                for name in ("a.txt", "b.yaml", "deep/c.py"):
                    (folder / place / name).write_text(text)
            root = folder / "in"
            (root / "link").symlink_to("../outside")
            (root / "apigw.yaml").write_text(
                "description: !File parts/a.txt\nx-a: !Include parts/b.yaml\napis: {S: {paths: {/a: {GET: F}}}}\n"
                "functions: {F: {runtime: python3.13, handler: a.b, code: {inline: !File parts/deep/c.py}}}\n")
            statuses = self.race(root)
            self.assertTrue(statuses <= {0, 1}, statuses)

    def race(self, root):
        """The statuses of builds while a folder and a link out of the root change places all the time."""
        library = ctypes.CDLL(None, use_errno=True)
        names = [os.fsencode(root / name) for name in ("parts", "link")]
        ended = threading.Event()
        swaps = []

        def swap():
            while not ended.is_set():
                swaps.append(library.renameat2(-100, names[0], -100, names[1], 2))

        swapping = threading.Thread(target=swap)
        swapping.start()
        statuses = set()
        try:
            for _ in range(200):
                done = project.run(project.BINARY, "build", cwd=root)
                self.assertNotIn("secret", done.stdout)
                statuses.add(done.returncode)
        finally:
            ended.set()
            swapping.join()
        self.assertEqual(set(swaps), {0})
        return statuses
