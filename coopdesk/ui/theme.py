"""Applies style, colours, font and style sheet; changes them while the window is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from coopdesk.system.paths import resources
from coopdesk.ui.fonts import text_font
from coopdesk.ui.palettes import LIGHT, Scheme, make_palette, scheme_for

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from coopdesk.system.settings import SettingsFile
    from coopdesk.ui.columns import Tone

_PICTURE = re.compile(r"url\(([^)]+)\)")
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}

_PROPERTY = "coopdesk_theme"


class Theme(QObject):
    """The one look of the application; painted widgets ask it for colours."""

    changed = Signal()

    def __init__(self, application: QApplication, settings: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self.scheme: Scheme = LIGHT
        self._is_applied = False
        if application.property(_PROPERTY) is None:
            application.setStyle("Fusion")
            application.setFont(text_font())
        application.setProperty(_PROPERTY, self)
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._refresh)

    @property
    def choice(self) -> str:
        """``light``, ``dark`` or ``system``."""
        return self._settings.current.theme

    @property
    def is_high_contrast(self) -> bool:
        """Whether the person asked for the strongest contrast."""
        return self._settings.current.high_contrast

    def choose(self, choice: str) -> None:
        """Show ``light``, ``dark`` or what the ``system`` prefers, at once, and remember it."""
        self._settings.change(theme=choice)
        self._apply()

    def set_high_contrast(self, on: bool) -> None:  # noqa: FBT001 (a slot of toggled)
        """Show the strongest contrast or not, at once, and remember it."""
        self._settings.change(high_contrast=on)
        self._refresh()

    def _apply(self) -> None:
        wanted = _SCHEMES.get(self.choice, Qt.ColorScheme.Unknown)
        self._application.styleHints().setColorScheme(wanted)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if self._application.property(_PROPERTY) is not self:
            return
        # Our own setting decides first: many Linux desktops answer Unknown whatever was asked.
        hints = self._application.styleHints()
        wanted = _SCHEMES.get(self.choice, hints.colorScheme())
        dark = wanted == Qt.ColorScheme.Dark
        scheme = scheme_for(dark=dark, high_contrast=self.is_high_contrast)
        if self._is_applied and scheme is self.scheme:
            return
        self._is_applied = True
        self.scheme = scheme
        # palette(...) is resolved when a sheet is set, and Qt never sets one sheet twice.
        palette, sheet = make_palette(scheme), f"{_style_sheet()}/* {scheme.page} */"
        shown = self._application.palette(), self._application.styleSheet()
        if shown != (palette, sheet):  # every widget there is would be polished anew
            self._application.setPalette(palette)
            self._application.setStyleSheet(sheet)
        self.changed.emit()


def current_scheme() -> Scheme:
    """Return the colours in force; the light ones before a theme was applied."""
    application = QApplication.instance()
    theme = application.property(_PROPERTY) if application is not None else None
    return theme.scheme if isinstance(theme, Theme) else LIGHT


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """Return the background and the text colour of a status."""
    from PySide6.QtGui import QColor

    background, text = current_scheme().tones[tone]
    return QColor(background), QColor(text)


def _style_sheet() -> str:
    folder = resources() / "styles"
    sheet = (folder / "coopdesk.qss").read_text(encoding="utf-8")
    # Qt would look for pictures in the current folder.
    return _PICTURE.sub(lambda found: f'url("{folder.as_posix()}/{found[1]}")', sheet)
