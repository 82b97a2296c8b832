"""Runs the program over specs that grow."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import dimensions
import growth
import measure
import shapes
import stages

#: What one spec may cost at the largest size, judged by the size before: a dimension ends where it would take longer.
MOST_INSTRUCTIONS = 1_500_000_000


@dataclass
class Grown:
    """What a dimension costs."""

    name: str
    meaning: str
    #: Instructions by verb and size.
    costs: dict = field(default_factory=dict)
    #: The largest exponent, by verb.
    exponents: dict = field(default_factory=dict)

    @property
    def steepest(self):
        return max((exponent for exponent in self.exponents.values() if exponent is not None), default=None)


@dataclass
class Wide:
    """What plain methods cost, at one size."""

    size: int
    floor: int
    validate: int
    json: int
    yaml: int
    #: Instructions of a build by stage.
    stages: dict
    #: The most KiB that a build has.
    memory: int


@dataclass
class Results:
    #: Instructions of a spec that holds next to nothing.
    start: int
    grown: list = field(default_factory=list)
    wide: list = field(default_factory=list)
    peers: object = None


class Bench:
    def __init__(self, binary, folder, sizes, floor):
        (self.binary, self.folder, self.sizes, self.floor) = (binary, folder, sorted(sizes), floor)
        self.pool = ThreadPoolExecutor(os.cpu_count())

    def command(self, verb, spec, name="template.json"):
        build = ["-o", Path(spec).with_name(name)] if verb == "build" else []
        return [self.binary, verb, "--limits", "none", *build, spec]

    def start(self):
        spec = self.folder / "start.yaml"
        spec.write_text("\n".join(shapes.API) + "\n", encoding="utf-8")
        return measure.instructions(self.command("validate", spec))

    def grow(self, dimension, start):
        """Counts a dimension at size after size."""
        grown = Grown(dimension.name, dimension.meaning)
        for verb in ("validate", "build") if dimension.is_right else ("validate",):
            grown.costs[verb] = self._costs(dimension, verb)
            grown.exponents[verb] = growth.exponent(grown.costs[verb], start)
        return grown

    def _costs(self, dimension, verb):
        costs, last = {}, None
        for size in self.sizes:
            size = min(size, dimension.most)
            if size in costs or (last and costs[last] * size / last > MOST_INSTRUCTIONS and dimension is not dimensions.WIDE):
                break
            spec = dimension.write(self.folder, size)
            costs[size] = measure.instructions(self.command(verb, spec), dimension.statuses)
            last = size
        return costs

    def wide(self):
        """Looks closer at plain methods."""
        return [self._wide(size) for size in self.sizes]

    def _wide(self, size):
        spec = dimensions.WIDE.write(self.folder, size)
        commands = [[self.floor, spec], self.command("validate", spec), self.command("build", spec, "template.yaml")]
        build = self.pool.submit(measure.profile, self.command("build", spec))
        floor, validate, yaml = self.pool.map(measure.instructions, commands)
        json, costs = build.result()
        return Wide(size, floor, validate, json, yaml, stages.split(json, costs), measure.peak(self.command("build", spec)))
