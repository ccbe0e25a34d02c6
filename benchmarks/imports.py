"""Import a HelloAsso file of 20 000 payments, against a raw ``executemany`` of the same rows.

The raw way inserts what the import left behind into an equal empty file (every table, with the
same schema, indexes, triggers and PRAGMAs) from tuples ready in memory. Each round does every
step in turn; medians of CPU time are printed. Bar: writing at 0.45 times the rows per second of
the raw way; reading and planning, which the raw way spares itself, are printed beside.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measuring import content, cpu_seconds, quantile, raw_insert, write_table
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.operations import Origin
from coopdesk.exchange.helloasso import read_file
from coopdesk.services.import_writing import ImportWriter
from coopdesk.services.imports import ImportService
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.storage.database import Database, make_engine
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 5
BAR = 0.45
TODAY = dt.date(2026, 11, 22)
HEADER = (
    "Référence commande",
    "Référence paiement",
    "Montant total",
    "Date du paiement",
    "Statut du paiement",
    "Versé",
    "Date du versement",
    "Nom payeur",
    "Prénom payeur",
    "Email payeur",
    "Raison sociale",
    "Date de naissance",
    "SIREN",
    "Forme juridique",
    "Campagne",
    "Type de campagne",
    "Type",
    "Montant du tarif",
    "Montant des options",
    "Don supplémentaire",
    "Code Promo",
    "Montant du code promo",
    "Moyen de paiement",
    "Attestation",
    "Reçu fiscal",
    "Numéro de reçu",
    "Adresse payeur",
    "Code Postal payeur",
    "Ville payeur",
    "Pays payeur",
    "Commentaire",
)
LAST_NAMES = ("Lefèvre", "Garçon", "Le Goff", "Peña", "D’Hœur", "Saint-Étienne", "Œillet")
FIRST_NAMES = ("Élodie", "Jean-Noël", "Anaïs", "Raphaël", "Zoé", "Maëlys", "Théo", "Inès")
STREETS = ("rue des Érables", "avenue de la Forêt", "place de l’Église", "quai des Brumes")
TOWNS = (("44000", "Nantes"), ("69003", "Lyon"), ("59000", "Lille"), ("29200", "Brest"))
# In an order that the references allow.
TABLES = (
    "contact",
    "campaign",
    "payment",
    "payment_line",
    "donation",
    "import_run",
    "imported_row",
    "operation",
    "operation_change",
)


def rows_of_file(count: int) -> Iterator[list[str]]:
    """Invent payments: gifts, fees and tickets with a gift, of people who come back."""
    chance = random.Random(31)
    people = [
        (
            chance.choice(LAST_NAMES) + f" {n % 97}",
            chance.choice(FIRST_NAMES),
            f"p{n}@example.org",
        )
        for n in range(count * 3 // 5)
    ]
    for number in range(count):
        last_name, first_name, email = chance.choice(people)
        kind = chance.choice(("Don", "Don", "Adhésion", "Billetterie"))
        euros = chance.choice((10, 20, 35, 50, 120))
        gift = chance.choice((0, 0, 5)) if kind != "Don" else 0
        day = dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(320))
        postal_code, town = chance.choice(TOWNS)
        told = {
            "Référence commande": str(90_000_000 + number),
            "Référence paiement": str(80_000_000 + number),
            "Montant total": f"{euros + gift},00",
            "Date du paiement": f"{day:%d/%m/%Y} 18:23:13",
            "Statut du paiement": "Payé",
            "Versé": "Oui",
            "Date du versement": f"{day + dt.timedelta(days=12):%d/%m/%Y}",
            "Nom payeur": last_name,
            "Prénom payeur": first_name,
            "Email payeur": email,
            "Campagne": {"Don": "Soutenir le fournil", "Adhésion": "Adhésion 2026"}.get(
                kind, f"Fête {day:%m}"
            ),
            "Type de campagne": kind,
            "Montant du tarif": f"{euros},00",
            "Don supplémentaire": f"{gift},00" if gift else "",
            "Moyen de paiement": "Carte bancaire",
            "Attestation": f"https://example.org/attestation/{number}",
            "Adresse payeur": f"{chance.randint(1, 90)} {chance.choice(STREETS)}",
            "Code Postal payeur": postal_code,
            "Ville payeur": town,
            "Pays payeur": "France",
        }
        yield [told.get(name, "") for name in HEADER]


class Steps:
    """The import in steps, each measured by itself, into a fresh copy of an empty office."""

    def __init__(self, template: Path, file: Path, path: Path) -> None:
        shutil.copy(template, path)
        self._file = file
        self._database = Database(path, make_engine(path))
        signature = Signature("", Origin.COMMAND_LINE, lambda: dt.datetime.now(dt.UTC))
        self._units = Units(self._database, signature)
        self._service = ImportService(self._units, lambda: TODAY)

    def in_steps(self) -> dict[str, float]:
        """Return the CPU time of reading, planning and writing."""
        read: list[Any] = []
        times = {"reading": cpu_seconds(lambda: read.append(read_file(self._file)))}
        with self._units.write("import.applied", name=self._file.name) as work:
            plan: list[Any] = []
            times["planning"] = cpu_seconds(
                lambda: plan.append(self._service._plan(work, read[0], {}, NO_IMPORT_DECISIONS))  # noqa: SLF001 (a step)
            )
            writer = ImportWriter(work, self._units, NO_PROGRESS)

            def write() -> None:
                writer.write(read[0], plan[0])
                work.commit()

            times["writing"] = cpu_seconds(write)
        self._database.close()
        return times

    def whole(self) -> float:
        """Return the CPU time of the import as the program runs it."""
        spent = cpu_seconds(lambda: self._service.apply(self._file))
        self._database.close()
        return spent


def main() -> None:
    """Print what each step costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, template, path = (folder / x for x in ("payments.csv", "empty", "office"))
        write_table(file, HEADER, rows_of_file(chosen.rows))
        create_database(template).close()
        Steps(template, file, path).whole()
        rows = content(path, TABLES)
        print({table: len(found) for table, found in rows.items()})
        rounds = []
        for _round in range(ROUNDS):
            times = {"raw": raw_insert(template, path, rows)}
            times |= Steps(template, file, path).in_steps()
            times["whole"] = Steps(template, file, path).whole()
            rounds.append(times)
        raw = quantile([times["raw"] for times in rounds], 0.5)
        print(f"raw executemany: {raw:.2f} s, {chosen.rows / raw:,.0f} payments a second")
        for step in ("reading", "planning", "writing", "whole"):
            spent = quantile([times[step] for times in rounds], 0.5)
            ratio = quantile([times["raw"] / times[step] for times in rounds], 0.5)
            print(f"{step}: {spent:.2f} s, {ratio:.2f} x raw (bar {BAR})")


if __name__ == "__main__":
    main()
