"""The plot: instructions over sizes, both logarithmic, in colours for light and dark pages."""

import math

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 440, 70, 190, 24, 48
#: Dimensions that get a line, with its colour on light and on dark ground.
LINES = {
    "wide": ("#0b62c4", "#6cb2ff"), "functions": ("#b3470b", "#ffa264"), "models": ("#1a7f37", "#5fd07c"),
    "templates": ("#8250df", "#c9a6ff"), "openapi": ("#99730a", "#e3c04f"), "apis": ("#0f7d85", "#56d4dd"),
    "errors": ("#c4203a", "#ff8793"),
}


def svg(results):
    """The plot of what was measured, as the text of a file."""
    series = {grown.name: grown.costs.get("build") or grown.costs["validate"] for grown in results.grown if grown.name in LINES}
    if results.wide:
        series["libyaml alone"] = {wide.size: wide.floor for wide in results.wide}
    scale = _Scale([size for costs in series.values() for size in costs], [cost for costs in series.values() for cost in costs.values()])
    parts = [_style(series), *scale.grid(), *_labels(series, scale)]
    for name, costs in series.items():
        points = " ".join(f"{scale.x(size):.1f},{scale.y(cost):.1f}" for size, cost in costs.items())
        parts.append(f'<polyline class="{_class(name)}" points="{points}"/>')
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'aria-label="Instructions of a build over the size of the spec">\n{body}\n</svg>\n')


def _class(name):
    return name.replace(" ", "-")


def _style(series):
    def rules(dark):
        colours = {_class(name): LINES.get(name, ("#57606a", "#9aa4ae"))[dark] for name in series}
        return "".join(f".{name} {{ stroke: {colour} }} text.{name} {{ fill: {colour}; stroke: none }}" for name, colour in colours.items())
    return ("<style>text { font: 12px sans-serif } polyline { fill: none; stroke-width: 2 } .libyaml-alone { stroke-dasharray: 4 4 }"
            f".ink {{ fill: #1f2328 }} .grid {{ stroke: #d0d7de }}{rules(0)}"
            f"@media (prefers-color-scheme: dark) {{ .ink {{ fill: #e6edf3 }} .grid {{ stroke: #3d444d }}{rules(1)} }}</style>")


class _Scale:
    def __init__(self, sizes, costs):
        self.sizes = (math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes))))
        self.costs = (math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs))))

    def x(self, size):
        low, high = self.sizes
        return LEFT + (math.log10(size) - low) / max(high - low, 1) * (WIDTH - LEFT - RIGHT)

    def y(self, cost):
        low, high = self.costs
        return HEIGHT - BOTTOM - (math.log10(cost) - low) / max(high - low, 1) * (HEIGHT - TOP - BOTTOM)

    def grid(self):
        """Lines at the powers of ten, with their numbers."""
        for power in range(self.sizes[0], self.sizes[1] + 1):
            x = self.x(10 ** power)
            yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
            yield f'<text class="ink" x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10 ** power:,}</text>'
        for power in range(self.costs[0], self.costs[1] + 1):
            y, name = self.y(10 ** power), f"{10 ** (power % 3)} {'kMGT'[power // 3 - 1]}"
            yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            yield f'<text class="ink" x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{name}</text>'
        yield f'<text class="ink" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">size of the spec</text>'
        yield f'<text class="ink" x="8" y="14">instructions</text>'


def _labels(series, scale):
    """The names, each at the end of its line, kept apart."""
    ends = sorted((scale.y(costs[max(costs)]), name) for name, costs in series.items())
    last = -math.inf
    for y, name in ends:
        last = max(y, last + 15)
        yield f'<text class="{_class(name)}" x="{WIDTH - RIGHT + 8}" y="{last + 4:.1f}">{name}</text>'
