#!/usr/bin/env python3
"""Compares apigw-synth with the bare YAML parser.   bench.py BINARY

Counts instructions with valgrind, because they repeat where seconds do not: of `validate` and `build`, as multiples of what
libyaml alone needs for the same file. Needs cc, libyaml's headers and valgrind.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
METHODS = (10, 1_000, 10_000)
PAIRS = 21


def spec(methods):
    """A spec of that many methods: five to a collection, as an API of plain resources has them."""
    lines = ["functions:", "  store:", "    arn: arn:aws:lambda:eu-west-1:111122223333:function:store", "apis:", "  Bench:", "    paths:"]
    for number in range(methods):
        collection, verb = divmod(number, 5)
        if verb in (0, 2):
            lines.append(f"      /collection{collection}{'/{id}' if verb else ''}:")
        lines.append(f"        {('GET', 'POST', 'GET', 'PUT', 'DELETE')[verb]}:")
        lines += (
            ["          authorizationType: AWS_IAM", "          integration:", "            type: lambda", "            handler: store"]
            if verb != 2 else
            ["          authorizationType: AWS_IAM", "          integration:", "            type: mock", "            response:",
             "              statusCode: 200", "              body: {ok: true, name: thing}"])
    return "\n".join(lines) + "\n"


def instructions(*command):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1))


def seconds(*command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def paired(first, second):
    """The median of one command's time over the other's, measured by turns so that a busy machine disturbs both."""
    return statistics.median(seconds(*first) / seconds(*second) for _ in range(PAIRS))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        events, template = os.path.join(folder, "events"), os.path.join(folder, "template.json")
        subprocess.run(["cc", "-O2", "-o", events, HERE / "events.c", "-lyaml"], check=True)
        print(f"{'methods':>8} {'libyaml':>14} {'validate':>14} {'':>7} {'build':>14} {'':>7}   instructions, and times libyaml's")
        for methods in METHODS:
            path = os.path.join(folder, f"{methods}.yaml")
            Path(path).write_text(spec(methods), encoding="utf-8")
            floor = instructions(events, path)
            validate = instructions(binary, "validate", "--limits", "none", path)
            build = instructions(binary, "build", "--limits", "none", "-o", template, path)
            print(f"{methods:8,} {floor:14,} {validate:14,} {validate / floor:6.2f}x {build:14,} {build / floor:6.2f}x")
        wall = paired([binary, "build", "--limits", "none", "-o", template, path], [events, path])
        start = paired([binary, "--version"], ["true"])
    print(f"\nbuild of {METHODS[-1]:,} methods: {wall:.2f} times libyaml's time; start-up: {start:.1f} times that of 'true'")


if __name__ == "__main__":
    main()
