#!/usr/bin/env python3
"""Keeps what the documents show what the program does.   docs.py BINARY [--check]

Two marks, HTML comments on a line of their own, say what the fenced block under them is:

    <!-- file: NAME -->      the block is this file, for the runs further down in the same document
    <!-- run: N -->          the block is a console session: lines that start with '$ ' are commands, the lines after each
                             what it prints (standard error too); the last one's exit status is N

The commands run in a folder of the document's own, which holds its files. The pages that `apigw-docs`, built beside
BINARY, prints are written whole. Without --check all this is written; with it nothing is, and a difference is status 1.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("Examples/*/README.md"))]
BLOCK = re.compile(r"(?P<head><!-- (?P<kind>file|run): (?P<what>\S+) -->\n```\w*\n)(?P<body>.*?)(?P<tail>^```$)", re.M | re.S)


class Broken(Exception):
    """A document that cannot be brought up to date: a command ended with another status than the document says."""


def session(body, status, folder, environment):
    """The console session with its commands run again."""
    lines, done = [], None
    for command in re.findall(r"^\$ (.*)$", body, re.M):
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
        output = done.stdout if not done.stdout or done.stdout.endswith("\n") else done.stdout + "\n"
        lines.append(f"$ {command}\n{output}")
    if done is None:
        raise Broken("a 'run' block without a command")
    if done.returncode != status:
        raise Broken(f"'{command}' ended with {done.returncode}, not {status}:\n{done.stdout}")
    return "".join(lines)


def renewed(document, binary):
    """The document's text with every run done again."""
    environment = {**os.environ, "PATH": f"{Path(binary).resolve().parent}:{os.environ['PATH']}", "NO_COLOR": "1", "LC_ALL": "C"}
    with tempfile.TemporaryDirectory() as folder:

        def renew(match):
            body = match["body"]
            if match["kind"] == "file":
                file = Path(folder, match["what"])
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(body, encoding="utf-8")
            else:
                body = session(body, int(match["what"]), folder, environment)
            return match["head"] + body + match["tail"]

        text = document.read_text(encoding="utf-8")
        marks = len(re.findall(r"^<!-- (?:file|run): ", text, re.M))
        if marks != len(BLOCK.findall(text)):
            raise Broken(f"{marks} marks, but {len(BLOCK.findall(text))} fenced blocks under them")
        return BLOCK.sub(renew, text)


def difference(name, before, after):
    """A unified difference between a document and what it should be."""
    return "".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), name, f"{name}, renewed"))


def generated(binary):
    """The pages that are made from what the program knows: their names under `docs`, and their text."""
    program = Path(binary).resolve().parent / "apigw-docs"

    def output(*arguments):
        return subprocess.run([program, *arguments], stdout=subprocess.PIPE, text=True, timeout=60, check=True).stdout

    return {name: output(name) for name in output().splitlines()}


def is_generated(document):
    return document.read_text(encoding="utf-8").startswith("<!-- `make docs` writes this page")


def pages(binary):
    """The generated pages, each with what it is and what it should be; None is no page."""
    wanted = {ROOT / "docs" / name: text for name, text in generated(binary).items()}
    surplus = [page for page in sorted((ROOT / "docs").rglob("*.md")) if page not in wanted and is_generated(page)]
    for page in [*wanted, *surplus]:
        yield page, page.read_text(encoding="utf-8") if page.exists() else None, wanted.get(page)


def write(page, text):
    if text is None:
        page.unlink()
    else:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")


def main():
    check = "--check" in sys.argv
    arguments = [each for each in sys.argv[1:] if each != "--check"]
    if len(arguments) != 1:
        sys.exit(__doc__)
    wrong = 0
    for page, before, after in pages(arguments[0]):
        if before == after:
            continue
        name = page.relative_to(ROOT)
        if check:
            print(f"{name}: not what the program says of itself")
            wrong += 1
        else:
            write(page, after)
            print(f"{name}: {'deleted' if after is None else 'rewritten'}")
    for document in DOCUMENTS:
        name = document.relative_to(ROOT)
        try:
            before, after = document.read_text(encoding="utf-8"), renewed(document, arguments[0])
        except Broken as broken:
            print(f"{name}: {broken}")
            wrong += 1
            continue
        if before == after:
            continue
        if check:
            sys.stdout.write(difference(str(name), before, after))
            wrong += 1
        else:
            document.write_text(after, encoding="utf-8")
            print(f"{name}: rewritten")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
