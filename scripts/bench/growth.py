"""How costs grow with sizes."""

import math

#: The largest exponent of a cost that grows in step with the size.
LIMIT = 1.05
#: Below this size the start of the process is most of the cost.
SMALLEST = 100


def exponent(costs, start):
    """The largest exponent between neighbouring sizes: cost without the start ~ size ** exponent; nil for one size."""
    # What cannot be read at all costs less than a whole start: the smallest of it stands for its own.
    start = min(start, *costs.values())
    counted = sorted(size for size in costs if costs[size] > start)
    sizes = [size for size in counted if size >= SMALLEST]
    if len(sizes) < 2:
        sizes = counted
    steps = [math.log((costs[large] - start) / (costs[small] - start)) / math.log(large / small)
             for small, large in zip(sizes, sizes[1:])]
    return max(steps, default=None)
