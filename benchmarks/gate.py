"""The gate: every measure beside its floor, on the corpora under CORPORA; exit code 1 where one fell below it.

    python -m benchmarks.gate CORPORA [--only claims] [--raise]

The floors are in floors.toml. `--raise` lifts them to what was measured now, rounded down to two decimals; it never
lowers one. A change that has to lower one changes the file by hand and says why in the commit.
"""

import argparse
import importlib
import math
import tomllib
from pathlib import Path

MODULES = (
    "claims",
    "pairs",
    "muc4",
    "airwars",
    "ucdp",
    "numbers",
    "attribution",
    "calibration",
    "gva",
    "clusters",
    "places",
    "syndication",
)
FLOORS = Path(__file__).with_name("floors.toml")


def held() -> dict[str, dict[str, float]]:
    """Floors by module and measure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def written(floors: dict[str, dict[str, float]]) -> str:
    """The file's text."""
    head = FLOORS.read_text(encoding="utf-8").partition("\n[")[0].rstrip()
    tables = (
        f"[{module}]\n" + "\n".join(f'"{name}" = {value:.2f}' for name, value in sorted(measures.items()))
        for module, measures in sorted(floors.items())
    )
    return "\n\n".join((head, *tables)) + "\n"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--only", choices=MODULES, action="append")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    floors = held()
    fallen = 0
    for module in options.only or MODULES:
        known = floors.setdefault(module, {})
        for name, value in importlib.import_module(f"benchmarks.{module}").floors(options.corpora).items():
            floor = known.get(name)
            below = floor is not None and value < floor
            fallen += below
            said = "no floor" if floor is None else f"floor {floor:.2f}"
            print(f"{module:8} {name:28} {value:.3f}  {said}{'  BELOW' if below else ''}")
            if options.lift:
                known[name] = max(floor or 0.0, math.floor(value * 100) / 100)
    if options.lift:
        FLOORS.write_text(written(floors), encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
