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
        self.assertIn('{"message": "Hello, Ada!"}', text)

    def test_the_packages_that_it_installs_are_those_that_the_tests_use(self):
        installed, = re.findall(r"<!-- packages -->\n```sh\n.*?\npip install (.*?)\n```", PAGE.read_text(), re.S)
        used = re.findall(r"^(\S+)==", (project.ROOT / "Tests/Integration/requirements.txt").read_text(), re.M)
        self.assertLessEqual(set(installed.split()), set(used))
