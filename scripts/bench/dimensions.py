"""Which ways of growing are measured, and how far."""

import inspect
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import folders
import shapes
import wrong_shapes


@dataclass(frozen=True)
class Dimension:
    """A way in which a spec grows."""

    #: Yields the lines of a spec of a size; or gives the lines of several files by their names, `spec.yaml` among them.
    shape: Callable
    #: Whether the spec is right, so that a template comes of it.
    is_right: bool
    #: The largest size that it has by its nature.
    most: int = 100_000

    @property
    def name(self):
        return self.shape.__name__.replace("_", " ")

    @property
    def meaning(self):
        return inspect.getdoc(self.shape).split("\n\n")[0].rstrip(".")

    @property
    def statuses(self):
        """How the program may end."""
        return (0,) if self.is_right else (1, 0)

    def write(self, folder, size):
        """Writes a spec of a size and returns its path."""
        made = self.shape(size)
        files = made if isinstance(made, dict) else {"spec.yaml": made}
        place = Path(folder, f"{self.shape.__name__}-{size}")
        place.mkdir(exist_ok=True)
        for name, lines in files.items():
            with open(place / name, "w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in lines)
        return place / "spec.yaml"


def _of(module, is_right, most=None):
    functions = inspect.getmembers(module, inspect.isfunction)
    own = [shape for name, shape in functions if shape.__module__ == module.__name__ and not name.startswith("_")]
    return [Dimension(shape, is_right, (most or {}).get(shape.__name__, 100_000))
            for shape in sorted(own, key=lambda shape: shape.__code__.co_firstlineno)]


RIGHT = _of(shapes, True) + _of(folders, True, {"includes": 64})
WRONG = _of(wrong_shapes, False)
WIDE = RIGHT[0]
