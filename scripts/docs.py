#!/usr/bin/env python3
"""Keeps what the documents show what the program does.   docs.py BINARY [--check]

Marks, HTML comments on a line of their own, say what the fenced block under them is:

    <!-- file: NAME -->      the block is this file, for the runs further down in the same document
    <!-- run: N -->          the block is a console session: lines that start with '$ ' are commands, the lines after each
                             what it prints (standard error too); the last one's exit status is N
    <!-- deploy: N -->       the same, or a script that prints nothing worth showing, but run by the tests alone: they
                             have an emulator of AWS at hand

All commands of a document run in one shell, as they would for someone who types them, in a folder of the document's own, which
holds its files. Blocks marked `example: NAME`, which take this project from its repository, name the tag of the program's version.
The pages that `apigw-docs`, built beside BINARY, prints are written whole. Without --check all this is
written; with it nothing is, and a difference is status 1.
"""

import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("Examples/*/README.md"))]
BLOCK = re.compile(
    r"(?P<head><!-- (?P<kind>file|run|deploy): (?P<what>\S+) -->\n```\w*\n)(?P<body>.*?)(?P<tail>^```$)", re.M | re.S)
EXAMPLE = re.compile(r"^<!-- example: \S+ -->\n```\w+\n.*?^```$", re.M | re.S)
# Stands before a command's exit status, after its output.
END = "\x1e"


class Broken(Exception):
    """A document that cannot be brought up to date: a command ended with another status than the document says."""


def commands(match):
    """The commands of a block: those behind '$ ', or all of a script as one."""
    if match["kind"] == "file":
        return []
    return re.findall(r"^\$ (.*)$", match["body"], re.M) or [match["body"]]


def script(blocks, files):
    """A shell script of all that a document does: `files` gets its files, each command ends with its status."""
    lines = []
    for number, match in enumerate(blocks):
        if match["kind"] == "file":
            (files / str(number)).write_text(match["body"], encoding="utf-8")
            target = f'"$DOCUMENT"/{shlex.quote(match["what"])}'
            lines.append(f'mkdir -p "$(dirname {target})" && cp {shlex.quote(str(files / str(number)))} {target}')
        for command in commands(match):
            lines.append(f"eval {shlex.quote(command)} </dev/null\nprintf '{END}%s{END}' $?")
    return "\n".join(lines)


def outcomes(blocks, environment):
    """Output and exit status of every command of the blocks, in order."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as files:
        done = subprocess.run(
            ["bash", "-c", script(blocks, Path(files))], cwd=folder, env={**environment, "DOCUMENT": folder},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False)
    parts = done.stdout.split(END)
    return list(zip(parts[0::2], parts[1::2]))


def shown(match, results):
    """A block's text with the outputs of its commands, which are taken from `results`."""
    if match["kind"] == "file":
        return match["body"]
    lines = []
    for command in commands(match):
        if not results:
            raise Broken(f"'{command}' has ended the shell")
        output, status = results.pop(0)
        lines.append(f"$ {command}\n{output}" + ("\n" if output and not output.endswith("\n") else ""))
    if status != match["what"]:
        raise Broken(f"'{command}' ended with {status}, not {match['what']}:\n{output}")
    return "".join(lines) if match["body"].startswith("$ ") else match["body"]


def tagged(text, binary):
    """The text with the program's version in the examples of how to get it."""
    if not EXAMPLE.search(text):
        return text
    version = subprocess.run([binary, "--version"], stdout=subprocess.PIPE, text=True, timeout=60, check=True).stdout.strip()
    return EXAMPLE.sub(lambda match: re.sub(r"\bv\d+\.\d+\.\d+\b", f"v{version}", match[0]), text)


def renewed(document, binary, emulator=None):
    """The document's text with every run done again, and with every deployment where there is an emulator.

    emulator: the environment in which commands reach it; without one, deployments stay as they are.
    """
    text = tagged(document.read_text(encoding="utf-8"), binary)
    blocks = list(BLOCK.finditer(text))
    marks = len(re.findall(r"^<!-- (?:file|run|deploy): ", text, re.M))
    if marks != len(blocks):
        raise Broken(f"{marks} marks, but {len(blocks)} fenced blocks under them")
    environment = dict(emulator or os.environ)
    environment.update(PATH=f"{Path(binary).resolve().parent}:{environment['PATH']}", NO_COLOR="1", LC_ALL="C")

    def is_done(match):
        return emulator or match["kind"] != "deploy"

    results = outcomes([match for match in blocks if is_done(match)], environment)
    return BLOCK.sub(
        lambda match: match["head"] + (shown(match, results) if is_done(match) else match["body"]) + match["tail"], text)


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
