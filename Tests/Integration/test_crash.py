"""A fault of the program itself is one line and status 2, and what stands in its arguments forges nothing."""

import re
import signal
import subprocess
import unittest

import project

NAME = "\x1b[31m\n::error::"


class Crash(unittest.TestCase):
    def test_a_trap_is_one_line_and_status_2(self):
        version = project.run(project.BINARY, "--version").stdout.strip()
        for number in (signal.SIGILL, signal.SIGTRAP, signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGABRT):
            with self.subTest(signal=number.name):
                program = subprocess.Popen(
                    [project.BINARY, "validate", "-", "--root", NAME], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE)
                # More than a pipe holds: when all is written, the program has begun to read.
                program.stdin.write(b" " * (1 << 20))
                program.stdin.flush()
                program.send_signal(number)
                _, errors = program.communicate(timeout=30)
                self.assertEqual(program.returncode, 2)
                self.assertEqual(
                    errors.decode(),
                    f"apigw-synth: a fault of apigw-synth {version} itself, signal {number.value:02}, in 'apigw-synth "
                    "validate - --root \\u{1B}[31m\\u{A}::error::': please report this line and the spec\n")
                self.assertIsNone(re.search(r"[\x00-\x09\x0b-\x1f]", errors.decode()))
