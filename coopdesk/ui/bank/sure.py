"""Accepts all that is sure at once, after showing it line by line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.money import total
from coopdesk.ui.bank.columns import short_day, short_label
from coopdesk.ui.bank.proposal_words import score_said, title_of
from coopdesk.ui.bank.words import line_said, signed_text
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import AutoDone, Proposal
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_SIZE = (1180, 600)
_PAGE = 200


class SureLine(NamedTuple):
    """A proposal with its line, under the number that the list knows it by."""

    id: int
    row: StatementRow
    proposal: Proposal
    title: str


def read_sure(
    services: Services, proposals: Sequence[Proposal], labels: Mapping[str, str]
) -> list[SureLine]:
    """Read the lines that proposals are about; runs on the worker."""
    ids = [proposal.line_id for proposal in proposals]
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    rows = {row.id: row for page in pages for row in services.bank.lines(page)}
    return [
        SureLine(number, rows[each.line_id], each, title_of(each, labels))
        for number, each in enumerate(proposals, start=1)
        if each.line_id in rows
    ]


class SureDialog(QDialog):
    """Accepted when the person wants these lines reconciled; ``left`` others cannot be."""

    def __init__(
        self, desk: Desk, lines: Sequence[SureLine], left: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Lines to be reconciled")
        self.setWindowTitle(title)
        self._lines = {line.id: line for line in lines}
        self.list = RecordList(desk, "bank.sure", sure_columns(), self._page)
        self.list.set_accessible_name(title)
        self.list.set_ids(list(self._lines))
        amount = total(line.row.remainder for line in lines)
        self.list.set_totals(_("Total: {amount}").format(amount=signed_text(amount)))
        verb = ngettext("Reconcile {count} line", "Reconcile {count} lines", len(lines))
        self.accept_button = QPushButton(verb.format(count=number_text(len(lines))))
        make_primary(self.accept_button)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(title, "title"))
        layout.addWidget(plain_label(_remarks(lines, left), "muted", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        resize_within(self, *_SIZE)
        self.accept_button.setFocus()

    def _page(self, ids: Iterable[int]) -> list[SureLine]:
        return [self._lines[key] for key in ids if key in self._lines]


class SureDoing(QObject):
    """``action`` asks for what is sure; ``found`` carries the lines that were settled."""

    found = Signal(object)

    def __init__(self, desk: Desk, part: QWidget) -> None:
        super().__init__(part)
        self._desk = desk
        self._part = part
        self._count = 0
        self.account_id: int | None = None
        self.dialog: SureDialog | None = None
        self.action = make_step(self, "", "checks")
        self.action.setStatusTip(_("Show what needs no decision, then reconcile all of it"))
        self.action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.action.setProperty("keys", _("Ctrl+Enter"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        part.addAction(self.action)
        self.action.triggered.connect(self._on_action)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many lines are sure."""
        self._count = count
        text = _("Accept what is sure…")
        if count:
            text = ngettext(
                "Accept the sure one ({count})…", "Accept the {count} sure ones…", count
            ).format(count=number_text(count))
        self.action.setText(text)
        self.action.setEnabled(bool(count))

    @Slot()
    def _on_action(self) -> None:
        account_id = self.account_id
        if account_id is None:
            return
        service = self._desk.services.reconciliation

        def look(progress: Progress) -> Outcome[AutoDone]:
            return service.match_auto(account_id, progress, dry_run=True)

        title = _("Looking for what is sure")
        self._desk.tasks.job(self, title, look, self._on_looked)

    def _on_looked(self, done: AutoDone) -> None:
        self.ask(done.proposals)

    def ask(self, proposals: Sequence[Proposal], chosen: int = 0) -> None:
        """Show what would be done of so many lines that were chosen."""
        if not proposals:
            self._desk.feedback.tell(_("Nothing is sure enough to go without you."))
            return

        def read() -> list[SureLine]:
            services = self._desk.services
            labels = {each.number: each.label for each in services.chart.accounts()}
            return read_sure(services, proposals, labels)

        left = max(chosen - len(proposals), 0)
        self._desk.tasks.query(self, read, partial(self._show, left), replaces="sure")

    def _show(self, left: int, lines: list[SureLine]) -> None:
        if self.dialog is not None or not lines:
            return
        dialog = self.dialog = SureDialog(self._desk, lines, left, self._part.window())
        wanted = [line.proposal for line in lines]
        # The button that asked goes when nothing sure is left: the list gets the keys back.
        self._part.setFocus(Qt.FocusReason.OtherFocusReason)
        dialog.accepted.connect(partial(self._accept, wanted))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    def _accept(self, wanted: Sequence[Proposal]) -> None:
        service = self._desk.services.reconciliation
        self.action.setEnabled(False)

        def accept(progress: Progress) -> Outcome[AutoDone]:
            return service.accept_all(wanted, progress)

        ids = [key for proposal in wanted for key in proposal.line_ids]
        done = partial(self._on_done, ids)
        self._desk.tasks.job(self, _("Reconciling"), accept, done, ended=self._on_ended)

    def _on_done(self, ids: Sequence[int], done: AutoDone) -> None:
        self.found.emit(ids)
        self._desk.feedback.tell(done_text(done))

    @Slot()
    def _on_ended(self) -> None:
        self.action.setEnabled(bool(self._count))


def done_text(done: AutoDone) -> str:
    """Return what was done, and what is left."""
    text = ngettext("{count} line reconciled", "{count} lines reconciled", done.matched)
    said = [text.format(count=number_text(done.matched))]
    if done.created:
        text = ngettext("{count} entry made", "{count} entries made", done.created)
        said.append(text.format(count=number_text(done.created)))
    if done.left:
        text = ngettext("{count} line waits", "{count} lines wait", done.left)
        said.append(text.format(count=number_text(done.left)))
    return " · ".join(said)


def sure_columns() -> tuple[Column, ...]:
    """Return the columns of what would be done."""
    return (
        Column("date", _("Date"), _day, width=6),
        Column("label", _("What the bank says"), _label, width=14, stretch=True, tip=_whole),
        Column("amount", _("Amount"), _amount, align_right=True, width=10),
        Column("what", _("Reconciled with"), _what, width=18, stretch=True, tip=_what),
        Column("score", _("How sure"), _score, tone=_tone, width=14),
    )


def _day(line: SureLine) -> str:
    return short_day(line.row)


def _label(line: SureLine) -> str:
    return short_label(line.row)


def _whole(line: SureLine) -> str:
    return line_said(line.row)


def _amount(line: SureLine) -> str:
    return signed_text(line.row.remainder)


def _what(line: SureLine) -> str:
    return line.title


def _score(line: SureLine) -> str:
    return score_said(line.proposal)[0]


def _tone(line: SureLine) -> Tone:
    return score_said(line.proposal)[1]


def _remarks(lines: Sequence[SureLine], left: int) -> str:
    created = sum(line.proposal.creation is not None for line in lines)
    said = [_("Ctrl+Z takes all of it back, in one go.")]
    if created:
        text = ngettext(
            "{count} draft entry is made for it.",
            "{count} draft entries are made for it.",
            created,
        )
        said.insert(0, text.format(count=number_text(created)))
    if left:
        text = ngettext(
            "Nothing is proposed for {count} other line: it waits.",
            "Nothing is proposed for {count} other lines: they wait.",
            left,
        )
        said.insert(0, text.format(count=number_text(left)))
    return " ".join(said)
