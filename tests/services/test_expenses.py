"""Sheets of expenses: what they are worth, how they become gifts, and the way back (RF-54)."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from functools import partial

import pytest

from coopdesk.domain.attachments import MOST_BYTES, AttachmentKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import (
    DonationFilter,
    DonationForm,
    DonationNature,
    NewReturn,
    ReturnReason,
)
from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.expenses import (
    ExpenseFilter,
    ExpenseKind,
    ExpenseState,
    NewExpenseLine,
    NewExpenseSheet,
    NewVehicle,
    SettlingWarning,
)
from coopdesk.domain.mileage import VehicleKind
from coopdesk.domain.money import Money
from coopdesk.domain.own_scales import NewScale, figures_of
from coopdesk.domain.payments import Direction, LineKind, PaymentMode, PaymentState
from coopdesk.domain.receipts import ReceiptScope
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.expenses import ExpenseService
from coopdesk.services.mileage_scales import MileageService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from coopdesk.services.payments import PaymentService
from coopdesk.services.receipt_life import ReceiptLifeService
from coopdesk.services.receipts import ReceiptService
from coopdesk.services.vehicles import VehicleService
from coopdesk.wording.errors import error_text
from tests.building import PROFILE, TODAY, every_row, gift, new_units, person, today

DAY = dt.date(2026, 3, 12)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        AssociationService(units).save(replace(PROFILE, category="oig_association"))
        yield units


@pytest.fixture
def expenses(units):
    return ExpenseService(units, today)


@pytest.fixture
def volunteer(units):
    return ContactService(units, today).add(person()).value.id


@pytest.fixture
def car(units, volunteer):
    new = NewVehicle(volunteer, "Clio AB-123-CD", VehicleKind.CAR, 5)
    return VehicleService(units).record(new).value.id


def paid(cents=1_250, day=DAY, kind=ExpenseKind.TOLL, label="Péage A11"):
    return NewExpenseLine(day, kind, label, Money(cents))


def trip(car, km=100, day=DAY):
    kind = ExpenseKind.MILEAGE
    return NewExpenseLine(day, kind, "Nantes – Angers", vehicle_id=car, metres=km * 1000)


def sheet(volunteer, *lines, title="Réunion du réseau"):
    return NewExpenseSheet(volunteer, title, lines)


def refused(code, ask):
    with pytest.raises(RuleError) as refusal:
        ask()
    assert refusal.value.code == code
    assert "{" not in error_text(refusal.value)
    return refusal.value


def test_a_scale_that_a_person_typed_counts_for_drafts_and_leaves_settled_sheets(
    units, expenses, volunteer, car
):
    mileage = MileageService(units, today)
    settled = expenses.record(sheet(volunteer, trip(car))).value.id
    expenses.waive(settled, TODAY)
    draft = expenses.record(sheet(volunteer, trip(car))).value.id
    known = mileage.scales()[-1]
    figures = [tuple(map(str, figures_of(tariff))) for tariff in known.tariffs]
    figures[2] = ("0,700", "0,420", "1400", "0,490")

    mileage.correct(NewScale(TODAY.year, "Arrêté du 1er février", "20", tuple(figures)))

    assert expenses.get(settled).total == Money(6_360)
    assert expenses.get(draft).total == Money(14_000 - 6_360)
    assert expenses.get(draft).mileage[0].since == dt.date(TODAY.year, 1, 1)
    refused("expense.scale_not_corrected", partial(mileage.reset, TODAY.year - 1))
    OperationService(units).undo()
    assert expenses.get(draft).total == Money(6_360)
    mileage.correct(NewScale(TODAY.year, "Arrêté du 1er février", "20", tuple(figures)))
    assert mileage.reset(TODAY.year).value == known
    assert mileage.scales() == (known,)


def test_a_draft_counts_its_trips_by_the_scale(expenses, volunteer, car):
    recorded = expenses.record(sheet(volunteer, trip(car), paid())).value

    assert recorded.total == Money(6_360 + 1_250)
    assert [line.amount for line in recorded.lines] == [Money(6_360), Money(1_250)]
    [share] = recorded.mileage
    assert (share.year, share.metres, share.amount) == (2026, 100_000, Money(6_360))
    assert expenses.estimate(recorded.content).total == recorded.total
    [line] = expenses.find(ExpenseFilter())
    assert (line.amount, line.first_on, line.state) == (
        recorded.total,
        DAY,
        ExpenseState.DRAFT,
    )
    assert expenses.totals(ExpenseFilter())[ExpenseState.DRAFT] == recorded.total


def test_a_trip_before_the_first_scale_is_refused(expenses, volunteer, car):
    old = trip(car, day=dt.date(2021, 12, 31))

    refused("expense.no_scale", lambda: expenses.record(sheet(volunteer, paid(), old)))
    assert expenses.find(ExpenseFilter()) == []


def test_everything_wrong_is_said_at_once(expenses, volunteer):
    with pytest.raises(FieldErrors) as refusal:
        expenses.record(sheet(volunteer, paid(cents=0), paid(label=""), title=""))
    assert [error.field for error in refusal.value.errors] == ["title", "line1", "line2"]


def test_rf_54_a_volunteer_is_a_person(units, expenses):
    new = person(kind=ContactKind.ORGANISATION, organisation_name="Biocoop du Port")
    company = ContactService(units, today).add(new).value.id

    refused("expense.not_a_person", lambda: expenses.record(sheet(company, paid())))
    with pytest.raises(NotFoundError):
        expenses.record(sheet(999, paid()))


def test_the_scale_is_for_the_own_vehicle(units, expenses, car):
    other = ContactService(units, today).add(person("Aubry", "Camille")).value.id

    refused("expense.vehicle_of_another", lambda: expenses.record(sheet(other, trip(car))))


def test_rf_55_the_sheets_of_a_year_add_up_to_the_scale_of_its_total(expenses, volunteer, car):
    first = expenses.record(sheet(volunteer, trip(car, 4_000))).value
    second = expenses.record(sheet(volunteer, trip(car, 6_000))).value
    assert (first.total, second.total) == (Money(254_400), Money(353_700))

    expenses.waive(first.id, TODAY)
    again = expenses.get(second.id)
    assert again.total == Money(496_500 - 254_400)
    assert again.mileage[0].before.metres == 4_000_000
    expenses.reimburse(second.id, TODAY, PaymentMode.TRANSFER)

    worth = [expenses.get(one.id) for one in (first, second)]
    assert sum(one.total.cents for one in worth) == 496_500
    assert all(one.mileage[0].is_explained for one in worth)
    assert expenses.totals(ExpenseFilter()) == {
        ExpenseState.DRAFT: Money(0),
        ExpenseState.WAIVED: Money(254_400),
        ExpenseState.REIMBURSED: Money(242_100),
    }


def test_rf_55_settled_sheets_stay_as_they_are_whatever_comes_later(expenses, volunteer, car):
    first = expenses.record(sheet(volunteer, trip(car, 4_000))).value
    second = expenses.record(sheet(volunteer, trip(car, 6_000))).value
    expenses.waive(first.id, TODAY)
    expenses.waive(second.id, TODAY)

    expenses.reopen(first.id)

    # What was settled later keeps its amount; the draft takes the rest of the year's total.
    assert expenses.get(second.id).total == Money(242_100)
    assert expenses.get(first.id).total == Money(254_400)


def test_rf_55_a_sheet_over_two_years_counts_in_both(expenses, volunteer, car):
    old = expenses.record(sheet(volunteer, trip(car, 5_000, dt.date(2025, 6, 1)))).value
    expenses.waive(old.id, dt.date(2025, 12, 1))

    both = sheet(
        volunteer, trip(car, 100, dt.date(2025, 12, 31)), trip(car, 100, dt.date(2026, 1, 1))
    )
    found = expenses.record(both).value

    assert [(x.year, x.amount) for x in found.mileage] == [
        (2025, Money(3_570)),
        (2026, Money(6_360)),
    ]


def test_rf_54_a_waiver_makes_a_gift_of_its_day(units, expenses, volunteer):
    one = expenses.record(sheet(volunteer, paid(12_345))).value

    outcome = expenses.waive(one.id, TODAY)

    given = outcome.value.content
    assert (given.nature, given.form) == (
        DonationNature.WAIVED_EXPENSES,
        DonationForm.MANUAL_GIFT,
    )
    assert (given.received_on, given.amount, given.donor_id) == (
        TODAY,
        Money(12_345),
        volunteer,
    )
    assert outcome.value.payment_id is None
    assert {Subject.EXPENSES, Subject.DONATIONS} <= outcome.changes
    settled = expenses.get(one.id)
    assert (settled.state, settled.settled_on) == (ExpenseState.WAIVED, TODAY)
    assert settled.donation_id == outcome.value.id
    assert expenses.of_donation(outcome.value.id).id == one.id
    assert every_row(units)["payment"] == []
    [line] = DonationService(units, today).find(DonationFilter())
    assert line.nature is DonationNature.WAIVED_EXPENSES


def test_of_any_other_gift_there_is_no_sheet(units, expenses, volunteer):
    other = DonationService(units, today).record(gift(volunteer)).value
    assert expenses.of_donation(other.id) is None


def test_a_refund_is_a_payment_out(units, expenses, volunteer):
    one = expenses.record(sheet(volunteer, paid(12_345))).value

    settled = expenses.reimburse(one.id, TODAY, PaymentMode.TRANSFER).value

    payment = PaymentService(units, today).get(settled.payment_id).content
    assert (payment.direction, payment.amount) == (Direction.OUT, Money(12_345))
    assert (payment.parts[0].kind, payment.payer_id) == (LineKind.EXPENSE, volunteer)
    assert payment.label == "Réunion du réseau"
    assert every_row(units)["donation"] == []


def test_what_a_settled_sheet_made_is_taken_back_with_the_sheet_alone(
    units, expenses, volunteer
):
    one, two = (expenses.record(sheet(volunteer, paid())).value.id for _ in range(2))
    payment_id = expenses.reimburse(one, TODAY, PaymentMode.CASH).value.payment_id
    given = expenses.waive(two, TODAY).value
    accounts, gifts = PaymentService(units, today), DonationService(units, today)

    refused("payment.refunds_expenses", lambda: accounts.remove(payment_id))
    refused(
        "payment.refunds_expenses",
        lambda: accounts.decide([payment_id], PaymentState.DISMISSED),
    )
    refused("donation.from_expense_sheet", lambda: gifts.remove(given.id))
    refused(
        "donation.from_expense_sheet",
        lambda: gifts.correct(given.id, replace(given.content, amount=Money(1))),
    )


@pytest.mark.parametrize("how", ["waive", "reimburse"])
def test_a_settled_sheet_is_taken_back_by_undo_whole(units, expenses, volunteer, car, how):
    one = expenses.record(sheet(volunteer, trip(car), paid())).value
    before = every_row(units)
    if how == "waive":
        expenses.waive(one.id, TODAY)
    else:
        expenses.reimburse(one.id, TODAY, PaymentMode.CASH)
    after = every_row(units)

    operations = OperationService(units)
    assert operations.undo().value.label == f"expense.{how}d"
    assert every_row(units) == before
    operations.redo()
    assert every_row(units) == after
    expenses.reopen(one.id)
    assert every_row(units) == before


def test_rf_54_a_waiver_is_dated_after_the_expenses_and_not_in_the_future(expenses, volunteer):
    one = expenses.record(sheet(volunteer, paid())).value
    for on, code in (
        (TODAY + dt.timedelta(days=1), "expense.settled_in_the_future"),
        (DAY - dt.timedelta(days=1), "expense.settled_too_early"),
    ):
        for settle in (
            partial(expenses.waive, one.id, on),
            partial(expenses.reimburse, one.id, on, PaymentMode.CASH),
            partial(expenses.preview, one.id, on),
        ):
            refused(code, settle)


def test_a_sheet_without_expenses_is_not_settled(expenses, volunteer):
    one = expenses.record(sheet(volunteer)).value

    refused("expense.nothing_to_settle", lambda: expenses.waive(one.id, TODAY))


def test_a_settled_sheet_changes_no_more(expenses, volunteer):
    one = expenses.record(sheet(volunteer, paid())).value
    expenses.waive(one.id, TODAY)

    for ask in (
        lambda: expenses.change(one.id, sheet(volunteer, paid())),
        lambda: expenses.remove(one.id),
        lambda: expenses.waive(one.id, TODAY),
        lambda: expenses.reimburse(one.id, TODAY, PaymentMode.CASH),
    ):
        refused("expense.settled", ask)
    other = expenses.record(sheet(volunteer, paid())).value
    refused("expense.not_settled", lambda: expenses.reopen(other.id))


def test_what_to_know_before_a_waiver_is_said(units, expenses, tmp_path):
    homeless = ContactService(units, today).add(
        replace(person(), address=replace(person().address, street="", city=""))
    )
    one = expenses.record(
        sheet(homeless.value.id, paid(day=dt.date(2025, 12, 30)), paid(label="Parking"))
    ).value

    said = expenses.preview(one.id, TODAY)
    assert said.amount == Money(2_500)
    assert set(said.warnings) == set(SettlingWarning)
    assert expenses.preview(one.id, TODAY, as_gift=False).warnings == (
        SettlingWarning.NO_VOUCHER,
    )

    first, second = (line.id for line in one.lines)
    expenses.attach(one.id, written(tmp_path, "a.pdf"), line_id=first)
    assert SettlingWarning.NO_VOUCHER in expenses.preview(one.id, TODAY).warnings
    expenses.attach(one.id, written(tmp_path, "b.pdf"), line_id=second)
    expenses.attach(one.id, written(tmp_path, "c.pdf"), AttachmentKind.WAIVER)
    assert expenses.preview(one.id, TODAY).warnings == (
        SettlingWarning.OTHER_YEAR,
        SettlingWarning.NO_ADDRESS,
    )


def written(folder, name, content=PDF):
    path = folder / name
    path.write_bytes(content)
    return path


def issued(units):
    return ReceiptService(units, today).issue_year(2026, ReceiptScope.GIFT).value


def test_a_sheet_whose_gift_is_on_a_living_receipt_is_locked(
    units, expenses, volunteer, car, tmp_path
):
    operations = OperationService(units)
    one = expenses.record(sheet(volunteer, paid(), trip(car))).value
    toll, way = one.content.lines
    before = [operations.state().undo.id]
    power = replace(VehicleService(units).get(car).content, power=7)
    steps = (
        lambda: expenses.change(one.id, sheet(volunteer, replace(toll, amount=Money(9)), way)),
        lambda: VehicleService(units).change(car, power),
        lambda: expenses.attach(one.id, written(tmp_path, "a.pdf")),
        lambda: expenses.waive(one.id, TODAY),
    )
    for step in steps:
        step()
        before.append(operations.state().undo.id)
    [voucher] = expenses.get(one.id).attachments
    [receipt] = issued(units)
    rows = every_row(units)

    said = expenses.get(one.id)
    assert said.receipt_number
    assert receipt is not None
    for ask in (
        lambda: expenses.reopen(one.id),
        lambda: expenses.change(one.id, sheet(volunteer, paid())),
        lambda: expenses.remove(one.id),
        lambda: expenses.detach(voucher.id),
    ):
        error = refused("expense.on_receipt", ask)
        assert said.receipt_number in error_text(error)
    for number in before[1:]:
        refused("operation.rested_on", partial(operations.undo_one, number))
    refused("operation.changed_since", partial(operations.undo_one, before[0]))
    assert every_row(units) == rows
    assert expenses.attach(one.id, written(tmp_path, "b.pdf"), AttachmentKind.WAIVER)


def test_after_its_receipt_was_voided_a_sheet_is_a_draft_again_and_settled_anew(
    units, expenses, volunteer
):
    one = expenses.record(sheet(volunteer, paid())).value
    given = expenses.waive(one.id, TODAY).value
    [receipt] = issued(units)
    ReceiptLifeService(units, today).void(receipt.id, "Péage compté deux fois")

    draft = expenses.reopen(one.id).value

    gone = DonationService(units, today).get(given.id)
    assert gone.returned.reason is ReturnReason.MISTAKE
    assert draft.receipt_number == ""
    expenses.change(one.id, sheet(volunteer, paid(1_000)))
    again = expenses.waive(one.id, TODAY).value
    assert expenses.of_donation(again.id).total == Money(1_000)
    assert [line.gift_count for line in issued(units)] == [1]


def test_a_gift_that_something_names_is_marked_as_a_mistake(units, expenses, volunteer):
    one = expenses.record(sheet(volunteer, paid())).value
    given = expenses.waive(one.id, TODAY).value
    gifts = DonationService(units, today)
    gifts.give_back(given.id, NewReturn(TODAY, ReturnReason.GIVEN_BACK))

    draft = expenses.reopen(one.id).value

    assert draft.is_draft
    assert draft.donation_id is None
    assert gifts.get(given.id).returned.reason is ReturnReason.GIVEN_BACK
    again = expenses.waive(one.id, TODAY).value
    assert again.id != given.id


def test_changing_a_draft_keeps_the_vouchers_of_lines_that_stay(
    expenses, volunteer, tmp_path, units
):
    one = expenses.record(sheet(volunteer, paid(label="Péage"), paid(label="Repas"))).value
    stays, goes = one.content.lines
    kept = expenses.attach(one.id, written(tmp_path, "a.pdf"), line_id=stays.id).value
    freed = expenses.attach(one.id, written(tmp_path, "b.pdf"), line_id=goes.id).value
    before = every_row(units)

    changed = expenses.change(
        one.id, replace(one.content, lines=(paid(label="Train"), stays), title="Congrès")
    ).value

    assert [line.content.label for line in changed.lines] == ["Train", "Péage"]
    lines = {each.id: each.line_id for each in changed.attachments}
    assert lines == {kept.id: stays.id, freed.id: None}
    OperationService(units).undo()
    assert every_row(units) == before


def test_a_removed_draft_comes_back_by_undo_with_its_vouchers(
    units, expenses, volunteer, car, tmp_path
):
    one = expenses.record(sheet(volunteer, trip(car), paid())).value
    expenses.attach(one.id, written(tmp_path, "a.pdf"), line_id=one.lines[1].id)
    before = every_row(units)

    expenses.remove(one.id)
    assert every_row(units)["attachment"] == every_row(units)["expense_line"] == []
    OperationService(units).undo()

    assert every_row(units) == before


def test_a_voucher_is_kept_byte_for_byte_and_taken_off_by_undo(
    units, expenses, volunteer, tmp_path
):
    one = expenses.record(sheet(volunteer, paid())).value
    added = expenses.attach(one.id, written(tmp_path, "Péage mars.pdf")).value
    assert (added.name, added.size) == ("Péage mars.pdf", len(PDF))
    assert expenses.voucher(added.id) == ("Péage mars.pdf", PDF)
    assert expenses.write_voucher(added.id, tmp_path / "out.pdf").read_bytes() == PDF

    expenses.detach(added.id)
    assert expenses.get(one.id).attachments == ()
    OperationService(units).undo()
    assert expenses.get(one.id).attachments == (added,)
    expenses.attach(one.id, written(tmp_path, "copie.pdf"))
    assert len(every_row(units)["stored_file"]) == 1


def test_what_is_no_small_pdf_or_picture_is_refused(expenses, volunteer, tmp_path):
    one = expenses.record(sheet(volunteer, paid())).value
    for content, code in (
        (b"", "attachment.empty"),
        (b"MZ\x90\0", "attachment.wrong_kind"),
        (b"<html>%PDF-", "attachment.wrong_kind"),
        (PDF + b"\0" * MOST_BYTES, "attachment.too_large"),
    ):
        path = written(tmp_path, "a.pdf", content)
        refused(code, lambda path=path: expenses.attach(one.id, path))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pdf")  # opening it would wait for ever
    for name in ("none.pdf", "pipe.pdf", "."):
        refused("attachment.unreadable", partial(expenses.attach, one.id, tmp_path / name))
    assert expenses.get(one.id).attachments == ()


def test_the_list_finds_sheets_by_state_year_person_and_words(units, expenses, volunteer, car):
    other = ContactService(units, today).add(person("Aubry", "Camille")).value.id
    one = expenses.record(sheet(volunteer, paid(), title="Fête des semences")).value.id
    two = expenses.record(sheet(other, paid(day=dt.date(2025, 2, 1)))).value.id
    expenses.waive(two, TODAY)

    assert expenses.ids(ExpenseFilter()) == [one, two]
    assert expenses.ids(ExpenseFilter(state=ExpenseState.WAIVED)) == [two]
    assert expenses.ids(ExpenseFilter(year=2025)) == [two]
    assert expenses.ids(ExpenseFilter(text="semence")) == [one]
    assert expenses.ids(ExpenseFilter(text="aubry")) == [two]
    assert expenses.ids(ExpenseFilter(volunteer_id=volunteer)) == [one]
    assert expenses.ids(ExpenseFilter(sort="volunteer", descending=False)) == [two, one]
    assert expenses.years() == [2026, 2025]
    assert expenses.counts()[ExpenseState.WAIVED] == 1


def test_a_vehicle_is_named_and_has_its_power(units, volunteer):
    vehicles = VehicleService(units)
    wrong = NewVehicle(volunteer, "")
    with pytest.raises(FieldErrors):
        vehicles.record(wrong)
    refused("vehicle.power_missing", lambda: vehicles.record(replace(wrong, label="Clio")))
    moped = replace(wrong, label="Solex", kind=VehicleKind.MOPED, power=3)
    assert vehicles.record(moped).value.content.power == 0


def test_a_settled_vehicle_keeps_its_power_and_may_be_renamed(units, expenses, volunteer, car):
    vehicles = VehicleService(units)
    one = expenses.record(sheet(volunteer, trip(car))).value
    content = vehicles.change(car, replace(vehicles.get(car).content, power=4)).value.content
    assert expenses.get(one.id).total == Money(6_060)
    expenses.waive(one.id, TODAY)

    refused("vehicle.settled", lambda: vehicles.change(car, replace(content, power=5)))
    assert vehicles.change(car, replace(content, label="Clio 2")).value.is_settled
    refused("vehicle.driven", lambda: vehicles.remove(car))


def test_a_vehicle_that_nobody_drove_is_removed(units, volunteer, car):
    vehicles = VehicleService(units)
    vehicles.remove(car)
    assert vehicles.of_volunteer(volunteer) == []
    OperationService(units).undo()
    assert [each.id for each in vehicles.of_volunteer(volunteer)] == [car]


def test_the_sheet_is_printed_as_a_waiver_or_as_a_request(expenses, volunteer, car, tmp_path):
    from pypdf import PdfReader

    one = expenses.record(sheet(volunteer, trip(car), paid())).value
    said = {}
    for asks in (None, True):
        path = expenses.write_sheet(one.id, tmp_path / "note.pdf", asks_refund=asks)
        said[asks] = PdfReader(path).pages[0].extract_text()

    assert "12 rue des Lilas, 44000 Nantes" in said[None]
    assert "en tant que don" in said[None]
    assert "Demande de remboursement" in said[True]


def test_a_check_finds_a_sheet_that_was_changed_behind_the_program(units, expenses, volunteer):
    one, two, three = (expenses.record(sheet(volunteer, paid())).value.id for _ in range(3))
    expenses.waive(one, TODAY)
    expenses.reimburse(two, TODAY, PaymentMode.CASH)
    database = DatabaseService(units)
    assert database.check().ok

    with units.database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER expense_line_no_update")
        for key in (one, two):
            connection.exec_driver_sql(
                f"UPDATE expense_line SET amount_cents = 9 WHERE sheet_id = {key}"
            )
        connection.exec_driver_sql(
            f"UPDATE expense_sheet SET amount_cents = 5 WHERE id = {three}"
        )
        connection.commit()

    found = [x.values["id"] for x in database.check().findings if "id" in x.values]
    assert found == [one, two, three]
