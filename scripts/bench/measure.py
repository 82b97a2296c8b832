"""What a command costs: instructions, by stage too, seconds and memory."""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path


class Failed(Exception):
    """A command that was to be measured ended otherwise than it should."""


def _run(command, statuses, **streams):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, text=True, check=False, **streams)
    if done.returncode not in statuses:
        raise Failed(f"{' '.join(str(word) for word in command)} ended with {done.returncode}:\n{(done.stderr or '')[-2000:]}")
    return done


def instructions(command, statuses=(0,), profile="/dev/null"):
    """The instructions of a command's whole process: they repeat where seconds do not."""
    counter = ["valgrind", "--tool=callgrind", "--dump-line=no", f"--callgrind-out-file={profile}"]
    done = _run([*counter, *command], statuses, stderr=subprocess.PIPE)
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1))


def profile(command, statuses=(0,)):
    """The instructions of a command, and those of each of its functions with all that it calls, by their symbols."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "callgrind.out")
        total = instructions(command, statuses, path)
        with open(path, encoding="utf-8", errors="replace") as lines:
            return total, _inclusive(lines)


def _inclusive(lines):
    """Adds up a callgrind file: below `fn=` stand a function's own costs, and below `calls=` what a call cost."""
    names, costs, current = {}, Counter(), None
    for line in lines:
        if line.startswith("fn="):
            number, _, name = line[3:].strip().partition(" ")
            if name:
                names[number] = name
            current = number
        elif line.startswith("cfn="):
            number, _, name = line[4:].strip().partition(" ")
            if name:
                names[number] = name
        elif line[:1] in "+-*0123456789" and current:
            costs[current] += int(line.split()[1])
    inclusive = Counter()
    for number, cost in costs.items():
        inclusive[names.get(number, number)] += cost
    return inclusive


def seconds(command, statuses=(0,)):
    """One run of a command, with its start."""
    start = time.perf_counter()
    _run(command, statuses, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def paired(first, second, pairs, statuses=(0,)):
    """The medians of two commands' times, and of the second's over the first's, by turns: a busy machine disturbs both."""
    times = [(seconds(first), seconds(second, statuses)) for _ in range(pairs)]
    return tuple(statistics.median(column) for column in (
        [one for one, _ in times], [other for _, other in times], [other / one for one, other in times]))


def peak(command, statuses=(0,)):
    """The most memory that a command had, in KiB."""
    code = ("import resource, subprocess, sys; "
            "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
            "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", code, *[str(word) for word in command]], stdout=subprocess.PIPE, text=True, check=True)
    status, most = (int(word) for word in done.stdout.split())
    if status not in statuses:
        raise Failed(f"{' '.join(str(word) for word in command)} ended with {status}")
    return most // (1024 if sys.platform == "darwin" else 1)
