"""Dates of our own: a form to keep one in mind, to change it and to drop it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from coopdesk.domain.duties import NewOwnDuty
from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.duties import OwnDuty
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.home.page import HomePage

_NOTE_HEIGHT = 72
_USUAL_REPEATS = (None, 1, 3, 6, 12, 24, 36)


class OwnDutyDialog(FormDialog):
    """What, when, and whether it comes back; gives a ``NewOwnDuty``."""

    remove_wanted = Signal()

    def __init__(self, desk: Desk, known: OwnDuty | None, parent: QWidget) -> None:
        is_new = known is None
        super().__init__(
            _("Date to keep in mind"),
            _("Keep this date") if is_new else _("Save"),
            parent,
            repeat_verb=_("Keep and add another") if is_new else "",
        )
        form = self.form
        hint = _("For instance: renew the insurance, return the keys, rent of the room.")
        self.title = form.add("title", _("What"), QLineEdit(), hint, required=True)
        self.due_on = form.add("due_on", _("When"), DayEdit(desk.today), required=True)
        form.check_on_leave("due_on", partial(self.due_on.day, "due_on"))
        before = None if known is None else known.content.repeat_months
        repeats = sorted({*_USUAL_REPEATS, before}, key=lambda months: months or 0)
        choices = [(months, repeat_words(months)) for months in repeats]
        self.repeat = form.add("repeat_months", _("Comes back"), ChoiceBox(choices))
        self.note = form.add("note", _("Note"), QPlainTextEdit())
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        if known is not None:
            self._show(known)
        self.title.setFocus()
        form.is_dirty = False

    def _show(self, known: OwnDuty) -> None:
        self.title.setText(known.content.title)
        self.due_on.set_day(known.content.due_on)
        self.repeat.choose(known.content.repeat_months)
        self.note.setPlainText(known.content.note)
        remove = QPushButton(_("Remove this date"))
        remove.setAutoDefault(False)
        remove.clicked.connect(self.remove_wanted)
        self.buttons.insertWidget(0, remove)

    @override
    def read(self) -> NewOwnDuty:
        due_on = self.due_on.day("due_on")
        if due_on is None:
            raise RuleError("duty.day_missing", field="due_on")
        return NewOwnDuty(self.title.text(), due_on, self.repeat.value, self.note.toPlainText())

    @override
    def start_again(self) -> None:
        self.title.clear()
        self.due_on.set_day(None)
        self.note.clear()
        self.title.setFocus()


def repeat_words(months: int | None) -> str:
    """Say how often something comes back."""
    if months is None:
        return _("once only")
    if months % 12 == 0:
        years = months // 12
        text = ngettext("once a year", "every {count} years", years)
        return text.format(count=years)
    return ngettext("once a month", "every {count} months", months).format(count=months)


class OwnDates(QObject):
    """Opens the form and sends what it says."""

    def __init__(self, page: HomePage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.asker = Asker(page.desk, page)
        self._shown: int | None = None

    @Slot()
    def add(self) -> None:
        """Ask for a new date."""
        service, window = self._desk.services.duties, self._page.window()
        self.asker.ask(lambda: OwnDutyDialog(self._desk, None, window), service.add_own)

    @Slot(int)
    def change(self, own_id: int) -> None:
        """Ask what becomes of a date."""
        call = partial(self._desk.services.duties.get_own, own_id)
        self._desk.tasks.query(self._page, call, self._on_known, replaces="own")

    def _on_known(self, known: OwnDuty) -> None:
        service, window = self._desk.services.duties, self._page.window()
        self._shown = known.id
        self.asker.ask(
            lambda: OwnDutyDialog(self._desk, known, window),
            partial(service.change_own, known.id),
        )
        dialog = self.asker.dialog
        if isinstance(dialog, OwnDutyDialog):
            dialog.remove_wanted.connect(self._on_remove)

    @Slot()
    def _on_remove(self) -> None:
        if self._shown is not None:
            call = partial(self._desk.services.duties.remove_own, self._shown)
            self._desk.tasks.command(self._page, call, self._on_removed)

    def _on_removed(self, _own: OwnDuty) -> None:
        if self.asker.dialog is not None:
            self.asker.dialog.saved()
