"""Papers and reminders from the page of memberships."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_conditions import Rule
from coopdesk.ui import file_writing as writing_module
from coopdesk.ui.file_writing import FileJob
from coopdesk.ui.members.papers.dialog import Paper
from tests.ui.contacts.conftest import press, settle, unnamed
from tests.ui.members.conftest import plain

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def opened(monkeypatch) -> list[object]:
    """What would be handed to the desktop's own programs."""
    found: list[object] = []
    monkeypatch.setattr(
        writing_module, "open_or_tell", lambda path, _feedback: found.append(path)
    )
    return found


@pytest.fixture
def page(qtbot, office, filled_page, people):
    """Members of whom one has an address; the association has an e-mail."""
    contact = office.services.contacts.get(people["Élodie Lefèvre"])
    address = PostalAddress("1 rue Haute", "", "44000", "Nantes")
    office.services.contacts.change(contact.id, replace(contact.profile, address=address))
    profile = office.services.association.get()
    office.services.association.save(replace(profile, email="bureau@example.org"))
    filled_page.reload()
    settle(qtbot, office, filled_page)
    return filled_page


def ask(qtbot, office, page):
    page.print_action.trigger()
    office.idle(qtbot)
    return page.papers.dialog


def written(qtbot, office, page, job: FileJob, name):
    page.papers.writing.write(job, office.folder / name)
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    return office.folder / name


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_is_written_for_what_is_listed(
    qtbot, office, page, opened, monkeypatch, paper
):
    jobs: list[FileJob] = []
    monkeypatch.setattr(page.papers.writing, "ask", jobs.append)
    dialog = ask(qtbot, office, page)
    dialog.paper.choose(paper)
    dialog.only_voting.setChecked(False)
    assert unnamed(dialog) == []
    dialog.submit_button.click()
    assert page.papers.dialog is None
    path = written(qtbot, office, page, jobs[0], jobs[0].name)
    assert opened == [path]
    content = path.read_bytes()
    assert content.startswith(b"elodie@" if paper is Paper.EMAILS else b"%PDF")
    assert page.bar.isVisible()
    assert path.name in page.bar.text


def test_who_is_left_out_is_counted_and_named_one_step_away(
    qtbot, office, page, opened, monkeypatch
):
    jobs: list[FileJob] = []
    monkeypatch.setattr(page.papers.writing, "ask", jobs.append)
    dialog = ask(qtbot, office, page)
    dialog.paper.choose(Paper.LABELS)
    dialog.start.setText("3")
    dialog.submit_button.click()
    written(qtbot, office, page, jobs[0], "etiquettes.pdf")
    assert "1 étiquette" in page.bar.text
    assert "Zoé Abadie, Biocoop du Port (" in page.bar.text
    asked = []
    page.bar.left_out_requested.connect(asked.append)
    page.bar.who_action.trigger()
    assert len(asked[0].splitlines()) == 2
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.reject()


def test_saved_selection_of_contacts_is_offered(qtbot, office, page, opened, monkeypatch):
    jobs: list[FileJob] = []
    monkeypatch.setattr(page.papers.writing, "ask", jobs.append)
    rule = Rule("kind", "=", ("person",))
    office.services.filters.save("Les personnes", rule)
    dialog = ask(qtbot, office, page)
    assert dialog.people.itemText(dialog.people.count() - 1) == "Les personnes"
    dialog.people.setCurrentIndex(dialog.people.count() - 1)
    dialog.paper.choose(Paper.LABELS)
    dialog.submit_button.click()
    written(qtbot, office, page, jobs[0], "nantes.pdf")
    assert page.bar.text.startswith("nantes.pdf\u00a0: 1 étiquette")


def test_label_that_no_sheet_has_is_refused_beneath_its_field(qtbot, office, page):
    dialog = ask(qtbot, office, page)
    dialog.paper.choose(Paper.LABELS)
    dialog.start.setText("abc")
    dialog.submit_button.click()
    assert dialog.form.error_of("start")
    dialog.form.is_dirty = False
    dialog.reject()


def test_only_the_options_of_the_paper_are_shown(qtbot, office, page):
    dialog = ask(qtbot, office, page)
    assert dialog.start.isHidden() or not dialog.start.isVisible()
    dialog.paper.choose(Paper.ATTENDANCE)
    assert dialog.held_on.isVisible()
    assert not dialog.start.isVisible()
    dialog.reject()


def test_certificate_of_one_member_is_written(qtbot, office, page, joined, opened, monkeypatch):
    jobs: list[FileJob] = []
    monkeypatch.setattr(page.papers.writing, "ask", jobs.append)
    page.list.table.setFocus()
    page.list.table.select_id(joined.paid)
    page.record.certificate_action.trigger()
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    assert jobs[0].name == "attestation-elodie-lefevre.pdf"
    path = written(qtbot, office, page, jobs[0], jobs[0].name)
    assert path.read_bytes().startswith(b"%PDF")


# reminders


@pytest.fixture
def reminders(qtbot, office, page):
    page.remind_action.trigger()
    office.idle(qtbot)
    dialog = page.reminding.dialog
    office.idle(qtbot)
    return dialog


def test_people_are_listed_by_the_text_that_comes_next(reminders):
    names = [
        plain(texts[0])
        for texts in reminders.list.model.fetch_texts(list(reminders.list.model.ids))
    ]
    assert names == ["Zoé Abadie", "Léo Martin"]
    assert reminders.summary.text() == (
        "2 relances à envoyer · 2 sans adresse postale complète · 2 sans e-mail"
    )
    assert not reminders.letter_button.isEnabled()
    assert unnamed(reminders) == []


def test_delay_narrows_and_somebody_is_taken_out(qtbot, office, reminders, joined):
    reminders.at_least.setFocus()
    reminders.at_least.selectAll()
    press("164")
    assert reminders.summary.text().startswith("1 relance à envoyer ·")
    reminders.at_least.clear()
    reminders.list.table.setFocus()
    reminders.list.table.select_id(joined.unpaid)
    press(Qt.Key.Key_Delete)
    assert joined.unpaid not in reminders._shown
    reminders.reject()


def test_text_is_read_before_it_is_sent(qtbot, office, page, reminders):
    shown = []
    page.desk.feedback.inform = lambda title, text: shown.append((title, text))
    reminders.preview_button.click()
    office.idle(qtbot)
    ((title, text),) = shown
    assert "adhésion" in title.lower()
    assert "Les Jardins partagés de la Sèvre" in title + text
    reminders.reject()


def test_text_is_changed_and_a_wrong_blank_is_refused(qtbot, office, page, reminders):
    reminders.texts.change_action.trigger()
    dialog = reminders.texts.dialog
    qtbot.waitUntil(dialog.body.hasFocus)
    assert "{prénom}" in "".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.body.setPlainText("Bonjour {prenom},\n\nVotre {chose} attend.")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "{chose}" in dialog.form.error_of("body")
    dialog.body.setPlainText("Bonjour {prenom},\n\nVotre adhésion attend.")
    dialog.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert reminders.texts.dialog is None
    first = next(iter(reminders._shown))
    (text,) = office.services.reminders.preview(reminders.text.value, [first])
    assert "Bonjour Zoé" in text.body
    reminders.reject()


def labels(dialog):
    return [dialog.text.itemText(row) for row in range(dialog.text.count())]


def test_text_is_added_after_all_others_and_shown(qtbot, office, page, reminders):
    reminders.texts.add_action.trigger()
    dialog = reminders.texts.dialog
    qtbot.waitUntil(dialog.label.hasFocus)
    assert dialog.body.toPlainText()
    press("Ultime lettre", Qt.Key.Key_Return)
    office.idle(qtbot)
    office.idle(qtbot)
    assert reminders.texts.dialog is None
    assert labels(reminders)[-2:] == ["Dernier rappel (0)", "Ultime lettre (0)"]
    assert reminders.text.currentText() == "Ultime lettre (0)"
    reminders.reject()


def test_text_is_removed_and_ctrl_z_brings_it_back(qtbot, office, page, reminders, undo):
    reminders.text.choose(2)
    assert reminders.texts.remove_action.isEnabled()
    reminders.texts.remove_action.trigger()
    office.idle(qtbot)
    office.idle(qtbot)
    assert "Deuxième rappel (0)" not in labels(reminders)
    reminders.reject()
    undo.undo()
    office.idle(qtbot)
    texts = office.services.reminders.templates()
    assert "Deuxième rappel" in [text.content.label for text in texts]


def test_text_before_the_end_offers_no_removal(qtbot, office, page, reminders):
    reminders.text.choose(0)
    assert not reminders.texts.remove_action.isEnabled()
    assert not reminders.texts.reset_action.isEnabled()
    reminders.reject()


def test_proposed_texts_come_back_in_one_step(qtbot, office, page, reminders):
    reminders.text.choose(3)
    for _round in range(2):
        reminders.texts.remove_action.trigger()
        office.idle(qtbot)
        office.idle(qtbot)
    assert len(labels(reminders)) == 2
    reminders.texts.reset_action.trigger()
    office.idle(qtbot)
    office.idle(qtbot)
    assert len(labels(reminders)) == 4
    reminders.reject()


def test_letters_leave_out_who_has_no_address_and_are_noted(
    qtbot, office, page, reminders, opened, monkeypatch, people
):
    zoe = office.services.contacts.get(people["Zoé Abadie"])
    address = PostalAddress("2 rue Basse", "", "44000", "Nantes")
    office.services.contacts.change(zoe.id, replace(zoe.profile, address=address))
    reminders.reload()
    settle(qtbot, office, page)
    assert reminders.letter_button.text() == "Écrire 1 lettre…"
    jobs: list[FileJob] = []
    monkeypatch.setattr(page.papers.writing, "ask", lambda job, **_over: jobs.append(job))
    reminders.letter_button.click()
    path = written(qtbot, office, page, jobs[0], "relances.pdf")
    assert path.read_bytes().startswith(b"%PDF")
    assert "1 lettre" in page.bar.text
    assert "Laissés de côté" in page.bar.text


def test_drafts_are_written_with_the_list_of_addresses(
    qtbot, office, page, people, opened, joined
):
    zoe = office.services.contacts.get(people["Zoé Abadie"])
    office.services.contacts.change(zoe.id, replace(zoe.profile, email="zoe@example.org"))
    page.remind_action.trigger()
    office.idle(qtbot)
    dialog = page.reminding.dialog
    office.idle(qtbot)
    assert dialog.email_button.text() == "Préparer 1 e-mail…"
    orders = []
    dialog.submitted.disconnect()
    dialog.submitted.connect(orders.append)
    dialog.email_button.click()
    page.reminding.write_drafts(orders[0], office.folder / "brouillons")
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    files = sorted(path.suffix for path in (office.folder / "brouillons").iterdir())
    assert files == [".eml", ".txt"]
    assert "1 brouillon" in page.bar.text


def test_day_of_the_assembly_is_typed_the_way_people_write_it(qtbot, office, page):
    dialog = ask(qtbot, office, page)
    dialog.paper.choose(Paper.ATTENDANCE)
    dialog.held_on.setText("20/6")
    order = dialog.read()
    assert order.assembly.held_on == dt.date(2025, 6, 20)
    dialog.reject()
