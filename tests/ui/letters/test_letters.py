"""Texts to donors and thanks, driven as a person does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QVBoxLayout

from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.ui import file_writing as writing_module
from coopdesk.ui.letters.thanking import Thanking
from tests.ui.contacts.conftest import cut_off, unnamed
from tests.ui.office import PROFILE, texts

NOW = dt.datetime.now().astimezone().date()


@pytest.fixture
def opened(monkeypatch) -> list[object]:
    """What would be handed to the desktop's own programs."""
    found: list[object] = []
    monkeypatch.setattr(
        writing_module, "open_or_tell", lambda path, _feedback: found.append(path)
    )
    return found


@pytest.fixture
def thanking(qtbot, office, window, opened):
    """Two donors, one with an e-mail, and three gifts of today."""
    office.services.association.save(replace(PROFILE, email="bureau@example.org"))
    first, second = office.person(0), office.person(1)
    profile = replace(first.profile, email="elodie@example.org")
    office.services.contacts.change(first.id, profile)
    for donor, cents in ((first, 5_000), (first, 700), (second, 3_000)):
        office.gift(donor, cents, NOW)
    thanking = Thanking(office.desk, window)
    layout = QVBoxLayout(window)
    layout.addWidget(thanking.bar)
    window.resize(1150, 700)
    window.show()
    return thanking


@pytest.fixture
def dialog(qtbot, office, thanking):
    thanking.ask()
    office.idle(qtbot)
    office.idle(qtbot)
    return thanking.dialog


def said(bar):
    return " ".join(label.text() for label in bar.findChildren(QLabel)).replace("\u00a0", " ")


def test_gifts_to_thank_for_are_listed_and_letters_noted(
    qtbot, office, thanking, dialog, opened
):
    assert [row[1] for row in texts(dialog.list)] == [
        "François Gonçalves",
        "Élodie Lefèvre",
        "Élodie Lefèvre",
    ]
    assert dialog.summary.text() == "3 dons à remercier · 2 donateurs · 1 sans e-mail"
    assert dialog.letter_button.text() == "Écrire 2 lettres…"
    assert dialog.email_button.text() == "Préparer 1 e-mail…"
    assert (unnamed(dialog), cut_off(dialog)) == ([], [])
    dialog.letter_button.click()
    chooser = thanking.writing.chooser
    assert chooser.selectedFiles()[0].endswith("remerciements.pdf")
    path = office.folder / "remerciements.pdf"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    office.idle(qtbot)

    assert opened == [path]
    assert "2 lettres" in said(thanking.bar)
    assert office.services.donor_letters.unthanked() == []
    assert thanking.dialog is None


def test_who_was_taken_out_stays_out_until_it_is_known_where_files_go(
    qtbot, office, thanking, dialog
):
    dialog.take_out([dialog.list.model.ids[0]])
    dialog.reload()
    office.idle(qtbot)
    for button in (dialog.letter_button, dialog.email_button):
        button.click()
        chooser = thanking.writing.chooser or thanking.chooser
        assert chooser.parent() is dialog
        chooser.reject()
        assert thanking.dialog is dialog
        assert dialog.summary.text().startswith("2 dons à remercier")
    dialog.email_button.click()
    thanking.chooser.fileSelected.emit(str(office.folder / "d"))
    thanking.chooser.close()
    office.idle(qtbot)
    assert thanking.dialog is None
    assert "1 brouillon" in said(thanking.bar)


def test_drafts_leave_out_who_has_no_email(qtbot, office, thanking, dialog):
    order = []
    dialog.submitted.disconnect()
    dialog.submitted.connect(order.append)
    dialog.email_button.click()

    thanking.write_drafts(order[0], office.folder / "d")
    office.idle(qtbot)

    assert [path.suffix for path in (office.folder / "d").iterdir()] == [".eml"]
    assert "1 brouillon d'e-mail" in said(thanking.bar).replace("’", "'")
    assert "François Gonçalves (pas d'adresse e-mail)" in said(thanking.bar).replace("’", "'")


def test_a_text_is_changed_with_its_preview_and_a_wrong_blank_is_said(qtbot, office, thanking):
    thanking.edit_texts(DonorTextKind.THANKS)
    texts_dialog = thanking.texts_dialog
    office.idle(qtbot)
    office.idle(qtbot)
    editor = texts_dialog.editor
    assert "30,00 €" in editor.shown_body.toPlainText().replace("\u00a0", " ")
    assert not texts_dialog.save_button.isEnabled()
    assert (unnamed(texts_dialog), cut_off(texts_dialog)) == ([], [])

    editor.body.setPlainText("Merci {donateur} pour {chose}")
    editor._on_pause()
    office.idle(qtbot)
    assert "{chose}" in editor.form.error_of("body")
    editor.body.setPlainText("Merci pour ")
    editor.body.moveCursor(editor.body.textCursor().MoveOperation.End)
    next(x for x in editor.menu.actions() if x.text() == "{montant}").trigger()
    editor._on_pause()
    office.idle(qtbot)
    assert editor.shown_body.toPlainText().replace("\u00a0", " ") == "Merci pour 30,00 €"
    assert not texts_dialog.text.isEnabled()
    texts_dialog.save_button.click()
    office.idle(qtbot)
    office.idle(qtbot)

    assert office.services.donor_letters.text(DonorTextKind.THANKS, 0).is_own
    assert texts_dialog.reset_action.isEnabled()
    texts_dialog.add()
    editor.label.setText("Très court")
    editor._on_edited()
    texts_dialog.save()
    office.idle(qtbot)
    office.idle(qtbot)
    assert texts_dialog.text.currentText() == "Très court"
    texts_dialog.remove()
    office.idle(qtbot)
    office.idle(qtbot)
    texts_dialog.reset()
    office.idle(qtbot)
    office.idle(qtbot)
    assert not office.services.donor_letters.text(DonorTextKind.THANKS, 0).is_own
    texts_dialog.reject()
    assert thanking.texts_dialog is None


def test_typed_words_are_not_lost_by_one_escape(qtbot, office, thanking):
    thanking.edit_texts(DonorTextKind.COVER)
    texts_dialog = thanking.texts_dialog
    office.idle(qtbot)
    office.idle(qtbot)
    assert texts_dialog.text.currentText() == "Envoi du reçu fiscal"
    texts_dialog.editor.body.setPlainText("Autre")

    texts_dialog.reject()
    question = texts_dialog.findChild(QMessageBox)
    assert question.text() == "Fermer sans enregistrer\u00a0?"
    question.reject()
    assert thanking.texts_dialog is texts_dialog
    texts_dialog.revert_button.click()
    office.idle(qtbot)
    assert texts_dialog.editor.body.toPlainText().startswith("{salutation}")
    texts_dialog.reject()
    assert thanking.texts_dialog is None
