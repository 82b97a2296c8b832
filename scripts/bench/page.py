"""The tables, on the terminal and as a page."""

from pathlib import Path

import growth
import plot
import stages

WIDE = ("methods", "libyaml", "validate", "", "build, JSON", "", "build, YAML", "memory, KiB")


def count(number):
    """A number of instructions in words of three digits: 12.3 M."""
    for unit, name in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= unit:
            return f"{number / unit:.3g} {name}" if number / unit < 999.5 else f"{number / unit:.0f} {name}"
    return str(number)


def line(grown):
    """A dimension as a line of the terminal."""
    parts = [f"{verb} {', '.join(count(cost) for cost in costs.values())} (exponent {_exponent(grown.exponents[verb])})"
             for verb, costs in grown.costs.items()]
    mark = " GROWS FASTER THAN ITS SIZE" if (grown.steepest or 0) > growth.LIMIT else ""
    return f"{grown.name}: sizes {', '.join(f'{size:,}' for size in grown.costs['validate'])}: {'; '.join(parts)}{mark}"


def _exponent(value):
    return "–" if value is None else f"{value:.2f}"


def _row(cells):
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _table(head, rows):
    """A table of Markdown; every column but the first is of numbers."""
    return [_row(head), _row(["---"] + ["---:"] * (len(head) - 1)), *(_row(row) for row in rows)]


def wide_table(results):
    rows = [(f"{wide.size:,}", count(wide.floor), count(wide.validate), f"{wide.validate / wide.floor:.2f} ×", count(wide.json),
             f"{wide.json / wide.floor:.2f} ×", count(wide.yaml), f"{wide.memory:,}") for wide in results.wide]
    return _table(WIDE, rows)


def _stage_table(results):
    head = ("methods", *stages.STAGES, stages.REST)
    rows = [(f"{wide.size:,}", *(f"{count(cost)} ({100 * cost / wide.json:.0f} %)" for cost in wide.stages.values())) for wide in results.wide]
    return _table(head, rows)


def _growth_table(results):
    head = ("dimension", "a spec with so many", "most", "validate", "exponent", "build", "exponent")
    rows = []
    for grown in results.grown:
        costs = grown.costs["validate"]
        build = grown.costs.get("build")
        rows.append((grown.name, grown.meaning, f"{max(costs):,}", count(costs[max(costs)]), _exponent(grown.exponents["validate"]),
                     count(build[max(build)]) if build else "", _exponent(grown.exponents["build"]) if build else ""))
    return _table(head, rows)


def _peer_tables(peers):
    if peers is None or not peers.rows:
        return ["None of the other tools could be installed where this was made."]
    head = ("tool", *(f"{size:,} method{'' if size == 1 else 's'}" for size in peers.sizes))
    rows = [(name, *(_time(row.get(size)) for size in peers.sizes)) for name, row in peers.rows]
    commands = _table(("tool", "version", "command"), ((name, version, f"`{command}`") for name, version, command in peers.commands))
    return [*_table(head, rows), "", *commands]


def _time(pair):
    if pair is None:
        return ""
    time, ratio = pair
    return f"{_seconds(time)}" if ratio is None else f"{_seconds(time)}, {_times(ratio)}"


def _times(ratio):
    return f"{ratio:,.0f} ×" if ratio >= 20 else f"{ratio:.1f} ×"


def _seconds(time):
    return f"{time:.2f} s" if time >= 1 else f"{1000 * time:.1f} ms"


def write(results, path):
    """Writes the page, and the plot beside it."""
    text = Path(__file__).with_name("performance.md").read_text(encoding="utf-8")
    steepest = max((grown for grown in results.grown if grown.steepest is not None), key=lambda grown: grown.steepest)
    parts = {"WIDE": wide_table(results), "STAGES": _stage_table(results), "GROWTH": _growth_table(results),
             "PEERS": _peer_tables(results.peers), "START": [count(results.start)],
             "STEEPEST": [f"{steepest.steepest:.2f} ({steepest.name})"], "LIMIT": [str(growth.LIMIT)]}
    for name, lines in parts.items():
        text = text.replace(f"{{{name}}}", "\n".join(lines))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".svg").write_text(plot.svg(results), encoding="utf-8")
