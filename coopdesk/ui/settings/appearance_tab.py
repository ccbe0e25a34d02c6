"""What is chosen on this computer: colours, language, who signs operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk

_WIDTH = 600
_AUTHOR_LIMIT = 80


class AppearanceTab(QWidget):
    """Everything here acts at once and is remembered."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = desk.settings
        self._theme = desk.theme
        self.themes = ChoiceChips(
            _("Colours"),
            [
                ("system", _("As the system")),
                ("light", _("Light")),
                ("dark", _("Dark")),
            ],
        )
        self.contrast = QCheckBox()
        self.language = SteadyBox()
        self.author = QLineEdit()
        self._fill_form()
        self.reload()
        self.themes.chosen.connect(self._theme.choose)
        self.themes.chosen.connect(self._save)
        self.contrast.toggled.connect(self._theme.set_high_contrast)
        self.contrast.toggled.connect(self._save)
        self.language.activated.connect(self._on_language)
        self.author.editingFinished.connect(self._on_author)
        desk.theme.changed.connect(self.reload)

    def _fill_form(self) -> None:
        form = Form()
        form.setMaximumWidth(_WIDTH)
        form.add_heading(_("Appearance"))
        form.add("theme", _("Colours"), self.themes)
        form.add("high_contrast", _("High contrast"), self.contrast)
        self.language.addItem("Français", "fr")
        self.language.addItem("English", "en")
        self.language.setMaximumWidth(240)
        hint = _("Takes effect the next time CoopDesk starts. Legal papers stay in French.")
        form.add("language", _("Language of the window"), self.language, hint)
        form.add_heading(_("You"))
        self.author.setMaxLength(_AUTHOR_LIMIT)
        hint = _("Noted in the journal beside what you do, from the next opening on.")
        form.add("author", _("Your name"), self.author, hint)
        self.form = form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 16, 16, 0)
        layout.addWidget(form)
        layout.addWidget(plain_label(_("These choices stay on this computer."), "small"))
        layout.addStretch()

    @Slot()
    def reload(self) -> None:
        """Show what is remembered."""
        current = self._settings.current
        self.themes.choose(current.theme)
        with QSignalBlocker(self.contrast):
            self.contrast.setChecked(current.high_contrast)
        chosen = self.language.findData(current.language)
        self.language.setCurrentIndex(chosen if chosen >= 0 else 0)
        self.author.setText(current.author)

    @Slot()
    def _on_language(self) -> None:
        self._settings.change(language=self.language.currentData())
        self._save()

    @Slot()
    def _on_author(self) -> None:
        from coopdesk.domain.text import clean_line

        self._settings.change(author=clean_line(self.author.text()))
        self._save()

    @Slot()
    def _save(self) -> None:
        self._settings.save()
