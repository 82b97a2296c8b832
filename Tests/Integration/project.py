"""Where things are, and how the program under test and the tools beside it are run."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(spec.parent for spec in ROOT.glob("Examples/*/apigw.yaml"))

# Set by run.py: the program under test.
BINARY = None


def run(*command, cwd=ROOT, env=None, timeout=600):
    """The finished process, its standard output and standard error together as text."""
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=timeout, check=False)


def tool(name):
    """A program of the virtual environment that these tests run in."""
    return Path(sys.executable).parent / name


def build(folder, output):
    """Builds `folder`'s spec into `output`, a path relative to the folder."""
    return run(BINARY, "build", "-o", output, cwd=folder)


def example(name):
    return ROOT / "Examples" / name


def environment(**more):
    return {**os.environ, **more}
