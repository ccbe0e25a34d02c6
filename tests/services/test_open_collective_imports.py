"""Open Collective as payments and entries: what was refunded comes to nothing there too."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coopdesk.domain.campaigns import NewCampaign, NewTier
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.import_decisions import ImportDecisions, RowDecision
from coopdesk.domain.imports import FileFormat, RowVerdict
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentFilter, PaymentState
from coopdesk.services.booking import BookingService
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.entries import EntryService
from coopdesk.services.imports import ImportService
from tests.building import every_row, new_units, person, today
from tests.exchange.collectives import API, DASHBOARD, Moved, contribution, refund, written

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.imports import ImportSummary, PreviewLine
    from coopdesk.storage.unit_of_work import Units

REFUNDED = [*refund(900, 2, 100, at="2026-02-03T08:00:00"), *contribution(100, 1)]


class Desk(NamedTuple):
    """A database with the services that imports pass through."""

    units: Units
    folder: Path
    imports: ImportService

    def write(self, rows: list[Moved], columns=DASHBOARD, name: str = "oc.csv") -> Path:
        path = self.folder / name
        path.write_bytes(written(rows, columns).data)
        return path

    def take(self, rows: list[Moved], columns=DASHBOARD) -> ImportSummary | None:
        return self.imports.apply(self.write(rows, columns)).value

    def lines(self, rows: list[Moved], columns=DASHBOARD) -> tuple[PreviewLine, ...]:
        return self.imports.preview(self.write(rows, columns)).lines

    def payments(self):
        with self.units.read() as work:
            return work.payments.lines(work.payments.ids(PaymentFilter(descending=False)))

    def contacts(self) -> list[str]:
        service = ContactService(self.units, today)
        return sorted(x.name for x in service.lines(service.ids(ContactFilter())))

    def balances(self) -> dict[str, int]:
        """What every account comes to in cents once the entries are prepared."""
        BookingService(self.units, today).book()
        service = EntryService(self.units, today)
        found: dict[str, int] = {}
        for entry in service.get_many(service.ids(EntryFilter())):
            for line in entry.content.lines:
                found[line.account] = found.get(line.account, 0) + line.signed.cents
        return found


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        yield Desk(units, tmp_path, ImportService(units, today))


def test_gross_gift_and_its_fees_are_booked_apart(desk):
    summary = desk.take(contribution(100, 1))
    assert (summary.file_format, summary.new) == (FileFormat.OPEN_COLLECTIVE, 1)
    assert summary.amount == Money(25000)
    assert desk.balances() == {"517": 21370, "627": 3630, "75411": -25000}
    assert len(desk.imports.rows(summary.id)) == 2, "both rows are kept as they stand"


def test_refund_leaves_nothing_on_any_account_and_no_gift_for_a_receipt(desk):
    assert desk.take(REFUNDED).amount == Money(0)
    balances = desk.balances()
    assert set(balances) == {"517", "627", "75411"}
    assert set(balances.values()) == {0}
    gifts = DonationService(desk.units, today)
    (gift_id,) = gifts.ids(DonationFilter())
    returned = gifts.get(gift_id).returned
    assert returned is not None
    assert returned.returned_on == dt.date(2026, 2, 3)


def test_expense_and_its_reversal_leave_nothing_either(desk):
    rows = [
        Moved(3, 2, "EXPENSE", "265", "15", takes_back=1, who="Yann"),
        Moved(1, 1, "EXPENSE", "-265", "-15", taken_back_by=3, who="Yann"),
    ]
    desk.take(rows)
    assert set(desk.balances().values()) == {0}


@pytest.mark.parametrize("columns", [DASHBOARD, API])
def test_same_file_in_either_form_adds_nothing(desk, columns):
    desk.take(REFUNDED)
    assert {x.verdict for x in desk.lines(REFUNDED, columns)} == {RowVerdict.SAME}
    assert desk.take(REFUNDED, columns) is None


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_parts_in_any_order_make_the_same_as_the_whole(tmp_path, order):
    early = contribution(100, 1, taken_back_by=900, at="2026-01-05T08:00:00")
    other = contribution(300, 3, who="Nour Haddad", at="2026-01-20T08:00:00")
    late = refund(900, 2, 100, at="2026-02-03T08:00:00")
    parts = ([*early, *other], [*other, *late], late)
    ordered = [parts[at] for at in order]
    told = []
    for name, files in (("whole", [[*late, *other, *early]]), ("parts", ordered)):
        with new_units(tmp_path / f"{name}.coopdesk") as units:
            desk = Desk(units, tmp_path, ImportService(units, today))
            for rows in files:
                desk.take(rows)
            states = [(x.label, x.amount, x.direction, x.state) for x in desk.payments()]
            told.append((states, desk.balances(), desk.contacts()))
    assert told[0] == told[1]
    assert {state for *_rest, state in told[0][0]} == {PaymentState.RECEIVED}


def test_half_of_a_refund_waits_for_the_other(desk):
    (line,) = desk.lines(contribution(100, 1, taken_back_by=900))
    assert (line.verdict, line.reason) == (RowVerdict.DOUBTFUL, "reversed_elsewhere")
    (line,) = desk.lines(refund(900, 2, 100))
    assert (line.verdict, line.reason) == (RowVerdict.DOUBTFUL, "reverses_unknown")


def test_import_taken_back_leaves_the_file_as_it_was(desk):
    before = every_row(desk.units)
    summary = desk.take([*REFUNDED, *contribution(7, 7, who="Guest", handle="guest-1")])
    desk.imports.undo(summary.id)
    assert every_row(desk.units) == before


def test_two_of_one_name_stay_two_and_a_renamed_one_is_known(desk):
    desk.take(
        [
            *contribution(1, 1, who="Camille", handle="camille-1"),
            *contribution(3, 3, who="Camille", handle="camille-2"),
        ]
    )
    assert desk.contacts() == ["Camille", "Camille"]
    contacts = ContactService(desk.units, today)
    first = min(contacts.ids(ContactFilter()))
    contacts.change(first, person("Aubry", "Camille"))
    desk.take(contribution(5, 5, who="Camille", handle="camille-1"))
    assert desk.contacts() == ["Camille", "Camille Aubry"]
    assert [x.payer_id for x in desk.payments()].count(first) == 2


def test_two_guests_are_nobody_and_two_lines(desk):
    desk.take(
        [
            *contribution(1, 1, who="Guest", handle="guest-1"),
            *contribution(3, 3, who="Incognito", handle="incognito-2"),
        ]
    )
    assert desk.contacts() == []
    assert [x.payer_id for x in desk.payments()] == [None, None]


def test_tier_that_is_no_gift_is_a_sale_and_a_gift_counts_for_its_tier(desk):
    campaigns = CampaignService(desk.units, today)
    campaign_id = campaigns.record(NewCampaign("La Coop des Rives")).value.id
    campaigns.add_tier(NewTier(campaign_id, "Contribution", goal=Money(100_000)))
    campaigns.add_tier(NewTier(campaign_id, "Rétribution", is_gift=False))
    rows = [
        *contribution(1, 1, title="Contribution"),
        *contribution(3, 3, title="Rétribution"),
    ]
    desk.take(rows)
    assert [x.kind for x in desk.payments()] == [LineKind.GIFT, LineKind.SALE]
    raised = {
        x.tier.content.name: x.progress.raised for x in campaigns.progress(campaign_id).tiers
    }
    assert raised == {"Contribution": Money(25000), "Rétribution": Money(25000)}
    assert desk.take(rows) is None


def test_row_can_be_left_out_or_given_to_somebody(desk):
    known = ContactService(desk.units, today).add(person()).value.id
    rows = [*contribution(1, 1), *contribution(3, 3)]
    decided = {2: RowDecision(contact_id=known), 4: RowDecision(leave_out=True)}
    decisions = ImportDecisions(decided)
    desk.imports.apply(desk.write(rows), decisions)
    (payment,) = desk.payments()
    assert payment.payer_id == known
    desk.take(contribution(5, 5))
    assert {x.payer_id for x in desk.payments()} == {known}, "its handle is known now"


def test_organisation_known_as_a_contributor_gives_under_its_handle(desk):
    path = desk.folder / "contributors.csv"
    path.write_text(
        "contributorUrl,contributorName,contributorType,totalContributions,currency\n"
        "https://opencollective.com/energie,Énergie des Rives,ORGANIZATION,2000,EUR\n"
    )
    ContactImportService(desk.units, today).apply(path)
    desk.take(contribution(1, 1, who="Énergie", handle="energie"))
    assert desk.contacts() == ["Énergie des Rives"]
    assert desk.balances()["7542"] == -25000
