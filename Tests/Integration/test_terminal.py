"""Names of files and arguments forge nothing in what any command prints, in any form."""

import json
import re
import subprocess
import tempfile
import unittest
import xml.dom.minidom
from pathlib import Path

import project

# A terminal's orders, lines of their own, orders to runners, and both directions of writing.
NAME = "::error::a\x1b[2J\n::add-mask::b\r##[error]c\u202ed\u2028.yaml"
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
SPEC = "apis: {S: {paths: {/a: {GET: {integration: {type: mock}}}}}}\n"
FORMS = ("text", "json", "sarif", "github", "junit")


class Terminal(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def run_in_folder(self, *arguments):
        done = subprocess.run(
            [project.BINARY, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
            check=False)
        for stream in (done.stdout, done.stderr):
            text = stream.decode("utf-8")
            self.assertIsNone(HIDDEN.search(text), f"{arguments}: {text}")
            self.assertNotIn("##[", text, arguments)
            for line in text.split("\n"):
                if line.lstrip().startswith("::"):
                    self.assertRegex(line, r"^::(error|warning|notice) file=[^:]*::", arguments)
                    self.assertIn("github", arguments)
        return done

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8", newline="")

    def test_names_of_specs(self):
        for text, status in ((SPEC, 0), ("apis: *x\n", 1)):
            self.write(NAME, text)
            for form in FORMS:
                with self.subTest(form=form, status=status):
                    done = self.run_in_folder("validate", "--info", "--diagnostics", form, "--", NAME)
                    self.assertEqual(done.returncode, status)
                    if form in ("json", "sarif"):
                        json.loads(done.stdout)
                    if form == "junit":
                        xml.dom.minidom.parseString(done.stdout)

    def test_names_of_included_files(self):
        self.write(NAME, "S: {paths: {/a: {GET: *x}}}\n")
        self.write("apigw.yaml", f"apis: !Include {json.dumps('./' + NAME)}\n")
        for form in FORMS:
            with self.subTest(form=form):
                self.assertEqual(self.run_in_folder("validate", "--diagnostics", form).returncode, 1)

    def test_names_of_files_that_are_missing(self):
        for tag in ("!Include", "!File"):
            self.write("apigw.yaml", f"apis: {tag} {json.dumps('none/' + NAME)}\n")
            for form in FORMS:
                with self.subTest(tag=tag, form=form):
                    self.assertEqual(self.run_in_folder("validate", "--diagnostics", form).returncode, 1)

    def test_names_of_outputs(self):
        self.write("apigw.yaml", SPEC)
        self.assertEqual(self.run_in_folder("build", "--check", "-o", "./" + NAME).returncode, 1)
        self.assertEqual(self.run_in_folder("build", "-o", "none/" + NAME).returncode, 2)
        self.assertEqual(self.run_in_folder("build", "-o", "./" + NAME).returncode, 0)
        self.assertEqual(self.run_in_folder("build", "--check", "-o", "./" + NAME).returncode, 0)
        self.write(NAME, "else")
        self.assertEqual(self.run_in_folder("build", "--check", "-o", "./" + NAME).returncode, 1)

    def test_names_of_folders(self):
        self.assertEqual(self.run_in_folder("init", "./" + NAME).returncode, 0)
        self.assertEqual(self.run_in_folder("init", "./" + NAME).returncode, 2)
        self.assertEqual(self.run_in_folder("validate", f"./{NAME}/apigw.yaml").returncode, 0)

    def test_what_a_watch_says(self):
        self.write(NAME, "apis: *x\n")
        watch = subprocess.Popen(
            [project.BINARY, "build", "--watch", "-o", "./" + NAME + ".json", "./" + NAME], cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = []
        for line in watch.stderr:
            said.append(line.decode("utf-8"))
            if "waiting for changes" in said[-1]:
                break
        watch.terminate()
        watch.communicate(timeout=30)
        self.assertIsNone(HIDDEN.search("".join(said)), said)
        self.assertNotIn("##[", "".join(said))
        self.assertFalse([line for line in said if line.lstrip().startswith("::")])

    def test_words_of_the_command_line(self):
        for arguments in (
            ("explain", NAME), ("validate", "none" + NAME), ("validate", "--root", NAME), ("validate", "--only", NAME),
            ("validate", "--disable", NAME), ("build", "--format", NAME), (NAME,),
            ("validate", "--diagnostics", NAME), ("validate", "--max-diagnostics", NAME), ("build", "--" + NAME),
        ):
            with self.subTest(arguments=arguments):
                self.write("apigw.yaml", SPEC)
                self.assertEqual(self.run_in_folder(*arguments).returncode, 2)
