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
DOCUMENTS = [
    document for document in [*project.ROOT.glob("*.md"), *project.ROOT.glob("docs/**/*.md"), *project.ROOT.glob("Examples/*/*.md")]
    if not docs.is_generated(document)]
FENCE = re.compile(r"^(?:<!-- (?P<kind>\w+)(?:: [^\n]*)? -->\n)?```\w*\n(?P<body>.*?)^```$", re.M | re.S)
# What a mark over a block says, and where a test takes it at its word.
KINDS = {
    "file": {"*"}, "run": {"*"},  # here
    "deploy": {"docs/getting-started.md"}, "packages": {"docs/getting-started.md"},  # test_getting_started
    "commands": {"Examples"},  # test_deployment
    "example": {"README.md", "docs/ci.md", "docs/editors.md"},  # test_ci, test_hooks, test_editors
    "spec": {"docs/from-cdk.md", "docs/from-sam.md"}, "sam": {"docs/from-sam.md"}, "cdk": {"docs/from-cdk.md"},  # test_moving
    "verbs": {"README.md", "CONTRIBUTING.md"}, "drawing": {"ARCHITECTURE.md"},  # here
}


def blocks(kind):
    """The document and the body of each block of a kind."""
    return [
        (document, match["body"]) for document in DOCUMENTS
        for match in FENCE.finditer(document.read_text()) if match["kind"] == kind]


def anchors(document):
    """What a link may name in a page: its headings, as GitHub spells them."""
    text = re.sub(r"^```.*?^```$", "", document.read_text(), flags=re.M | re.S)
    seen = {}
    for heading in re.findall(r"^#+ (.*)$", text, re.M):
        name = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-")
        count = seen[name] = seen.get(name, -1) + 1
        yield f"{name}-{count}" if count else name


class Documentation(unittest.TestCase):
    def test_what_the_documents_show_is_what_the_program_prints(self):
        done = project.run(sys.executable, project.ROOT / "scripts/docs.py", project.BINARY, "--check")
        self.assertEqual((done.returncode, done.stdout), (0, ""), "`make docs` rewrites it")

    def test_a_stale_document_is_brought_up_to_date(self):
        stale = "<!-- file: name.txt -->\n```\nAda\n```\n\n<!-- run: 3 -->\n```console\n$ cat name.txt\nGrace\n$ (exit 3)\n```\n"
        with tempfile.TemporaryDirectory() as scratch:
            document = Path(scratch) / "document.md"
            document.write_text(stale)
            self.assertEqual(docs.renewed(document, project.BINARY), stale.replace("Grace", "Ada"))
            for broken in (stale.replace("run: 3", "run: 0"), stale.replace("```\nAda", "Ada")):
                document.write_text(broken)
                self.assertRaises(docs.Broken, docs.renewed, document, project.BINARY)

    def test_an_example_takes_the_tag_of_the_programs_version(self):
        old = "<!-- example: a -->\n```yaml\nrev: v0.0.1\nuses: actions/checkout@v4\n```\nsince v0.0.1\n"
        new = docs.tagged(old, project.BINARY)
        version = project.run(project.BINARY, "--version").stdout.strip()
        self.assertEqual(new, old.replace("rev: v0.0.1", f"rev: v{version}"))

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

    def test_every_block_is_of_a_kind_that_a_test_looks_at(self):
        for document in DOCUMENTS:
            name = str(document.relative_to(project.ROOT))
            for match in FENCE.finditer(document.read_text()):
                with self.subTest(document=name, block=match["body"][:60]):
                    places = KINDS.get(match["kind"], set())
                    self.assertTrue({"*", name, name.partition("/")[0]} & places, f"marked as '{match['kind']}'")

    def test_the_verbs_that_a_script_calls_are_in_the_makefile(self):
        verbs = project.run("make", "--no-print-directory", "help").stdout
        for document, body in blocks("verbs"):
            for line in body.splitlines():
                with self.subTest(document=document.name, line=line):
                    self.assertRegex(line, r"^make [a-z-]+ +# \w")
                    self.assertIn(f"  {' '.join(line.split()[:2])} ", verbs)

    def test_the_drawing_shows_the_rooms(self):
        rooms = {folder.name for folder in (project.ROOT / "Sources").iterdir()}
        (_, drawing), = blocks("drawing")
        self.assertLessEqual(set(re.findall(r"[A-Z]\w+", drawing)), rooms)

    def test_an_example_that_is_shown_twice_is_the_same(self):
        examples = {}
        for document, body in blocks("example"):
            examples.setdefault(document, []).append(body)
        self.assertLessEqual(set(examples[README]), set(examples[project.ROOT / "docs/ci.md"]))

    def test_the_sources_and_tests_that_contributors_are_sent_to_are_there(self):
        names = {file.stem for folder in ("Sources", "Tests") for file in (project.ROOT / folder).rglob("*.*")}
        text = (project.ROOT / "CONTRIBUTING.md").read_text()
        named = re.findall(r"`(\w+Tests|[\w+]+\.swift|test_\w+\.py)`", text)
        self.assertGreaterEqual(len(named), 10)
        self.assertEqual([name for name in named if Path(name).stem not in names], [])

    def test_links_lead_to_files_and_headings_that_are_there(self):
        for document in [*DOCUMENTS, *project.ROOT.glob("docs/**/*.md")]:
            text = re.sub(r"^```.*?^```$", "", document.read_text(), flags=re.M | re.S)
            for path, _, heading in (link.partition("#") for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text)):
                with self.subTest(document=document.name, link=path, heading=heading):
                    target = document.parent / path if path else document
                    self.assertTrue(target.exists())
                    if heading:
                        self.assertIn(heading, list(anchors(target)))

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
