"""A process killed while it imports contacts or renews leaves everything as it was, or done.

COOPDESK_TEST_KILLS sets how often each (a third of 12 when unset).
"""

from __future__ import annotations

import csv
import datetime as dt
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.members import NewMembership, NewMembershipType, Period
from coopdesk.domain.money import Money
from coopdesk.domain.renewing import RenewalOrder, RenewalRequest
from tests.reliability.office import build_office, open_office
from tests.reliability.test_killed_while_copying import Kills, opens_and_is_whole, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

KILLS = int(os.environ.get("COOPDESK_TEST_KILLS", "12")) // 3
ROWS, MEMBERS = 2_000, 600
YEARS = {y: Period(dt.date(y, 1, 1), dt.date(y, 12, 31)) for y in (2026, 2027)}
pytestmark = pytest.mark.timeout(240 + 20 * KILLS)


def import_contacts(_tell: Callable[[str], None], path: str, source: str) -> None:
    services = open_office(Path(path))
    services.contact_imports.apply(Path(source))
    services.database.close()


def renew(_tell: Callable[[str], None], path: str) -> None:
    services = open_office(Path(path))
    services.renewals.apply(RenewalOrder(RenewalRequest(YEARS[2027], include_unpaid=True)))
    services.database.close()


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(found)


def test_killed_import_brings_everybody_or_nobody(tmp_path):
    template = build_office(tmp_path / "template.coopdesk", 200)
    source = tmp_path / "contacts.csv"
    with source.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(("Nom", "Prénom", "Adresse e-mail", "Structure", "Étiquettes"))
        writer.writerows(
            (f"Dupré {n}", "Ana", f"a{n}@example.org", f"Coop {n % 90}", "foire")
            for n in range(ROWS)
        )
    path = tmp_path / "office.coopdesk"
    before = rows_of(template)

    def prepare() -> tuple[str, str]:
        shutil.copy(template, path)
        return str(path), str(source)

    for _kill in Kills(import_contacts, prepare).rounds(KILLS):
        assert opens_and_is_whole(path)
        if count(path, "import_run") == 0:
            assert rows_of(path) == before
        else:
            assert count(path, "contact") == 200 + ROWS + 90


def test_killed_renewal_renews_everybody_or_nobody(tmp_path):
    template = build_office(tmp_path / "template.coopdesk", MEMBERS)
    services = open_office(template)
    kind = services.membership_types.add(NewMembershipType("Adhésion", amount=Money(2000)))
    with services.members._units.write("test") as work:
        work.memberships.add_many(
            [
                (
                    NewMembership(
                        key, kind.value.id, YEARS[2026], Money(2000), covered_ids=(key,)
                    ),
                    None,
                )
                for key in range(1, MEMBERS + 1)
            ]
        )
        work.commit()
    services.database.close()
    path = tmp_path / "office.coopdesk"
    before = rows_of(template)

    def prepare() -> tuple[str]:
        shutil.copy(template, path)
        return (str(path),)

    for _kill in Kills(renew, prepare).rounds(KILLS):
        assert opens_and_is_whole(path)
        if count(path, "membership") == MEMBERS:
            assert rows_of(path) == before
        else:
            assert count(path, "membership") == 2 * MEMBERS
