"""Towns proposed while one is typed, beside one bare search through the same lines.

Bar: 10 ms for a proposal at the slowest.
"""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measuring import in_turn, median_ratio, quantile
from coopdesk.services.places import PlaceService
from coopdesk.system.paths import database_files

TYPED = (
    "s",
    "sa",
    "saint",
    "st den",
    "93 st den",
    "chalon s saone",
    "4",
    "44",
    "44000",
    "44 nan",
    "z",
    "la rochelle",
)


def main() -> None:
    """Print what each keystroke costs, and its ratio to the bare search."""
    packed = (database_files() / "seed" / "communes.csv.xz").read_bytes()
    lines = lzma.decompress(packed).decode().casefold().splitlines()
    service = PlaceService()
    slowest = 0.0
    for typed in TYPED:
        pairs = in_turn(
            lambda typed=typed: [line for line in lines if typed in line],
            lambda typed=typed: service.suggest(typed),
            rounds=15,
        )
        most = 1000 * quantile([ours for _bare, ours in pairs], 0.95)
        slowest = max(slowest, most)
        print(f"{typed!r:18} {median_ratio(pairs).quotient:5.1f} x bare, p95 {most:5.1f} ms")
    print(f"{len(lines):,} lines; slowest {slowest:.1f} ms (bar 10)")


if __name__ == "__main__":
    main()
