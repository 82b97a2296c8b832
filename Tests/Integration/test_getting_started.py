"""What getting started says to type is typed, on an emulator that the page itself starts, and answers as it says."""

import os
import re
import sys
import tempfile
import unittest
from pathlib import Path

import project
from emulator import free_port

sys.path.insert(0, str(project.ROOT / "scripts"))
import docs  # noqa: E402

PAGE = project.ROOT / "docs/getting-started.md"
# The emulator's usual port, which another may hold on this machine.
PORT = "4566"
# Ends the emulator, as the page says how to.
END = "\n<!-- deploy: 0 -->\n```sh\nkill $!\n```\n"
ANSWER = '{"message": "Hello, Ada!"}'
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
MARK, TARGET = re.compile(r"^<!-- .* -->$", re.M), re.compile(r"\]\([^)]*\)")
WORDS_A_MINUTE, CHARACTERS_A_MINUTE, BLOCKS_A_MINUTE = 200, 200, 6
MOST_MINUTES = 5


def figures(page):
    """What there is to do up to the API's answer: words to read, commands to type and their characters, blocks to copy."""
    way = page[:page.index(ANSWER) + len(ANSWER)] + "\n```\n"
    sessions = [body for kind, body in FENCE.findall(way) if kind == "console"]
    commands = [line[2:] for body in sessions for line in body.splitlines() if line.startswith("$ ")]
    shown = [line for body in sessions for line in body.splitlines() if not line.startswith("$ ")]
    prose = TARGET.sub("]", MARK.sub("", FENCE.sub("", way)))
    return (
        len(prose.split()) + sum(len(line.split()) for line in shown), len(commands), sum(map(len, commands)),
        sum(kind == "sh" for kind, _ in FENCE.findall(way)))


class GettingStarted(unittest.TestCase):
    def test_the_way_leads_to_a_deployed_api_that_answers(self):
        text, port = PAGE.read_text(), str(free_port())
        self.assertIn(f"http://localhost:{PORT}", text)
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch) / "page.md"
            copy.write_text(text.replace(PORT, port) + END)
            environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
            environment.update(
                PATH=f"{Path(sys.executable).parent}:{environment['PATH']}", GATEWAY_PORT=port, BIND_HOST="127.0.0.1",
                AWS_CONFIG_FILE=f"{scratch}/none", AWS_SHARED_CREDENTIALS_FILE=f"{scratch}/none", AWS_PAGER="")
            shown = docs.renewed(copy, project.BINARY, environment).removesuffix(END).replace(port, PORT)
        if os.environ.get("UPDATE_GOLDENS"):
            PAGE.write_text(shown)
            text = shown
        self.maxDiff = None
        self.assertEqual(shown, text, "UPDATE_GOLDENS=1 rewrites it")
        self.assertIn(ANSWER, text)

    def test_the_way_is_as_long_as_the_page_says_and_no_longer_than_five_minutes(self):
        words, commands, characters, blocks = figures(PAGE.read_text())
        minutes = words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE + blocks / BLOCKS_A_MINUTE
        said = (
            f"there are {words} words to read, at {WORDS_A_MINUTE} a minute, {commands} commands of {characters} characters to type, "
            f"at {CHARACTERS_A_MINUTE} a minute, and {blocks} blocks to copy, at {BLOCKS_A_MINUTE} a minute: {minutes:.1f} minutes")
        self.assertIn(said, " ".join(PAGE.read_text().split()))
        self.assertLessEqual(minutes, MOST_MINUTES)

    def test_the_packages_that_it_installs_are_those_that_the_tests_use(self):
        installed, = re.findall(r"<!-- packages -->\n```sh\n.*?\npip install (.*?)\n```", PAGE.read_text(), re.S)
        used = re.findall(r"^(\S+)==", (project.ROOT / "Tests/Integration/requirements.txt").read_text(), re.M)
        self.assertLessEqual(set(installed.split()), set(used))
