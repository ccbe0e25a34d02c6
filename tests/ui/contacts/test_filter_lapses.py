"""Filters that name what is no longer there: said above the list, and mended in the dialog."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from coopdesk.domain.contact_conditions import Rule
from coopdesk.domain.contact_details import FieldValue
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from tests.ui.contacts.conftest import names, settle
from tests.ui.office import problems_of


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def field(office, people):
    """An own field that one person has a value of."""
    field = office.services.custom_fields.add(NewCustomField("Instrument")).value
    office.services.contacts.change(
        people["Léo Martin"],
        NewContact(
            last_name="Martin", first_name="Léo", custom=(FieldValue(field.id, "Alto"),)
        ),
    )
    return field


@pytest.fixture
def saved(qtbot, office, page, field):
    """The page on a saved filter about the field."""
    filters = office.services.filters
    filters.save("Altos", filters.parse("field(Instrument) ~ alto and has_email = no"))
    page.reload()
    settle(qtbot, office, page)
    page.filters.views.tabs.setCurrentIndex(1)
    settle(qtbot, office, page)
    return page.filters


def words_in(dialog):
    rows = dialog.rows.findChildren(QLabel)
    return [plain(x.text()) for x in rows if x.isVisible() and x.text()]


def test_filter_on_a_removed_field_says_so_and_is_mended_in_the_dialog(
    qtbot, office, page, field, saved
):
    assert names(page) == ["Léo Martin"]
    assert not saved.notice.isVisible()
    office.services.custom_fields.remove(field.id)
    page.reload()
    settle(qtbot, office, page)
    assert names(page) == []
    assert saved.notice.isVisible()
    assert plain(saved.notice.text) == (
        "Ce filtre nomme ce qui n’existe pas ou plus : le champ « Instrument »."
    )
    assert problems_of(page) == []
    saved.change_action.trigger()
    settle(qtbot, office, page)
    dialog = saved.dialog
    assert words_in(dialog) == ["champ « Instrument » (n’existe plus)"]
    assert "Instrument" in dialog.form.fields["rows"].error
    dialog.rows.rows[0].remove_button.click()
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert not saved.notice.isVisible()
    assert saved.condition == Rule("has_email", "=", ("no",))
    assert "Léo Martin" in names(page)


def test_field_that_came_back_by_undo_is_found_again(qtbot, office, page, field, saved, undo):
    office.services.custom_fields.remove(field.id)
    page.reload()
    settle(qtbot, office, page)
    assert saved.notice.isVisible()
    undo.undo()
    page.reload()
    settle(qtbot, office, page)
    assert not saved.notice.isVisible()
    assert names(page) == ["Léo Martin"]


def test_renamed_field_is_followed_without_a_word(qtbot, office, page, field, saved):
    office.services.custom_fields.change(field.id, NewCustomField("Pupitre"))
    page.reload()
    settle(qtbot, office, page)
    assert not saved.notice.isVisible()
    assert names(page) == ["Léo Martin"]


def test_field_of_another_type_is_said_and_shown_in_words(qtbot, office, page, people, saved):
    fields = office.services.custom_fields
    (field,) = fields.all()
    office.services.contacts.change(
        people["Léo Martin"], NewContact(last_name="Martin", first_name="Léo")
    )
    fields.change(field.id, NewCustomField("Instrument", FieldKind.AMOUNT))
    page.reload()
    settle(qtbot, office, page)
    assert names(page) == []
    assert "ce dont le type a changé" in saved.notice.text
    page.filter_action.trigger()
    settle(qtbot, office, page)
    assert len(words_in(saved.dialog)) == 1
    saved.dialog.reject()


def test_tag_that_is_not_there_is_named_above_the_list(qtbot, office, page):
    page.show_target(office.services.filters.parse("tag = absente"))
    settle(qtbot, office, page)
    assert "l’étiquette « absente »" in plain(page.filters.notice.text)
    assert page.filters.notice.isVisible()
    page.clear_filters()
    settle(qtbot, office, page)
    assert not page.filters.notice.isVisible()
