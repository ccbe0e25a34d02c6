"""Who is to be reminded, with which text, by letter or e-mail."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.letter_templates import FilledText
from coopdesk.domain.reminders import QUIET_DAYS, ReminderFilter, ReminderReason
from coopdesk.ui.mailing_dialog import MailingDialog, Reached
from coopdesk.ui.members.papers.reminder_columns import ReminderRow, reminder_columns
from coopdesk.ui.members.papers.template_editing import TemplateEditing
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.reminders import ReminderLine, ReminderTemplate
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_SHORT = 96
_MOST_DAYS = 3_660


@dataclass(frozen=True, slots=True)
class RemindersDue:
    """Everybody who is due a reminder, and the texts there are."""

    lines: tuple[ReminderLine, ...]
    templates: tuple[ReminderTemplate, ...]


class ReminderDialog(MailingDialog):
    """People to remind, narrowed by why and for how long."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Reminders of fees"))
        self._due: RemindersDue | None = None
        self._shown: dict[int, ReminderLine] = {}
        self._unposted: frozenset[int] = frozenset()
        self._degree_to_show: int | None = None
        self.reasons = {reason: QCheckBox(label(reason)) for reason in ReminderReason}
        self.at_least = QLineEdit("0")
        self.at_least.setAccessibleName(_("For at least (days)"))
        self.at_least.setMaximumWidth(_SHORT)
        self.with_recent = QCheckBox(_("Also those written to lately"))
        self.list = RecordList(desk, "reminders", reminder_columns(), self._rows)
        self.list.set_accessible_name(_("People to remind"))
        self.list.set_empty(
            EmptyState(
                "check-circle",
                _("Nobody to remind"),
                _("With this text and these choices, nobody is due a reminder."),
            )
        )
        self.texts = TemplateEditing(desk, self)
        self._add_choices()
        self.lay_out(1040, 600)
        self._connect()
        self._show_counts()
        self.reload()

    # building

    def _add_choices(self) -> None:
        self.begin_choices(self.texts.button)
        self.choices.add(_("Why"), *self.reasons.values())
        self.choices.add(_("For at least (days)"), self.at_least)
        self.choices.add_widget(self.with_recent)
        self.choices.finish(
            _("Letters and e-mails are noted in the time-line of each contact.")
        )

    def _connect(self) -> None:
        for box in self.reasons.values():
            box.setChecked(True)
            box.toggled.connect(self.show_due)
        self.text.currentIndexChanged.connect(self.show_due)
        self.at_least.textChanged.connect(self.show_due)
        self.with_recent.toggled.connect(self.reload)
        self.texts.changed.connect(self._on_texts_changed)

    # what is due

    @Slot()
    def reload(self) -> None:
        """Ask who is due a reminder."""
        quiet = 0 if self.with_recent.isChecked() else QUIET_DAYS
        wanted = ReminderFilter(at_most=_MOST_DAYS, quiet_days=quiet)
        call = partial(_read, self.desk.services, wanted)
        self.desk.tasks.query(self, call, self._on_due, replaces="due")

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
        self.show_due()
        people = [line.contact_id for line in due.lines]
        unposted = partial(self.desk.services.reminders.unposted, people)
        self.desk.tasks.query(self, unposted, self._on_unposted, replaces="unposted")
        if is_first:
            self.focus_letters()

    def _on_unposted(self, unposted: frozenset[int]) -> None:
        self._unposted = unposted
        self._show_counts()

    @override
    @Slot()
    def show_due(self) -> None:
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
            and line.membership_id not in self.taken_out
        }
        self.texts.rule(self._due.templates, self.text.value)
        self._show_counts()

    def _show_counts(self) -> None:
        count = len(self._shown)
        mailed = sum(bool(line.email) for line in self._shown.values())
        posted = sum(line.contact_id not in self._unposted for line in self._shown.values())
        said = ngettext("{count} reminder to send", "{count} reminders to send", count)
        said = said.format(count=number_text(count))
        self.show_lines(list(self._shown), said, Reached(count, posted, mailed))

    def _rows(self, ids: Sequence[int]) -> list[ReminderRow]:
        shown = self._shown
        return [ReminderRow(shown[key]) for key in ids if key in shown]

    @override
    def read_text(self, place: int, key: int) -> FilledText | None:
        texts = self.desk.services.reminders.preview(place, [key])
        return FilledText(texts[0].subject, texts[0].body) if texts else None

    @Slot(int)
    def _on_texts_changed(self, degree: int) -> None:
        self._degree_to_show = degree
        self.reload()


def _read(services: Services, wanted: ReminderFilter) -> RemindersDue:
    """Read who is due and the texts; runs on the worker."""
    reminders = services.reminders
    return RemindersDue(tuple(reminders.due(wanted)), reminders.templates())


def _most(counts: Counter[int]) -> int:
    return counts.most_common(1)[0][0] if counts else 0
