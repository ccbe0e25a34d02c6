"""Says of each statement of a file whether its balances tie, with the figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from coopdesk.domain.bank_accounts import identity_from_text
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports.other_kind import link_button
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.pill import Pill
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.import_previews import StatementCheck
    from coopdesk.domain.money import Money

# The warning that a file names no account, and which one it was taken for.
ACCOUNT_ASSUMED = "statement.account_assumed"
_SHOWN = 3
_TEXT_TOP = 3


class StatementBar(QFrame):
    """One row for each statement; of many only the first ones, those that alert before.

    ``other_wanted`` tells of a statement that it is of another account.
    """

    other_wanted = Signal(object)  # StatementCheck

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._shown: list[QWidget] = []
        self.texts: tuple[str, ...] = ()
        self.hide()

    def show_checks(
        self, checks: Sequence[StatementCheck], *, is_open: bool, is_assumed: bool
    ) -> None:
        """Show these statements, or nothing where there is none.

        ``is_open``: their account may be changed; ``is_assumed``: that of those that name none
        is the one of last time.
        """
        for widget in self._shown:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        ordered = sorted(checks, key=alerts, reverse=True)
        self.texts = tuple(
            check_text(check, is_assumed=is_assumed) for check in ordered[:_SHOWN]
        )
        for row, (check, text) in enumerate(zip(ordered, self.texts, strict=False)):
            self._put(_pill(check), row, 0)
            said = plain_label(text, "text", wrap=True)
            said.setContentsMargins(0, _TEXT_TOP, 0, 0)  # beside the word in the pill
            self._put(said, row, 1)
            if is_open and check.account_name:
                other = link_button("bank", _("Another account…"))
                other.clicked.connect(partial(self._on_other, check))
                self._put(other, row, 2)
        rest = len(ordered) - len(self.texts)
        if rest > 0:
            more = ngettext("And {count} more statement.", "And {count} more statements.", rest)
            text = more.format(count=number_text(rest))
            self._put(plain_label(text, "muted"), _SHOWN, 1)
        self.setVisible(bool(ordered))

    def _on_other(self, check: StatementCheck) -> None:
        self.other_wanted.emit(check)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        self._shown.append(widget)


def alerts(check: StatementCheck) -> bool:
    """Tell whether something of a statement does not tie."""
    return bool(check.difference or check.before is not None or check.breaks)


def _pill(check: StatementCheck) -> Pill:
    """Say it in the words of the list of statements."""
    if alerts(check):
        return Pill(_("Does not tie"), Tone.ATTENTION)
    if check.difference is not None:
        return Pill(_("Ties"), Tone.GOOD)
    told = check.closing is not None or check.opening is not None
    return Pill(_("Closing balance only") if told else _("No balance told"), Tone.NEUTRAL)


def check_text(check: StatementCheck, *, is_assumed: bool) -> str:
    """Return what a statement says and whether it ties, in one line."""
    lines = ngettext("{count} line", "{count} lines", check.line_count)
    new = ngettext("{count} new", "{count} new", check.new_count)
    count = lines.format(count=number_text(check.line_count))
    news = new.format(count=number_text(check.new_count))
    number = identity_from_text(check.identity).number
    name = check.account_name or (_("Account {number}").format(number=number) if number else "")
    if name and is_assumed and not number:
        name = _("{name}, as last time").format(name=name)
    head = f"{name}\N{NO-BREAK SPACE}: {count} ({news})" if name else f"{count} ({news})"
    return " · ".join((head, *_balances(check), *_alert_texts(check)))


def _balances(check: StatementCheck) -> list[str]:
    told = []
    if check.opening is not None:
        told.append(_dated(_("{amount} on {day}"), check.opening, check.opening_on))
    if check.closing is not None:
        told.append(_dated(_("{amount} on {day}"), check.closing, check.closing_on))
    if len(told) == 2:
        return [" → ".join(told)]
    if check.closing is not None:
        return [*told, _("the file does not tell the balance before it")]
    if check.opening is not None:
        return [*told, _("the file does not tell the balance after it")]
    return [_("the file tells no balance")]


def _dated(text: str, amount: Money, day: dt.date | None) -> str:
    if day is None:
        return money_text(amount)
    return text.format(amount=money_text(amount), day=day_text(day))


def _alert_texts(check: StatementCheck) -> list[str]:
    told = []
    if check.difference:
        text = _("the lines and the balances differ by {amount}")
        told.append(text.format(amount=money_text(check.difference)))
    if check.before is not None:
        text = _("we knew {amount} before it: a statement may be missing between")
        told.append(text.format(amount=money_text(check.before)))
    if check.breaks:
        text = ngettext(
            "the running balance breaks at line {line}",
            "the running balance breaks {count} times, first at line {line}",
            check.breaks,
        )
        told.append(text.format(count=number_text(check.breaks), line=check.break_line))
    return told
