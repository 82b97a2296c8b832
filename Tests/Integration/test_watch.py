"""`build --watch` builds again at every save, whatever way an editor saves, and ends cleanly. `make watch-times` says how fast."""

import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import project

SAVES = 5
PATIENCE_SECONDS = 10
SPEC = "apis:\n  Shop:\n    description: !File text.txt\n    paths: !Include parts/paths.yaml\n"
PATHS = "/%s:\n  GET: {authorizationType: NONE, integration: {type: mock, response: {statusCode: 200}}}\n"


class Watch(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.spec, self.text, self.paths = (
            self.folder / name for name in ("apigw.yaml", "text.txt", "parts/paths.yaml"))
        self.paths.parent.mkdir()
        self.spec.write_text(SPEC)
        self.text.write_text("the first")
        self.paths.write_text(PATHS % "start")
        self.output = self.folder / "template.yaml"
        self.errors = self.folder / "errors"

    def start(self, *more):
        with open(self.errors, "wb") as errors:
            self.process = subprocess.Popen(
                [project.BINARY, "build", "--watch", "-o", "template.yaml", *more], cwd=self.folder,
                stdin=subprocess.DEVNULL, stdout=errors, stderr=errors)
        self.addCleanup(self.stop)
        self.wait("start")

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def wait(self, word, file=None):
        """Returns when `word` stands in the output."""
        start = time.monotonic()
        while time.monotonic() < start + PATIENCE_SECONDS:
            try:
                if word in (file or self.output).read_text():
                    return
            except FileNotFoundError:
                pass
            time.sleep(0.001)
        self.fail(f"'{word}' did not come: {self.errors.read_text()}")

    def quiet(self):
        """Returns when the program sleeps, so that the next save is one of its own."""
        time.sleep(0.03)

    def replace(self, file, text):
        """Saves as many editors do: a new file takes the name of the old one."""
        beside = file.with_suffix(".new")
        beside.write_text(text)
        beside.rename(file)

    def test_a_save_is_built_in_each_file(self):
        self.start()
        saves = {
            "the spec": lambda word: self.spec.write_text(SPEC.replace("!File text.txt", word)),
            "an included part": lambda word: self.paths.write_text(PATHS % word),
            "a replaced spec": lambda word: self.replace(self.spec, SPEC.replace("!File text.txt", word)),
            "a replaced part": lambda word: self.replace(self.paths, PATHS % word),
        }
        for name, save in saves.items():
            for number in range(SAVES):
                self.quiet()
                word = f"{name.replace(' ', '-')}-{number}x"
                save(word)
                self.wait(word)

    def test_a_text_file_is_followed(self):
        self.start()
        self.text.write_text("the second")
        self.wait("the second")

    def test_an_editor_that_moves_the_old_file_away_first_gets_no_error(self):
        self.start()
        for number in range(5):
            self.quiet()
            backup = self.folder / "apigw.yaml~"
            self.spec.rename(backup)
            time.sleep(0.02)
            self.spec.write_text(SPEC.replace("!File text.txt", f"vim-{number}"))
            self.wait(f"vim-{number}")
            backup.unlink()
        self.assertNotIn("cannot read", self.errors.read_text())

    def test_each_error_is_told_and_the_last_good_template_stays(self):
        self.start()
        good = self.output.read_bytes()
        for part in ("GIT", "PUTT"):
            self.quiet()
            self.paths.write_text((PATHS % "start").replace("GET", part))
            self.wait(f"'{part}'", self.errors)
            self.assertEqual(self.output.read_bytes(), good)
        self.assertIn("parts/paths.yaml:2:3: error: ", self.errors.read_text())
        self.paths.write_text(PATHS % "mended")
        self.wait("mended")
        self.assertNotIn("\x1b", self.errors.read_text(), "nothing is cleared")

    def test_a_file_that_goes_and_comes_back_is_followed_with_its_folder(self):
        self.start()
        away = self.folder / "away"
        self.paths.parent.rename(away)
        self.wait("parts/paths.yaml", self.errors)
        (away / "paths.yaml").write_text(PATHS % "returned")
        away.rename(self.paths.parent)
        self.wait("returned")
        self.quiet()
        self.spec.unlink()
        self.wait("cannot read 'apigw.yaml'", self.errors)
        self.spec.write_text(SPEC.replace("!File text.txt", "again"))
        self.wait("again")

    def test_a_link_that_leads_elsewhere_is_followed(self):
        for name in ("left", "right"):
            (self.folder / name).mkdir()
            (self.folder / name / "paths.yaml").write_text(PATHS % name)
        self.paths.unlink()
        self.paths.parent.rmdir()
        self.paths.parent.symlink_to("left")
        (self.folder / "left" / "paths.yaml").write_text(PATHS % "start")
        self.start()
        link = self.folder / "link"
        link.symlink_to("right")
        link.rename(self.paths.parent)
        self.wait("right")
        self.quiet()
        (self.folder / "right" / "paths.yaml").write_text(PATHS % "through-the-link")
        self.wait("through-the-link")

    def test_saves_in_a_row_are_all_built_in_the_end(self):
        self.start()
        for number in range(200):
            self.paths.write_text(PATHS % f"row-{number}x")
        self.wait("row-199x")

    def test_other_files_wake_nobody(self):
        self.start()
        self.quiet()
        before = self.errors.read_text()
        for name in ("other.yaml", "parts/other.yaml", "template.json"):
            (self.folder / name).write_text("x")
        time.sleep(0.2)
        self.assertEqual(self.errors.read_text(), before)
        self.assertEqual(len(before.splitlines()), 1, before)

    def test_it_waits_without_work(self):
        self.start()
        self.quiet()
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            self.skipTest("only Linux tells of other processes so")
        before = stat.read_text().split()[13:15]
        time.sleep(0.5)
        self.assertEqual(stat.read_text().split()[13:15], before)

    def test_memory_and_files_do_not_grow(self):
        self.start()
        descriptors = Path(f"/proc/{self.process.pid}/fd")
        if not descriptors.exists():
            self.skipTest("only Linux tells of other processes so")
        seen = []
        for number in range(60):
            self.paths.write_text(PATHS % f"again-{number}x")
            self.wait(f"again-{number}x")
            self.quiet()
            resident = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
            seen.append((len(list(descriptors.iterdir())), resident))
        self.assertEqual(seen[10][0], seen[-1][0])
        self.assertLess(seen[-1][1], seen[10][1] * 1.5, "pages of memory")

    def test_a_signal_ends_it_with_status_0_and_leaves_nothing_half_done(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number.name):
                # The first build is what tells that the program has started.
                self.output.unlink(missing_ok=True)
                self.start()
                self.quiet()
                start = time.monotonic()
                self.process.send_signal(number)
                self.assertEqual(self.process.wait(PATIENCE_SECONDS), 0)
                self.assertLess(time.monotonic() - start, 1)
                self.assertEqual(
                    sorted(path.name for path in self.folder.iterdir()),
                    ["apigw.yaml", "errors", "parts", "template.yaml", "text.txt"])

    def test_a_signal_that_the_program_was_started_to_ignore_stays_ignored(self):
        with open(self.errors, "wb") as errors:
            self.process = subprocess.Popen(
                ["nohup", project.BINARY, "build", "--watch", "-o", "template.yaml"], cwd=self.folder,
                stdin=subprocess.DEVNULL, stdout=errors, stderr=errors)
        self.addCleanup(self.stop)
        self.wait("start")
        self.quiet()
        self.process.send_signal(signal.SIGHUP)
        self.paths.write_text(PATHS % "after-the-terminal")
        self.wait("after-the-terminal")
