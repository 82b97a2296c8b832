"""Turns a SAM template into one of CloudFormation, as SAM's transform does it.   sam.py FILE"""

import json
import os
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
with open(sys.argv[1], encoding="utf-8") as file:
    template = json.load(file)
json.dump(Translator({}, Parser()).translate(template, {}), sys.stdout)
