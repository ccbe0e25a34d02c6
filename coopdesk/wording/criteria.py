"""What criteria, operators and whole conditions are called on screen."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from coopdesk.domain.contact_conditions import Operator, Rule, RuleGroup
from coopdesk.domain.contact_criteria import (
    GIVEN,
    LAST_YEAR,
    NEVER_ASKED,
    NEVER_MEMBER,
    REFUSED,
    THIS_YEAR,
    Criterion,
    Theme,
    ValueKind,
)
from coopdesk.domain.contact_details import ContactState, OrganisationKind
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.departments import department_name
from coopdesk.domain.errors import RuleError
from coopdesk.domain.events import EventRole
from coopdesk.domain.members import DepartureReason, MemberStatus
from coopdesk.domain.money import parse_amount
from coopdesk.wording.formats import day_text, moment_text, money_short, month_names
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext
from coopdesk.wording.phrases import PHRASES

if TYPE_CHECKING:
    import enum
    from collections.abc import Mapping

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.domain.contact_criteria import Criteria

    Names = Mapping[str, tuple[tuple[str, str], ...]]

CRITERION_TEXTS: dict[str, str] = {
    "age": N_("Age"),
    "birth": N_("Date of birth"),
    "birth_month": N_("Month of birth"),
    "campaign": N_("Gave to the campaign"),
    "civility": N_("Civility"),
    "college": N_("College"),
    "country": N_("Country"),
    "department": N_("Département"),
    "discipline": N_("Discipline"),
    "email": N_("E-mail"),
    "event": N_("Takes part in the event"),
    "event_role": N_("Part in an event"),
    "fee_unpaid": N_("Owes a fee"),
    "gave_in": N_("Gave in the year"),
    "gifts": N_("Total of gifts"),
    "group": N_("Group"),
    "has_address": N_("Has a postal address"),
    "has_email": N_("Has an e-mail"),
    "has_phone": N_("Has a phone"),
    "household": N_("Is in a household"),
    "import_run": N_("Import"),
    "joined_in": N_("Joined in the year"),
    "kind": N_("Person or organisation"),
    "language": N_("Language"),
    "last_gift": N_("Last gift"),
    "left_because": N_("Left because"),
    "left_in": N_("Left in the year"),
    "member_since": N_("First membership"),
    "member_status": N_("Member status"),
    "member_until": N_("End of membership"),
    "membership_type": N_("Type of membership"),
    "name": N_("Name"),
    "newsletter": N_("Consent to the newsletter"),
    "note": N_("Note"),
    "number": N_("Member number"),
    "organisation": N_("Belongs to the organisation"),
    "organisation_kind": N_("Kind of organisation"),
    "phone": N_("Phone"),
    "photo": N_("Consent to photos"),
    "postcode": N_("Postcode"),
    "present_in": N_("Was at an event in the year"),
    "public_thanks": N_("Consent to public thanks"),
    "receipt_in": N_("Tax receipt of the year"),
    "registered_to": N_("Registered to"),
    "role": N_("Role"),
    "sector": N_("Sector"),
    "state": N_("State of the record"),
    "tag": N_("Tag"),
    "town": N_("Town"),
    "up_to_date_in": N_("Up to date in the year"),
}
THEME_TEXTS: dict[Theme, str] = {
    Theme.MEMBERSHIP: N_("Membership"),
    Theme.GIFTS: N_("Gifts"),
    Theme.TIES: N_("Tags, groups and ties"),
    Theme.EVENTS: N_("Events"),
    Theme.REACH: N_("Address and reach"),
    Theme.WHO: N_("Who it is"),
    Theme.OWN: N_("Own fields"),
    Theme.FILE: N_("Record"),
}
_OPERATORS: dict[Operator, str] = {
    Operator.IS: N_("is"),
    Operator.IS_NOT: N_("is not"),
    Operator.CONTAINS: N_("contains"),
    Operator.CONTAINS_NOT: N_("does not contain"),
    Operator.BEGINS: N_("begins with"),
    Operator.MORE: N_("above"),
    Operator.AT_LEAST: N_("at least"),
    Operator.LESS: N_("below"),
    Operator.AT_MOST: N_("at most"),
    Operator.BETWEEN: N_("between"),
    Operator.ANY_OF: N_("one of"),
    Operator.NONE_OF: N_("none of"),
    Operator.EMPTY: N_("is empty"),
    Operator.NOT_EMPTY: N_("is known"),
}
_OPERATORS_OF_DAYS: dict[Operator, str] = {
    Operator.IS: N_("on the"),
    Operator.IS_NOT: N_("not on the"),
    Operator.MORE: N_("after the"),
    Operator.AT_LEAST: N_("from the"),
    Operator.LESS: N_("before the"),
    Operator.AT_MOST: N_("up to the"),
}
_DAY_PATTERNS: dict[Operator, str] = {
    Operator.IS: N_("{criterion} on: {value}"),
    Operator.IS_NOT: N_("{criterion} not on: {value}"),
    Operator.MORE: N_("{criterion} after: {value}"),
    Operator.AT_LEAST: N_("{criterion} from: {value}"),
    Operator.LESS: N_("{criterion} before: {value}"),
    Operator.AT_MOST: N_("{criterion} up to: {value}"),
}
_CODES: dict[str, type[enum.Enum]] = {
    "civility": Civility,
    "event_role": EventRole,
    "kind": ContactKind,
    "left_because": DepartureReason,
    "member_status": MemberStatus,
    "organisation_kind": OrganisationKind,
    "state": ContactState,
}
_OTHER_CODES: dict[str, str] = {
    GIVEN: N_("given"),
    REFUSED: N_("refused"),
    NEVER_ASKED: N_("never asked"),
    NEVER_MEMBER: N_("Never a member"),
    "yes": N_("yes"),
    "no": N_("no"),
}
_ALIKE = {Operator.ANY_OF: Operator.IS, Operator.NONE_OF: Operator.IS_NOT}


def criterion_text(criterion: Criterion) -> str:
    """Return what a criterion is called; an own field by its own name."""
    return criterion.name or _(CRITERION_TEXTS[criterion.key])


def theme_text(theme: Theme) -> str:
    """Return the heading of criteria."""
    return _(THEME_TEXTS[theme])


def operator_text(operator: Operator, kind: ValueKind) -> str:
    """Return how a comparison reads between a criterion and a value."""
    text = _OPERATORS_OF_DAYS.get(operator) if kind is ValueKind.DAY else None
    return _(text or _OPERATORS[operator])


def code_text(criterion: Criterion, code: str) -> str:
    """Return what a code of a criterion is called."""
    if criterion.key == "birth_month":
        return month_names()[int(code) - 1]
    if criterion.key == "department":
        return f"{department_name(code)} ({code})"
    if code in _OTHER_CODES and not (criterion.name and criterion.kind is ValueKind.CODE):
        return _(_OTHER_CODES[code])
    kind = _CODES.get(criterion.key)
    return code if kind is None else label(kind(code))


def import_run_text(file_name: str, moment: dt.datetime) -> str:
    """Return how an import is told from others."""
    return f"{file_name} ({moment_text(moment)})"


def condition_phrases(
    condition: Condition, criteria: Criteria, names: Names
) -> list[tuple[Condition, str]]:
    """Return the parts of a condition that must all hold, each with its plain words."""
    parts: tuple[Condition, ...] = (condition,)
    if isinstance(condition, RuleGroup) and condition.is_all and not condition.negated:
        parts = condition.conditions
    return [(part, condition_phrase(part, criteria, names)) for part in parts]


def condition_phrase(condition: Condition, criteria: Criteria, names: Names) -> str:
    """Return a condition in plain words: ``up to date in 2026 and lives in …``."""
    if isinstance(condition, Rule):
        return rule_phrase(condition, criteria, names)
    inner = []
    for part in condition.conditions:
        text = condition_phrase(part, criteria, names)
        is_group = isinstance(part, RuleGroup) and len(part.conditions) > 1 and not part.negated
        inner.append(f"({text})" if is_group else text)
    word = _("and") if condition.is_all else _("or")
    joined = f" {word} ".join(inner) or _("everybody")
    return _("not ({condition})").format(condition=joined) if condition.negated else joined


def rule_phrase(rule: Rule, criteria: Criteria, names: Names) -> str:
    """Return one rule in plain words."""
    criterion = criteria.find(rule.criterion, rule.about)
    if criterion is None:
        gone = _("field “{name}” (no longer there)").format(name=rule.about)
        return gone if rule.about else rule.criterion
    operator = Operator(rule.operator)
    values = [_readable_text(criterion, value, names) for value in rule.values]
    word = _("and") if operator is Operator.BETWEEN else _("or")
    joined = f" {word} ".join(values)
    when = f" {word} ".join(_when(value) for value in rule.values)
    sign = _ALIKE.get(operator, operator).value
    if criterion.kind is ValueKind.YES_NO and not criterion.name:
        sign = f"{sign} {rule.values[0]}"
    phrase = PHRASES.get((rule.criterion, sign))
    text = _(phrase) if phrase else _generic(criterion, operator)
    said = text.format(
        criterion=criterion_text(criterion), value=joined, when=when, values=joined
    ).strip()
    if rule.about and not criterion.name:
        return f"{said} {_when(rule.about)}"
    return said


def _generic(criterion: Criterion, operator: Operator) -> str:
    alike = _ALIKE.get(operator, operator)
    if criterion.kind is ValueKind.DAY and alike in _DAY_PATTERNS:
        return _(_DAY_PATTERNS[alike])
    if alike is Operator.IS:
        return _("{criterion}: {value}")
    if alike is Operator.IS_NOT:
        return _("{criterion}: not {value}")
    said = operator_text(operator, criterion.kind)
    return "{criterion} " + said.replace("{", "{{").replace("}", "}}") + " {value}"


def _readable_text(criterion: Criterion, value: str, names: Names) -> str:
    """Return a value as it is said; as it stands when its own field is of another type now."""
    try:
        return _value_text(criterion, value, names)
    except (RuleError, ValueError):
        return value


def _value_text(criterion: Criterion, value: str, names: Names) -> str:
    if criterion.kind is ValueKind.AMOUNT:
        return money_short(parse_amount(value))
    if criterion.kind is ValueKind.DAY:
        return day_phrase(value)
    if criterion.kind in {ValueKind.CODE, ValueKind.YES_NO}:
        return code_text(criterion, value)
    if criterion.kind is ValueKind.TEXT:
        return _("“{text}”").format(text=value)
    return dict(names.get(criterion.key, ())).get(value, value)


def day_phrase(value: str) -> str:
    """Return ``12/03/2026``, ``today``, ``30 days ago`` or ``in 30 days``."""
    relative = re.fullmatch(r"today(?:([+-])(\d+))?", value)
    if relative is None:
        return day_text(dt.date.fromisoformat(value))
    if relative[2] is None:
        return _("today")
    count = int(relative[2])
    if relative[1] == "-":
        return ngettext("{count} day ago", "{count} days ago", count).format(count=count)
    return ngettext("in {count} day", "in {count} days", count).format(count=count)


def year_text(value: str) -> str:
    """Return ``2026``, ``this year`` or ``last year``."""
    if value == THIS_YEAR:
        return _("this year")
    return _("last year") if value == LAST_YEAR else value


def _when(value: str) -> str:
    if value in {THIS_YEAR, LAST_YEAR}:
        return year_text(value)
    return _("in {year}").format(year=value)
