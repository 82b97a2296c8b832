"""Specs that are made to cost much: each repeats what some step could be slow at, up to the size that may be read.

A file may have 4 MiB and 250,000 values. Most of these stay a little below: they are read, and not refused unread.
"""

from hostile_frame import mapping, pattern, schema, template
from hostile_multiples import MULTIPLES
from hostile_sections import SECTIONS
from hostile_texts import MAPPINGS, REGULAR_EXPRESSIONS, SCHEMAS, TEMPLATES
from hostile_yaml import SPECS


def cases():
    """Every spec, by its name."""
    made = {**SPECS, **SECTIONS, **MULTIPLES}
    for kind, texts, spec in (
        ("pattern", REGULAR_EXPRESSIONS, pattern),
        ("template", TEMPLATES, template),
        ("mapping", MAPPINGS, mapping),
        ("schema", SCHEMAS, schema),
    ):
        for name, text in texts.items():
            made[f"{kind}-{name}"] = lambda text=text, spec=spec: spec(text())
    return made
