"""What `validate --diff` shows is what `validate --fix` does: `patch` makes the one of the other, byte by byte."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

import project

CASES = sorted(project.ROOT.glob("Tests/FixGoldens/*/before.yaml"))


def ran(*arguments, cwd, text=b""):
    return subprocess.run(
        [str(project.BINARY), "validate", *arguments], cwd=cwd, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        timeout=60, check=False)


def patched(folder, difference, *options):
    result = subprocess.run(
        ["patch", "-p0", "--binary", "--fuzz=0", *options], cwd=folder, input=difference, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=60, check=False)
    return result.returncode, result.stdout.decode()


class Fix(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def compare(self, files, *specs):
        """Fixes the files, and patches the same files with what `--diff` printed before; both must be the same."""
        (self.folder / "fixed").mkdir()
        (self.folder / "patched").mkdir()
        for place in ("fixed", "patched"):
            for name, text in files.items():
                path = self.folder / place / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(text)
        difference = ran("--diff", *specs, cwd=self.folder / "patched")
        for name, text in files.items():
            self.assertEqual((self.folder / "patched" / name).read_bytes(), text, f"--diff changed {name}")
        fixed = ran("--fix", *specs, cwd=self.folder / "fixed")
        self.assertIn(fixed.returncode, (0, 1), fixed.stderr)
        status, output = patched(self.folder / "patched", difference.stdout)
        self.assertEqual(status, 0, output)
        for name in files:
            self.assertEqual(
                (self.folder / "patched" / name).read_bytes(), (self.folder / "fixed" / name).read_bytes(), name)
        return difference.stdout

    def test_patch_makes_of_every_case_what_fix_makes(self):
        self.assertGreaterEqual(len(CASES), 7)
        self.compare({f"{case.parent.name}.yaml": case.read_bytes() for case in CASES},
                     *[f"{case.parent.name}.yaml" for case in CASES])
        for case in CASES:
            with self.subTest(case=case.parent.name):
                fixed = (self.folder / "fixed" / f"{case.parent.name}.yaml").read_bytes()
                self.assertEqual(fixed, (case.parent / "after.yaml").read_bytes())

    def test_line_ends_and_a_missing_last_one_are_kept(self):
        text = CASES[0].read_bytes().replace(b"\n", b"\r\n").rstrip() + b"  # the end"
        difference = self.compare({"a.yaml": b"\xef\xbb\xbf" + text}, "a.yaml")
        self.assertIn(b"\r\n", difference)

    def test_files_with_odd_names_and_included_ones_are_found(self):
        self.compare({
            "a b.yaml": b"apis:\n  Shop:\n    paths: {/orders: {GET: !Include 'parts/g et.yaml'}}\n",
            "parts/g et.yaml": b"integration: {typ: mock, response: {statusCode: 200}}",
            "\xe9.yaml": b"apis:\n  Shop: {path: {/orders: {GET: {}}}}\n",
        }, "a b.yaml", "\xe9.yaml")

    def test_a_file_that_two_specs_share_is_shown_once(self):
        shared = b"integration: {typ: mock, response: {statusCode: 200}}\n"
        spec = b"apis:\n  Shop:\n    paths: {/orders: {GET: !Include shared.yaml}}\n"
        difference = self.compare({"a.yaml": spec, "b.yaml": spec, "shared.yaml": shared}, "a.yaml", "b.yaml")
        self.assertEqual(difference.count(b"+++ shared.yaml\n"), 1)

    def test_reports_for_programs_hold_the_edits(self):
        case = project.ROOT / "Tests/FixGoldens/keys/before.yaml"
        report = json.loads(ran("--diagnostics", "json", str(case), cwd=self.folder).stdout)
        edits = [edit for finding in report["diagnostics"] for edit in finding.get("edits", [])]
        log = json.loads(ran("--diagnostics", "sarif", str(case), cwd=self.folder).stdout)
        replacements = [
            replacement for result in log["runs"][0]["results"] for fix in result.get("fixes", [])
            for change in fix["artifactChanges"] for replacement in change["replacements"]]
        self.assertGreater(len(edits), 5)
        self.assertEqual(
            [(edit["line"], edit["column"], edit["endLine"], edit["endColumn"], edit["text"]) for edit in edits],
            [(*(replacement["deletedRegion"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")),
              replacement["insertedContent"]["text"]) for replacement in replacements])
        # What stands there, replaced, is what --fix makes of this case, which takes one pass.
        lines = case.read_text().split("\n")
        for edit in sorted(edits, key=lambda edit: (edit["line"], edit["column"]), reverse=True):
            line = lines[edit["line"] - 1]
            lines[edit["line"] - 1] = line[:edit["column"] - 1] + edit["text"] + line[edit["endColumn"] - 1:]
        self.assertEqual("\n".join(lines), (case.parent / "after.yaml").read_text())


if __name__ == "__main__":
    unittest.main()
