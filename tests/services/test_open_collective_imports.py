"""Open Collective as payments and entries: what was refunded comes to nothing there too."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coopdesk.domain.campaigns import NewCampaign, NewTier
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import ImportDecisions, RowDecision
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import PART_OF_PAYMENT, RowVerdict
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentFilter, PaymentState
from coopdesk.services.association import AssociationService
from coopdesk.services.booking import BookingService
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.entries import EntryService
from coopdesk.services.imports import ImportService
from coopdesk.services.receipts import ReceiptService
from tests.building import PROFILE, every_row, new_units, person, today
from tests.exchange.collectives import API, DASHBOARD, Moved, contribution, refund, written

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import PreviewLine
    from coopdesk.storage.unit_of_work import Units

EMPTY: Mapping[int, RowDecision] = MappingProxyType({})
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


def given_to(contact_id: int, more: Mapping[int, RowDecision] = EMPTY) -> ImportDecisions:
    """Give the payment of the first line to somebody."""
    return ImportDecisions({2: RowDecision(contact_id=contact_id), **more})


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        yield Desk(units, tmp_path, ImportService(units, today))


def test_gross_gift_and_its_fees_are_booked_apart(desk):
    summary = desk.take(contribution(100, 1))
    assert (summary.file_format, summary.new) == (FileFormat.OPEN_COLLECTIVE, 2)
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


def test_a_part_of_a_contribution_goes_back_once_however_its_rows_name_each_other(desk):
    given = Moved(100, 1, "CONTRIBUTION", "250", taken_back_by=200)
    desk.take([given, Moved(200, 2, "CONTRIBUTION", "-50", takes_back=100)])
    gifts = DonationService(desk.units, today)
    lines = gifts.find(DonationFilter())
    assert sorted((x.amount.cents, bool(x.returned_on)) for x in lines) == [
        (5000, True),
        (20000, False),
    ]


def test_half_of_a_refund_waits_for_the_other(desk):
    half = desk.lines(contribution(100, 1, taken_back_by=900))
    assert {(x.verdict, x.reason) for x in half} == {
        (RowVerdict.DOUBTFUL, "reversed_elsewhere"),
        (RowVerdict.NEW, PART_OF_PAYMENT),
    }
    reasons = [x.reason for x in desk.lines(refund(900, 2, 100))]
    assert sorted(reasons) == [PART_OF_PAYMENT, PART_OF_PAYMENT, "reverses_unknown"]


def test_halves_that_waited_count_once_a_fuller_export_ties_them(desk):
    """An export without the numbers of reversals comes first, the usual one after it."""
    both = [*refund(900, 2, 100), *contribution(100, 1, taken_back_by=900)]
    unnamed = [x for x in DASHBOARD if x != "Reverse Transaction ID"]
    desk.take(both, unnamed)
    assert {x.state for x in desk.payments()} == {PaymentState.TO_CHECK}
    desk.take(both)
    assert {x.state for x in desk.payments()} == {PaymentState.RECEIVED}
    assert desk.take(both) is desk.take(both, unnamed) is None
    assert len(desk.payments()) == 2


def test_import_taken_back_leaves_the_file_as_it_was(desk):
    before = every_row(desk.units)
    summary = desk.take([*REFUNDED, *contribution(7, 7, who="Guest", handle="guest-1")])
    desk.imports.undo(summary.id)
    assert every_row(desk.units) == before


def test_two_of_one_name_stay_two_and_one_renamed_or_merged_is_known(desk):
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
    kept = contacts.add(person("Camille", "Dupuy")).value.id
    DuplicateService(desk.units, today).merge(kept, first)
    desk.take(contribution(7, 7, who="Camille", handle="camille-1"))
    assert [x.payer_id for x in desk.payments()].count(kept) == 3


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
    decisions = given_to(known, {4: RowDecision(leave_out=True)})
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


def test_refund_after_a_receipt_says_that_the_receipt_is_to_be_voided(desk):
    AssociationService(desk.units).save(PROFILE)
    donor = ContactService(desk.units, today).add(person()).value.id
    desk.imports.apply(desk.write(contribution(100, 1)), given_to(donor))
    receipts = ReceiptService(desk.units, today)
    (receipt,) = receipts.issue_year(2026).value
    line = max(desk.lines(refund(900, 2, 100)), key=lambda one: bool(one.amount))
    assert (line.verdict, line.reason) == (RowVerdict.NEW, "returned_after_receipt")
    desk.take(refund(900, 2, 100))
    assert receipts.get(receipt.id).returned_gifts == 1
    assert desk.take([*refund(900, 2, 100), *contribution(100, 1, taken_back_by=900)]) is None


def test_import_on_which_a_refund_rests_is_taken_back_after_it(desk):
    before = every_row(desk.units)
    first = desk.take(contribution(100, 1))
    second = desk.take(refund(900, 2, 100))
    with pytest.raises(RuleError):
        desk.imports.undo(first.id)
    for summary in (second, first):
        desk.imports.undo(summary.id)
    assert every_row(desk.units) == before


def test_figures_of_a_public_page_come_out_of_its_export(desk):
    campaigns = CampaignService(desk.units, lambda: dt.date(2024, 5, 15))
    page = campaigns.record(NewCampaign("La Coop des Rives")).value.id
    tier = NewTier(page, "Contribution", goal=Money(2_000_000), minimum=Money(5_000))
    campaigns.add_tier(tier)
    gave = (
        ("Rieul", "300", "2022-03-10", ""),
        ("Rieul", "39455.62", "2024-01-15", "Contribution"),
        ("Myriam", "5", "2023-06-05", ""),
        ("av", "20", "2023-12-08", ""),
        ("Pierre-Thomas", "20", "2024-01-20", ""),
        ("Guest", "20", "2024-02-02", ""),
        ("Énergie de Nantes", "2000", "2024-02-06", ""),
        ("Guest", "2000", "2024-04-09", ""),
    )
    rows = [
        Moved(
            number,
            number,
            "CONTRIBUTION",
            amount,
            who=who,
            at=f"{day}T12:00:00",
            title=title,
            handle=f"guest-{number}" if who == "Guest" else "",
            what="ORGANIZATION" if " " in who else "INDIVIDUAL",
        )
        for number, (who, amount, day, title) in enumerate(gave, start=1)
    ]
    desk.take(rows)
    (progress,) = campaigns.progress(page).tiers
    assert (progress.progress.raised, progress.progress.percent) == (Money(3_945_562), 197)
    board = campaigns.leaderboard(page)
    assert [(x.rank, x.name, x.total.cents) for x in board.persons] == [
        (1, "Rieul", 3_975_562),
        (2, "", 200_000),
        (3, "av", 2_000),
        (4, "Pierre-Thomas", 2_000),
        (5, "", 2_000),
        (6, "Myriam", 500),
    ]
    assert [(x.rank, x.name) for x in board.organisations] == [(1, "Énergie de Nantes")]
    assert campaigns.budget(page).yearly.total == Money(4_352_062)
    assert len(desk.payments()) == len({x.payment_id for x in desk.payments()}) == 8
