"""Reads YAML with PyYAML's C loader and writes it as JSON.   yaml_to_json.py FILE"""

import json
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    json.dump(yaml.load(file, Loader=yaml.CSafeLoader), sys.stdout)
