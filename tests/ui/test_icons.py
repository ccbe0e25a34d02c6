"""Icons exist, and follow the colours of the palette."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette

import coopdesk
from coopdesk.system.paths import resources
from coopdesk.ui.icons import icon, icon_exists

UI = Path(coopdesk.__file__).parent / "ui"
NAMED = re.compile(
    r"""(?:\bicon\(|EmptyState\(|IconLabel\(|"icon_name",|PageSpec\([^)]*?,[^)]*?,|"""
    r"""make_action\([^)]*?\),)\s*"([a-z][a-z0-9-]+)\"""",
)


def test_every_icon_named_in_the_source_exists(qapp):
    named = {
        name
        for path in UI.rglob("*.py")
        for name in NAMED.findall(path.read_text(encoding="utf-8"))
    }
    assert len(named) > 8
    assert [name for name in sorted(named) if not icon_exists(name)] == []


def colours(image: QImage) -> set[str]:
    """Return the colours of the opaque points of a picture."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_icon_takes_the_colour_of_the_theme_when_painted(theme, qapp, choice):
    house = icon("house")
    theme.choose(choice)
    wanted = qapp.palette().color(QPalette.ColorRole.ButtonText).name()
    assert colours(house.pixmap(QSize(32, 32)).toImage()) == {wanted}


def test_disabled_icon_is_paler(theme, qapp):
    pixmap = icon("house").pixmap(QSize(32, 32), QIcon.Mode.Disabled)
    assert colours(pixmap.toImage()) == {QColor(theme.scheme.disabled).name()}


def test_icon_is_drawn_sharp_on_a_finer_screen(theme):
    pixmap = icon("house").pixmap(QSize(20, 20), 1.5)
    assert pixmap.size() == QSize(30, 30)
    assert pixmap.devicePixelRatio() == 1.5


def test_unknown_icon_is_noticed(theme, caplog):
    icon("no-such-icon").pixmap(QSize(20, 20))
    assert "no-such-icon" in caplog.text
    caplog.clear()


def test_application_has_an_icon_of_its_own(qapp):
    picture = QIcon(str(resources() / "icon.svg")).pixmap(QSize(64, 64))
    assert not picture.isNull()
