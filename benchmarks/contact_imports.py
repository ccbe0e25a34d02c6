"""Import a table of 20 000 contacts, against a raw ``executemany`` plus the same checks.

The raw way reads the file with ``csv``, checks each contact as one that is typed in (e-mail,
telephone, postcode, date) and inserts what the import left behind, from tuples ready in memory,
into an equal empty file: every table, with the same schema, indexes, triggers and PRAGMAs. It
spares itself looking for known contacts and doubles, and making keys. Medians of CPU time.
Bars: the whole import at 0.45 times the rows per second of the raw way, and 5 seconds for a
first import, for a second one of the same file, and for its preview (formats.md B13, case 34).
``--known`` fills the file with so many other contacts first; then there is no raw way.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import random
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.imports import FIRST_NAMES, LAST_NAMES, STREETS, TODAY, TOWNS
from benchmarks.measuring import content, cpu_seconds, quantile, raw_insert, write_table
from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import NewContact, checked_contact
from coopdesk.domain.operations import Origin
from coopdesk.exchange.contact_days import read_day
from coopdesk.exchange.contact_files import read_contacts
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.services.opening import create_database as create_office
from coopdesk.services.opening import signature
from coopdesk.storage.database import Database, make_engine
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROUNDS = 5
BAR = 0.45
SECONDS = 5
HEADER = (
    "Nom",
    "Prénom",
    "E-mail",
    "Téléphone",
    "Adresse",
    "Code postal",
    "Ville",
    "Date de naissance",
    "Étiquettes",
)
# In an order that the references allow; triggers fill the keys of contacts.
TABLES = (
    "contact",
    "tag",
    "contact_tag",
    "contact_reference",
    "import_run",
    "imported_row",
    "operation",
    "operation_change",
)


def rows_of_file(count: int) -> Iterator[list[str]]:
    """Invent people, each once."""
    chance = random.Random(31)
    for number in range(count):
        postal_code, town = chance.choice(TOWNS)
        born = dt.date(1940, 1, 1) + dt.timedelta(days=chance.randrange(24_000))
        yield [
            f"{chance.choice(LAST_NAMES)} {number % 977}",
            f"{chance.choice(FIRST_NAMES)} {number // 977}",
            f"p{number}@example.org",
            f"06 {number % 100:02d} {number // 100 % 100:02d} {number // 10_000:02d} 00",
            f"{chance.randint(1, 90)} {chance.choice(STREETS)}",
            postal_code,
            town,
            f"{born:%d/%m/%Y}",
            chance.choice(("bénévole", "donateur; ami", "")),
        ]


def checked(file: Path) -> list[NewContact]:
    """Read and check the contacts as plainly as can be."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))[1:]
    return [
        checked_contact(
            NewContact(
                last_name=last_name,
                first_name=first_name,
                email=email,
                phone=phone,
                address=PostalAddress(street, "", postal_code, city),
                birth_on=read_day(born),
                tags=tuple(tags.split("; ")) if tags else (),
            )
        )
        for last_name, first_name, email, phone, street, postal_code, city, born, tags in rows
    ]


def whole(template: Path, path: Path, file: Path) -> dict[str, float]:
    """Return the CPU time of the import as the program runs it, and of the same once more."""
    shutil.copy(template, path)
    times = {}
    for step in ("whole", "again", "preview"):
        database = Database(path, make_engine(path))
        units = Units(database, signature("", Origin.COMMAND_LINE))
        service = ContactImportService(units, lambda: TODAY)
        run = service.preview if step == "preview" else service.apply
        times[step] = cpu_seconds(partial(run, file))
        database.close()
    return times


def fill(path: Path, known: int) -> None:
    """Make a file of so many contacts, with what a year brings."""
    services = create_office(path, signature("", Origin.COMMAND_LINE))
    services.demo.build(known, 1)
    services.database.close()


def main() -> None:
    """Print what each way costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--known", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, template, path = (folder / x for x in ("contacts.csv", "empty", "office"))
        write_table(file, HEADER, rows_of_file(chosen.rows))
        if chosen.known:
            fill(template, chosen.known)
            show([whole(template, path, file) for _ in range(chosen.rounds)], chosen.rows)
            return
        create_database(template).close()
        whole(template, path, file)
        rows = content(path, TABLES)
        print({table: len(found) for table, found in rows.items()})
        rounds = []
        for _round in range(chosen.rounds):
            times = {
                "checks": cpu_seconds(lambda: checked(file)),
                "insert": raw_insert(template, path, rows),
                "reading": cpu_seconds(lambda: read_contacts(file)),
                **whole(template, path, file),
            }
            times["raw"] = times["checks"] + times["insert"]
            rounds.append(times)
        show(rounds, chosen.rows)
        ratio = quantile([times["raw"] / times["whole"] for times in rounds], 0.5)
        print(f"whole import: {ratio:.2f} x raw with checks (bar {BAR})")


def show(rounds: Sequence[Mapping[str, float]], rows: int) -> None:
    """Print the median of each step."""
    for step in rounds[0]:
        spent = quantile([times[step] for times in rounds], 0.5)
        bar = f" (bar {SECONDS} s)" if step in {"whole", "again", "preview"} else ""
        print(f"{step}: {spent:.2f} s, {rows / spent:,.0f} rows a second{bar}")


if __name__ == "__main__":
    main()
