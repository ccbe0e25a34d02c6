"""The theme changes while the window is open, and is remembered."""

import re

from PySide6.QtGui import QColor, QPalette

from coopdesk.system.paths import resources
from coopdesk.system.settings import SettingsFile
from coopdesk.ui.palettes import DARK, DARK_CONTRAST, LIGHT
from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.key_figure import KeyFigure

Window = QPalette.ColorRole.Window


def test_theme_changes_at_once(theme, qapp, qtbot):
    assert qapp.palette().color(Window) == QColor(LIGHT.page)
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert qapp.palette().color(Window) == QColor(DARK.page)
    assert current_scheme() is DARK


def test_high_contrast_joins_the_chosen_theme(theme, qapp):
    theme.choose("dark")
    theme.set_high_contrast(True)
    assert current_scheme() is DARK_CONTRAST
    theme.set_high_contrast(False)
    assert current_scheme() is DARK


def test_choice_is_remembered(theme, settings):
    theme.choose("dark")
    theme.set_high_contrast(True)
    settings.save()
    found = SettingsFile(settings.path).current
    assert (found.theme, found.high_contrast) == ("dark", True)


def test_style_sheet_names_roles_of_the_palette_and_no_colour():
    sheet = (resources() / "styles" / "coopdesk.qss").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert "palette(" in rules
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", rules)
    names = re.findall(
        r"(?:background|color|border[a-z-]*):[^;]*\b(white|black|red|blue|gray)\b", rules
    )
    assert not names


def test_compact_figure_stays_compact_through_a_change_of_theme(theme, qtbot):
    figure = KeyFigure("Dons", "12")
    qtbot.addWidget(figure)
    figure.show()
    figure.set_compact(compact=True)
    small = figure.sizeHint().height()
    theme.choose("dark")
    assert figure.sizeHint().height() == small
