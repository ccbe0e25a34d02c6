"""How the list of the chart says what an account is, and whether it takes entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.chart import AccountStatus
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import capital
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.chart_listing import ChartLine

_NAMED = 6


def chart_columns() -> tuple[Column, ...]:
    """Return the columns of the chart."""
    return (
        Column("number", _("Number"), _number, width=12),
        Column("label", _("Label"), _label, width=30, stretch=True, tip=_note),
        Column("status", _("Status"), _status, tone=_tone, width=14, tip=origin_text),
        Column("entries", _("Entries"), place_text, width=26, gives_way=1, tip=place_text),
        Column("kind", _("Kind"), _kind, width=22, hidden=True),
    )


def origin_text(line: ChartLine) -> str:
    """Say where an account comes from, and what to do about one that is not certain."""
    status = line.account.status
    if status is AccountStatus.OWN:
        return _("An account of your own.")
    if status is AccountStatus.UNCERTAIN:
        said = _("To verify before you rely on it: {source}.")
    elif status is AccountStatus.OFFICIAL:
        said = _("Of the official chart: {source}.")
    else:
        said = _("Not in the official chart, but customary: {source}.")
    return said.format(source=line.source)


def place_text(line: ChartLine) -> str:
    """Say why nothing is written on an account; empty for one that takes entries."""
    if not line.is_taken:
        return _("not in your chart")
    if not line.account.is_open:
        return _("closed to new entries")
    if not line.below:
        return ""
    named = ", ".join(line.below[:_NAMED])
    more = "…" if len(line.below) > _NAMED else ""
    return _("nothing is written here: {numbers}").format(numbers=named + more)


def about_text(line: ChartLine) -> str:
    """Return everything known of an account, for the line beneath the list."""
    account = line.account
    place = place_text(line)
    kind = _("{kind} account.").format(kind=label(account.kind))
    said = [f"{account.number} {account.label}.", kind, origin_text(line)]
    said += [f"{capital(place)}." if place else "", account.note]
    return " ".join(part for part in said if part)


def _number(line: ChartLine) -> str:
    return line.account.number


def _label(line: ChartLine) -> str:
    return line.account.label


def _note(line: ChartLine) -> str:
    return line.account.note


def _status(line: ChartLine) -> str:
    return label(line.account.status)


def _kind(line: ChartLine) -> str:
    return label(line.account.kind)


def _tone(line: ChartLine) -> Tone | None:
    if line.account.status is AccountStatus.UNCERTAIN:
        return Tone.ATTENTION
    return Tone.INFO if line.account.status is AccountStatus.OWN else None
