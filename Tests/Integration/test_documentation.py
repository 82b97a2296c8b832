"""The documents show what the program does, and name what there is."""

import json
import re
import sys
import tempfile
import unittest
from pathlib import Path

import project

sys.path.insert(0, str(project.ROOT / "scripts"))
import docs  # noqa: E402

README = project.ROOT / "README.md"


class Documentation(unittest.TestCase):
    def test_what_the_documents_show_is_what_the_program_prints(self):
        done = project.run(sys.executable, project.ROOT / "scripts/docs.py", project.BINARY, "--check")
        self.assertEqual((done.returncode, done.stdout), (0, ""), "`make docs` rewrites it")

    def test_a_stale_document_is_brought_up_to_date(self):
        stale = "<!-- file: name.txt -->\n```\nAda\n```\n\n<!-- run: 3 -->\n```console\n$ cat name.txt\nGrace\n$ exit 3\n```\n"
        with tempfile.TemporaryDirectory() as scratch:
            document = Path(scratch) / "document.md"
            document.write_text(stale)
            self.assertEqual(docs.renewed(document, project.BINARY), stale.replace("Grace", "Ada"))
            for broken in (stale.replace("run: 3", "run: 0"), stale.replace("```\nAda", "Ada")):
                document.write_text(broken)
                self.assertRaises(docs.Broken, docs.renewed, document, project.BINARY)

    def test_the_readme_shows_runs(self):
        text = README.read_text()
        self.assertGreaterEqual(len(re.findall(r"^<!-- run: 0 -->$", text, re.M)), 1)
        self.assertGreaterEqual(len(re.findall(r"^<!-- run: 1 -->$", text, re.M)), 1)

    def test_the_options_that_the_readme_lists_are_the_programs(self):
        rows = re.findall(r"^\| `apigw-synth (\w+)[^|]*\|(.*)\|$", README.read_text(), re.M)
        self.assertGreaterEqual(len(rows), 2)
        for command, row in rows:
            help_text = project.run(project.BINARY, command, "--help")
            self.assertEqual(help_text.returncode, 0, help_text.stdout)
            for option in re.findall(r"--[a-z-]+", row):
                with self.subTest(command=command, option=option):
                    self.assertRegex(help_text.stdout, rf"(?<![\w-]){option}(?![\w-])")

    def test_the_verbs_that_the_documents_name_are_in_the_makefile(self):
        verbs = set(re.findall(r"^([a-z-]+):", (project.ROOT / "Makefile").read_text(), re.M))
        for document in project.ROOT.glob("*.md"):
            for verb in re.findall(r"`make ([a-z-]+)`", document.read_text()):
                with self.subTest(document=document.name, verb=verb):
                    self.assertIn(verb, verbs)

    def test_links_lead_to_files_that_are_there(self):
        for document in [*project.ROOT.glob("*.md"), *project.ROOT.glob("docs/**/*.md"), *project.ROOT.glob("Examples/*/*.md")]:
            for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text()):
                with self.subTest(document=document.name, link=target):
                    self.assertTrue((document.parent / target).exists())

    def test_the_rooms_of_the_architecture_import_what_the_package_says(self):
        package = json.loads(project.run("swift", "package", "dump-package").stdout)
        targets = {
            target["name"]: {dependency.get("byName", dependency.get("product"))[0] for dependency in target["dependencies"]}
            for target in package["targets"]
            if target["type"] != "test" and not (target.get("path") or "").startswith("Tests/")}
        rows = re.findall(r"^\| `([^`]+)` \|.*\| *([^|]*?) *\|$", (project.ROOT / "ARCHITECTURE.md").read_text(), re.M)
        rooms = {room: {each.strip(" `") for each in imports.split(",") if each} for room, imports in rows}
        rooms = {room: imports for room, imports in rooms.items() if not room.startswith("Tests/")}
        self.assertEqual(rooms, targets)
