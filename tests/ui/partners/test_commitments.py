"""Commitments both ways: late ones first, kept by a note, a payment or a gift in kind."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel

from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import CommitmentFilter, CommitmentKind, CommitmentState
from coopdesk.ui.partners.keep_dialog import Way
from coopdesk.ui.partners.reading import CommitmentsShown
from coopdesk.ui.widgets.contact_picker import Choice
from tests.ui.contacts.conftest import unnamed
from tests.ui.office import problems_of
from tests.ui.partners.conftest import names, plain, read, rows, settle


@pytest.fixture
def view(qtbot, office, page):
    page.show_target(("commitments", CommitmentsShown.OPEN))
    settle(qtbot, office, page)
    return page.views.shown


def open_one(qtbot, office, page, key):
    page.show_target(("commitment", key))
    settle(qtbot, office, page)


def keep(qtbot, office, page):
    """Open the form that says how the open commitment was kept."""
    page.views.shown.doing.keep_action.trigger()
    office.idle(qtbot)
    return page.views.shown.doing.asker.dialog


def save(qtbot, office, page, dialog):
    dialog.submit_button.click()
    settle(qtbot, office, page)


def test_what_is_late_comes_first_and_says_by_how_much(page, view):
    assert names(page) == ["Envoyer le bilan de l’année", "Prêter la grande salle"]
    assert rows(page)[0][-1] == "12 jours de retard"
    said = plain(view.list.total_text)
    assert said == "Nous devons : 1 · On nous doit : 1 (300,00 €) · 1 en retard"
    assert problems_of(page) == []


def test_kept_report_comes_back_a_year_later(qtbot, office, page, view, made, undo):
    open_one(qtbot, office, page, made.report)
    dialog = keep(qtbot, office, page)
    assert unnamed(dialog) == []
    save(qtbot, office, page, dialog)
    wanted = CommitmentFilter(text="bilan", state=CommitmentState.OPEN)
    (after,) = office.services.commitments.all(wanted)
    assert after.content.due_on == dt.date(2026, 11, 30)
    assert "Tenu le 12/12/2025" in read(page)
    undo.undo()
    settle(qtbot, office, page)
    assert "12 jours de retard" in read(page)


@pytest.mark.parametrize("way", [Way.IN_KIND, Way.NOTED])
def test_proof_is_kept_in_the_same_step(qtbot, office, page, view, made, tmp_path, undo, way):
    photo = tmp_path / "salle.txt"
    photo.write_text("photo", encoding="utf-8")
    open_one(qtbot, office, page, made.room)
    dialog = keep(qtbot, office, page)
    dialog.way.choose(way)
    dialog.proofs.add([photo, tmp_path / "absent.txt"])
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "absent.txt" in dialog.form.fields["file"].error
    dialog.proofs.clear()
    dialog.proofs.add([photo])
    save(qtbot, office, page, dialog)
    assert [x.name for x in office.services.commitments.files(made.room)] == ["salle.txt"]
    undo.undo()
    settle(qtbot, office, page)
    assert office.services.commitments.files(made.room) == ()
    assert office.services.commitments.get(made.room).state is CommitmentState.OPEN


def test_room_that_was_lent_is_valued_in_the_accounts(qtbot, office, page, view, made):
    open_one(qtbot, office, page, made.room)
    dialog = keep(qtbot, office, page)
    assert dialog.way.value is Way.IN_KIND
    dialog.basis.setText("Tarif municipal")
    save(qtbot, office, page, dialog)
    kept = office.services.commitments.get(made.room)
    assert kept.contribution_id is not None
    assert "Preuve\ndon en nature dans les comptes" in read(page)
    assert view.doing.keep_action.property("icon_name") == "arrow-counter-clockwise"
    dialog = keep(qtbot, office, page)
    assert any("300,00 €" in plain(x.text()) for x in dialog.findChildren(QLabel))
    save(qtbot, office, page, dialog)
    assert office.services.commitments.get(made.room).state is CommitmentState.OPEN
    assert office.services.volunteering.contributions() == []


def test_money_that_we_owe_is_paid_in_the_same_step(qtbot, office, page, view, made):
    page.commitment_action.trigger()
    office.idle(qtbot)
    dialog = view.doing.asker.dialog
    assert unnamed(dialog) == []
    dialog.side.choose(Side.OURS)
    dialog.partner.set_contact(Choice(made.town_hall, "Mairie de Brume"))
    dialog.text.setText("Participer au chauffage")
    dialog.kind.choose(CommitmentKind.MONEY)
    dialog.amount.setText("80")
    save(qtbot, office, page, dialog)
    dialog = keep(qtbot, office, page)
    assert dialog.way.value is Way.PAID_NOW
    save(qtbot, office, page, dialog)
    (kept,) = office.services.commitments.all(CommitmentFilter(text="chauffage"))
    assert kept.payment_id is not None


def test_commitment_is_changed_given_up_and_removed(qtbot, office, page, view, made):
    open_one(qtbot, office, page, made.room)
    view.doing.change_action.trigger()
    office.idle(qtbot)
    dialog = view.doing.asker.dialog
    dialog.text.setText("Prêter la petite salle")
    save(qtbot, office, page, dialog)
    assert "Prêter la petite salle" in names(page)
    view.doing.drop_action.trigger()
    settle(qtbot, office, page)
    assert office.services.commitments.get(made.room).state is CommitmentState.DROPPED
    view.doing.remove_action.trigger()
    settle(qtbot, office, page)
    assert office.services.commitments.all(CommitmentFilter(text="petite")) == []


def test_letter_about_what_they_owe_reminds_and_then_thanks(qtbot, office, page, view, made):
    open_one(qtbot, office, page, made.room)
    assert letter(qtbot, office, page) == "Rappel d’un engagement"
    save(qtbot, office, page, keep(qtbot, office, page))
    assert letter(qtbot, office, page) == "Remerciement à un partenaire"


def letter(qtbot, office, page) -> str:
    """Return which letter is proposed about the open commitment."""
    page.views.shown.doing.letter_action.trigger()
    settle(qtbot, office, page)
    dialog = page.papers.letters.dialog
    dialog.reject()
    return dialog.text.currentText()
