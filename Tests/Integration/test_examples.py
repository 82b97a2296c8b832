"""The examples are complete, and their READMEs count right."""

import re
import unittest

import project

# Characters after the indentation, of the specs and the programs alike.
WIDTH = 122
COUNT = re.compile(r"(\d+) lines of spec(?:, (\d+) of which are resources beside the API,)? against (\d+) of TypeScript")


def lines(file):
    """The lines that hold neither blanks nor a comment alone."""
    text = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in text if line and not line.startswith(("#", "//"))]


def section(file, name):
    """How many lines a section of a spec has."""
    text = file.read_text(encoding="utf-8")
    found = re.search(rf"^{name}:\n(?:(?:[ #].*)?\n)*", text, re.M)
    return sum(bool(line.strip()) and not line.strip().startswith("#") for line in found[0].splitlines()) if found else 0


class Examples(unittest.TestCase):
    def test_each_has_its_parts_and_stands_in_the_readme(self):
        readme = (project.ROOT / "README.md").read_text(encoding="utf-8")
        for folder in project.EXAMPLES:
            with self.subTest(example=folder.name):
                for part in ("README.md", "template.yaml", "cdk.ts"):
                    self.assertTrue((folder / part).is_file(), part)
                self.assertIn(f"(Examples/{folder.name}/README.md)", readme)

    def test_the_lines_beside_the_cdks_are_counted_right(self):
        for folder in project.EXAMPLES:
            with self.subTest(example=folder.name):
                said = COUNT.search((folder / "README.md").read_text(encoding="utf-8"))
                self.assertIsNotNone(said)
                spec, resources, program = (int(number or 0) for number in said.groups())
                self.assertEqual((spec, resources, program), (
                    len(lines(folder / "apigw.yaml")), section(folder / "apigw.yaml", "resources"),
                    len(lines(folder / "cdk.ts"))))

    def test_no_line_is_made_long_to_save_another(self):
        for folder in project.EXAMPLES:
            for name in ("apigw.yaml", "cdk.ts"):
                with self.subTest(example=folder.name, file=name):
                    self.assertLessEqual(max(map(len, lines(folder / name))), WIDTH)

    def test_two_hundred_methods_are_two_hundred(self):
        template = (project.example("two-hundred-methods") / "template.yaml").read_text(encoding="utf-8")
        types = re.findall(r"^    Type: (AWS::\S+)$", template, re.M)
        self.assertEqual((types.count("AWS::ApiGateway::Method"), len(types)), (200, 291))
