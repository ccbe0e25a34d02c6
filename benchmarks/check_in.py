"""The door of an event of 500, and a list of 5 000 registrations: CPU time.

Each figure is beside the least that the same needs: a bare search through the same words, the
bare queries of the same rows, the bare writes of the same rows.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import cpu_seconds, in_turn, median_ratio, quantile
from coopdesk.domain.check_in import matching
from coopdesk.domain.event_registrations import NewRegistration, RegistrationFilter
from coopdesk.domain.events import NewEvent, NewTariff
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.services.check_in import CheckInService
from coopdesk.services.events import EventService
from coopdesk.services.registrations import RegistrationService
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Signature, Units

FRAME = 1 / 60
_FIRST = ("Élodie", "Paul", "Maëlle", "Jean-Luc", "Anaïs", "Yann", "Zoé", "Hugo", "Inès")
_LAST = ("Lefèvre", "Martin", "Le Goff", "Saint-Exupéry", "Durand", "Kerbrat", "N’Diaye")
_TYPED = ("lef", "elodie lef", "mart", "martin pau", "saint", "zoe ker", "e", "xyz")
_BARE_INSERT = (
    "INSERT INTO attendance (registration_id, session_id, present_at)"
    " VALUES (?, NULL, '2026-11-21 09:30:00')"
)
_BARE_LIST = "SELECT id FROM event_registration WHERE event_id = ? ORDER BY name_key"


def fill(units: Units, people: int) -> int:
    """Record an event with so many guests; return its id."""
    event = EventService(units, dt.date.today).add(NewEvent(f"Ramdam {people}")).value
    EventService(units, dt.date.today).add_tariff(
        event.id, NewTariff("Entrée", amount=Money(1200))
    )
    service = RegistrationService(units, dt.date.today)
    guests = [
        NewRegistration(
            event.id,
            last_name=f"{_LAST[number % len(_LAST)]} {number}",
            first_name=_FIRST[number % len(_FIRST)],
            email=f"p{number}@example.org",
        )
        for number in range(people)
    ]
    for start in range(0, people, 4):
        service.register_party(guests[start : start + 4])
    return event.id


def measure_typing(units: Units, event_id: int) -> None:
    """Print what each key costs beside a bare look through the same words."""
    entries = CheckInService(units, dt.date.today).entries(event_id)
    words = [one.words for one in entries]
    keys = [text[:end] for text in _TYPED for end in range(1, len(text) + 1)]
    pairs = in_turn(
        lambda: [[at for at, x in enumerate(words) if key in x] for key in keys],
        lambda: [matching(entries, key) for key in keys],
    )
    ratio = median_ratio(pairs)
    each = [
        cpu_seconds(partial(matching, entries, key)) for key in keys for _round in range(20)
    ]
    print(
        f"a key among {len(entries)}: {ratio.quotient:.1f} x a bare look, median"
        f" {1000 * statistics.median(each):.2f} ms, worst {1000 * max(each):.2f} ms"
        f" ({quantile(each, 0.99) / FRAME:.1%} of a frame at the 99th hundredth)"
    )


def measure_arrivals(units: Units, event_id: int) -> None:
    """Print what noting a presence costs beside the bare write of its row."""
    service = CheckInService(units, dt.date.today)
    ids = RegistrationService(units, dt.date.today).ids(RegistrationFilter(event_id))
    ours, bare = iter(ids[: len(ids) // 2]), iter(ids[len(ids) // 2 :])

    def write_bare() -> None:
        with units.database.writing() as connection:
            connection.exec_driver_sql(_BARE_INSERT, (next(bare),))
            connection.commit()

    pairs = in_turn(write_bare, lambda: service.check_in(next(ours)), 100)
    ratio = median_ratio(pairs)
    worst = max(taken for _bare, taken in pairs)
    print(
        f"a check-in: {ratio.quotient:.1f} x a bare write,"
        f" median {1000 * ratio.ours:.1f} ms, worst {1000 * worst:.1f} ms"
    )


def measure_list(units: Units, event_id: int) -> None:
    """Print what a list costs: its ids, its first page, its counts, a search, a filter."""
    service = RegistrationService(units, dt.date.today)

    def read_bare() -> list[int]:
        with units.database.reading() as connection:
            return list(connection.exec_driver_sql(_BARE_LIST, (event_id,)).scalars())

    wanted = RegistrationFilter(event_id, sort="name")
    ratio = median_ratio(in_turn(read_bare, lambda: service.ids(wanted)))
    ids = service.ids(wanted)
    print(f"ids of {len(ids)}: {ratio.quotient:.1f} x bare, {1000 * ratio.ours:.1f} ms")
    for name, work in (
        ("first page of 200", lambda: service.lines(ids[:200])),
        ("counts", lambda: service.counts(event_id)),
        ("search", lambda: service.ids(RegistrationFilter(event_id, "kerbrat"))),
        ("by due", lambda: service.ids(RegistrationFilter(event_id, sort="due"))),
        ("entries of the door", lambda: CheckInService(units, dt.date.today).entries(event_id)),
        ("parties", lambda: service.parties(event_id)),
    ):
        work()
        taken = statistics.median(cpu_seconds(work) for _round in range(5))
        print(f"  {name}: {1000 * taken:.1f} ms")


def main() -> None:
    """Build the events in a temporary folder and measure."""
    with tempfile.TemporaryDirectory() as folder:
        database = create_database(Path(folder) / "ramdam.coopdesk")
        signed = Signature("Mesure", Origin.COMMAND_LINE, lambda: dt.datetime.now(dt.UTC))
        units = Units(database, signed)
        small, large = fill(units, 500), fill(units, 5_000)
        measure_typing(units, small)
        measure_arrivals(units, small)
        measure_list(units, large)
        database.close()


if __name__ == "__main__":
    main()
