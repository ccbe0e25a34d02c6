"""Criteria that a contact's own row answers."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, and_, cast, func, or_, select

from coopdesk.domain.contact_conditions import Operator
from coopdesk.domain.contact_criteria import NEVER_MEMBER, YES
from coopdesk.domain.departments import FRENCH_COUNTRIES, departments
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_rows import number_key
from coopdesk.storage.member_status_sql import has_status
from coopdesk.storage.search import in_order, words_in
from coopdesk.storage.tables import ContactPointRow, ContactRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement, CompoundSelect, Select

    from coopdesk.domain.members import MemberRules
    from coopdesk.storage.condition_asking import Asked

_contact = table_of(ContactRow)
_point = table_of(ContactPointRow)
_c = _contact.c


def one_of(ids: Select[Any] | CompoundSelect[Any]) -> ColumnElement[bool]:
    """Return that the contact is among ids; the engine reads them once."""
    return _c.id.in_(ids)


def status_holds(
    status: MemberStatus | None, rules: MemberRules, today: dt.date
) -> ColumnElement[bool]:
    """Return that a contact's status is this one; None is that of who never was a member."""
    if status is MemberStatus.LEFT:
        return has_status(status, rules, today)
    if status is None:
        return and_(_c.member_since.is_(None), ~has_status(MemberStatus.LEFT, rules, today))
    # Of who never joined the other days say nothing, neither yes nor no.
    return and_(_c.member_since.is_not(None), has_status(status, rules, today))


def _status(one: Asked) -> ColumnElement[bool]:
    rules, today = one.setting.rules(), one.setting.today
    wanted = [None if x == NEVER_MEMBER else MemberStatus(x) for x in one.values]
    return or_(*(status_holds(status, rules, today) for status in wanted))


def _name(one: Asked) -> ColumnElement[bool]:
    if one.operator is Operator.CONTAINS:
        return and_(*words_in((_c.sort_key,), one.values[0]))
    if one.operator is Operator.BEGINS:
        return one.text(_c.sort_key)
    return _c.sort_key.in_([key for value in one.values for key in _name_keys(value)])


def _name_keys(name: str) -> list[str]:
    """Return how a name may be ordered: whole, last name first, or first name first."""
    words = fold(name).split(" ")
    parted = [
        f"{' '.join(one)}  {' '.join(other)}"
        for cut in range(1, len(words))
        for one, other in (
            (words[:cut], words[cut:]),
            (words[cut:], words[:cut]),
        )
    ]
    return [" ".join(words), *parted]


def _number(one: Asked) -> ColumnElement[bool]:
    if one.operator is Operator.ANY_OF:
        return one.text(_c.number_key, number_key)
    return one.text(_of_case(func.lower(_c.number), _c.number, one), str.lower)


def _email(one: Asked) -> ColumnElement[bool]:
    return or_(
        one.text(_c.email_key, str.casefold),
        one_of(_points("email").where(one.text(_point.c.value_key, str.casefold))),
    )


def _phone(one: Asked) -> ColumnElement[bool]:
    further = one_of(_points("phone").where(one.text(_point.c.value_key, _digits)))
    if one.is_any:
        return or_(_c.phone != "", further)
    # Digits alone are costly to make: first those that have all digits in this order.
    likely = or_(*(in_order(_c.phone, _digits(value)) for value in one.values))
    digits = func.replace(func.replace(_c.phone, " ", ""), "+", "")
    return or_(and_(likely, one.text(digits, _digits)), further)


def _digits(text: str) -> str:
    # Without one digit nothing shall fit, rather than everything.
    return "".join(char for char in text if char.isdigit()) or text


def _points(kind: str) -> Select[Any]:
    return select(_point.c.contact_id).where(_point.c.kind == kind)


def _has(one: Asked, fact: ColumnElement[bool]) -> ColumnElement[bool]:
    return fact if one.values == (YES,) else ~fact


def _has_email(one: Asked) -> ColumnElement[bool]:
    return _has(one, or_(_c.email_key != "", one_of(_points("email"))))


def _has_phone(one: Asked) -> ColumnElement[bool]:
    return _has(one, or_(_c.phone != "", one_of(_points("phone"))))


def _has_address(one: Asked) -> ColumnElement[bool]:
    known = or_(_c.postal_code != "", _c.country != "FR")
    return _has(one, and_(_c.street != "", _c.city_key != "", known))


def _household(one: Asked) -> ColumnElement[bool]:
    return _has(one, _c.household_id.is_not(None))


def _department(one: Asked) -> ColumnElement[bool]:
    in_france = and_(_c.country.in_(sorted(FRENCH_COUNTRIES)), func.length(_c.postal_code) == 5)
    if one.is_any:
        overseas = [code for code, _name in departments() if len(code) == 3]
        return and_(in_france, or_(_from_to("01", "96"), *map(_in_department, overseas)))
    return and_(in_france, or_(*map(_in_department, one.values)))


def _in_department(code: str) -> ColumnElement[bool]:
    """Return that a postcode is of a département: ``domain.departments.department_of``."""
    if code == "2A":
        return _from_to("200", "202")
    if code == "2B":
        return _from_to("202", "21")
    if code == "971":
        return and_(_from_to("971", "972"), _c.postal_code.not_in(("97133", "97150")))
    alone = {"977": "97133", "978": "97150"}.get(code)
    whole = _from_to(code, str(int(code) + 1).zfill(len(code)))
    return or_(whole, _c.postal_code == alone) if alone else whole


def _from_to(first: str, after: str) -> ColumnElement[bool]:
    # As a range, not by LIKE: a range is read from the index.
    return and_(_c.postal_code >= first, _c.postal_code < after)


def _country(one: Asked) -> ColumnElement[bool]:
    codes = [value.upper() for value in one.values]
    return _c.country.in_([*codes, ""] if "FR" in codes else codes)


def _age(one: Asked) -> ColumnElement[bool]:
    """Compare an age, which is a day of birth the other way round."""
    born = _c.birth_on
    if one.is_any:
        return born.is_not(None)
    ages = sorted(float(value) for value in one.values)
    first, last = ages[0], ages[-1]
    least = -1.0 if one.operator in {Operator.LESS, Operator.AT_MOST} else first
    if one.operator is Operator.MORE:
        least = first + 1 if first.is_integer() else first
    most = last if one.operator in {Operator.ANY_OF, Operator.BETWEEN} else 200.0
    if one.operator is Operator.AT_MOST:
        most = last
    if one.operator is Operator.LESS:
        most = last - 1 if last.is_integer() else last
    if one.operator is Operator.ANY_OF and len(ages) > 1:
        return or_(*(_aged(age, age, one.setting.today) for age in ages))
    return _aged(least, most, one.setting.today)


def _aged(least: float, most: float, today: dt.date) -> ColumnElement[bool]:
    """Return that a person is at least and at most so many whole years old."""
    parts: list[ColumnElement[bool]] = [_c.birth_on.is_not(None)]
    youngest = -(-least // 1)
    if youngest > 0:
        parts.append(_c.birth_on <= _years_before(today, int(youngest)))
    parts.append(_c.birth_on > _years_before(today, int(most // 1) + 1))
    return and_(*parts)


def _years_before(day: dt.date, years: int) -> dt.date:
    """Return the last day of birth of who is so old: one of 29 February turns on 1 March."""
    year = day.year - years
    if year < 1:
        return dt.date.min
    if year > dt.MAXYEAR:
        return dt.date.max
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _birth_month(one: Asked) -> ColumnElement[bool]:
    # As a text, which it is on SQLite: to make a date of each costs a third of the time.
    day = cast(_c.birth_on, String)
    months = [day.like(f"%-{int(value):02}-%") for value in one.values]
    return and_(_c.birth_on.is_not(None), or_(*months))


def _language(one: Asked) -> ColumnElement[bool]:
    return one.text(func.lower(_c.language), str.lower)


def _postcode(one: Asked) -> ColumnElement[bool]:
    return one.text(_of_case(func.upper(_c.postal_code), _c.postal_code, one), str.upper)


def _of_case(
    made: ColumnElement[str], plain: ColumnElement[str], one: Asked
) -> ColumnElement[str]:
    """Return a column in one case, made so only if what it is compared with has letters."""
    return made if any(x.lower() != x.upper() for x in one.values) else plain


def _joined_in(one: Asked) -> ColumnElement[bool]:
    return and_(_c.member_since.is_not(None), one.years(_c.member_since.between))


OF_ROW: Mapping[str, Callable[[Asked], ColumnElement[bool]]] = {
    "age": _age,
    "birth": lambda one: one.days(_c.birth_on),
    "birth_month": _birth_month,
    "civility": lambda one: one.codes(_c.civility),
    "country": _country,
    "department": _department,
    "discipline": lambda one: one.folded(_c.discipline),
    "email": _email,
    "has_address": _has_address,
    "has_email": _has_email,
    "has_phone": _has_phone,
    "household": _household,
    "joined_in": _joined_in,
    "kind": lambda one: one.codes(_c.kind),
    "language": _language,
    "last_gift": lambda one: one.days(_c.last_gift_on),
    "member_since": lambda one: one.days(_c.member_since),
    "member_status": _status,
    "member_until": lambda one: one.days(_c.member_until),
    "name": _name,
    "number": _number,
    "organisation_kind": lambda one: one.codes(_c.organisation_kind),
    "phone": _phone,
    "postcode": _postcode,
    "sector": lambda one: one.folded(_c.sector),
    "state": lambda one: one.codes(_c.state),
    "town": lambda one: one.text(_c.city_key),
}
