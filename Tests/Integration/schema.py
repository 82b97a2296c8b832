"""Specs as an editor's YAML plugin reads them, judged by the JSON Schema that the program prints."""

import json
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, SequenceNode

import project

# What the tags are short for; `!File` is a text, `!Include` what stands in the file.
LONG = {"Ref": "Ref", "Condition": "Condition"}


def load(path):
    """A spec with its tags in the long form, scalars typed as YAML 1.2 has them."""
    yaml = YAML(typ="safe", pure=True)

    def long_form(constructor, tag, node):
        if isinstance(node, MappingNode):
            value = constructor.construct_mapping(node, deep=True)
        elif isinstance(node, SequenceNode):
            value = constructor.construct_sequence(node, deep=True)
        else:
            value = constructor.construct_scalar(node)
        if tag == "File":
            return value
        if tag == "Include":
            return load(path.parent / value)
        return {LONG.get(tag, f"Fn::{tag}"): value}

    class Constructor(yaml.Constructor):
        pass

    Constructor.add_multi_constructor("!", long_form)
    yaml.Constructor = Constructor
    return yaml.load(path.read_text(encoding="utf-8"))


def write(folder):
    """The program's schema in a file of the folder."""
    printed = project.run(project.BINARY, "schema")
    assert printed.returncode == 0, printed.stdout
    file = Path(folder) / "schema.json"
    file.write_text(printed.stdout, encoding="utf-8")
    return file


def refused(specs, folder):
    """The specs that the schema refuses, each with what check-jsonschema says."""
    schema, files = write(folder), {}
    for number, spec in enumerate(specs):
        file = Path(folder) / f"{number}.json"
        # Dates are texts in a spec.
        file.write_text(json.dumps(load(spec), default=str), encoding="utf-8")
        files[str(file)] = spec
    done = project.run(
        project.tool("check-jsonschema"), "--output-format", "json", "--schemafile", schema, *files)
    report = json.loads(done.stdout)
    assert not report.get("parse_errors"), report
    errors = {}
    for error in report["errors"]:
        errors.setdefault(files[error["filename"]], []).append(f"{error['path']}: {error['message']}")
    return errors
