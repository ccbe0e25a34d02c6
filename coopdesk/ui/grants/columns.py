"""The columns of the list of grants, and how it is sorted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from coopdesk.domain.money import ZERO
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column
from coopdesk.ui.grants.tones import state_tone
from coopdesk.ui.usual_columns import day_column, text_column
from coopdesk.wording.formats import money_text
from coopdesk.wording.grant_steps import standing_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.money import Money

_FAR = dt.date.max
_AMOUNT_HINT = N_("What was granted, or what is asked as long as nothing is")
_REPORT_HINT = N_("By when the report on the use of the money is to be sent")


def grant_columns() -> tuple[Column, ...]:
    """Return the columns of grants in their first order."""
    return (
        text_column(
            "title", _("Grant"), lambda x: x.request.content.title, width=22, stretch=True
        ),
        text_column("funder", _("Funder"), lambda x: x.request.funder_name, width=14),
        text_column(
            "project", _("Project"), lambda x: x.request.project_title, width=18, gives_way=7
        ),
        _money("amount", _("Amount"), _amount, 4, _(_AMOUNT_HINT)),
        _money("paid", _("Came"), lambda x: x.paid, 6),
        _money("due", _("Still due"), lambda x: x.due, 3),
        _money("left", _("To spend"), lambda x: x.left, 5),
        day_column(
            "report",
            _("Report due"),
            lambda x: x.report_due_on,
            width=13,
            gives_way=1,
            hint=_(_REPORT_HINT),
        ),
        Column("state", _("State"), standing_text, tone=state_tone, sort="state", width=17),
    )


def grant_sort(name: str) -> Callable[[GrantState], Any] | None:
    """Return what the list of grants is sorted by."""
    sorts: dict[str, Callable[[GrantState], Any]] = {
        "title": lambda x: fold(x.request.content.title),
        "funder": lambda x: fold(x.request.funder_name),
        "project": lambda x: fold(x.request.project_title),
        "amount": _amount,
        "paid": lambda x: x.paid,
        "due": lambda x: x.due,
        "left": lambda x: x.left,
        "report": lambda x: x.report_due_on or _FAR,
        "state": lambda x: fold(standing_text(x)),
    }
    return sorts.get(name)


def _amount(state: GrantState) -> Money:
    return state.granted or state.asked


def _money(
    key: str,
    title: str,
    amount: Callable[[GrantState], Money],
    gives_way: int,
    hint: str = "",
) -> Column:
    return Column(
        key,
        title,
        lambda x: money_text(amount(x)) if amount(x) > ZERO else "",
        align_right=True,
        sort=key,
        width=12,
        descends=True,
        gives_way=gives_way,
        hint=hint,
    )
