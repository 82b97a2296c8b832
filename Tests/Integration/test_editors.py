"""What the documentation tells editors is what they can read, and what the program does."""

import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import project

PAGE = (project.ROOT / "docs/editors.md").read_text(encoding="utf-8")


def example(name):
    """A fenced block of the page, by its mark."""
    return re.search(rf"^<!-- example: {name} -->\n```\w+\n(.*?)^```$", PAGE, re.M | re.S)[1]


class Editors(unittest.TestCase):
    def test_every_editor_starts_the_command_that_there_is(self):
        names = re.findall(r"^<!-- example: (\S+) -->$", PAGE, re.M)
        servers = [name for name in names if name not in ("settings", "vscode-package")]
        self.assertGreaterEqual(len(servers), 6)
        for name in servers:
            with self.subTest(editor=name):
                words = re.findall(r'"([\w-]+)"', example(name))
                self.assertIn("apigw-synth", words)
                self.assertIn("lsp", words)
        self.assertEqual(project.run(project.BINARY, "lsp", "--help").returncode, 0)

    def test_settings_are_what_their_editors_can_parse(self):
        for name in ("zed", "sublime", "settings", "vscode-package"):
            with self.subTest(editor=name):
                json.loads(example(name))
        try:
            import tomllib
        except ImportError:
            self.skipTest("tomllib comes with Python 3.11")
        helix = tomllib.loads(example("helix"))
        self.assertEqual(helix["language-server"]["apigw-synth"], {"command": "apigw-synth", "args": ["lsp"]})
        self.assertIn("apigw-synth", helix["language"][0]["language-servers"])

    def test_both_lines_that_name_the_schema_name_one_that_takes_the_spec(self):
        spec = re.search(r"^<!-- file: apigw.yaml -->\n```yaml\n(.*?)^```$", PAGE, re.M | re.S)[1]
        paths = re.match(r"# yaml-language-server: \$schema=(\S+)\n# \$schema: (\S+)\n", spec).groups()
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch, "apigw.yaml")
            for command in re.findall(r"^\$ (apigw-synth schema .*)$", PAGE, re.M):
                subprocess.run(
                    ["bash", "-c", command.replace("apigw-synth", str(project.BINARY), 1)], cwd=scratch, check=True)
            for text, status in ((spec, 0), (spec.replace("paths", "pathz"), 1)):
                file.write_text(text, encoding="utf-8")
                for path in paths:
                    done = project.run(project.tool("check-jsonschema"), "--schemafile", path, file.name, cwd=scratch)
                    self.assertEqual(done.returncode, status, done.stdout)

    def test_the_tags_of_the_settings_are_those_that_a_spec_may_use(self):
        tags = {tag.split()[0] for tag in json.loads(example("settings"))["yaml.customTags"]}
        source = (project.ROOT / "Sources/Document/Tree/Tags.swift").read_text(encoding="utf-8")
        forms = re.search(r"shortForms: Set<String> = \[(.*?)\]", source, re.S)[1]
        self.assertEqual(tags, {"!File", "!Include", *re.findall(r'"(!\w+)"', forms)})
