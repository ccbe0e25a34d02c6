"""The columns of the list of contacts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.custom_fields import FieldKind
from coopdesk.domain.members import FOR_EVER
from coopdesk.ui.columns import Column
from coopdesk.ui.members.words import STATUS_TONES
from coopdesk.wording.custom_values import value_text
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.standing import standing_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.contacts import ContactLine
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.ui.columns import Tone

KIND_ICONS = {ContactKind.PERSON: "user", ContactKind.ORGANISATION: "buildings"}


def contact_columns(fields: Iterable[CustomField] = ()) -> tuple[Column, ...]:
    """Return the columns in their first order; what a volunteer looks for comes first.

    ``fields`` are those of the association; the ones that ask to be listed become columns.
    """
    return (
        Column("name", _("Name"), _name, sort="name", width=22, stretch=True),
        Column("number", _("No."), _number, sort="number", width=8, hidden=True, gives_way=5),
        Column("kind", _("Kind"), _kind, width=11, hidden=True),
        Column("member", _("Member"), _member, tone=_member_tone, width=13, gives_way=2),
        Column(
            "member_until",
            _("Until"),
            _member_until,
            sort="member_until",
            width=10,
            hidden=True,
            hint=_("The last day of the membership that is paid"),
            gives_way=5,
        ),
        Column("town", _("Town"), _town, sort="town", width=17, stretch=True, gives_way=1),
        Column("email", _("E-mail"), _email, sort="email", width=24, gives_way=4),
        Column("phone", _("Phone"), _phone, width=13, gives_way=5),
        Column("tags", _("Tags"), _tags, width=18, hidden=True, gives_way=6),
        Column("birth_on", _("Birth date"), _birth, width=10, hidden=True, gives_way=6),
        *(_own(field) for field in fields if field.content.is_listed),
        Column(
            "gifts",
            _("Gifts"),
            _gifts,
            align_right=True,
            sort="gifts",
            width=10,
            hint=_("Everything this contact gave, all years together"),
            descends=True,
            gives_way=2,
        ),
        Column(
            "last_gift",
            _("Last gift"),
            _last_gift,
            sort="last_gift",
            width=10,
            descends=True,
            gives_way=3,
        ),
    )


def _own(field: CustomField) -> Column:
    content = field.content
    is_figure = content.kind in {FieldKind.NUMBER, FieldKind.AMOUNT}
    return Column(
        f"custom:{field.id}",
        content.name,
        partial(_own_value, field),
        align_right=is_figure,
        sort=f"custom:{field.id}",
        # Those who said yes are looked for.
        descends=content.kind is FieldKind.YES_NO,
        width=max(10, min(len(content.name) + 2, 18)),
        gives_way=2,
    )


def _own_value(field: CustomField, line: ContactLine) -> str:
    return " ".join(value_text(field, line.custom.get(field.id, "")).split())


def _number(line: ContactLine) -> str:
    return line.number


def _member(line: ContactLine) -> str:
    return standing_text(line.member_status, is_unpaid=line.member_until is None)


def _member_tone(line: ContactLine) -> Tone | None:
    return STATUS_TONES[line.member_status] if line.member_status is not None else None


def _member_until(line: ContactLine) -> str:
    if line.member_until is None:
        return ""
    is_for_life = line.member_until == FOR_EVER
    return _("for life") if is_for_life else day_text(line.member_until)


def _birth(line: ContactLine) -> str:
    return day_text(line.birth_on) if line.birth_on else ""


def _tags(line: ContactLine) -> str:
    return ", ".join(line.tags)


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
