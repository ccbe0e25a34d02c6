"""What belongs to a grant: its payments, its costs, its report, the figures of its tables."""

from __future__ import annotations

import pytest

from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.grant_requests import EligibleCost
from coopdesk.domain.money import ZERO, Money
from tests.ui.contacts.conftest import unnamed
from tests.ui.grants.conftest import LATER, TODAY, act, click, open_one, save, settle
from tests.ui.partners.conftest import plain, read


@pytest.fixture
def opened(qtbot, office, page, made):
    return open_one(qtbot, office, page, "request", made.granted)


def request(office, made):
    return office.services.grant_requests.get(made.granted)


def test_plan_says_what_no_part_holds_yet(qtbot, office, page, made, opened):
    dialog = click(qtbot, office, page, "plan:0")
    assert unnamed(dialog) == []
    assert "reste 0,00 €" in plain(dialog.said.text())
    dialog.rows.rows[1].amount.setText("150")
    dialog.rows.rows[1].amount.textEdited.emit("150")
    assert "reste 1 850,00 €" in plain(dialog.said.text())
    added = dialog.rows.add_row()
    added.label.setText("Bilan")
    added.amount.set_amount(Money(185_000))
    added.day.set_day(LATER)
    save(qtbot, office, page, dialog)
    plan = [
        (x.content.label, x.content.amount.cents) for x in request(office, made).instalments
    ]
    assert plan == [("Acompte", 300_000), ("Solde", 15_000), ("Bilan", 185_000)]


def test_plan_above_the_grant_is_refused_in_the_form(qtbot, office, page, made, opened):
    dialog = click(qtbot, office, page, "plan:0")
    dialog.rows.rows[1].amount.set_amount(Money(900_000))
    save(qtbot, office, page, dialog)
    assert dialog.form.error_of("amount")
    dialog.form.is_dirty = False
    dialog.reject()


def test_costs_that_count_are_chosen_and_said(qtbot, office, page, made, opened):
    dialog = click(qtbot, office, page, "eligible:0")
    assert unnamed(dialog) == []
    row = dialog.rows.rows[0]
    row.line.choose("60.supplies")
    row.rate.setText("50")
    row.ceiling.set_amount(Money(400_000))
    save(qtbot, office, page, dialog)
    assert request(office, made).eligible == (
        EligibleCost("60.supplies", 5000, Money(400_000)),
    )
    assert "jusqu’à 4 000,00 €" in read(page)


def test_words_of_the_report_are_kept(qtbot, office, page, made, opened):
    dialog = act(qtbot, office, page, opened.doing.report_action)
    assert unnamed(dialog) == []
    dialog.texts["carried_out"].setPlainText("Un four de briques")
    dialog.lines["signatory_name"].setText("Maëlle Kerbrat")
    dialog.signed_on.set_day(TODAY)
    save(qtbot, office, page, dialog)
    report = request(office, made).report
    assert (report.carried_out, report.signed_on) == ("Un four de briques", TODAY)


def test_what_forms_ask_of_the_association_is_kept(qtbot, office, page, made, opened):
    dialog = act(qtbot, office, page, page.profile_action)
    assert unnamed(dialog) == []
    dialog.lines["representative"].setText("Maëlle Kerbrat")
    dialog.counts["employees"].setText("2")
    dialog.full_time.setText("1,5")
    save(qtbot, office, page, dialog)
    profile = office.services.grant_requests.profile()
    assert (profile.employees, profile.full_time_hundredths) == (2, 150)
    assert profile.representative == "Maëlle Kerbrat"


def test_table_opens_the_entries_behind_a_figure(qtbot, office, page, made, opened):
    services = office.services
    project = services.grant_projects.get(made.project)
    lines = (
        NewEntryLine("6257", Money(120_000), activity_id=project.content.activity_id),
        NewEntryLine("5121", credit=Money(120_000)),
    )
    services.entries.record(NewEntry("OD", TODAY, "Briques", lines))
    settle(qtbot, office, page)
    opened.doing.table_action.trigger()
    office.idle(qtbot)
    dialog = opened.doing.parts.tables.dialog
    rows = {row.key: row for row in dialog.sheet.figures.rows}
    row = rows["62.travel"]
    assert row.cells[1:3] == (ZERO, Money(120_000))
    dialog.sheet.opened.emit(row.opens)
    (entry,) = (x for x in dialog.sheet.figures.rows if x.key.startswith("entry:"))
    assert "Briques" in entry.cells[0]
    assert isinstance(entry.opens, int)
    dialog.accept()
    office.idle(qtbot)
    assert opened.doing.parts.tables.dialog is None
    assert "85,71 % des produits prévus" in plain(read(page))
    click(qtbot, office, page, "spent:0")
    sheet = opened.doing.parts.tables.dialog.sheet
    sheet.opened.emit("line:Déplacements, missions")
    rows = {row.key: row.cells[-1] for row in sheet.figures.rows}
    state = services.grant_requests.state(made.granted)
    (amount,) = (cell for key, cell in rows.items() if key.startswith("entry:"))
    assert rows["spent"] == amount == state.spent.amount == Money(120_000)
    assert (rows["used"], rows["left"]) == (state.used, state.left)
    assert rows["left"] == Money(500_000 - 72_000)
    opened.doing.parts.tables.dialog.accept()
