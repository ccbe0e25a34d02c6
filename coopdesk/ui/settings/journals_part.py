"""The journals of the books: added, renamed, closed, or removed while they are empty."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.settings.journal_dialog import JournalDialog
from coopdesk.ui.settings.tab_actions import lay_out_list, make_tab_action
from coopdesk.ui.widgets.asking import Asker
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.journals import Journal
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.settings.journal_dialog import TypedJournal


class JournalsPart(QWidget):
    """Lists the journals in their order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.chart
        self._journals: dict[int, Journal] = {}
        self._keys: dict[str, int] = {}
        self._to_select = ""
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_saved)
        make = partial(make_tab_action, self)
        self.add_action = make(_("New journal…"), "plus", self._on_add, "")
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change, "F2")
        self.close_action = make(_("Close"), "lock-simple", self._on_close, "")
        self.remove_action = make(_("Remove"), "trash", self._on_remove, "Del")
        self.list = RecordList(desk, "journals", journal_columns(), self._page)
        self.list.set_accessible_name(_("Journals of the books"))
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions([self.add_action, *self._about_one])
        self.list.record_activated.connect(self._on_change)
        self.list.current_changed.connect(self._refresh)
        self._lay_out()
        self._refresh()

    @property
    def _about_one(self) -> tuple[QAction, ...]:
        return self.change_action, self.close_action, self.remove_action

    def _lay_out(self) -> None:
        words = _(
            "The books in which entries are written, one for each kind of operation. A bank "
            "account or cash box has its own: make both at once on the page Accounts, “More”."
        )
        lay_out_list(self, words, (self.add_action, *self._about_one), self.list)

    @Slot()
    def reload(self) -> None:
        """Read the journals again."""
        call = self._service.journals
        self._desk.tasks.query(self, call, self._on_journals, replaces="journals")

    def _on_journals(self, journals: list[Journal]) -> None:
        # Before the first entry journals have no ids of their own.
        named = [replace(one, id=self._key_of(one.code)) for one in journals]
        self._journals = {one.id: one for one in named}
        self.list.set_ids(list(self._journals))
        if self._to_select and self.list.table.select_id(self._key_of(self._to_select)):
            self._to_select = ""
        self._refresh()

    def _key_of(self, code: str) -> int:
        return self._keys.setdefault(code, len(self._keys) + 1)

    def _page(self, ids: Sequence[int]) -> list[Journal]:
        known = self._journals
        return [known[key] for key in ids if key in known]

    @property
    def _current(self) -> Journal | None:
        return self._journals.get(self.list.table.current_id or 0)

    @Slot()
    def _refresh(self) -> None:
        journal = self._current
        for action in self._about_one:
            action.setEnabled(journal is not None)
        is_closed = journal is not None and not journal.is_open
        self.close_action.setText(_("Open again") if is_closed else _("Close"))

    @Slot()
    def _on_add(self) -> None:
        self.asker.ask(partial(JournalDialog, self._desk, None, self.window()), self._add)

    def _add(self, typed: TypedJournal) -> Outcome[Journal]:
        return self._service.add_journal(typed.code, typed.name, typed.kind, typed.account)

    @Slot()
    def _on_change(self) -> None:
        journal = self._current
        if journal is not None:
            make = partial(JournalDialog, self._desk, journal, self.window())
            self.asker.ask(make, self._change)

    def _change(self, typed: TypedJournal) -> Outcome[Journal]:
        return self._service.change_journal(typed.code, name=typed.name, account=typed.account)

    @Slot(object)
    def _on_saved(self, journal: Journal) -> None:
        self._to_select = journal.code
        self.reload()

    @Slot()
    def _on_close(self) -> None:
        journal = self._current
        if journal is not None:
            call = partial(
                self._service.change_journal, journal.code, is_open=not journal.is_open
            )
            self._desk.tasks.command(self, call)

    @Slot()
    def _on_remove(self) -> None:
        journal = self._current
        if journal is not None:
            call = partial(self._service.remove_journal, journal.code)
            self._desk.tasks.command(self, call)


def journal_columns() -> tuple[Column, ...]:
    """Return the columns of the list of journals."""
    return (
        Column("code", _("Code"), _code, width=8),
        Column("name", _("Name"), _name, width=28, stretch=True),
        Column("kind", _("Kind"), _kind, width=26, gives_way=1),
        Column("account", _("Account"), _account, width=12),
        Column("state", _("Status"), _state, tone=_tone, width=12),
    )


def _code(journal: Journal) -> str:
    return journal.code


def _name(journal: Journal) -> str:
    return journal.name


def _kind(journal: Journal) -> str:
    return label(journal.kind)


def _account(journal: Journal) -> str:
    return journal.account


def _state(journal: Journal) -> str:
    return "" if journal.is_open else _("closed to entries")


def _tone(journal: Journal) -> Tone | None:
    return None if journal.is_open else Tone.NEUTRAL
