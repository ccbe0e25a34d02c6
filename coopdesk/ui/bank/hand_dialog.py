"""Chooses by hand what a line is: entries and payments, several if need be, with their sum."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from coopdesk.domain.bank_matching import Target, TargetRef
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.ui.bank.words import named, signed_text, target_remark
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.ui.desk import Desk

_WIDTH, _WIDEST = 860, 1060
_LEAST, _MOST, _AROUND = 160, 380, 400
_LOW, _AROUND_LESS = 600, 290
_NEAREST = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be chosen, by its number in the list, and whether it is."""

    id: int
    target: Target
    is_chosen: bool


class HandDialog(FormDialog):
    """Space chooses, Enter reconciles what is chosen, or the line at the cursor.

    ``words`` are a title and a verb of its own.
    """

    def __init__(
        self,
        desk: Desk,
        rows: Sequence[StatementRow],
        parent: QWidget,
        words: tuple[str, str] | None = None,
    ) -> None:
        title, verb = words or (_("Choose by hand"), _("Reconcile"))
        super().__init__(title, verb, parent)
        self.setMinimumWidth(_WIDTH)
        resize_within(self, _WIDEST, 0)
        self._desk = desk
        self._rows = tuple(rows)
        self._amount = total(row.remainder for row in rows)
        self._numbers: dict[tuple[object, int], int] = {}
        self._known: dict[int, Target] = {}
        self._chosen: list[int] = []
        self._is_cut = self._is_low = False
        self.search = SearchField(_("Search words, a name, an amount, a number"))
        self.list = RecordList(desk, "bank.candidates", candidate_columns(), self._page)
        self.list.set_accessible_name(_("Entries and payments"))
        self.list.set_empty(
            EmptyState(
                "magnifying-glass",
                _("Nothing fits"),
                _("No open entry or payment goes this way. Search, or create it in place."),
            )
        )
        self.sum = plain_label("", "strong", wrap=True)
        self._fill()
        self._connect()
        self._find()
        self._say()
        self.search.setFocus()

    def _fill(self) -> None:
        form = self.form
        said = plain_label(_said(self._rows), "strong", wrap=True)
        form.add_widget(said)
        form.add_widget(self.search)
        whole = self.screen().availableGeometry().height()
        self._is_low = whole < _LOW
        room = whole - (_AROUND_LESS if self._is_low else _AROUND)
        self.list.setFixedHeight(max(_LEAST, min(_MOST, room)))
        form.add_widget(self.list)
        hint = self._hint
        if self._is_low:
            # The foot of the list has the sum there: its rows need the room.
            self.search.setToolTip(hint)
            return
        form.add_widget(self.sum)
        form.add_widget(plain_label(hint, "muted", wrap=True))

    @property
    def _hint(self) -> str:
        return _("Space chooses, several if need be; Enter reconciles.")

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.search.searched.connect(self._find)
        self.list.clear_requested.connect(self.search.clear)
        self.list.table.installEventFilter(self)
        self.search.installEventFilter(self)
        self.list.record_activated.connect(self._on_activated)

    # finding

    @Slot()
    def _find(self) -> None:
        text = self.search.text().strip()
        find = self._desk.services.reconciliation.candidates
        call: Callable[[], list[Target]] = partial(find, self._rows[0].id, text, _NEAREST)
        self._desk.tasks.query(self, call, partial(self._on_found, text), replaces="find")

    def _on_found(self, text: str, found: list[Target]) -> None:
        keys = [self._key_of(target) for target in found]
        self._known.update(zip(keys, found, strict=True))
        # What is chosen stays in sight, whatever is searched next.
        self.list.set_ids(
            [*self._chosen, *(key for key in keys if key not in self._chosen)], text
        )
        if keys and not self.list.selected_ids:
            first = next((key for key in keys if key not in self._chosen), keys[0])
            self.list.table.select_id(first)
        # More than that are never read: say so rather than count what is shown.
        self._is_cut = len(found) == _NEAREST
        self._show_foot()

    def _key_of(self, target: Target) -> int:
        return self._numbers.setdefault((target.kind, target.id), len(self._numbers) + 1)

    def _page(self, ids: Iterable[int]) -> list[Candidate]:
        known, chosen = self._known, self._chosen
        return [Candidate(key, known[key], key in chosen) for key in ids if key in known]

    # choosing

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_search = watched is self.search
            # Nobody begins a search with a blank.
            chooses = watched is self.list.table or (is_search and not self.search.text())
            if chooses and event.key() == Qt.Key.Key_Space:
                self.toggle()
                return True
            enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_search and enters and self._chosen and not self.search.text():
                self._submit_chosen()
                return True
            if is_search and event.key() == Qt.Key.Key_Down:
                self._leave_chosen()
        return super().eventFilter(watched, event)

    def _leave_chosen(self) -> None:
        """Go on from a line that was chosen out of the search box: the next one is meant."""
        ids, current = self.list.model.ids.tolist(), self.list.table.current_id
        if current in self._chosen and current in ids[:-1]:
            self.list.table.select_id(ids[ids.index(current) + 1])

    def toggle(self) -> None:
        """Choose what is selected, or no longer where all of it was chosen."""
        selected = self.list.selected_ids
        if not selected:
            return
        if set(selected) <= set(self._chosen):
            self._chosen = [key for key in self._chosen if key not in selected]
        else:
            self._chosen += [key for key in selected if key not in self._chosen]
        self._show_chosen()

    def choose(self, targets: Sequence[Target]) -> None:
        """Choose these and nothing else."""
        keys = [self._key_of(target) for target in targets]
        self._known.update(zip(keys, targets, strict=True))
        self._chosen = keys
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Paint the list anew; the cursor stays."""
        model = self.list.model
        current = self.list.table.current_id
        listed = model.ids.tolist()
        self.list.set_ids([*listed, *(key for key in self._chosen if key not in listed)])
        if current is not None:
            self.list.table.select_id(current)
        self._say()

    @Slot(object)
    def _on_activated(self, key: int) -> None:
        """Take what is chosen; of nothing chosen, only what is exactly the line."""
        if not self._chosen:
            self.choose([self._known[key]])
            if self._known[key].amount != self._amount:
                return
        self._submit_chosen()

    def _submit_chosen(self) -> None:
        if self.submit_button.isEnabled():
            self.submit_button.click()
        else:
            self._say_not_ready()

    def _say_not_ready(self) -> None:
        """Say why what is chosen cannot be taken; here everything can."""

    @property
    def targets(self) -> list[Target]:
        """What is chosen."""
        return [self._known[key] for key in self._chosen]

    def _say(self) -> None:
        targets = self.targets
        chosen = total(target.amount for target in targets)
        self.submit_button.setEnabled(bool(targets))
        count = ngettext("{count} chosen", "{count} chosen", len(targets))
        told = [count.format(count=number_text(len(targets))), signed_text(chosen)]
        rest = self._amount - chosen
        if not targets:
            told = [_("Nothing is chosen yet: {amount} to explain")]
            told = [told[0].format(amount=signed_text(self._amount))]
        elif not rest:
            told.append(_("exactly the line"))
        elif (rest.cents > 0) == (self._amount.cents > 0):
            told.append(
                _("{amount} of the line stay open").format(amount=money_text(_size(rest)))
            )
        else:
            text = _("{amount} more than the line")
            told.append(text.format(amount=money_text(_size(rest))))
        self.sum.setText(" · ".join(told))
        self._show_foot()

    def _show_foot(self) -> None:
        """Say that not all that fits is listed; on a low screen the sum too."""
        cut = _("The {count} nearest ones: search to see others")
        said = cut.format(count=number_text(_NEAREST)) if self._is_cut else ""
        self.list.set_totals(self.sum.text() if self._is_low else said)

    @override
    @Slot()
    def unlock(self) -> None:
        super().unlock()
        self._say()

    @override
    def read(self) -> object:
        targets = self.targets
        if not targets:
            raise RuleError("reconciliation.nothing_chosen")
        if len(targets) == 1 and _size(targets[0].amount) > _size(self._amount):
            # A part of it: what is left waits for another line.
            only = targets[0]
            return (TargetRef(only.kind, only.id, self._amount),)
        return tuple(target.ref for target in targets)


def candidate_columns() -> tuple[Column, ...]:
    """Return the columns of what may be chosen."""
    return (
        Column("chosen", _("Choice"), _chosen, tone=_chosen_tone, width=7),
        Column("date", _("Date"), _day, width=9),
        Column("who", _("Who"), _who, width=12, stretch=True, gives_way=2, tip=_who),
        Column("label", _("What for"), _label, width=14, stretch=True, tip=_label),
        Column("remark", _("What it is"), _remark, width=16, stretch=True, tip=_remark),
        Column("amount", _("Amount"), _amount, align_right=True, width=11),
    )


def _chosen(candidate: Candidate) -> str:
    return _("chosen") if candidate.is_chosen else ""


def _chosen_tone(candidate: Candidate) -> Tone | None:
    return Tone.GOOD if candidate.is_chosen else None


def _day(candidate: Candidate) -> str:
    return day_text(candidate.target.day)


def _who(candidate: Candidate) -> str:
    return candidate.target.contact_name


def _label(candidate: Candidate) -> str:
    target = candidate.target
    return target.label.removesuffix(f" — {target.contact_name}")


def _remark(candidate: Candidate) -> str:
    return target_remark(candidate.target)


def _amount(candidate: Candidate) -> str:
    return signed_text(candidate.target.amount)


def _said(rows: Sequence[StatementRow]) -> str:
    if len(rows) == 1:
        row = rows[0]
        parts = (day_text(row.booked_on), named(row), signed_text(row.remainder))
        return " · ".join(parts)
    text = ngettext("{count} line, {amount}", "{count} lines, {amount}", len(rows))
    amount = signed_text(total(row.remainder for row in rows))
    return text.format(count=number_text(len(rows)), amount=amount)


def _size(amount: Money) -> Money:
    return Money(abs(amount.cents))
