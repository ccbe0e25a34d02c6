"""Filters of the list of contacts, built, kept and taken away as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coopdesk.domain.contact_conditions import Rule, RuleGroup
from coopdesk.domain.contacts import NewContact
from coopdesk.ui.contacts.filter_bar import FilterBar
from coopdesk.ui.contacts.narrowing import Shown
from coopdesk.wording.language import _
from tests.ui.contacts.conftest import cut_off, names, press, settle, unnamed
from tests.ui.office import SMALL, problems_of

# Lists of proposals ask for the keyboard, which a screen that is not there cannot give.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

EVERYBODY = ["Zoé Abadie", "Biocoop du Port", "Élodie Lefèvre", "Léo Martin"]


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def chips(page):
    return [plain(chip.property("words")) for chip in page.filters.chips.chips]


def tabs(page):
    bar = page.filters.views.tabs
    return [bar.tabText(at) for at in range(bar.count())] if page.filters.views.saved else []


def chosen_tab(page):
    bar = page.filters.views.tabs
    return bar.tabText(bar.currentIndex())


@pytest.fixture
def page(qtbot, office, page, people):
    """The page with tags to filter by."""
    contacts = office.services.contacts
    for name, tags in (("Zoé Abadie", ("Bureau",)), ("Léo Martin", ("Bureau", "Presse"))):
        profile = contacts.get(people[name]).profile
        contacts.change(
            people[name],
            NewContact(last_name=profile.last_name, first_name=profile.first_name, tags=tags),
        )
    page.reload()
    settle(qtbot, office, page)
    return page


@pytest.fixture
def opened(qtbot, office, page):
    """The dialog on an empty filter."""
    page.filter_action.trigger()
    settle(qtbot, office, page)
    return page.filters.dialog


def show(qtbot, office, page, text):
    page.show_target(office.services.filters.parse(text))
    settle(qtbot, office, page)


def click_cross(chip):
    place = QPoint(chip.width() - 18, chip.height() // 2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=place)


def choose(box, text):
    """Choose a line of a box as a click in its list does."""
    place = next(at for at in range(box.count()) if box.itemText(at) == text)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_filter_is_built_by_keyboard_alone(qtbot, office, page):
    page.list.table.setFocus()
    page.filter_action.trigger()
    settle(qtbot, office, page)
    dialog = page.filters.dialog
    qtbot.waitUntil(dialog.rows.rows[0].criterion.hasFocus)
    tab = Qt.Key.Key_Tab
    keys = press("Éti", tab, tab, "bur", Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle(qtbot, office, page)
    qtbot.waitUntil(lambda: "2" in dialog.submit_button.text(), timeout=10_000)
    assert plain(dialog.submit_button.text()) == "Afficher 2 contacts"
    keys += press(Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert page.filters.dialog is None
    assert names(page) == ["Zoé Abadie", "Léo Martin"]
    assert chips(page) == ["étiquette Bureau"]
    assert keys <= 12


def test_part_of_a_word_of_a_closed_list_becomes_that_word_on_enter(qtbot, office, opened):
    row = opened.rows.rows[0]
    choose(row.criterion, "Statut d’adhésion")
    row.value.edit.line.setFocus()
    press("jour", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row.value.edit.tags() == ("À jour",))
    assert len(row.value.values()) == 1


def test_row_with_a_day_has_room_for_all_its_parts(qtbot, office, opened):
    row = opened.rows.rows[0]
    choose(row.criterion, "Dernier don")
    settle(qtbot, office, opened.parent())
    qtbot.waitUntil(row.remove_button.isVisible)
    assert row.remove_button.visibleRegion().boundingRect() == row.remove_button.rect()


def test_cross_of_a_chip_takes_its_condition_away(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau and tag != presse")
    assert names(page) == ["Zoé Abadie"]
    assert chips(page) == ["étiquette bureau", "sans l’étiquette presse"]
    click_cross(page.filters.chips.chips[1])
    settle(qtbot, office, page)
    assert names(page) == ["Zoé Abadie", "Léo Martin"]
    assert page.filters.condition == Rule("tag", "=", ("bureau",))
    click_cross(page.filters.chips.chips[0])
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY
    assert not page.filters.chips.isVisible()


def test_chips_are_reached_by_tab_and_taken_away_by_delete(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau and tag != presse and has_phone = no")
    page.list.table.select_id(page.list.model.ids[0])
    page.shown.chip(Shown.BINNED).setFocus()
    tab, delete = Qt.Key.Key_Tab, Qt.Key.Key_Delete
    bar = page.filters.chips
    for chip in bar.chips:
        press(tab)
        assert QApplication.focusWidget() is chip
    press(tab)
    assert QApplication.focusWidget() is bar.save_button
    press(Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, delete)
    settle(qtbot, office, page)
    assert chips(page) == ["étiquette bureau", "sans téléphone"]
    assert bar.chips[1].hasFocus()
    press(delete)
    settle(qtbot, office, page)
    assert bar.chips[0].hasFocus()
    press(delete)
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY
    assert office.services.contacts.count() == 4  # Delete archives nobody here
    press(tab)
    assert QApplication.focusWidget() is not None


def test_enter_on_a_chip_opens_the_dialog_on_its_condition(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau and gifts > 10 and has_email = no")
    page.filters.chips.chips[1].setFocus()
    press(Qt.Key.Key_Return)
    dialog = page.filters.dialog
    qtbot.waitUntil(dialog.rows.rows[1].value.first_field.hasFocus)
    dialog.rows.rows[1].value.first_field.selectAll()
    press("0", Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert page.filters.dialog is None
    wanted = office.services.filters.parse("tag = Bureau and gifts > 0 and has_email = no")
    assert page.filters.condition == wanted


def test_click_on_the_words_of_a_chip_opens_the_dialog(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau")
    chip = page.filters.chips.chips[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, chip.height() // 2))
    assert page.filters.dialog is not None
    page.filters.dialog.reject()
    assert chip.accessibleName() == "étiquette bureau"
    assert "Suppr" in chip.accessibleDescription()


def test_dialog_shows_the_filter_in_force_and_changes_it(qtbot, office, page):
    show(qtbot, office, page, "tag in (bureau, presse) and gifts(2025) < 100 and age > 17")
    page.filter_action.trigger()
    settle(qtbot, office, page)
    rows = page.filters.dialog.rows.rows
    criteria = [row.criterion.currentText() for row in rows]
    assert criteria == ["Étiquette", "Total des dons", "Âge"]
    assert rows[0].value.edit.tags() == ("bureau", "presse")
    assert rows[1].year.currentText() == "2025"
    assert plain(rows[1].value.fields[0].text()) == "100,00 €"
    rows[2].remove_button.click()
    page.filters.dialog.submit_button.click()
    settle(qtbot, office, page)
    expected = office.services.filters.parse("tag in (Bureau, Presse) and gifts(2025) < 100")
    assert page.filters.condition == expected


def test_condition_that_has_no_fields_is_said_in_words_and_kept(qtbot, office, page):
    text = "kind = person and last_gift between today-30 and today"
    show(qtbot, office, page, text)
    page.filter_action.trigger()
    settle(qtbot, office, page)
    words = [
        plain(label.text())
        for label in page.filters.dialog.rows.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]
    assert words == ["Dernier don entre il y a 30 jours et aujourd’hui"]
    page.filters.dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.filters.condition == office.services.filters.parse(text)


def test_day_can_move_with_the_calendar(qtbot, office, page, opened):
    row = opened.rows.rows[0]
    choose(row.criterion, "Dernier don")
    choose(row.operator, "avant le")
    choose(row.value.way, "jours avant aujourd’hui")
    row.value.count.setFocus()
    press("365", Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert page.filters.condition == Rule("last_gift", "<", ("today-365",))
    assert chips(page) == ["dernier don avant : il y a 365 jours"]
    page.filter_action.trigger()
    settle(qtbot, office, page)
    shown = page.filters.dialog.rows.rows[0].value
    assert (shown.way.currentText(), shown.count.text()) == ("jours avant aujourd’hui", "365")
    choose(shown.way, "date")
    shown.day.setFocus()
    press("12/3/2025")
    page.filters.dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.filters.condition == Rule("last_gift", "<", ("2025-03-12",))


def test_at_least_one_condition_widens(qtbot, office, page, opened):
    row = opened.rows.rows[0]
    choose(row.criterion, "Étiquette")
    row.value.edit.set_tags(["Presse"])
    opened.rows.add_button.click()
    other = opened.rows.rows[1]
    choose(other.criterion, "Personne ou structure")
    other.value.edit.set_tags(["Structure"])
    choose(opened.match, "au moins une condition")
    opened.submit_button.click()
    settle(qtbot, office, page)
    assert names(page) == ["Biocoop du Port", "Léo Martin"]
    assert chips(page) == ["étiquette Presse ou Personne ou structure : Structure"]


def test_wrong_value_is_said_in_the_dialog_and_nothing_typed_is_lost(
    qtbot, office, page, opened
):
    row = opened.rows.rows[0]
    choose(row.criterion, "Total des dons")
    row.value.first_field.setFocus()
    press("beaucoup")
    opened.submit_button.click()
    assert "beaucoup" in opened.form.fields["rows"].error
    assert page.filters.dialog is opened
    assert row.value.fields[0].text() == "beaucoup"
    choose(row.criterion, "Statut d’adhésion")
    opened.submit_button.click()
    assert opened.form.fields["rows"].error
    row.value.first_field.setFocus()
    press("xyz")
    opened.submit_button.click()
    assert "xyz" in opened.form.fields["rows"].error
    press(Qt.Key.Key_Escape)
    settle(qtbot, office, page)
    assert page.filters.dialog is None
    assert names(page) == EVERYBODY


def test_every_criterion_and_comparison_can_be_shown(qtbot, office, page, opened):
    row = opened.rows.rows[0]
    for criterion in office.services.filters.criteria().criteria.all:
        row.criterion.choose(criterion)
        row.criterion.activated.emit(row.criterion.currentIndex())
        for place in range(row.operator.count()):
            row.operator.setCurrentIndex(place)
            row.operator.activated.emit(place)
            assert unnamed(row) == []
    settle(qtbot, office, page)
    opened.reject()


def test_filter_is_saved_as_a_tab_and_comes_back_with_one_click(qtbot, office, page, undo):
    assert not page.filters.views.isVisible()
    show(qtbot, office, page, "tag = bureau")
    page.filters.chips.save_button.click()
    assert page.filters.name_dialog.name_field.text() == "étiquette bureau"
    qtbot.waitUntil(page.filters.name_dialog.name_field.hasFocus)
    press("Le bureau", Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert tabs(page) == ["Tout le monde", "Le bureau"]
    assert chosen_tab(page) == "Le bureau"
    assert not page.filters.chips.save_button.isVisible()
    page.filters.views.tabs.setCurrentIndex(0)
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY
    page.filters.views.tabs.setCurrentIndex(1)
    settle(qtbot, office, page)
    assert names(page) == ["Zoé Abadie", "Léo Martin"]
    undo.undo()
    settle(qtbot, office, page)
    assert tabs(page) == []
    assert names(page) == ["Zoé Abadie", "Léo Martin"]


def test_name_that_is_taken_is_said_beneath_the_field(qtbot, office, page):
    office.services.filters.save("Bureau", Rule("tag", "=", ("presse",)))
    show(qtbot, office, page, "tag = bureau")
    page.filters.chips.save_button.click()
    dialog = page.filters.name_dialog
    qtbot.waitUntil(dialog.name_field.hasFocus)
    press("BUREAU", Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert "porte déjà ce nom" in dialog.form.fields["name"].error
    press(" 2", Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert [one.name for one in office.services.filters.list()] == ["Bureau", "BUREAU 2"]


@pytest.fixture
def saved(qtbot, office, page):
    """Two saved filters, the second one chosen."""
    filters = office.services.filters
    filters.save("Presse", filters.parse("tag = presse"))
    filters.save("Bureau", filters.parse("tag = bureau"))
    page.reload()
    settle(qtbot, office, page)
    page.filters.views.tabs.setCurrentIndex(2)
    settle(qtbot, office, page)
    return page.filters.views


def test_changed_filter_is_marked_and_can_be_kept(qtbot, office, page, saved, undo):
    show_more = RuleGroup((Rule("tag", "=", ("bureau",)), Rule("kind", "=", ("person",))))
    page.filters._on_narrowed(show_more)
    settle(qtbot, office, page)
    assert chosen_tab(page) == "Bureau •"
    saved.update_action.trigger()
    settle(qtbot, office, page)
    assert chosen_tab(page) == "Bureau"
    assert office.services.filters.list()[1].condition == show_more
    undo.undo()
    settle(qtbot, office, page)
    assert office.services.filters.list()[1].condition == Rule("tag", "=", ("bureau",))


def test_filter_is_renamed_moved_and_deleted_from_its_menu(qtbot, office, page, saved, undo):
    saved.rename_action.trigger()
    assert page.filters.name_dialog.name_field.text() == "Bureau"
    qtbot.waitUntil(page.filters.name_dialog.name_field.hasFocus)
    press("Conseil", Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert tabs(page) == ["Tout le monde", "Presse", "Conseil"]
    assert not saved.right_action.isEnabled()
    saved.left_action.trigger()
    settle(qtbot, office, page)
    assert tabs(page) == ["Tout le monde", "Conseil", "Presse"]
    assert chosen_tab(page) == "Conseil"
    saved.remove_action.trigger()
    settle(qtbot, office, page)
    assert tabs(page) == ["Tout le monde", "Presse", "Filtre en cours •"]
    assert names(page) == ["Zoé Abadie", "Léo Martin"]
    undo.undo()
    settle(qtbot, office, page)
    assert tabs(page) == ["Tout le monde", "Conseil", "Presse"]
    assert chosen_tab(page) == "Conseil"


def test_filter_that_finds_nobody_says_which_and_clears_in_one_step(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau and kind = organisation")
    assert "étiquette bureau" in plain(page.list.nothing_text)
    page.list.clear_action.trigger()
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY
    assert page.filters.condition is None


def test_words_and_filter_narrow_together_and_the_count_follows(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau")
    page.search.setFocus()
    press("leo")
    qtbot.waitUntil(lambda: names(page) == ["Léo Martin"])
    page.filter_action.trigger()
    settle(qtbot, office, page)
    assert plain(page.filters.dialog.submit_button.text()) == "Afficher 1 contact"
    page.filters.dialog.clear_button.click()
    settle(qtbot, office, page)
    assert page.filters.condition is None
    assert names(page) == ["Léo Martin"]


def test_new_contact_that_the_filter_hides_is_shown_all_the_same(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau")
    new = office.services.contacts.add(NewContact(last_name="Nouvelle")).value
    page.show_target(new.id)
    settle(qtbot, office, page)
    assert page.list.table.current_id == new.id
    assert page.filters.condition is None


def test_open_record_in_place_of_the_list_hides_what_narrows_it(qtbot, office, page, saved):
    show(qtbot, office, page, "tag = bureau")
    page.window().resize(700, 500)
    page.list.table.setFocus()
    page.list.table.select_id(page.list.model.ids[0])
    press(Qt.Key.Key_Return)
    settle(qtbot, office, page)
    page.reload()
    settle(qtbot, office, page)
    assert not page.filters.chips.isVisible()
    assert not saved.isVisible()
    press(Qt.Key.Key_Escape)
    settle(qtbot, office, page)
    assert page.filters.chips.isVisible()
    assert saved.isVisible()


def test_search_is_reached_from_a_record_in_place_of_the_list(qtbot, office, page):
    page.window().resize(700, 500)
    page.list.table.setFocus()
    page.list.table.select_id(page.list.model.ids[0])
    press(Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert page.search_field.isHidden()
    page.start_search()
    settle(qtbot, office, page)
    assert page.search_field.isVisible()
    assert page.search_field.hasFocus()
    assert page.list.isVisible()


def test_low_window_leaves_its_room_to_the_list(qtbot, office, page):
    show(qtbot, office, page, "tag = bureau and has_email = no and kind = person and gifts = 0")
    bar = page.filters.chips
    assert [chip.isVisible() for chip in bar.chips] == [True] * 4
    page.window().resize(900, 500)
    settle(qtbot, office, page)
    assert [chip.isVisible() for chip in bar.chips] == [True, True, False, False]
    assert bar.more_button.text() == "2 autres conditions"
    bar.more_button.click()
    assert len(page.filters.dialog.rows.rows) == 4
    page.filters.dialog.reject()


def test_name_of_a_filter_is_never_read_as_markup(qtbot, office, page):
    name = "<b>R&D</b> " + "x" * 40
    office.services.filters.save(name, Rule("tag", "=", ("<i>&x",)))
    page.reload()
    settle(qtbot, office, page)
    page.filters.views.tabs.setCurrentIndex(1)
    settle(qtbot, office, page)
    assert page.filters.views.tabs.tabText(1) == name.replace("&", "&&")
    assert chips(page) == ["étiquette <i>&x"]


def test_everything_fits_the_small_screen_and_has_a_name(qtbot, office, page, saved):
    show(qtbot, office, page, "tag = bureau and gifts(2025) > 12 and department in (44, 49)")
    assert problems_of(page) == []
    assert unnamed(page) == []
    page.filter_action.trigger()
    settle(qtbot, office, page)
    dialog = page.filters.dialog
    assert dialog.minimumSizeHint().width() <= SMALL.width()
    assert unnamed(dialog) == []
    qtbot.waitUntil(lambda: cut_off(dialog) == [])
    dialog.reject()


def test_another_page_takes_the_same_filters(qtbot, office, window):
    from coopdesk.domain.contacts import ContactFilter

    bar = FilterBar(office.desk, window, ContactFilter)
    office.services.filters.save("Bureau", Rule("tag", "=", ("bureau",)))
    bar.reload()
    office.idle(qtbot)
    with qtbot.waitSignal(bar.changed):
        bar.views.tabs.setCurrentIndex(1)
    assert bar.condition == Rule("tag", "=", ("bureau",))
    assert bar.words == _("tag {value}").format(value="bureau")


def test_heading_says_how_many_are_found_among_how_many(qtbot, office, page, people):
    assert plain(page._sentence.text()) == "4 contacts"
    show(qtbot, office, page, "tag = bureau")
    assert plain(page._sentence.text()) == "2 contacts sur 4"
    page.search.setFocus()
    press("zoe")
    qtbot.waitUntil(lambda: plain(page._sentence.text()) == "1 contact sur 4")
    page.window().resize(SMALL)
    assert page._sentence.isVisible()
    page.clear_filters()
    office.services.contacts.archive([people["Zoé Abadie"]])
    page.shown.chip(Shown.ARCHIVED).click()
    settle(qtbot, office, page)
    assert plain(page._sentence.text()) == "1 contact archivé"
