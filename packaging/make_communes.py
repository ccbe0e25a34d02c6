"""Build db/seed/communes.csv.xz from the French communes that Etalab publishes.

Run by hand, once a year, with the folder of the unpacked npm package
``@etalab/decoupage-administratif``: ``python packaging/make_communes.py FOLDER``.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from pathlib import Path
from typing import Any

_TARGET = Path(__file__).resolve().parent.parent / "db" / "seed" / "communes.csv.xz"
_ARRONDISSEMENT = "arrondissement-municipal"
_HEADER = """\
# Communes de France, outre-mer compris, et leurs codes postaux ; la plus peuplée d’abord.
# Source : paquet npm @etalab/decoupage-administratif {version} (data/communes.json), tiré du
# Code officiel géographique et des populations légales de l’Insee, et de la Base officielle
# des codes postaux de La Poste. Millésime {year}, lu le {read_on}.
# Licence des données : Licence Ouverte / Open Licence (Etalab).
# Ce qui a été changé : communes actuelles et arrondissements municipaux seuls ; précision
# entre parenthèses ôtée du nom ; population remplacée par l’ordre des lignes.
# Colonnes : nom;codes postaux séparés d’un blanc;commune, quand le nom est un arrondissement
"""
_BRACKETS = re.compile(r" \(.*\)$")


def seed_text(folder: Path, read_on: str) -> str:
    """Return the seed file as text; ``folder`` is the unpacked package."""
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    records = json.loads((folder / "data" / "communes.json").read_text(encoding="utf-8"))
    version = package["version"]
    # Version 6 is of 2026, 5 of 2025: the package's page has the table.
    year = 2020 + int(version.split(".")[0])
    header = _HEADER.format(version=version, year=year, read_on=read_on)
    lines = dict.fromkeys(_lines(records))
    return header + "\n".join(lines) + "\n"


def _lines(records: list[dict[str, Any]]) -> list[str]:
    located = [record for record in records if record.get("codesPostaux")]
    cities = {one["code"]: one for one in located if one["type"] != _ARRONDISSEMENT}

    def order(record: dict[str, Any]) -> tuple[int, int, str]:
        city = cities[record.get("commune", record["code"])]
        is_part = record is not city
        return -city.get("population", 0), is_part, record["code"]

    return [_line(record, cities) for record in sorted(located, key=order)]


def _line(record: dict[str, Any], cities: dict[str, dict[str, Any]]) -> str:
    name = _BRACKETS.sub("", record["nom"])
    whole = cities[record["commune"]]["nom"] if "commune" in record else ""
    return f"{name};{' '.join(sorted(record['codesPostaux']))};{whole}"


def main() -> None:
    """Write the seed; the second word is the day the package was read."""
    folder, read_on = Path(sys.argv[1]), sys.argv[2]
    content = lzma.compress(seed_text(folder, read_on).encode(), preset=9 | lzma.PRESET_EXTREME)
    _TARGET.write_bytes(content)


if __name__ == "__main__":
    main()
