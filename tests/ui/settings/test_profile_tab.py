"""Editing the profile: checks when a field is left, saving, undo, what papers look like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from coopdesk.services.association import image_from
from coopdesk.services.demo_images import draw_logo
from coopdesk.ui.settings.page import SettingsPage
from tests.ui.office import PROFILE, SMALL, problems_of, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

# The screenless plugin cannot grab; a real one does it silently for every popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

HOSTILE = "<b>Nous</b> & Cie"


@pytest.fixture
def page(office: Office, window, qtbot) -> SettingsPage:
    page = SettingsPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page


@pytest.fixture
def line(page):
    """A field by its name."""
    return lambda name: page.profile.form.fields[name].widget


def error(page, name: str) -> str:
    return page.profile.form.error_of(name)


def type_into(qtbot, widget, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)


def leave(widget) -> None:
    widget.clearFocus()


def test_profile_is_shown(page, line):
    assert line("name").text() == PROFILE.name
    assert line("purpose").toPlainText() == PROFILE.purpose
    assert line("category").currentData() == "oig_association"
    assert line("fiscal_year_start").currentText() == "janvier"
    assert line("country").currentText() == "France"
    assert not page.profile.is_dirty
    assert not page.save_action.isEnabled()


@pytest.mark.parametrize(
    ("name", "wrong", "right", "shown"),
    [
        ("siren", "732829321", "732829320", "732 829 320"),
        ("rna", "W12", "w442000002", "W442000002"),
        ("iban", "FR76", "FR7630006000011234567890189", "FR76 3000 6000 0112 3456 7890 189"),
        ("postal_code", "4400", "44300", "44300"),
        ("email", "maelle", "maelle@example.org", "maelle@example.org"),
        ("phone", None, "0240123456", "02 40 12 34 56"),
    ],
)
def test_field_is_checked_when_left_and_forgiven_when_cured(
    page, line, qtbot, name, wrong, right, shown
):
    field = line(name)
    if wrong is not None:
        type_into(qtbot, field, wrong)
        assert error(page, name) == ""
        leave(field)
        assert error(page, name) != ""
    type_into(qtbot, field, right)
    assert error(page, name) == ""
    leave(field)
    assert error(page, name) == ""
    assert field.text() == shown


def test_save_stores_what_was_typed_and_can_be_undone(page, line, office, qtbot):
    type_into(qtbot, line("name"), "Les Jardins du Val")
    assert page.save_action.isEnabled()
    qtbot.keyClick(line("name"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.idle(qtbot)
    assert office.services.association.get() == replace(PROFILE, name="Les Jardins du Val")
    assert not page.profile.is_dirty
    outcome = office.services.operations.undo()
    office.desk.changes.changed.emit(outcome.changes)
    office.idle(qtbot)
    assert line("name").text() == PROFILE.name


def test_refused_save_keeps_everything_typed(page, line, office, qtbot):
    type_into(qtbot, line("name"), "Autre nom")
    type_into(qtbot, line("siren"), "123456789")
    page.save_action.trigger()
    office.idle(qtbot)
    assert error(page, "siren") != ""
    assert line("name").text() == "Autre nom"
    assert page.profile.is_dirty
    assert office.services.association.get() == PROFILE


def test_unreadable_date_is_refused_beside_its_field(page, line, qtbot, office):
    category = line("category")
    category.setCurrentIndex(category.findData("oig_rup"))
    assert line("decree_on").isVisible()
    type_into(qtbot, line("decree_on"), "un jour")
    page.save_action.trigger()
    office.idle(qtbot)
    assert error(page, "decree_on") != ""


def test_category_asks_only_for_what_completes_it(page, line):
    category = line("category")
    assert not line("decree_on").isVisible()
    category.setCurrentIndex(category.findData("oig_other"))
    assert line("category_detail").isVisible()
    assert not line("decree_on").isVisible()


def test_typing_can_be_given_up(page, line, office, qtbot):
    type_into(qtbot, line("city"), "Angers")
    page.revert_action.trigger()
    office.idle(qtbot)
    assert line("city").text() == "Nantes"
    assert not page.profile.is_dirty


def test_change_elsewhere_does_not_replace_what_is_typed(page, line, office, qtbot):
    type_into(qtbot, line("city"), "Angers")
    outcome = office.services.association.save(replace(PROFILE, phone="02 40 00 00 00"))
    office.desk.changes.changed.emit(outcome.changes)
    office.idle(qtbot)
    assert line("city").text() == "Angers"


def test_rare_fields_are_saved_from_under_the_fold(page, line, office, qtbot):
    page.profile.form.unfold()
    line("words_1990").click()
    type_into(qtbot, line("website"), "https://www.example.org")
    page.save_action.trigger()
    office.idle(qtbot)
    saved = office.services.association.get()
    assert saved is not None
    assert (saved.words_1990, saved.website) == (True, "https://www.example.org")


def test_images_are_saved_and_removed(page, line, office, qtbot, tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(draw_logo())
    line("logo").take_file(path)
    office.idle(qtbot)
    assert page.profile.is_dirty
    page.save_action.trigger()
    office.idle(qtbot)
    saved = office.services.association.get()
    assert saved is not None
    assert saved.logo == image_from("logo.png", draw_logo(), "logo")
    line("logo").remove_action.trigger()
    page.save_action.trigger()
    office.idle(qtbot)
    assert office.services.association.get() == PROFILE


def test_refused_image_is_told_beneath_it(page, line, office, qtbot, tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(b"GIF89a")
    line("logo").take_file(path)
    office.idle(qtbot)
    assert "logo.png" in error(page, "logo")


def test_what_receipts_still_miss_is_said_while_typing(page, line, qtbot):
    notice = page.profile.notice
    assert notice.text == "Prêt pour les reçus fiscaux"
    type_into(qtbot, line("signatory_name"), " ")
    line("signatory_name").clear()
    qtbot.waitUntil(lambda: "signataire" in notice.text)


def test_letterhead_draws_names_as_they_are(page, line, qtbot):
    letterhead = page.profile.letterhead
    type_into(qtbot, line("name"), HOSTILE)
    qtbot.waitUntil(lambda: HOSTILE in letterhead.accessibleDescription())
    assert not letterhead.grab().isNull()


def test_target_leads_to_a_field(page, line, window):
    window.activateWindow()
    page.show_target(("profile", "signatory_name"))
    assert page.profile.isVisible()
    assert window.focusWidget() is line("signatory_name")


def test_window_of_the_reference_screen_is_not_made_larger(office, window, qtbot):
    page = SettingsPage(office.desk)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page)
    window.resize(SMALL)
    window.show()
    office.idle(qtbot)
    assert window.size() == SMALL
    assert not page.profile.side.isVisible()


def test_everything_fits_the_reference_screen(page):
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        assert problems_of(page) == []


def test_refused_save_leads_to_the_first_wrong_field(page, line, office, qtbot, window):
    window.resize(1150, 460)
    type_into(qtbot, line("rna"), "W12")
    type_into(qtbot, line("phone"), "0240123456")
    area = page.profile.scroll_area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert line("rna").visibleRegion().isEmpty()
    page.profile.save()
    office.idle(qtbot)
    assert line("rna").hasFocus()
    assert not line("rna").visibleRegion().isEmpty()


def test_profile_with_a_wrong_field_is_not_called_ready(page, line, qtbot):
    assert "Prêt" in page.profile.notice.text
    type_into(qtbot, line("siren"), "732829321")
    qtbot.waitUntil(lambda: "1 champ à corriger" in page.profile.notice.text)
