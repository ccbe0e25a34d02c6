"""Who is to be reminded, with which text, by letter or e-mail."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.domain.reminders import QUIET_DAYS, ReminderFilter, ReminderReason
from coopdesk.ui.members.papers.reminder_columns import ReminderRow, reminder_columns
from coopdesk.ui.members.papers.template_editing import TemplateEditing
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.side_choices import SideChoices
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.reminders import ReminderLine, ReminderTemplate
    from coopdesk.services.registry import Services
    from coopdesk.services.reminder_letters import ReminderText
    from coopdesk.ui.desk import Desk

_SHORT = 96
_MOST_DAYS = 3_660


@dataclass(frozen=True, slots=True)
class ReminderOrder:
    """Whom to remind with which text; by letter, else by e-mail."""

    degree: int
    membership_ids: tuple[int, ...]
    by_post: bool


@dataclass(frozen=True, slots=True)
class RemindersDue:
    """Everybody who is due a reminder, and the texts there are."""

    lines: tuple[ReminderLine, ...]
    templates: tuple[ReminderTemplate, ...]


class ReminderDialog(QDialog):
    """Choices at the left, the people at the right; decides and stores nothing itself."""

    submitted = Signal(object)  # ReminderOrder

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Reminders of fees"))
        self._desk = desk
        self._due: RemindersDue | None = None
        self._shown: dict[int, ReminderLine] = {}
        self._taken_out: set[int] = set()
        self._unposted: frozenset[int] = frozenset()
        self._degree_to_show: int | None = None
        self.text = ChoiceBox[int]([(0, "…")])
        self.text.setAccessibleName(_("Text"))
        self.reasons = {reason: QCheckBox(label(reason)) for reason in ReminderReason}
        for box in self.reasons.values():
            box.setChecked(True)
        self.at_least = QLineEdit("0")
        self.at_least.setAccessibleName(_("For at least (days)"))
        self.at_least.setMaximumWidth(_SHORT)
        self.with_recent = QCheckBox(_("Also those written to lately"))
        self.summary = plain_label("", "strong", wrap=True)
        self.list = RecordList(desk, "reminders", reminder_columns(), self._rows)
        self.take_out_action = QAction(_("Take out of this mailing"), self)
        self.preview_button = QPushButton(_("Read the text"))
        self.texts = TemplateEditing(desk, self)
        self.email_button = QPushButton()
        self.letter_button = QPushButton()
        make_primary(self.letter_button)
        self.cancel_button = QPushButton(_("Close"))
        self._lay_out()
        self._connect()
        self._show_counts()
        self.reload()

    # building

    def _lay_out(self) -> None:
        self.list.set_accessible_name(_("People to remind"))
        self.list.set_empty(
            EmptyState(
                "check-circle",
                _("Nobody to remind"),
                _("With this text and these choices, nobody is due a reminder."),
            )
        )
        self.list.table.addAction(self.take_out_action)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.take_out_action.setShortcut("Del")
        self.take_out_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        choices = SideChoices()
        choices.add(_("Text"), self.text)
        choices.add_widget(self.preview_button)
        choices.add_widget(self.texts.button)
        choices.add(_("Why"), *self.reasons.values())
        choices.add(_("For at least (days)"), self.at_least)
        choices.add_widget(self.with_recent)
        choices.finish(_("Letters and e-mails are noted in the time-line of each contact."))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.summary)
        right.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(choices)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.cancel_button, self.email_button, self.letter_button):
            buttons.addWidget(button)
            # Enter in a choice must write nothing: only the button itself does.
            button.setAutoDefault(False)
        for button in (self.preview_button, self.texts.button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Reminders of fees"), "title"))
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        resize_within(self, 1040, 600)

    def _connect(self) -> None:
        for box in self.reasons.values():
            box.toggled.connect(self._show)
        self.text.currentIndexChanged.connect(self._show)
        self.at_least.textChanged.connect(self._show)
        self.with_recent.toggled.connect(self.reload)
        self.take_out_action.triggered.connect(self._on_take_out)
        self.preview_button.clicked.connect(self._on_preview)
        self.texts.changed.connect(self._on_texts_changed)
        self.email_button.clicked.connect(self._on_email)
        self.letter_button.clicked.connect(self._on_letter)
        self.cancel_button.clicked.connect(self.reject)

    # what is due

    @Slot()
    def reload(self) -> None:
        """Ask who is due a reminder."""
        quiet = 0 if self.with_recent.isChecked() else QUIET_DAYS
        wanted = ReminderFilter(at_most=_MOST_DAYS, quiet_days=quiet)
        call = partial(_read, self._desk.services, wanted)
        self._desk.tasks.query(self, call, self._on_due, replaces="due")

    def _on_due(self, due: RemindersDue) -> None:
        is_first = self._due is None
        self._due = due
        counts = Counter(line.degree for line in due.lines)
        choices = []
        for template in due.templates:
            count = number_text(counts[template.degree])
            choices.append((template.degree, f"{template.content.label} ({count})"))
        chosen = _most(counts) if is_first else self.text.value
        if self._degree_to_show is not None:
            chosen, self._degree_to_show = self._degree_to_show, None
        self.text.set_choices(choices)
        self.text.choose(chosen)
        self._show()
        people = [line.contact_id for line in due.lines]
        unposted = partial(self._desk.services.reminders.unposted, people)
        self._desk.tasks.query(self, unposted, self._on_unposted, replaces="unposted")
        if is_first and self.letter_button.isEnabled():
            self.letter_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unposted(self, unposted: frozenset[int]) -> None:
        self._unposted = unposted
        self._show_counts()

    @Slot()
    def _show(self) -> None:
        if self._due is None:
            return
        wanted = {reason for reason, box in self.reasons.items() if box.isChecked()}
        text = self.at_least.text().strip()
        days = int(text) if text.isdecimal() and len(text) < 6 else 0
        self._shown = {
            line.membership_id: line
            for line in self._due.lines
            if line.degree == self.text.value
            and line.reason in wanted
            and line.days >= days
            and line.membership_id not in self._taken_out
        }
        self.list.set_ids(list(self._shown))
        self.texts.rule(self._due.templates, self.text.value)
        self._show_counts()

    def _show_counts(self) -> None:
        count = len(self._shown)
        mailed = sum(bool(line.email) for line in self._shown.values())
        posted = sum(line.contact_id not in self._unposted for line in self._shown.values())
        self.summary.setText(_summary(count, count - posted, count - mailed))
        text = ngettext("Write {count} letter…", "Write {count} letters…", posted)
        self.letter_button.setText(text.format(count=number_text(posted)))
        self.letter_button.setEnabled(bool(posted))
        text = ngettext("Prepare {count} e-mail…", "Prepare {count} e-mails…", mailed)
        self.email_button.setText(text.format(count=number_text(mailed)))
        self.email_button.setEnabled(bool(mailed))
        self.preview_button.setEnabled(bool(count))
        self.list.set_totals(_("Del: take out who is selected") if count else "")

    def _rows(self, ids: Sequence[int]) -> list[ReminderRow]:
        shown = self._shown
        return [ReminderRow(shown[key]) for key in ids if key in shown]

    # what the person does

    @Slot()
    def _on_take_out(self) -> None:
        self._taken_out |= set(self.list.selected_ids)
        self._show()

    @Slot()
    def _on_preview(self) -> None:
        chosen = self.list.table.current_id or next(iter(self._shown), None)
        if chosen is not None:
            call = partial(self._desk.services.reminders.preview, self.text.value, [chosen])
            self._desk.tasks.query(self, call, self._on_text, replaces="text")

    def _on_text(self, texts: list[ReminderText]) -> None:
        for text in texts[:1]:
            self._desk.feedback.inform(text.subject, text.body)

    @Slot(int)
    def _on_texts_changed(self, degree: int) -> None:
        self._degree_to_show = degree
        self.reload()

    @Slot()
    def _on_email(self) -> None:
        self._submit(by_post=False)

    @Slot()
    def _on_letter(self) -> None:
        self._submit(by_post=True)

    def _submit(self, *, by_post: bool) -> None:
        order = ReminderOrder(self.text.value, tuple(self._shown), by_post)
        self.submitted.emit(order)
        self.accept()


def _read(services: Services, wanted: ReminderFilter) -> RemindersDue:
    """Read who is due and the texts; runs on the worker."""
    reminders = services.reminders
    return RemindersDue(tuple(reminders.due(wanted)), reminders.templates())


def _summary(count: int, unposted: int, unmailed: int) -> str:
    """Say how many there are to remind, and how many of them on one of both roads only."""
    said = ngettext("{count} reminder to send", "{count} reminders to send", count)
    parts = [said.format(count=number_text(count))]
    if unposted:
        parts.append(_("{count} without a whole address").format(count=number_text(unposted)))
    if unmailed:
        parts.append(_("{count} without an e-mail").format(count=number_text(unmailed)))
    return " · ".join(parts)


def _most(counts: Counter[int]) -> int:
    return counts.most_common(1)[0][0] if counts else 0
