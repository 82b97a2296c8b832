#!/usr/bin/env python3
"""Compares what the program costs with the figures kept beside this file.   guard.py BINARY [--renew]

Each figure is an instruction count over that of libyaml's bare events for the spec of a thousand plain methods: what libyaml, the
C compiler and the C library change, they change in both. Exit status: 1 where a figure is exceeded by more than the margin.
Needs a release build, cc, libyaml's headers and valgrind.
"""

import json
import os
import platform
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dimensions
import floor
import measure

FIGURES = Path(__file__).with_name("guard.json")
MARGIN = 0.05
YARDSTICK = 1_000
#: Dimension, verb and size: plain methods, and things of which each was once looked for among all.
CASES = (
    *(("wide", verb, size) for verb, size in (("validate", 10), ("build", 10), ("validate", 1_000), ("build", 1_000), ("build", 10_000))),
    ("errors", "validate", 1_000),
    *((name, "validate", 500) for name in (
        "unknown authorizers", "unknown models", "unknown parts", "unknown references", "parts", "variables", "parameters", "headers",
        "tenants")),
)


def measured(binary):
    """The figures of a binary, by what was done."""
    shapes = {dimension.name: dimension for dimension in dimensions.RIGHT + dimensions.WRONG}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        def count(case):
            name, verb, size = case
            spec = shapes[name].write(folder, size)
            output = ["-o", spec.with_name("template.json")] if verb == "build" else []
            return measure.instructions([binary, verb, "--limits", "none", *output, spec], shapes[name].statuses)

        bare = pool.submit(measure.instructions, [floor.compiled(folder), dimensions.WIDE.write(folder, YARDSTICK)])
        costs = list(pool.map(count, sorted(CASES, key=lambda case: -case[2])))
        order = sorted(CASES, key=lambda case: -case[2])
        found = {case: round(cost / bare.result(), 3) for case, cost in zip(order, costs)}
    return {f"{verb} {name} {size}": found[name, verb, size] for name, verb, size in CASES}


def compare(kept, found):
    """Lines of a table, and whether a figure is exceeded or could be lowered."""
    lines, exceeded, lower = [], False, False
    for name, figure in found.items():
        change = figure / kept[name] - 1 if name in kept else 0.0
        exceeded, lower = exceeded or change > MARGIN or name not in kept, lower or change < -MARGIN
        mark = "no figure" if name not in kept else "MORE" if change > MARGIN else "less" if change < -MARGIN else "ok"
        lines.append(f"{name:36} {figure:9.3f} {kept.get(name, 0):9.3f} {100 * change:+7.1f} %  {mark}")
    return lines, exceeded, lower


def renew(found):
    kept = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    kept[platform.machine()] = found
    FIGURES.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--renew"]):
        sys.exit(__doc__)
    found = measured(os.path.abspath(sys.argv[1]))
    if sys.argv[2:]:
        renew(found)
        print(f"guard: wrote the figures of {platform.machine()} to {FIGURES.name}")
        return 0
    kept = json.loads(FIGURES.read_text(encoding="utf-8")).get(platform.machine())
    if kept is None:
        print(f"guard: no figures for {platform.machine()}: 'make bench-guard-renew' writes them")
        return 0
    lines, exceeded, lower = compare(kept, found)
    print("\n".join([f"{'instructions, times libyaml’s':36} {'now':>9} {'kept':>9}", *lines]))
    if exceeded:
        print(f"guard: costs more than {100 * MARGIN:.0f} % above the figure; if it is worth it: 'make bench-guard-renew'")
    elif lower:
        print(f"guard: costs less than {100 * MARGIN:.0f} % below the figure: 'make bench-guard-renew' keeps it so")
    return 1 if exceeded else 0


if __name__ == "__main__":
    sys.exit(main())
