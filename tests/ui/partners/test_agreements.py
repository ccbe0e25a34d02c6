"""Agreements: typed, sent, signed, ended, renewed, with their files."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.agreements import AgreementState, Renewal, Side
from coopdesk.domain.contact_details import NewAffiliation
from coopdesk.domain.contacts import NewContact
from coopdesk.ui.partners.papers import Paper
from coopdesk.ui.partners.reading import AgreementsShown
from coopdesk.ui.partners.views import View
from coopdesk.ui.widgets.contact_picker import Choice
from tests.ui.contacts.conftest import unnamed
from tests.ui.office import problems_of
from tests.ui.partners.conftest import names, plain, read, rows, settle


@pytest.fixture
def view(qtbot, office, page):
    page.show_target(("agreements", AgreementsShown.ALL))
    settle(qtbot, office, page)
    return page.views.shown


def act(qtbot, office, page, action):
    """Do something and return the form that it opens, if it does."""
    action.trigger()
    office.idle(qtbot)
    dialog = page.views.shown.doing.asker.dialog
    if dialog is None:
        settle(qtbot, office, page)
    return dialog


def save(qtbot, office, page, dialog):
    dialog.submit_button.click()
    settle(qtbot, office, page)


def test_list_says_when_a_term_ends_and_notice_must_come(page, view):
    (row,) = rows(page)
    title, partner, _kind, starts, ends, decide = row[:6]
    assert (title, partner) == ("Mise à disposition de la salle", "Mairie de Brume")
    # Tacit renewal has brought the second term.
    assert (starts, ends, decide) == ("01/03/2025", "28/02/2026", "28/01/2026")
    assert row[-1] == "À décider bientôt"
    assert problems_of(page) == []


def test_form_says_by_when_notice_must_come_as_it_is_typed(qtbot, office, page, view, made):
    dialog = act(qtbot, office, page, page.agreement_action)
    assert unnamed(dialog) == []
    dialog.partner.set_contact(Choice(made.network, "Réseau des Rives"))
    dialog.title.setText("Adhésion au réseau")
    dialog.starts_on.set_day(dt.date(2026, 1, 1))
    dialog.ends_on.set_day(dt.date(2026, 12, 31))
    dialog.renewal.choose(Renewal.TACIT)
    dialog.notice_months.set_count(2)
    assert "31/10/2026" in plain(dialog.said.text())
    dialog.starts_on.set_day(dt.date(2025, 1, 1))
    dialog.ends_on.set_day(dt.date(2025, 12, 31))
    assert plain(dialog.said.text()) == (
        "Période du 01/01/2025 au 31/12/2025 · Trop tard pour une fin le 31/12/2025. "
        "À dénoncer le 31/10/2026 au plus tard, pour une fin le 31/12/2026"
    )
    dialog.people.rows[1].name.setText("Solène Abgrall")
    save(qtbot, office, page, dialog)
    assert "Adhésion au réseau" in names(page)
    said = read(page)
    assert "Solène Abgrall" in said
    assert "En rédaction" in said
    made_one = office.services.agreements.get(view.detail.shown_id)
    assert [one.side for one in made_one.content.signatories] == [Side.THEIRS]


def test_people_of_the_partner_and_who_signed_before_are_proposed(
    qtbot, office, page, view, made
):
    new = NewContact(first_name="Solène", last_name="Abgrall")
    mayor = office.services.contacts.add(new).value.id
    office.services.affiliations.add(NewAffiliation(mayor, made.town_hall, "Maire"))
    dialog = act(qtbot, office, page, page.agreement_action)
    dialog.partner.set_contact(Choice(made.town_hall, "Mairie de Brume"))
    dialog.title.setText("Fête de la rivière")
    office.idle(qtbot)
    ours, theirs = dialog.people.rows
    dialog.notice_days.setFocus()
    qtbot.keyClick(dialog.notice_days, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is ours.side
    assert "Maëlle Kerbrat" in ours.name.completer().model().stringList()
    theirs.name.completer().setCompletionPrefix("abg")
    assert theirs.name.completer().currentCompletion() == "Solène Abgrall"
    theirs.name.setText("Solène Abgrall")
    theirs.name.completer().activated[str].emit("Solène Abgrall")
    save(qtbot, office, page, dialog)
    (one,) = office.services.agreements.get(view.detail.shown_id).content.signatories
    assert (one.contact_id, one.role, one.side) == (mayor, "Maire", Side.THEIRS)


def test_agreement_is_sent_signed_ended_and_runs_on(qtbot, office, page, view, made, tmp_path):
    dialog = act(qtbot, office, page, page.agreement_action)
    dialog.partner.set_contact(Choice(made.network, "Réseau des Rives"))
    dialog.title.setText("Prêt de matériel")
    save(qtbot, office, page, dialog)
    doing = view.doing
    save(qtbot, office, page, act(qtbot, office, page, doing.send_action))
    dialog = act(qtbot, office, page, doing.sign_action)
    scan = tmp_path / "convention-signee.txt"
    scan.write_text("signé", encoding="utf-8")
    dialog.proofs.add([scan])
    save(qtbot, office, page, dialog)
    key = view.detail.shown_id
    assert [x.name for x in office.services.agreements.files(key)] == [scan.name]
    save(qtbot, office, page, act(qtbot, office, page, doing.end_action))
    assert office.services.agreements.get(key).content.state is AgreementState.ENDED
    act(qtbot, office, page, doing.end_action)
    assert office.services.agreements.get(key).content.state is AgreementState.SIGNED


def test_ending_proposes_the_first_day_that_notice_leaves(qtbot, office, page, view, made):
    page.show_target(("agreement", made.premises))
    settle(qtbot, office, page)
    save(qtbot, office, page, act(qtbot, office, page, view.doing.end_action))
    assert office.services.agreements.get(made.premises).ended_on == dt.date(2026, 2, 28)


def test_renewing_drafts_the_next_one_and_opens_it(qtbot, office, page, view, made, undo):
    page.show_target(("agreement", made.premises))
    settle(qtbot, office, page)
    act(qtbot, office, page, view.doing.renew_action)
    assert view.detail.shown_id != made.premises
    assert "Renouvelle" in read(page)
    after = office.services.agreements.get(view.detail.shown_id).content
    assert (after.starts_on.day, after.starts_on.month, after.follows_id) == (
        1,
        3,
        made.premises,
    )
    undo.undo()
    settle(qtbot, office, page)
    assert len(names(page)) == 1


def test_files_are_dropped_on_an_agreement_and_taken_off(
    qtbot, office, page, view, made, tmp_path
):
    page.show_target(("agreement", made.premises))
    settle(qtbot, office, page)
    path = tmp_path / "convention.txt"
    path.write_text("signé", encoding="utf-8")
    view.panel.files_dropped.emit([path])
    settle(qtbot, office, page)
    (kept,) = office.services.agreements.files(made.premises)
    assert kept.name == "convention.txt"
    assert view.panel.pane.isVisible()
    view.panel.pane.removal_wanted.emit(kept.id)
    settle(qtbot, office, page)
    assert office.services.agreements.files(made.premises) == ()


def test_summary_is_written_as_pdf_under_the_name_of_the_agreement(
    qtbot, office, page, view, made, tmp_path
):
    page.show_target(("agreement", made.premises))
    settle(qtbot, office, page)
    view.doing.summary_action.trigger()
    job, writing = page.papers.writing._wanted, page.papers.writing
    assert job.name == "convention-en-une-page-mise-a-disposition-de-la-salle.pdf"
    writing.chooser.reject()
    written = job.write(tmp_path / "convention.pdf", None)
    assert written.read_bytes().startswith(b"%PDF")


def test_text_and_letter_are_asked_from_the_record(qtbot, office, page, view, made):
    page.show_target(("agreement", made.premises))
    settle(qtbot, office, page)
    view.panel.link_activated.emit(f"text:{made.premises}")
    office.idle(qtbot)
    assert "Mise à disposition" in view.doing.text_dialog.heading.text()
    view.doing.text_dialog.reject()
    view.doing.letter_action.trigger()
    office.idle(qtbot)
    assert page.papers.letters.dialog.isVisible()
    page.papers.letters.dialog.reject()


def test_promise_of_an_agreement_is_added_from_its_record(qtbot, office, page, view, made):
    page.show_target(("agreement", made.premises))
    settle(qtbot, office, page)
    view.panel.link_activated.emit("add-theirs:0")
    office.idle(qtbot)
    dialog = view.doing.asker.dialog
    assert (dialog.side.value, dialog.agreement.value) == (Side.THEIRS, made.premises)
    dialog.text.setText("Chauffer la salle")
    save(qtbot, office, page, dialog)
    assert "Chauffer la salle" in read(page)
    assert page.views.current is View.AGREEMENTS


def test_file_of_a_convention_is_called_so_once(page, view, made):
    page.papers.write(Paper.CONVENTION, made.premises, "Convention de la salle")
    assert page.papers.writing._wanted.name == "convention-de-la-salle.pdf"
    page.papers.writing.chooser.reject()
