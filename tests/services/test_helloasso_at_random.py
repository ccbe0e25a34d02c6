"""The same orders told by four kinds of files, in parts, in any order: one truth at the end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as some

from coopdesk.domain.payments import PaymentFilter
from tests.building import every_row, new_units
from tests.exchange.test_helloasso_json import ORDER
from tests.exchange.test_helloasso_json import payment as answer
from tests.services.test_helloasso_payouts import PayoutDesk, row
from tests.services.test_imports import EVENT_HEADER, payment, ticket

if TYPE_CHECKING:
    from pathlib import Path

REFS = ("1", "2", "3")
CASHED_OUT = {
    "cashOutState": "CashedOut",
    "cashOutDate": "2026-04-15T04:00:00+02:00",
    "idCashOut": "7001",
}


def order_of(ref: str) -> str:
    return f"80{ref}"


def export(desk: PayoutDesk, refs: tuple[str, ...]) -> Path:
    return desk.payments_file(*(payment(ref, order_of(ref)) for ref in refs))


def tickets(desk: PayoutDesk, refs: tuple[str, ...]) -> Path:
    rows = (ticket(order_of(ref), f"T{ref}") for ref in refs)
    return desk.file(EVENT_HEADER, *rows)


def payout(desk: PayoutDesk, refs: tuple[str, ...]) -> Path:
    """The transfer that paid them out, and took off the third and the gift of the second."""
    rows = []
    for ref in refs:
        order = {"orderId": order_of(ref), "payerEmail": "denis.baron@example.org"}
        rows.append(row(ref, credit="40.00", **order))
        rows.append(row(ref, "AdditionalDonation", "5.00", **order))
        if ref == "2":
            part = {"debit": "5.00", "paymentStatus": "PartiallyRefunded"}
            rows.append(row(ref, "Debit", "", **part, **order))
        if ref == "3":
            rows.append(row(ref, "Debit", "", debit="45.00", **order))
    return desk.payout(*rows)


def answers(desk: PayoutDesk, refs: tuple[str, ...]) -> Path:
    told = [answer(id=ref, order={**ORDER, "id": order_of(ref)}, **CASHED_OUT) for ref in refs]
    desk.count += 1
    path = desk.folder / f"reponse-{desk.count}.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


PARTS = some.tuples(
    some.sampled_from((export, tickets, payout, answers)),
    some.sampled_from((("1", "2"), ("2", "3"), ("3", "1"), ("3",))),
)


def truth(desk: PayoutDesk) -> tuple[object, ...]:
    """What the database tells of the money, without the numbers that it gave."""
    lines = desk.accounts.lines(desk.accounts.ids(PaymentFilter()))
    money = sorted(
        (x.direction.value, x.kind.value, x.amount.cents, x.state.value, x.payer_name)
        for x in lines
    )
    gifts = sorted((x.donor_name, x.amount.cents) for x in desk.gifts())
    return money, desk.payouts(), gifts, len(every_row(desk.units)["registration"])


@settings(max_examples=5, deadline=None)
@given(parts=some.lists(PARTS, min_size=1, max_size=4))
def test_any_files_in_any_order_tell_the_same(tmp_path_factory, parts):
    whole = [(make, REFS) for make in (export, tickets, payout, answers)]
    found = []
    for files in (whole, [*parts, *reversed(whole)], [*whole, *parts]):
        folder = tmp_path_factory.mktemp("bureau")
        with new_units(folder / "office.coopdesk") as units:
            desk = PayoutDesk(units, folder)
            for make, refs in files:
                desk.apply(make(desk, refs))
            assert all(desk.apply(make(desk, refs)) is None for make, refs in files)
            found.append(truth(desk))
    assert found[0] == found[1] == found[2]


@settings(max_examples=5, deadline=None)
@given(parts=some.lists(PARTS, min_size=1, max_size=4))
def test_imports_taken_back_leave_the_database_as_it_was(tmp_path_factory, parts):
    folder = tmp_path_factory.mktemp("bureau")
    with new_units(folder / "office.coopdesk") as units:
        desk = PayoutDesk(units, folder)
        before = every_row(units)
        runs = [desk.apply(make(desk, refs)) for make, refs in parts]
        for run in reversed([run for run in runs if run is not None]):
            desk.imports.undo(run.id)
        assert every_row(units) == before
