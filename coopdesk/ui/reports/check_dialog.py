"""Asks on which day a statement showed the lines that are checked off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Chosen(NamedTuple):
    """The lines, what each adds to the balance in cents, and the balance checked off then."""

    ids: tuple[int, ...]
    cents: tuple[int, ...]
    after: Money


class CheckDialog(FormDialog):
    """Says what the lines add up to, and the balance to compare with the statement."""

    def __init__(
        self, today: Callable[[], dt.date], day: dt.date, chosen: Chosen, parent: QWidget
    ) -> None:
        super().__init__(_("Check lines off"), _("Check off"), parent)
        self.form.add_widget(plain_label(_said(chosen), wrap=True))
        self.day = self.form.add(
            "reconciled_on",
            _("Day of the statement"),
            DayEdit(today),
            _("For cash: the day on which it was counted."),
            required=True,
        )
        self.day.set_day(day)
        self.form.check_on_leave("reconciled_on", partial(self.day.day, "reconciled_on"))
        self.after = plain_label(
            _("Balance checked off then: {amount}").format(amount=money_text(chosen.after)),
            "strong",
            wrap=True,
        )
        self.form.add_widget(self.after)
        self.form.add_widget(
            plain_label(
                _("It equals the balance of the statement once every line of it is here."),
                "muted",
                wrap=True,
            )
        )
        self.day.setFocus()
        self.day.selectAll()

    @override
    def read(self) -> dt.date:
        day = self.day.day("reconciled_on")
        if day is None:
            raise RuleError("payment.date_missing", field="reconciled_on")
        return day


def _said(chosen: Chosen) -> str:
    count = len(chosen.ids)
    text = ngettext(
        "{count} line: in {received}, out {paid}",
        "{count} lines: in {received}, out {paid}",
        count,
    )
    return text.format(
        count=number_text(count),
        received=money_text(Money(sum(one for one in chosen.cents if one > 0))),
        paid=money_text(Money(-sum(one for one in chosen.cents if one < 0))),
    )
