#!/usr/bin/env python3
"""Runs the integration tests, all of `test_*.py` here, on a built apigw-synth.   run.py BINARY [-k PATTERN]

Prints, last, 'N passed, N failed'. Exit status: 0 when none failed and some passed.
"""

import os
import sys
import unittest

import project


def load(arguments):
    loader = unittest.TestLoader()
    if arguments and arguments[-2:-1] == ["-k"]:
        loader.testNamePatterns = [f"*{arguments[-1]}*"]
    return loader.discover(os.path.dirname(os.path.abspath(__file__)), "test_*.py")


def main():
    arguments = sys.argv[1:]
    if not arguments:
        sys.exit(__doc__)
    project.BINARY = os.path.abspath(arguments[0])
    if not os.access(project.BINARY, os.X_OK):
        sys.exit(f"run.py: no such program: {project.BINARY}")
    result = unittest.TextTestRunner(verbosity=2).run(load(arguments))
    failures = {test.id() for test, _ in result.failures + result.errors}
    # The parts of a test are named 'TEST (part)'; where a class fails to start, 'setUpClass (CLASS)', none of its tests is run.
    classes = {name for name in failures if name.startswith(("setUp", "tearDown"))}
    tests = {name.split(" ")[0] for name in failures - classes}
    passed, failed = result.testsRun - len(result.skipped) - len(tests), len(tests) + len(classes)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
