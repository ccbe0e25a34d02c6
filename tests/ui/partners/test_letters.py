"""Letters to partners and texts of conventions, driven as a person does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QMessageBox, QVBoxLayout

from coopdesk.domain.agreements import AgreementKind, NewAgreement, Side
from coopdesk.domain.commitments import NewCommitment
from coopdesk.domain.contact_details import NewAffiliation
from coopdesk.domain.partner_texts import REMINDER, PartnerTextKind
from coopdesk.domain.timeline import EntryKind
from coopdesk.ui import file_writing as writing_module
from coopdesk.ui.partners.letter_writing import PartnerLetterWriting
from coopdesk.ui.partners.text_choice import AgreementTextDialog
from tests.ui.contacts.conftest import cut_off, unnamed
from tests.ui.office import PROFILE, office

__all__ = ["office"]


@pytest.fixture
def opened(monkeypatch) -> list[object]:
    """What would be handed to the desktop's own programs."""
    found: list[object] = []
    monkeypatch.setattr(
        writing_module, "open_or_tell", lambda path, _feedback: found.append(path)
    )
    return found


@pytest.fixture
def partner(office):
    """A partner with somebody inside, an agreement and a late commitment."""
    services = office.services
    services.association.save(replace(PROFILE, email="bureau@example.org"))
    home, loic = office.company(), office.person(4)
    services.affiliations.add(NewAffiliation(loic.id, home.id, "gérance"))
    new = NewAgreement(
        home.id, "Un toit", AgreementKind.PREMISES, starts_on=dt.date(2025, 3, 1)
    )
    agreement = services.agreements.add(new).value
    owed = NewCommitment(
        home.id,
        Side.THEIRS,
        "Remettre les clés",
        due_on=dt.date(2025, 10, 31),
        agreement_id=agreement.id,
    )
    commitment = services.commitments.add(owed).value
    return home, loic, agreement, commitment


@pytest.fixture
def letters(office, window, partner, opened):
    letters = PartnerLetterWriting(office.desk, window)
    layout = QVBoxLayout(window)
    layout.addWidget(letters.bar)
    window.resize(1150, 700)
    window.show()
    return letters


def plain(text):
    return text.replace("\u00a0", " ")


def rest(qtbot, office):
    for _round in range(3):
        office.idle(qtbot)


def ask(qtbot, office, letters, *about):
    letters.ask(*about)
    rest(qtbot, office)
    return letters.dialog


def history(office, contact_id):
    found = office.services.details.timeline(contact_id)
    return [one.values["channel"] for one in found if one.kind is EntryKind.LETTER]


def test_reminder_is_adapted_written_and_noted(qtbot, office, letters, partner, opened):
    home, loic, _agreement, commitment = partner
    dialog = ask(qtbot, office, letters, home.id, None, commitment.id, REMINDER)
    assert dialog.heading.text() == "Lettre à Biocoop du Port"
    assert dialog.text.currentText() == "Rappel d’un engagement"
    assert dialog.agreement.currentText() == "Un toit"
    assert dialog.focusWidget() is dialog.text
    assert "Remettre les clés" in dialog.body.toPlainText()
    assert (unnamed(dialog), cut_off(dialog)) == ([], [])
    dialog.person.choose(loic.id)
    dialog.person.activated.emit(dialog.person.currentIndex())
    rest(qtbot, office)
    assert dialog.body.toPlainText().startswith("Madame, Monsieur,")
    dialog.body.setPlainText("Bonjour,\n\nEt les clés ?")
    assert not dialog.text.isEnabled()
    assert dialog.revert_button.isVisibleTo(dialog)
    dialog.letter_button.click()
    path = office.folder / "lettre.pdf"
    chooser = letters.writing.chooser
    assert chooser.selectedFiles()[0].endswith("lettre-biocoop-du-port.pdf")
    chooser.fileSelected.emit(str(path))
    chooser.close()
    rest(qtbot, office)
    assert opened == [path]
    assert letters.dialog is None
    (page,) = PdfReader(path).pages
    assert "Et les clés ?" in plain(page.extract_text())
    assert history(office, home.id) == ["post"]
    said = " ".join(label.text() for label in letters.bar.findChildren(QLabel))
    assert "1 lettre" in plain(said)


def test_letter_stays_open_when_the_file_cannot_be_written(qtbot, office, letters, partner):
    home = partner[0]
    dialog = ask(qtbot, office, letters, home.id)
    dialog.subject.setText("À nous")
    dialog.letter_button.click()
    (office.folder / "pris.pdf").mkdir()
    letters.writing.chooser.fileSelected.emit(str(office.folder / "pris.pdf"))
    letters.writing.chooser.close()
    rest(qtbot, office)
    assert letters.dialog is dialog
    assert dialog.subject.text() == "À nous"
    assert history(office, home.id) == []
    for box in office.desk.feedback.parent().findChildren(QMessageBox):
        box.reject()


def test_draft_is_offered_only_where_somebody_has_an_email(qtbot, office, letters, partner):
    home, loic = partner[:2]
    dialog = ask(qtbot, office, letters, home.id)
    assert not dialog.email_button.isEnabled()
    assert "adresse e-mail" in dialog.missing.text()
    profile = replace(loic.profile, email="loic@example.org")
    office.services.contacts.change(loic.id, profile)
    dialog.person.choose(loic.id)
    dialog.person.activated.emit(dialog.person.currentIndex())
    rest(qtbot, office)
    assert dialog.email_button.isEnabled()
    dialog.email_button.click()
    letters.chooser.fileSelected.emit(str(office.folder / "d"))
    letters.chooser.close()
    rest(qtbot, office)
    assert [path.suffix for path in (office.folder / "d").iterdir()] == [".eml"]
    assert history(office, home.id) == ["email"]
    assert letters.dialog is None


def test_empty_letter_and_typed_words_are_not_lost(qtbot, office, letters, partner):
    dialog = ask(qtbot, office, letters, partner[0].id)
    dialog.body.setPlainText("  ")
    dialog.letter_button.click()
    assert dialog.form.error_of("body")
    assert letters.writing.chooser is None
    dialog.reject()
    question = dialog.findChild(QMessageBox)
    assert question.text() == "Fermer sans enregistrer\u00a0?"
    question.reject()
    assert letters.dialog is dialog
    dialog.revert_button.click()
    rest(qtbot, office)
    assert dialog.body.toPlainText().startswith("Madame, Monsieur,")
    dialog.reject()
    assert letters.dialog is None


def test_texts_of_letters_and_of_conventions_are_changed_in_one_place(
    qtbot, office, letters, partner
):
    dialog = ask(qtbot, office, letters, partner[0].id)
    dialog.texts_button.click()
    texts = dialog.texts_dialog
    rest(qtbot, office)
    assert texts.text.currentText() == "Demande de partenariat"
    texts.kind.choose(PartnerTextKind.AGREEMENT)
    texts.kind.activated.emit(texts.kind.currentIndex())
    rest(qtbot, office)
    assert texts.text.currentText() == "Convention de partenariat"
    assert "{nos engagements}" in [x.text() for x in texts.editor.menu.actions()]
    assert "Un toit" in texts.editor.shown_subject.text()
    assert (unnamed(texts), cut_off(texts)) == ([], [])
    # The whole screen of 1366 x 768 at 150 %.
    assert texts.minimumSizeHint().height() <= 512
    texts.editor.label.setText("À nous")
    texts.editor._on_edited()
    texts.save()
    rest(qtbot, office)
    assert office.services.partner_letters.text(PartnerTextKind.AGREEMENT, 0).is_own
    texts.reject()
    rest(qtbot, office)
    dialog.reject()
    letters.edit_texts(PartnerTextKind.AGREEMENT)
    rest(qtbot, office)
    assert letters.texts_dialog.text.currentText() == "À nous"
    letters.texts_dialog.reject()
    assert letters.texts_dialog is None


@pytest.fixture
def terms(qtbot, office, window, partner):
    window.show()
    dialog = AgreementTextDialog(office.desk, window, partner[2].id)
    dialog.open()
    rest(qtbot, office)
    return dialog


def test_text_of_a_convention_starts_from_its_kind_and_is_kept(qtbot, office, partner, terms):
    assert terms.text.currentText() == "Mise à disposition de locaux"
    assert "Biocoop du Port met gratuitement" in plain(terms.editor.shown_body.toPlainText())
    assert not terms.save_button.isEnabled()
    assert (unnamed(terms), cut_off(terms)) == ([], [])
    terms.editor.body.setPlainText("Dès {début}, {chose}")
    terms.editor._on_pause()
    rest(qtbot, office)
    assert "{chose}" in terms.editor.form.error_of("body")
    terms.editor.body.setPlainText("Dès {début}.")
    terms.save_button.click()
    rest(qtbot, office)
    assert plain(terms.editor.shown_body.toPlainText()) == "Dès 1er mars 2025."
    assert terms.text.currentText() == "Le texte de cette convention"
    key = partner[2].id
    assert office.services.agreements.get(key).content.terms == "Dès {début}."
    terms.reject()


def test_another_text_for_a_convention_is_shown_before_it_is_kept(
    qtbot, office, partner, terms
):
    terms.text.choose(3)
    terms.text.activated.emit(terms.text.currentIndex())
    rest(qtbot, office)
    assert "prête gratuitement du matériel" in plain(terms.editor.shown_body.toPlainText())
    assert terms.save_button.isEnabled()
    terms.reject()
    question = terms.findChild(QMessageBox)
    question.reject()
    terms.revert_button.click()
    rest(qtbot, office)
    assert terms.text.currentText() == "Mise à disposition de locaux"
    assert not terms.save_button.isEnabled()
    assert office.services.agreements.get(partner[2].id).content.terms == ""
    terms.texts_button.click()
    rest(qtbot, office)
    assert terms.texts_dialog.text.currentText() == "Mise à disposition de locaux"
    terms.texts_dialog.reject()
    rest(qtbot, office)
    terms.reject()
