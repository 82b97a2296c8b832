"""What people see in a terminal of 40, 80 and 120 columns: captures of a real one, kept in Tests/Screens and found by listing it.

A folder there is a case: `session` holds commands, shown as they are typed, but for lines that start with a blank; the other
files are those that the commands find. Where `lines` is a number, the screen is kept no further. UPDATE_GOLDENS=1 rewrites the captures; `cat` shows them.
"""

import os
import shutil
import tempfile
import unittest
from pathlib import Path

import project
from screens import Terminal

CASES = sorted(file.parent for file in (project.ROOT / "Tests/Screens").glob("*/session"))
WIDTHS = (40, 80, 120)


def script(case):
    """The session, each of its commands shown before it is done."""
    lines = []
    for line in (case / "session").read_text().splitlines():
        lines += [line] if line.startswith(" ") else [f"printf '$ %s\\n' {quoted(line)}", line]
    return "\n".join(lines)


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


class Screens(unittest.TestCase):
    def test_a_terminal_shows_what_it_did(self):
        self.assertGreaterEqual(len(CASES), 10)
        with Terminal() as terminal:
            for case in CASES:
                for columns in WIDTHS:
                    with self.subTest(case=case.name, columns=columns):
                        self.compare(case, columns, *self.shown(terminal, case, columns))

    def shown(self, terminal, case, columns):
        with tempfile.TemporaryDirectory() as scratch:
            folder = shutil.copytree(case, Path(scratch) / "project", ignore=shutil.ignore_patterns("session", "lines", "*.screen"))
            environment = {"PATH": f"{Path(project.BINARY).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
            shown = terminal.screen(script(case), folder, columns, environment)
        lines = case / "lines"
        kept = int(lines.read_text()) if lines.exists() else None
        return ("".join(screen.splitlines(True)[:kept]) for screen in shown)

    def compare(self, case, columns, screen, joined):
        golden = case / f"{columns}.screen"
        if os.environ.get("UPDATE_GOLDENS"):
            golden.write_text(screen)
        self.assertEqual(screen, golden.read_text(), "UPDATE_GOLDENS=1 rewrites it")
        broken = [line for line in joined.splitlines() if line not in screen.splitlines()]
        for line in broken:
            self.assertTrue(may_be_broken(line, columns), f"the terminal broke: {line}")


def may_be_broken(line, columns):
    """Whether a line that the terminal broke has a word that no line holds, or is what a person typed."""
    return line.startswith("$ ") or max(map(len, line.split())) > columns - 30 or line.startswith("    ")
