"""A fault of the program itself is one line and status 2, and what stands in its arguments forges nothing."""

import os
import re
import resource
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

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

    def test_a_blocked_signal_is_told_too(self):
        program = subprocess.Popen(
            [project.BINARY, "validate", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGILL}))
        program.stdin.write(b" " * (1 << 20))
        program.stdin.flush()
        program.send_signal(signal.SIGILL)
        _, errors = program.communicate(timeout=30)
        self.assertEqual((program.returncode, errors.count(b"signal 04")), (2, 1), errors)

    def test_the_end_of_the_stack_is_one_line_and_status_2(self):
        with tempfile.TemporaryDirectory() as folder:
            spec = Path(folder, "apigw.yaml")
            spec.write_text("apis: {S: {models: {M: {schema: " + "{items: " * 90 + "{}" + "}" * 90 + "}}, paths: {/a: {GET: {}}}}}\n")
            for size in range(512, 16, -4):
                done = self.run_with_stack(size << 10, "validate", str(spec))
                if done.returncode not in (0, 1):
                    break
            self.assertEqual(done.returncode, 2, f"{size} KiB: {done.stderr}")
            self.assertRegex(done.stderr, rb"\Aapigw-synth: a fault of apigw-synth [^\n]*, signal 11, in [^\n]*\n\Z")

    def run_with_stack(self, size, *arguments):
        return subprocess.run(
            [project.BINARY, *arguments], capture_output=True, env={"PATH": os.environ["PATH"]}, timeout=30,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, (size, resource.RLIM_INFINITY)))

    def test_a_fault_with_nobody_to_read_it_is_status_2(self):
        program = subprocess.Popen(
            [project.BINARY, "validate", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        program.stderr.close()
        program.stdin.write(b" " * (1 << 20))
        program.stdin.flush()
        program.send_signal(signal.SIGSEGV)
        program.stdin.close()
        self.assertEqual(program.wait(timeout=30), 2)
