#!/usr/bin/env python3
"""Prints the manual page of the program, from what it says of its own options.   manual.py BINARY"""

import json
import subprocess
import sys

FILES = """.SH FILES
.TP
.IR apigw.yaml ", " apigw.yml
The spec that is read when none is given, from the current folder.
.SH ENVIRONMENT
.TP
.B NO_COLOR
When set, text has no colours.
.TP
.B CLICOLOR_FORCE
When set, text has colours although it goes to no terminal.
.SH EXIT STATUS
.TP
.B 0
Done; there are no errors. Warnings are allowed without
.BR \\-\\-strict .
.TP
.B 1
The spec has errors, or
.B \\-\\-check
found a difference.
.TP
.B 2
The command could not do its work: bad usage, unreadable input, unwritable output.
.SH EXAMPLES
.TP
.B apigw\\-synth init shop && cd shop
Starts a project.
.TP
.B apigw\\-synth build \\-o template.yaml \\-\\-watch
Writes the template again at every save.
.TP
.B apigw\\-synth build \\-o template.yaml \\-\\-check
Fails when a committed template is stale.
"""


def output(binary, *arguments):
    return subprocess.run([binary, *arguments], stdout=subprocess.PIPE, text=True, timeout=60, check=True).stdout


def escaped(text):
    """Text that troff takes as it is."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join("\\&" + line if line[:1] in ("'", ".") else line for line in lines)


def spelling(argument):
    """An argument as it is typed: names in bold, values in italics."""
    value = f"\\fI{escaped(argument['valueName'])}\\fR" + (" ..." if argument["isRepeating"] else "")
    if argument["kind"] == "positional":
        return value
    names = sorted(argument["names"], key=lambda name: len(name["name"]))
    typed = ", ".join(
        f"\\fB{escaped(('-' if name['kind'] == 'short' else '--') + name['name'])}\\fR" for name in names)
    return typed if argument["kind"] == "flag" else f"{typed} {value}"


def description(argument):
    text = argument.get("abstract", "")
    values = argument.get("allValues")
    if values:
        text += f" One of {', '.join(values)}."
    if argument.get("defaultValue"):
        text += f" (default: {argument['defaultValue']})"
    return escaped(text)


def listed(command):
    """The arguments that a command has for itself."""
    return [
        each for each in command.get("arguments", [])
        if each["shouldDisplay"] and each["valueName"] not in ("help", "version")]


def synopsis(name, command):
    """The line of a command: its options are listed further down."""
    words = ["[\\fIoptions\\fR]"] if any(each["kind"] != "positional" for each in listed(command)) else []
    words += [f"[{spelling(each)}]" for each in listed(command) if each["kind"] == "positional"]
    line = f"{' '.join(words)}\n" if words else ""
    return f".B {escaped(name)} {command['commandName']}\n{line}.br\n"


def section(command):
    lines = [f".SS {command['commandName']}", escaped(command["abstract"])]
    if command.get("discussion"):
        lines += [".PP", escaped(command["discussion"])]
    for argument in listed(command):
        lines += [".TP", spelling(argument), description(argument)]
    return "\n".join(lines) + "\n"


def page(binary):
    tool = json.loads(output(binary, "--experimental-dump-help"))["command"]
    name, version = tool["commandName"], output(binary, "--version").strip()
    commands = [each for each in tool["subcommands"] if each["commandName"] != "help"]
    return (
        f'.\\" `make docs` writes this page, from what the program says of its own options.\n'
        f'.TH {escaped(name).upper()} 1 "" "{name} {version}" "User Commands"\n'
        f".SH NAME\n{escaped(name)} \\- {escaped(tool['abstract'][:1] + tool['abstract'][1:].rstrip('.'))}\n"
        f".SH SYNOPSIS\n{''.join(synopsis(name, each) for each in commands)}"
        f".B {escaped(name)}\n\\fB\\-\\-version\\fR | \\fB\\-\\-help\\fR\n"
        f".SH DESCRIPTION\nReads a YAML spec of Amazon API Gateway REST APIs, says what is wrong with it, and writes the\n"
        f"CloudFormation template that makes them.\n"
        f".SH COMMANDS\n{''.join(section(each) for each in commands)}{FILES}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(page(sys.argv[1]))
