#!/usr/bin/env python3
"""Measures apigw-synth in every way that a spec can grow.   bench.py BINARY [--sizes N,N…] [--only NAME,NAME…] [--page FILE]

Counts instructions with valgrind. Prints the tables as they come; with --page also compares with other tools, and writes the
page and, beside it, the plot. Exit status: 1 where a cost grows faster than its size. Needs cc, libyaml's headers and valgrind.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import dimensions
import floor
import growth
import page
import peers
import runs

SIZES = "10,100,1000,10000,100000"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=os.path.abspath)
    parser.add_argument("--sizes", default=SIZES, type=lambda text: [int(word) for word in text.split(",")])
    parser.add_argument("--only", default="", help="dimensions by their names")
    parser.add_argument("--page", type=Path)
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="the Python that has the other tools")
    return parser.parse_args()


def main():
    given = arguments()
    only = {word.strip() for word in given.only.split(",") if word.strip()}
    with tempfile.TemporaryDirectory() as folder:
        bench = runs.Bench(given.binary, Path(folder), given.sizes, floor.compiled(folder))
        results = runs.Results(bench.start())
        chosen = [dimension for dimension in dimensions.RIGHT + dimensions.WRONG if not only or dimension.name in only]
        for grown in bench.pool.map(lambda dimension: bench.grow(dimension, results.start), chosen):
            results.grown.append(grown)
            print(page.line(grown), flush=True)
        if not only:
            results.wide = bench.wide()
            print("\n".join(page.wide_table(results)), flush=True)
        if given.page:
            results.peers = peers.compare(given.binary, given.python, Path(folder))
            page.write(results, given.page)
    steep = [grown.name for grown in results.grown if grown.steepest is not None and grown.steepest > growth.LIMIT]
    if steep:
        print(f"bench: grows faster than its size: {', '.join(steep)}", file=sys.stderr)
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
