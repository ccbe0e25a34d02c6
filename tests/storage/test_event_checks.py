"""The check of the file finds what lies with another event, and who waits for nothing."""

from __future__ import annotations

import pytest

from coopdesk.services.databases import DatabaseService
from coopdesk.storage import tables
from coopdesk.storage.columns import table_of
from coopdesk.wording.checks import finding_text
from tests.building import NOW, TODAY, new_units, person
from tests.services.merging_office import Office


class Events(Office):
    """An office with two events, each with a session, a tariff and a registration."""

    def __init__(self, units):
        super().__init__(units)
        self.first = self.event()
        other = {"state": "planned", "when_kind": "undated", "uid": "b", "changed_at": NOW}
        self.second = self.insert(tables.EventRow, kind="festival", title="Ramdam", **other)
        self.elodie = self.add(person())
        self.registration = self.register(self.elodie)
        session = {"event_id": self.second, "position": 1, "title": "Ouverture"}
        self.strange_session = self.insert(tables.EventSessionRow, **session)
        party = {"event_id": self.second, "payer_id": self.elodie}
        self.strange_party = self.insert(tables.EventPartyRow, **party)

    def change(self, row, key, **values):
        with self.units.write("demo.built") as work:
            work.recorder.update(table_of(row), key, values)
            work.commit()

    def codes(self):
        found = DatabaseService(self.units).check().findings
        assert all(finding_text(one) for one in found)
        return [one.code for one in found]

    def pay(self, **values):
        """Insert a payment of 5 € without its line, and return its id."""
        payment = {"direction": "in", "paid_on": TODAY, "amount_cents": 500, "mode": "cash"}
        more = {"state": "received", "source": "manual"}
        return self.insert(tables.PaymentRow, **payment, **more, **values)


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Events(units)


def test_two_events_side_by_side_are_whole(office):
    assert office.codes() == []


def test_waiting_while_places_are_free_is_found_but_not_at_a_cancelled_event(office):
    office.change(tables.EventRegistrationRow, office.registration, state="waiting")
    (finding,) = DatabaseService(office.units).check().findings
    assert (finding.code, finding.values["count"]) == ("check.event_waiting", 1)
    assert "«\u00a0Atelier\u00a0»" in finding_text(finding)
    office.change(tables.EventRow, office.first, state="cancelled")
    assert office.codes() == []


def test_waiting_for_a_full_event_and_more_people_than_places_are_no_fault(office):
    for state in ("registered", "waiting"):
        key = office.register(office.elodie)
        office.change(tables.EventRegistrationRow, key, state=state)
    office.change(tables.EventRow, office.first, capacity=1)
    assert office.codes() == []


def test_registration_paid_with_another_event_is_found(office):
    strange = {"party_id": office.strange_party}
    office.change(tables.EventRegistrationRow, office.registration, **strange)
    assert office.codes() == ["check.event_party"]


def test_attendance_and_part_at_a_session_of_another_event_are_found(office):
    at = {"session_id": office.strange_session}
    present = {"registration_id": office.registration, "present_at": NOW}
    office.insert(tables.AttendanceRow, **at, **present)
    role = {"event_id": office.first, "position": 1, "role": "speaker", "name": "Zoé"}
    office.insert(tables.EventRoleRow, **at, **role)
    assert office.codes() == ["check.event_attendance", "check.event_role"]


@pytest.mark.parametrize("is_option", [True, False])
def test_price_of_another_event_is_found(office, is_option):
    tariff = {"event_id": office.second, "position": 1, "name": "Repas", "pricing": "free"}
    kind = "option" if is_option else "fee"
    tariff_id = office.insert(tables.EventTariffRow, kind=kind, **tariff)
    if is_option:
        option = {"registration_id": office.registration, "tariff_id": tariff_id}
        office.insert(tables.RegistrationOptionRow, quantity=1, **option)
    else:
        values = {"tariff_id": tariff_id}
        office.change(tables.EventRegistrationRow, office.registration, **values)
    assert office.codes() == ["check.event_tariff"]


def test_money_of_an_event_counted_for_nothing_is_found(office):
    activity = {"kind": "event", "name": "Ramdam", "name_key": "ramdam"}
    activity_id = office.insert(tables.ActivityRow, **activity)
    office.change(tables.EventRow, office.second, activity_id=activity_id)
    line = {"kind": "registration", "amount_cents": 500, "party_id": office.strange_party}
    line_id = office.insert(tables.PaymentLineRow, payment_id=office.pay(), **line)
    assert office.codes() == ["check.event_money"]
    office.change(tables.PaymentLineRow, line_id, activity_id=activity_id)
    assert office.codes() == []
    bar = office.insert(tables.ActivityRow, kind="event", name="Bar", name_key="bar")
    office.change(tables.PaymentLineRow, line_id, activity_id=bar)
    assert office.codes() == [], "somebody said so"


def test_card_in_a_cash_box_is_found(office):
    box = {"event_id": office.first, "held_on": TODAY}
    box_id = office.insert(tables.CashBoxRow, **box)
    payment_id = office.pay(cash_box_id=box_id)
    line = {"payment_id": payment_id, "kind": "sale", "amount_cents": 500}
    office.insert(tables.PaymentLineRow, **line)
    assert office.codes() == []
    office.change(tables.PaymentRow, payment_id, mode="card")
    assert office.codes() == ["check.cash_box"]


def test_answer_to_no_question_is_found(office):
    report_id = office.insert(tables.EventReportRow, event_id=office.first)
    item = {"report_id": report_id, "position": 1, "text": "…"}
    theme_id = office.insert(tables.EventReportItemRow, kind="theme", **item)
    office.insert(tables.EventReportItemRow, kind="answer", parent_id=theme_id, **item)
    assert office.codes() == ["check.report_answer"]


def test_chantier_outside_a_programme_or_without_number_is_found(office):
    def group(name, **values):
        return office.insert(tables.WorkingGroupRow, name=name, sort_key=name, **values)

    programme_id = group("a", kind="programme")
    group("b", kind="chantier", parent_id=programme_id, number=1)
    assert office.codes() == []
    group("c", kind="chantier", parent_id=programme_id)
    group("d", kind="chantier", number=1)
    assert office.codes() == ["check.chantier", "check.chantier"]
