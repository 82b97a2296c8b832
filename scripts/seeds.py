#!/usr/bin/env python3
"""seeds.py FOLDER: what fuzzers begin from: every spec of the project, and the templates and expressions in them."""
import hashlib
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
root = pathlib.Path(__file__).parent.parent


def keep(kind, text):
    data = text.encode()
    (folder / kind / hashlib.sha1(data).hexdigest()).write_bytes(data)


specs = [path.read_text() for path in root.glob("Examples/*/apigw.yaml")]
specs += [path.read_text() for path in root.glob("Tests/*Goldens/*/*.yaml") if "template" not in path.name]
for page in root.glob("docs/rules/*.md"):
    specs += re.findall(r"```yaml\n(.*?)```", page.read_text(), re.S)
for spec in specs:
    if len(spec) > 4096:
        # Examples of quotas: their repetitions teach a fuzzer nothing, and take the patterns below minutes.
        continue
    keep("Spec", spec)
    for word in re.findall(r"(?:method|integration)\.\w+\.[\w.$\[\]'-]+|'[^'\n]{1,60}'|[\w.+-]+/[\w.+-]+", spec):
        keep("Expressions", word)
    for line in re.findall(r"[^\n]*[$#][a-z{!][^\n]*", spec):
        keep("Templates", line.strip()[:1024])
for path in root.glob("Examples/**/*.vtl"):
    keep("Templates", path.read_text()[:1024])
