"""Import a table of 20 000 contacts, against a raw ``executemany`` plus the same checks.

The raw way reads the file with ``csv``, checks each contact as one that is typed in (e-mail,
telephone, postcode, date) and inserts what the import left behind, from tuples ready in memory,
into an equal empty file: every table, with the same schema, indexes, triggers and PRAGMAs. It
spares itself looking for known contacts and doubles, and making keys. Medians of CPU time.
Bar: the whole import at 0.45 times the rows per second of the raw way.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import random
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.imports import (
    FIRST_NAMES,
    LAST_NAMES,
    PRAGMAS,
    STREETS,
    TODAY,
    TOWNS,
)
from benchmarks.measuring import cpu_seconds, quantile
from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import NewContact, checked_contact
from coopdesk.domain.operations import Origin
from coopdesk.exchange.contact_days import read_day
from coopdesk.exchange.contact_files import read_contacts
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.storage.database import Database, make_engine
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 5
BAR = 0.45
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


def write_file(path: Path, count: int) -> None:
    """Write the table as a spreadsheet saves it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(
        [HEADER, *rows_of_file(count)]
    )
    path.write_bytes(stream.getvalue().encode("utf-8-sig"))


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


def whole(template: Path, path: Path, file: Path) -> float:
    """Return the CPU time of the import as the program runs it."""
    shutil.copy(template, path)
    database = Database(path, make_engine(path))
    signature = Signature("", Origin.COMMAND_LINE, lambda: dt.datetime.now(dt.UTC))
    service = ContactImportService(Units(database, signature), lambda: TODAY)
    spent = cpu_seconds(lambda: service.apply(file))
    database.close()
    return spent


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table that an import writes into."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 (our names)
            for name in TABLES
        }


def raw_insert(template: Path, path: Path, rows: dict[str, list[tuple[Any, ...]]]) -> float:
    """Return the CPU time of inserting rows that are ready in memory."""
    shutil.copy(template, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

        def insert() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for name, values in rows.items():
                marks = ", ".join("?" * len(values[0]))
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", values)  # noqa: S608
            connection.execute("COMMIT")

        return cpu_seconds(insert)


def main() -> None:
    """Print what each way costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, template, path = (folder / x for x in ("contacts.csv", "empty", "office"))
        write_file(file, chosen.rows)
        create_database(template).close()
        whole(template, path, file)
        rows = content(path)
        print({table: len(found) for table, found in rows.items()})
        rounds = []
        for _round in range(chosen.rounds):
            times = {
                "checks": cpu_seconds(lambda: checked(file)),
                "insert": raw_insert(template, path, rows),
                "reading": cpu_seconds(lambda: read_contacts(file)),
                "whole": whole(template, path, file),
            }
            times["raw"] = times["checks"] + times["insert"]
            rounds.append(times)
        for step in ("checks", "insert", "raw", "reading", "whole"):
            spent = quantile([times[step] for times in rounds], 0.5)
            print(f"{step}: {spent:.2f} s, {chosen.rows / spent:,.0f} rows a second")
        ratio = quantile([times["raw"] / times["whole"] for times in rounds], 0.5)
        print(f"whole import: {ratio:.2f} x raw with checks (bar {BAR})")


if __name__ == "__main__":
    main()
