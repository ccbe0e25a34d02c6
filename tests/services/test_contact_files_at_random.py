"""Files of contacts at random: whatever stands in them, nothing is half written or lost."""

from __future__ import annotations

import csv
import io
import random

import pytest

from coopdesk.domain.contact_imports import Choice, Decisions, LineDecision
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import RowVerdict
from coopdesk.services.contact_exports import ContactExportService
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.services.imports import ImportService
from tests.building import every_row, new_units, today

ROUNDS = 12
JOURNAL = {"operation", "operation_change"}
COLUMNS = (
    "Civilité",
    "Téléphone",
    "Tél. portable",
    "Adresse",
    "Code postal",
    "Ville",
    "Pays",
    "Structure",
    "Fonction",
    "Groupes",
    "Étiquettes",
    "Lettre d'information",
    "Date de naissance",
    "N° d'adhérent",
    "Note",
    "Truc",
)
TEXTS = (
    *[""] * 6,
    "a@example.org",
    "0612345678",
    "612345678",
    "44000",
    "M.",
    "oui",
    "3 avril 1972",
    "=1+1",
    "'=x",
    "a;b",
    '"c, d"',
    "Le Fournil",
    "7",
    "12 rue Haute\n29200 Brest",
    "x" * 130,
)


def _file(chance, folder):
    columns = ["Nom", "Prénom", "E-mail", *chance.sample(COLUMNS, chance.randint(0, 9))]
    rows = [
        [
            chance.choice(("Roux", "Petit", "Martin", "")),
            chance.choice(("Zoé", "Max", "")),
            *(chance.choice(TEXTS) for _column in columns[2:]),
        ]
        for _row in range(chance.randint(1, 5))
    ]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows([columns, *rows])
    path = folder / "liste.csv"
    path.write_text(stream.getvalue(), encoding="utf-8")
    return path


def _decisions(chance, preview):
    lines = {}
    for line in preview.lines:
        if line.verdict is not RowVerdict.DOUBTFUL:
            continue
        choice = chance.choice((Choice.CREATE, Choice.ATTACH, Choice.AS_PROPOSED))
        known = line.candidates[0].contact_id if line.candidates else None
        if choice is Choice.CREATE or (choice is Choice.ATTACH and known):
            lines[line.line] = LineDecision(choice, known)
    return Decisions(lines, replaces=chance.random() < 0.3)


def _kept(units):
    return {name: rows for name, rows in every_row(units).items() if name not in JOURNAL}


@pytest.mark.parametrize("seed", [3, 21])
def test_imports_are_whole_or_nothing_and_taken_back_whole(tmp_path, seed):
    chance = random.Random(seed)
    with new_units(tmp_path / "office.coopdesk") as units:
        imports, history = ContactImportService(units, today), ImportService(units, today)
        exports = ContactExportService(units, today)
        for _round in range(ROUNDS):
            path = _file(chance, tmp_path)
            decisions = _decisions(chance, imports.preview(path))
            preview = imports.preview(path, None, decisions)
            before = _kept(units)
            summary = imports.apply(path, None, decisions).value
            assert (summary is None) == (not any(line.writes for line in preview.lines))
            if summary is None:
                assert _kept(units) == before
            elif chance.random() < 0.5:
                history.undo(summary.id)
                assert _kept(units) == before
        for name in ("tout.csv", "tout.xlsx"):
            exports.export(tmp_path / name, ContactFilter())
            again = imports.preview(tmp_path / name)
            assert {line.verdict for line in again.lines} == {RowVerdict.SAME}


def test_an_office_without_anybody_has_nothing_to_export(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        exports = ContactExportService(units, today)
        with pytest.raises(RuleError, match=r"export\.nothing"):
            exports.export(tmp_path / "tout.csv", ContactFilter())
