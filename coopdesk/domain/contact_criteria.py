"""What contacts can be chosen by: the criteria, what each compares with and how."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contact_conditions import Operator
from coopdesk.domain.contact_details import ContactState, OrganisationKind
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.custom_fields import FieldKind
from coopdesk.domain.departments import departments
from coopdesk.domain.events import EventRole
from coopdesk.domain.members import DepartureReason, MemberStatus
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.custom_fields import CustomField

YES, NO = "yes", "no"
# Who never was a member has no status.
NEVER_MEMBER = "never"
GIVEN, REFUSED, NEVER_ASKED = "given", "refused", "never_asked"
THIS_YEAR, LAST_YEAR = "this_year", "last_year"


class ValueKind(enum.Enum):
    """What a criterion compares with.

    CODE is one of a closed list; NAME is one of what the association named itself (a tag, a
    group), folded when compared.
    """

    TEXT = enum.auto()
    NUMBER = enum.auto()
    AMOUNT = enum.auto()
    DAY = enum.auto()
    YEAR = enum.auto()
    CODE = enum.auto()
    NAME = enum.auto()
    YES_NO = enum.auto()


class Theme(enum.Enum):
    """Under which heading the window offers a criterion; the usual ones first."""

    MEMBERSHIP = "membership"
    GIFTS = "gifts"
    TIES = "ties"
    EVENTS = "events"
    REACH = "reach"
    WHO = "who"
    OWN = "own"
    FILE = "file"


class About(enum.Enum):
    """What a criterion must or may be completed by."""

    NOTHING = enum.auto()
    MAYBE_YEAR = enum.auto()
    FIELD = enum.auto()


_CHOSEN = (Operator.IS, Operator.IS_NOT, Operator.ANY_OF, Operator.NONE_OF)
_COMPARED = (
    Operator.IS,
    Operator.IS_NOT,
    Operator.MORE,
    Operator.AT_LEAST,
    Operator.LESS,
    Operator.AT_MOST,
    Operator.BETWEEN,
)
_KNOWN = (Operator.EMPTY, Operator.NOT_EMPTY)
_OPERATORS = {
    ValueKind.TEXT: (
        Operator.CONTAINS,
        Operator.CONTAINS_NOT,
        Operator.BEGINS,
        *_CHOSEN,
    ),
    ValueKind.NUMBER: _COMPARED,
    ValueKind.AMOUNT: (Operator.MORE, *(x for x in _COMPARED if x is not Operator.MORE)),
    ValueKind.DAY: _COMPARED,
    ValueKind.YEAR: _CHOSEN,
    ValueKind.CODE: _CHOSEN,
    ValueKind.NAME: _CHOSEN,
    ValueKind.YES_NO: (Operator.IS,),
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something a contact can be chosen by.

    ``codes`` are the values of CODE. ``may_be_empty`` offers to ask whether anything is known
    at all. ``name`` is set for own fields only; others are named by ``wording.criteria``.
    """

    key: str
    kind: ValueKind
    theme: Theme
    codes: tuple[str, ...] = ()
    may_be_empty: bool = True
    about: About = About.NOTHING
    name: str = ""

    @property
    def operators(self) -> tuple[Operator, ...]:
        """The operators that make sense, the usual one first."""
        return _OPERATORS[self.kind] + (_KNOWN if self.may_be_empty else ())


def _codes(kind: type[enum.Enum]) -> tuple[str, ...]:
    return tuple(str(code.value) for code in kind if code.value)


def _yes_no(key: str, theme: Theme) -> Criterion:
    return Criterion(key, ValueKind.YES_NO, theme, (YES, NO), may_be_empty=False)


def _year(key: str, theme: Theme) -> Criterion:
    return Criterion(key, ValueKind.YEAR, theme, may_be_empty=False)


def _code(
    key: str, theme: Theme, codes: tuple[str, ...], *, may_be_empty: bool = False
) -> Criterion:
    return Criterion(key, ValueKind.CODE, theme, codes, may_be_empty)


_CONSENT = (GIVEN, REFUSED, NEVER_ASKED)
_KEPT = tuple(state.value for state in ContactState if state is not ContactState.MERGED)

_FIXED = (
    _code("member_status", Theme.MEMBERSHIP, (*_codes(MemberStatus), NEVER_MEMBER)),
    _year("up_to_date_in", Theme.MEMBERSHIP),
    Criterion("membership_type", ValueKind.NAME, Theme.MEMBERSHIP),
    Criterion("college", ValueKind.NAME, Theme.MEMBERSHIP),
    Criterion("member_until", ValueKind.DAY, Theme.MEMBERSHIP),
    Criterion("member_since", ValueKind.DAY, Theme.MEMBERSHIP),
    _year("joined_in", Theme.MEMBERSHIP),
    _year("left_in", Theme.MEMBERSHIP),
    _code("left_because", Theme.MEMBERSHIP, _codes(DepartureReason), may_be_empty=True),
    _yes_no("fee_unpaid", Theme.MEMBERSHIP),
    Criterion(
        "gifts", ValueKind.AMOUNT, Theme.GIFTS, may_be_empty=False, about=About.MAYBE_YEAR
    ),
    _year("gave_in", Theme.GIFTS),
    Criterion("last_gift", ValueKind.DAY, Theme.GIFTS),
    Criterion("campaign", ValueKind.NAME, Theme.GIFTS, may_be_empty=False),
    _year("receipt_in", Theme.GIFTS),
    Criterion("tag", ValueKind.NAME, Theme.TIES),
    Criterion("group", ValueKind.NAME, Theme.TIES),
    Criterion("organisation", ValueKind.TEXT, Theme.TIES),
    Criterion("role", ValueKind.TEXT, Theme.TIES),
    Criterion("registered_to", ValueKind.NAME, Theme.TIES, may_be_empty=False),
    _yes_no("household", Theme.TIES),
    _code("newsletter", Theme.TIES, _CONSENT),
    _code("public_thanks", Theme.TIES, _CONSENT),
    _code("photo", Theme.TIES, _CONSENT),
    Criterion("event", ValueKind.NAME, Theme.EVENTS),
    _year("present_in", Theme.EVENTS),
    _code("event_role", Theme.EVENTS, _codes(EventRole), may_be_empty=True),
    Criterion("department", ValueKind.CODE, Theme.REACH, tuple(x for x, _n in departments())),
    Criterion("postcode", ValueKind.TEXT, Theme.REACH),
    Criterion("town", ValueKind.TEXT, Theme.REACH),
    Criterion("country", ValueKind.NAME, Theme.REACH, may_be_empty=False),
    _yes_no("has_address", Theme.REACH),
    Criterion("email", ValueKind.TEXT, Theme.REACH),
    _yes_no("has_email", Theme.REACH),
    Criterion("phone", ValueKind.TEXT, Theme.REACH),
    _yes_no("has_phone", Theme.REACH),
    Criterion("name", ValueKind.TEXT, Theme.WHO, may_be_empty=False),
    _code("kind", Theme.WHO, _codes(ContactKind)),
    Criterion("number", ValueKind.TEXT, Theme.WHO),
    _code("civility", Theme.WHO, _codes(Civility), may_be_empty=True),
    Criterion("birth", ValueKind.DAY, Theme.WHO),
    Criterion("age", ValueKind.NUMBER, Theme.WHO),
    _code("birth_month", Theme.WHO, tuple(map(str, range(1, 13)))),
    Criterion("language", ValueKind.NAME, Theme.WHO),
    Criterion("sector", ValueKind.TEXT, Theme.WHO),
    Criterion("discipline", ValueKind.TEXT, Theme.WHO),
    _code("organisation_kind", Theme.WHO, _codes(OrganisationKind), may_be_empty=True),
    Criterion("note", ValueKind.TEXT, Theme.FILE),
    Criterion("import_run", ValueKind.NUMBER, Theme.FILE, may_be_empty=False),
    _code("state", Theme.FILE, _KEPT),
)
# An own field: its key is ``field``, its name stands beside it.
FIELD = "field"
_OF_FIELDS = {
    FieldKind.TEXT: ValueKind.TEXT,
    FieldKind.LONG_TEXT: ValueKind.TEXT,
    FieldKind.NUMBER: ValueKind.NUMBER,
    FieldKind.AMOUNT: ValueKind.AMOUNT,
    FieldKind.DATE: ValueKind.DAY,
    FieldKind.YES_NO: ValueKind.YES_NO,
    FieldKind.CHOICE: ValueKind.CODE,
    FieldKind.CHOICES: ValueKind.CODE,
}


def _of_field(field: CustomField) -> Criterion:
    content = field.content
    kind = _OF_FIELDS[content.kind]
    codes = (YES, NO) if kind is ValueKind.YES_NO else content.choices
    return Criterion(FIELD, kind, Theme.OWN, codes, about=About.FIELD, name=content.name)


def field_operators(kind: FieldKind) -> tuple[Operator, ...]:
    """Return how own fields of a type can be compared."""
    return _OPERATORS[_OF_FIELDS[kind]] + _KNOWN


class Criteria:
    """All criteria of an association: the fixed ones and its own fields."""

    def __init__(self, fields: Iterable[CustomField] = ()) -> None:
        self.fixed = {criterion.key: criterion for criterion in _FIXED}
        self._own = {fold(field.content.name): _of_field(field) for field in fields}

    @property
    def all(self) -> tuple[Criterion, ...]:
        """Every criterion, in the order of offering."""
        return (*self.fixed.values(), *self._own.values())

    @property
    def keys(self) -> tuple[str, ...]:
        """The words that may begin a rule."""
        return (*self.fixed, FIELD) if self._own else tuple(self.fixed)

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of the own fields."""
        return tuple(criterion.name for criterion in self._own.values())

    def find(self, key: str, about: str = "") -> Criterion | None:
        """Return a criterion, None when there is none of that key or own name."""
        return self._own.get(fold(about)) if key == FIELD else self.fixed.get(key)
