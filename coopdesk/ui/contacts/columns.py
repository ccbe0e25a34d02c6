"""The columns of the list of contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.ui.columns import Column
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contacts import ContactLine

KIND_ICONS = {ContactKind.PERSON: "user", ContactKind.ORGANISATION: "buildings"}


def contact_columns() -> tuple[Column, ...]:
    """Return the columns in their first order; what a volunteer looks for comes first."""
    return (
        Column("name", _("Name"), _name, sort="name", width=22, stretch=True),
        Column("kind", _("Kind"), _kind, width=11, hidden=True),
        Column("town", _("Town"), _town, sort="town", width=17),
        Column("email", _("E-mail"), _email, sort="email", width=24, gives_way=2),
        Column("phone", _("Phone"), _phone, width=13, gives_way=3),
        Column(
            "gifts",
            _("Gifts"),
            _gifts,
            align_right=True,
            sort="gifts",
            width=10,
            hint=_("Everything this contact gave, all years together"),
            descends=True,
        ),
        Column(
            "last_gift",
            _("Last gift"),
            _last_gift,
            sort="last_gift",
            width=10,
            descends=True,
            gives_way=1,
        ),
    )


def _name(line: ContactLine) -> str:
    return line.name


def _kind(line: ContactLine) -> str:
    return label(line.kind)


def _town(line: ContactLine) -> str:
    return line.town


def _email(line: ContactLine) -> str:
    return line.email


def _phone(line: ContactLine) -> str:
    return line.phone


def _gifts(line: ContactLine) -> str:
    return money_text(line.gift_total) if line.gift_total else ""


def _last_gift(line: ContactLine) -> str:
    return day_text(line.last_gift_on) if line.last_gift_on else ""
