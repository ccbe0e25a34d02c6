"""Criteria that other tables answer: memberships, gifts, tags, groups, own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Numeric, and_, cast, false, func, literal_column, or_, select

from coopdesk.domain.contact_criteria import FIELD, GIVEN, NEVER_ASKED, REFUSED, YES
from coopdesk.domain.custom_fields import CHOICE_SEPARATOR, FieldKind
from coopdesk.domain.money import parse_amount
from coopdesk.storage.columns import table_of
from coopdesk.storage.condition_asking import Found, day_of, found, year_of
from coopdesk.storage.condition_columns import one_of
from coopdesk.storage.search import like
from coopdesk.storage.tables import (
    AffiliationRow,
    CampaignRow,
    ContactNoteRow,
    ContactRow,
    ContactTagRow,
    CustomValueRow,
    DepartureRow,
    GiftSumRow,
    GroupMemberRow,
    ImportedRowRow,
    MembershipPersonRow,
    MembershipRow,
    MembershipTypeRow,
    PaymentRow,
    RegistrationRow,
    TagRow,
    TaxReceiptRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Select

    from coopdesk.storage.condition_asking import Asked

_contact = table_of(ContactRow)
_noted = _contact.alias("noted")
_note = table_of(ContactNoteRow)
_affiliation = table_of(AffiliationRow)
_campaign = table_of(CampaignRow)
_contact_tag = table_of(ContactTagRow)
_value = table_of(CustomValueRow)
_departure = table_of(DepartureRow)
_gift_sum = table_of(GiftSumRow)
_group = table_of(WorkingGroupRow)
_group_member = table_of(GroupMemberRow)
_imported = table_of(ImportedRowRow)
_membership = table_of(MembershipRow)
_covered = table_of(MembershipPersonRow)
_type = table_of(MembershipTypeRow)
_payment = table_of(PaymentRow)
_registration = table_of(RegistrationRow)
_tag = table_of(TagRow)
_receipt = table_of(TaxReceiptRow)

# memberships

_LASTING = _membership.c.cancelled_on.is_(None)
# As the triggers of ``storage/sums.py`` count: paid for, or its first instalment is.
_SETTLED = or_(
    _membership.c.paid_cents >= _membership.c.fee_cents + _membership.c.joining_fee_cents,
    and_(_membership.c.instalment_count > 1, _membership.c.paid_cents > 0),
)


def _members(*wanted: ColumnElement[bool]) -> Select[Any]:
    return (
        select(_covered.c.contact_id)
        .join_from(_membership, _covered, _covered.c.membership_id == _membership.c.id)
        .where(_LASTING, *wanted)
    )


def _up_to_date_in(one: Asked) -> ColumnElement[bool]:
    """Ask for a paid membership that covers a day of a year.

    The contact keeps the first and last year of each; only one that spans more is looked for.
    """
    years = _contact.c.member_years

    def in_year(first: dt.date, last: dt.date) -> ColumnElement[bool]:
        spans = and_(_membership.c.started_on < first, _membership.c.ended_on > last)
        lasting = and_(years.like("%+%"), one_of(_members(spans, _SETTLED)))
        return or_(years.like(f"%{first.year}%"), lasting)

    return one.years(in_year)


def _last_type(one: Asked, matches: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return that the type of a contact's last membership fits."""
    found = one.setting.connection.execute(select(_type.c.id).where(matches)).scalars()
    return or_(false(), *(_contact.c.member_types.like(f"% {key} %") for key in found))


def _membership_type(one: Asked) -> ColumnElement[bool]:
    if one.is_any:
        return _contact.c.member_types != ""
    return _last_type(one, one.text(_type.c.sort_key))


def _college(one: Asked) -> ColumnElement[bool]:
    return _last_type(one, one.folded(_type.c.college))


def _left_in(one: Asked) -> Found:
    return found(select(_departure.c.contact_id).where(one.years(_departure.c.left_on.between)))


def _left_because(one: Asked) -> Found:
    return found(select(_departure.c.contact_id).where(one.codes(_departure.c.reason)))


def _fee_unpaid(one: Asked) -> Found:
    due = _membership.c.fee_cents + _membership.c.joining_fee_cents
    owing = select(_membership.c.contact_id).where(_LASTING, _membership.c.paid_cents < due)
    return found(owing) if one.values == (YES,) else ~found(owing)


# gifts


def _gifts(one: Asked) -> ColumnElement[bool] | Found:
    if not one.about:
        return one.cents(_contact.c.gift_cents)
    year = year_of(one.about, one.setting.today)
    givers = select(_gift_sum.c.contact_id).where(_gift_sum.c.year == year)
    givers = givers.group_by(_gift_sum.c.contact_id)
    fits = one.cents(func.sum(_gift_sum.c.cents))
    if one.takes_zero():
        # Who gave nothing that year fits too, and is in no group.
        return ~found(givers.having(~fits))
    return found(givers.having(fits))


def _gave_in(one: Asked) -> Found:
    years = [year_of(value, one.setting.today) for value in one.values]
    return found(select(_gift_sum.c.contact_id).where(_gift_sum.c.year.in_(years)))


def _campaigns(one: Asked) -> Sequence[int]:
    query = select(_campaign.c.id).where(one.text(_campaign.c.sort_key))
    return one.setting.connection.execute(query).scalars().all()


def _gave_to(one: Asked) -> Found:
    to_them = _gift_sum.c.campaign_id.in_(_campaigns(one))
    return found(select(_gift_sum.c.contact_id).where(to_them))


def _receipt_in(one: Asked) -> Found:
    years = [year_of(value, one.setting.today) for value in one.values]
    return found(select(_receipt.c.donor_id).where(_receipt.c.year.in_(years)))


# ties


def _tagged(one: Asked) -> Found:
    bearers = select(_contact_tag.c.contact_id)
    if not one.is_any:
        tags = select(_tag.c.id).where(one.text(_tag.c.sort_key))
        bearers = bearers.where(_contact_tag.c.tag_id.in_(tags))
    return found(bearers)


def _lasts(ended_on: ColumnElement[dt.date], today: dt.date) -> ColumnElement[bool]:
    return or_(ended_on.is_(None), ended_on >= today)


def _in_group(one: Asked) -> Found:
    members = select(_group_member.c.contact_id).where(
        _lasts(_group_member.c.ended_on, one.setting.today)
    )
    if not one.is_any:
        groups = select(_group.c.id).where(one.text(_group.c.sort_key))
        members = members.where(_group_member.c.group_id.in_(groups))
    return found(members)


def _of_organisation(one: Asked) -> Found:
    tied = select(_affiliation.c.person_id).where(
        _lasts(_affiliation.c.ended_on, one.setting.today)
    )
    if not one.is_any:
        known = _contact.alias()
        matching = select(known.c.id).where(
            known.c.kind == "organisation", one.text(known.c.sort_key)
        )
        tied = tied.where(_affiliation.c.organisation_id.in_(matching))
    return found(tied)


def _has_role(one: Asked) -> Found:
    today = one.setting.today
    return found(
        select(_affiliation.c.person_id).where(
            one.folded(_affiliation.c.role), _lasts(_affiliation.c.ended_on, today)
        ),
        select(_group_member.c.contact_id).where(
            one.folded(_group_member.c.role), _lasts(_group_member.c.ended_on, today)
        ),
    )


def _registered_to(one: Asked) -> Found:
    return found(
        select(_registration.c.contact_id)
        .join_from(_registration, _payment, _payment.c.id == _registration.c.payment_id)
        .where(
            _registration.c.contact_id.is_not(None),
            _registration.c.kind == "registration",
            _payment.c.campaign_id.in_(_campaigns(one)),
        )
    )


def _consents(purpose: str) -> Callable[[Asked], ColumnElement[bool]]:
    answer = _contact.c[f"consent_{purpose}"]
    parts = {GIVEN: answer.is_(True), REFUSED: answer.is_(False), NEVER_ASKED: answer.is_(None)}

    def build(one: Asked) -> ColumnElement[bool]:
        return or_(*(parts[value] for value in one.values))

    return build


def _import_run(one: Asked) -> Found:
    of_run = one.order(_imported.c.run_id, [int(float(value)) for value in one.values])
    through = (
        (_imported.c.contact_id, None),
        (_payment.c.payer_id, _imported.c.payment_id == _payment.c.id),
        (_registration.c.contact_id, _imported.c.registration_id == _registration.c.id),
    )
    selects = []
    for contact_id, is_same in through:
        rows = select(contact_id).where(contact_id.is_not(None), of_run)
        selects.append(rows if is_same is None else rows.where(is_same))
    return found(*selects)


def _has_note(one: Asked) -> Found:
    # Long texts stand in an index of their own, of those contacts alone that have one.
    is_there = _noted.c.note_key != literal_column("''")
    return found(
        select(_noted.c.id).where(is_there, one.text(_noted.c.note_key)),
        select(_note.c.contact_id).where(one.text(_note.c.text_key)),
    )


# own fields


def _field(one: Asked) -> Found:
    own = one.setting.field(one.about)
    if own is None:  # looked at before, where the whole condition is read
        return found()
    rows = select(_value.c.contact_id).where(_value.c.field_id == own.id)
    if not one.is_any:
        rows = rows.where(_OF_KIND[FieldKind(own.kind)](one))
    return found(rows)


def _number(one: Asked) -> ColumnElement[bool]:
    numbers: list[Any] = [_decimal(value) for value in one.values]
    return one.order(cast(_value.c.text, Numeric(18, 6)), numbers)


def _decimal(value: str) -> Any:
    from decimal import Decimal

    return Decimal(value)


def _amount(one: Asked) -> ColumnElement[bool]:
    cents = [parse_amount(value).cents for value in one.values]
    return one.order(cast(_value.c.text, _payment.c.amount_cents.type), cents)


def _day(one: Asked) -> ColumnElement[bool]:
    # Days stand in ISO form, whose order is theirs.
    days = [day_of(value, one.setting.today).isoformat() for value in one.values]
    return one.order(_value.c.text, days)


def _yes_no(one: Asked) -> ColumnElement[bool]:
    return _value.c.text == ("1" if one.values == (YES,) else "0")


def _choices(one: Asked) -> ColumnElement[bool]:
    """Return that one of several choices, one a line, is among the values."""
    mark = CHOICE_SEPARATOR
    lines = mark + _value.c.text + mark
    return or_(*(like(lines, "%", f"{mark}{value}{mark}", "%") for value in one.values))


_OF_KIND: Mapping[FieldKind, Callable[[Asked], ColumnElement[bool]]] = {
    FieldKind.TEXT: lambda one: one.text(_value.c.text_key),
    FieldKind.LONG_TEXT: lambda one: one.text(_value.c.text_key),
    FieldKind.NUMBER: _number,
    FieldKind.AMOUNT: _amount,
    FieldKind.DATE: _day,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: lambda one: one.codes(_value.c.text),
    FieldKind.CHOICES: _choices,
}

OF_OTHERS: Mapping[str, Callable[[Asked], ColumnElement[bool] | Found]] = {
    "campaign": _gave_to,
    "college": _college,
    "fee_unpaid": _fee_unpaid,
    FIELD: _field,
    "gave_in": _gave_in,
    "gifts": _gifts,
    "group": _in_group,
    "import_run": _import_run,
    "left_because": _left_because,
    "left_in": _left_in,
    "membership_type": _membership_type,
    "note": _has_note,
    "newsletter": _consents("newsletter"),
    "organisation": _of_organisation,
    "photo": _consents("photo"),
    "public_thanks": _consents("public_thanks"),
    "receipt_in": _receipt_in,
    "registered_to": _registered_to,
    "role": _has_role,
    "tag": _tagged,
    "up_to_date_in": _up_to_date_in,
}
