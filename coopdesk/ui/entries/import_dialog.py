"""Shows what a file would bring to the books, line by line, before anything is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout

from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.entry_imports import (
    count_text,
    each_remark,
    left_out_texts,
    opening_texts,
    problem_text,
)
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.entry_imports import EntryImportPreview
    from coopdesk.domain.imports import Problem
    from coopdesk.domain.opening_balances import OpeningPreview
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job

_SIZE = (880, 560)


class Shown(NamedTuple):
    """A row of any of the lists, and its place."""

    id: int
    value: Any


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What the dialog says: ``rows`` under ``columns`` would be recorded by ``verb``."""

    title: str
    verb: str
    tone: Tone
    said: tuple[str, str]
    list_name: str
    columns: tuple[Column, ...]
    rows: tuple[object, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]
    can_apply: bool


class ImportPreviewDialog(QDialog):
    """``wanted`` tells that the person wants it; the dialog stays until all is recorded."""

    wanted = Signal()

    def __init__(self, desk: Desk, preview: FilePreview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(preview.title)
        self._can_apply = preview.can_apply
        self.notice = Notice()
        self.notice.say(preview.tone, *preview.said)
        self.list = _list(desk, "import_rows", preview.columns, preview.rows)
        self.problems = _list(desk, "import_problems", _problem_columns(), preview.problems)
        self.remarks = _list(desk, "import_remarks", _remark_columns(), preview.remarks)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName(preview.title)
        self._add(self.list, preview.list_name, len(preview.rows))
        self._add(self.problems, _("Problems"), len(preview.problems))
        self._add(self.remarks, _("What comes with it"), len(preview.remarks))
        if preview.problems and not preview.can_apply:
            self.tabs.setCurrentWidget(self.problems)
        self.apply_button = QPushButton(preview.verb)
        make_primary(self.apply_button)
        self.apply_button.setDefault(True)
        self.apply_button.setEnabled(preview.can_apply)
        self.apply_button.clicked.connect(self._on_apply)
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out(preview.title)
        self.resize(*_SIZE)

    def _add(self, shown: RecordList, name: str, count: int) -> None:
        shown.set_accessible_name(name)
        self.tabs.addTab(shown, f"{name} ({number_text(count)})")

    def _lay_out(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(title, "title"))
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(buttons)

    @Slot()
    def _on_apply(self) -> None:
        self.apply_button.setEnabled(False)
        self.wanted.emit()

    def follow(self, job: Job) -> None:
        """Show how far the recording is."""
        self.notice.follow(job)

    @Slot()
    def unlock(self) -> None:
        """Let the person try again."""
        self.apply_button.setEnabled(self._can_apply)


def _list(
    desk: Desk, name: str, columns: tuple[Column, ...], values: Sequence[object]
) -> RecordList:
    rows = {key: Shown(key, value) for key, value in enumerate(values, start=1)}

    def page(ids: Sequence[int]) -> list[Shown]:
        return [rows[key] for key in ids if key in rows]

    shown = RecordList(desk, name, columns, page)
    shown.set_ids(list(rows))
    return shown


def entries_preview(found: EntryImportPreview) -> FilePreview:
    """Return what the dialog says of entries of another program."""
    count = len(found.entries)
    verb = ngettext("Import {count} entry", "Import {count} entries", count)
    tone = Tone.ATTENTION if found.left_out or found.known else Tone.GOOD
    told = list(left_out_texts(found))
    if count:
        told.append(_("Nothing is recorded until you say so; Ctrl+Z takes all of it back."))
    return FilePreview(
        title=_("Entries of {file}").format(file=found.file_name),
        verb=verb.format(count=number_text(count)),
        tone=tone if count else Tone.NEUTRAL,
        said=(f"{label(found.file_format)} · {count_text(found)}", " ".join(told)),
        list_name=_("Entries"),
        columns=_entry_columns(),
        rows=found.entries,
        problems=found.problems,
        remarks=tuple(each_remark(found)),
        can_apply=bool(count),
    )


def openings_preview(found: OpeningPreview) -> FilePreview:
    """Return what the dialog says of opening balances from a sheet."""
    first, *others = opening_texts(found)
    detail = _("It becomes a draft on {day}: nothing is validated.")
    return FilePreview(
        title=_("Opening balances of {year}").format(year=found.year.label),
        verb=_("Record the draft"),
        tone=Tone.BAD if found.errors else Tone.GOOD,
        said=(first, detail.format(day=day_text(found.year.starts_on))),
        list_name=_("Balances"),
        columns=_balance_columns({x.number: x.label for x in found.accounts}),
        rows=found.entry.lines,
        problems=found.problems,
        remarks=tuple(others),
        can_apply=not found.errors,
    )


def _entry_columns() -> tuple[Column, ...]:
    return (
        Column("line", _("Line"), _line, align_right=True, width=7, gives_way=2),
        Column("day", _("Date"), _day, width=11),
        Column("journal", _("Journal"), _journal, width=8),
        Column("label", _("Label"), _label, width=18, stretch=True),
        Column("accounts", _("Accounts"), _accounts, width=16, gives_way=1),
        Column("amount", _("Amount"), _amount, align_right=True, width=13),
    )


def _line(row: Shown) -> str:
    return str(row.value.read.line)


def _day(row: Shown) -> str:
    return day_text(row.value.new.entry_on)


def _journal(row: Shown) -> str:
    return str(row.value.new.journal)


def _label(row: Shown) -> str:
    return str(row.value.new.label)


def _accounts(row: Shown) -> str:
    return " ".join(dict.fromkeys(line.account for line in row.value.new.lines))


def _amount(row: Shown) -> str:
    return money_text(row.value.new.debit)


def _balance_columns(labels: dict[str, str]) -> tuple[Column, ...]:
    def named(row: Shown) -> str:
        return labels.get(row.value.account, "")

    return (
        Column("account", _("Account"), _account, width=12),
        Column("label", _("Label"), named, width=18, stretch=True),
        Column("debit", _("Debit"), _debit, align_right=True, width=14),
        Column("credit", _("Credit"), _credit, align_right=True, width=14),
    )


def _account(row: Shown) -> str:
    return str(row.value.account)


def _debit(row: Shown) -> str:
    return money_text(row.value.debit) if row.value.debit else ""


def _credit(row: Shown) -> str:
    return money_text(row.value.credit) if row.value.credit else ""


def _problem_columns() -> tuple[Column, ...]:
    return (
        Column("line", _("Line"), _problem_line, align_right=True, width=7),
        Column("column", _("Column"), _problem_column, width=16, gives_way=1),
        Column("text", _("What is wrong"), _problem, width=18, stretch=True, tip=_problem),
    )


def _problem_line(row: Shown) -> str:
    return str(row.value.line or "")


def _problem_column(row: Shown) -> str:
    return str(row.value.column)


def _problem(row: Shown) -> str:
    return problem_text(row.value)


def _remark_columns() -> tuple[Column, ...]:
    return (Column("text", _("What comes with it"), _said, stretch=True, tip=_said),)


def _said(row: Shown) -> str:
    return str(row.value)
