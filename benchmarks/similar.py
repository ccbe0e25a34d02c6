"""Contacts that resemble one being typed, beside 100 000 in a database file; and one merge.

Bars: an answer within 100 ms at the slowest, a merge within a second.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.duplicates import Crowd
from benchmarks.measuring import cpu_seconds, quantile
from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.operations import Origin
from coopdesk.services.duplicates import DuplicateService
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from coopdesk.domain.duplicates import Identity

TYPED = 300


def _contact(one: Identity) -> NewContact:
    return NewContact(
        kind=one.kind,
        last_name=one.last_name,
        first_name=one.first_name,
        organisation_name=one.organisation_name,
        email=one.emails[0] if one.emails else "",
        phone=one.phones[0] if one.phones else "",
        address=PostalAddress(one.street, "", one.postal_code, one.city),
    )


def _measure(units: Units, known: list[Identity], crowd: Crowd) -> None:
    with units.write("demo.built") as work:
        work.contacts.add_many([_contact(one) for one in known])
        work.commit()
    service = DuplicateService(units, lambda: dt.datetime.now(dt.UTC).date())
    typed = [
        _contact(replace(one, last_name=one.last_name.upper(), emails=()))
        for one in crowd.dice.sample([one for one in known if one.last_name], TYPED)
    ]
    found: list[bool] = []
    times = [
        1000 * cpu_seconds(lambda new=new: found.append(bool(service.similar(new))))
        for new in typed
    ]
    half, most, slowest = (quantile(times, share) for share in (0.5, 0.95, 1.0))
    print(f"while typing: median {half:.1f} ms, p95 {most:.1f} ms, slowest {slowest:.1f} ms")
    print(f"  {sum(found) / TYPED:.1%} of {TYPED} found again")
    merge = cpu_seconds(lambda: service.merge(1, 2))
    print(f"merge: {1000 * merge:.0f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    count = parser.parse_args().contacts
    crowd = Crowd()
    signed = Signature("", Origin.COMMAND_LINE, lambda: dt.datetime.now(dt.UTC))
    with tempfile.TemporaryDirectory() as folder:
        database = create_database(Path(folder) / "crowd.coopdesk")
        try:
            _measure(Units(database, signed), crowd.people(count), crowd)
        finally:
            database.close()


if __name__ == "__main__":
    main()
