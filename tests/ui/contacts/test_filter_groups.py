"""Groups of conditions in the dialog of a filter, built by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from coopdesk.domain.contact_conditions import Rule, RuleGroup
from coopdesk.domain.contacts import NewContact
from coopdesk.ui.contacts.filter_group import FilterGroup, Match
from tests.ui.contacts.conftest import cut_off, names, press, settle, unnamed
from tests.ui.office import SMALL

# Lists of proposals ask for the keyboard, which a screen that is not there cannot give.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

TAB, BACKTAB, DOWN, ENTER = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
)


# What a dialog on the smallest screen leaves to its form, beside margins and a scroll bar.
ROOM = 848 - 48 - 16


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def page(qtbot, office, page, people):
    """The page with tags to filter by."""
    contacts = office.services.contacts
    tags = {
        "Zoé Abadie": ("Bureau",),
        "Léo Martin": ("Bureau", "Presse"),
        "Élodie Lefèvre": ("Presse",),
    }
    for name, given in tags.items():
        profile = contacts.get(people[name]).profile
        new = NewContact(last_name=profile.last_name, first_name=profile.first_name, tags=given)
        contacts.change(people[name], new)
    page.reload()
    settle(qtbot, office, page)
    return page


def open_on(qtbot, office, page, text=""):
    """Open the dialog on a condition and return it."""
    if text:
        page.show_target(office.services.filters.parse(text))
        settle(qtbot, office, page)
    page.filter_action.trigger()
    settle(qtbot, office, page)
    return page.filters.dialog


def put(row, criterion, *values):
    """Fill a row as clicks and typing do."""
    place = next(
        at for at in range(row.criterion.count()) if row.criterion.itemText(at) == criterion
    )
    row.criterion.setCurrentIndex(place)
    row.criterion.activated.emit(place)
    row.value.edit.set_tags(values)


def choose(box, value):
    box.choose(value)
    box.activated.emit(box.currentIndex())


def test_group_is_built_by_keyboard_alone(qtbot, office, page):
    dialog = open_on(qtbot, office, page)
    qtbot.waitUntil(dialog.rows.rows[0].criterion.hasFocus)
    press("Pers", TAB, TAB, "pers", ENTER)
    dialog.rows.group_button.setFocus()
    press(Qt.Key.Key_Space)
    group = dialog.rows.rows[1]
    assert isinstance(group, FilterGroup)
    assert group.match.hasFocus()
    press(TAB, TAB)
    assert group.rows.rows[0].criterion.hasFocus()
    press("Éti", TAB, TAB, "bur", DOWN, ENTER)
    press(TAB, TAB)
    assert group.rows.add_button.hasFocus()
    press(Qt.Key.Key_Space, "Éti", TAB, TAB, "pre", DOWN, ENTER)
    settle(qtbot, office, page)
    qtbot.waitUntil(
        lambda: plain(dialog.submit_button.text()) == "Afficher 3 contacts", timeout=10_000
    )
    press(ENTER)
    settle(qtbot, office, page)
    expected = office.services.filters.parse("kind = person and (tag = Bureau or tag = Presse)")
    assert page.filters.condition == expected
    assert names(page) == ["Zoé Abadie", "Élodie Lefèvre", "Léo Martin"]


def test_group_of_a_filter_is_shown_and_comes_back_the_same(qtbot, office, page):
    text = "kind = person and (tag = Bureau or not (tag = Presse or has_email))"
    dialog = open_on(qtbot, office, page, text)
    group = dialog.rows.rows[1]
    inner = group.rows.rows[1]
    assert (group.match.currentText(), inner.match.currentText()) == (
        "au moins une de ces conditions",
        "aucune de ces conditions",
    )
    assert [row.criterion.currentText() for row in inner.rows.rows] == [
        "Étiquette",
        "E-mail connu",
    ]
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.filters.condition == office.services.filters.parse(text)


def test_none_of_a_group_leaves_them_out(qtbot, office, page):
    dialog = open_on(qtbot, office, page, "kind = person and (tag = Bureau or tag = Presse)")
    choose(dialog.rows.rows[1].match, Match.NONE)
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert names(page) == []
    wanted = office.services.filters.parse(
        "kind = person and not (tag = Bureau or tag = Presse)"
    )
    assert page.filters.condition == wanted


def test_none_of_all_the_conditions_turns_the_whole_round(qtbot, office, page):
    dialog = open_on(qtbot, office, page, "tag = Bureau")
    choose(dialog.match, Match.NONE)
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert names(page) == ["Biocoop du Port", "Élodie Lefèvre"]
    assert page.filters.condition == RuleGroup((Rule("tag", "=", ("Bureau",)),), negated=True)
    again = open_on(qtbot, office, page)
    assert again.match.value is Match.NONE
    again.reject()


def test_not_all_together_is_kept_where_a_filter_says_it(qtbot, office, page):
    text = "kind = person and not (tag = Bureau and tag = Presse)"
    dialog = open_on(qtbot, office, page, text)
    assert dialog.rows.rows[1].match.currentText() == "pas toutes ces conditions à la fois"
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.filters.condition == office.services.filters.parse(text)
    assert names(page) == ["Zoé Abadie", "Élodie Lefèvre"]


def test_what_stands_too_deep_is_said_in_words_and_kept(qtbot, office, page):
    text = (
        "kind = person and (tag = Bureau or (has_email and"
        " (tag = Presse or (has_phone and tag = Bureau))))"
    )
    dialog = open_on(qtbot, office, page, text)
    inner = dialog.rows.rows[1].rows.rows[1]
    assert not inner.rows.group_button.isVisible()
    words = [x.text() for x in inner.findChildren(QLabel) if x.isVisible() and x.text()]
    assert [plain(x) for x in words] == [
        "étiquette Presse ou (avec un téléphone et étiquette Bureau)"
    ]
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.filters.condition == office.services.filters.parse(text)


def test_removed_group_leaves_the_rest_and_an_empty_one_says_nothing(qtbot, office, page):
    dialog = open_on(qtbot, office, page, "tag = Bureau and (has_email or has_phone)")
    group = dialog.rows.rows[1]
    for row in tuple(group.rows.rows):
        row.remove_button.click()
    assert dialog.read() == Rule("tag", "=", ("Bureau",))
    dialog.rows.group_button.click()
    put(dialog.rows.rows[2].rows.rows[0], "Étiquette", "Presse")
    group.remove_button.click()
    assert len(dialog.rows.rows) == 2
    dialog.rows.rows[1].remove_button.click()
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.filters.condition == Rule("tag", "=", ("Bureau",))


def test_group_inside_a_group_fits_the_smallest_screen(qtbot, office, page):
    dialog = open_on(
        qtbot, office, page, "has_email and (has_phone or (kind = person and tag = x))"
    )
    inner = dialog.rows.rows[1].rows.rows[1]
    row = inner.rows.rows[0]
    for criterion in office.services.filters.criteria().criteria.all:
        row.criterion.choose(criterion)
        row.criterion.activated.emit(row.criterion.currentIndex())
        for place in range(row.operator.count()):
            row.operator.setCurrentIndex(place)
            row.operator.activated.emit(place)
            assert dialog.form.minimumSizeHint().width() <= ROOM, criterion.key
    assert dialog.minimumSizeHint().width() <= SMALL.width()
    assert unnamed(dialog) == []
    qtbot.waitUntil(lambda: cut_off(dialog) == [])
    dialog.reject()


def test_tab_goes_through_groups_in_the_order_of_reading(qtbot, office, page):
    dialog = open_on(qtbot, office, page, "tag = Bureau and (tag = Presse or has_email)")
    group = dialog.rows.rows[1]
    qtbot.waitUntil(group.match.hasFocus)
    rows = group.rows.rows
    wanted = [
        group.remove_button,
        rows[0].criterion,
        rows[0].operator,
        rows[0].value.edit.findChild(QAbstractButton),
        rows[0].value.edit.line,
        rows[0].remove_button,
        rows[1].criterion,
    ]
    for widget in wanted:
        press(TAB)
        assert QApplication.focusWidget() is widget
    press(Qt.Key.Key_Escape)
    settle(qtbot, office, page)
    assert page.filters.dialog is None
    # A dialog that closed is deleted before the test ends.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
