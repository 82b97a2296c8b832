#!/usr/bin/env python3
"""Print the functions that the program comes through as a rule, those of all runs first: link-order.py BINARY

The linker puts them side by side (scripts/link-flags). Spread over the program as its sources are, they make it load three
times as much of itself: a seventh of the time of a small build. Needs valgrind and a binary with its symbols.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parent.parent
SPECS = [ROOT / "Examples" / name / "apigw.yaml" for name in ("request-authorizer", "lambda-api", "two-hundred-methods")]
# With findings, which are shown.
FAULTY = ROOT / "Tests" / "DiagnosticGoldens" / "methods" / "apigw.yaml"


def runs(folder):
    """The arguments of each run, which may write to a folder."""
    for spec in SPECS:
        yield ["build", str(spec), "--output", str(pathlib.Path(folder) / "template.json")]
        yield ["build", str(spec), "--format", "yaml"]
        yield ["validate", str(spec)]
    yield ["validate", str(FAULTY)]


def functions(binary, arguments, folder):
    """The functions that a run comes through, by the linker's names for them."""
    counts = pathlib.Path(folder) / "counts"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", "--demangle=no", binary, *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    for line in counts.read_text(errors="replace").splitlines():
        found = re.match(r"c?fn=\(\d+\) (\S+)$", line)
        # Code without a name has its address, and a repeated one a number that changes with every build.
        if found and not re.search(r"^0x|\.\d+$", found[1]):
            yield re.sub(r"'\d+$", "", found[1])


def main():
    names = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for arguments in runs(folder):
            names.update(set(functions(sys.argv[1], arguments, folder)))
    print("\n".join(sorted(names, key=lambda name: (-names[name], name))))


if __name__ == "__main__":
    main()
