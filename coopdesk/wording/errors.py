"""The sentence for each error code, for window and command line alike.

A sentence says what happened, what is safe and what to do. The sentences themselves stand in
``wording/*_errors.py``, by what they speak of.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Operation
from coopdesk.wording.annual_report_codes import ANNUAL_REPORT_ERROR_TEXTS
from coopdesk.wording.bank_errors import BANK_ERROR_TEXTS
from coopdesk.wording.closing import checks_text
from coopdesk.wording.contact_errors import CONTACT_ERROR_TEXTS
from coopdesk.wording.duty_errors import DUTY_ERROR_TEXTS
from coopdesk.wording.event_errors import EVENT_ERROR_TEXTS
from coopdesk.wording.filter_errors import FILTER_ERROR_TEXTS
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.general_errors import GENERAL_ERROR_TEXTS
from coopdesk.wording.gift_errors import GIFT_ERROR_TEXTS
from coopdesk.wording.grant_errors import GRANT_ERROR_TEXTS
from coopdesk.wording.grant_paper_errors import GRANT_PAPER_ERROR_TEXTS
from coopdesk.wording.group_errors import GROUP_ERROR_TEXTS
from coopdesk.wording.import_errors import IMPORT_ERROR_TEXTS
from coopdesk.wording.labels import label, profile_fields_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.ledger_errors import LEDGER_ERROR_TEXTS
from coopdesk.wording.member_errors import MEMBER_ERROR_TEXTS
from coopdesk.wording.operations import operation_text
from coopdesk.wording.partner_errors import PARTNER_ERROR_TEXTS
from coopdesk.wording.registration_errors import REGISTRATION_ERROR_TEXTS
from coopdesk.wording.report_errors import REPORT_ERROR_TEXTS
from coopdesk.wording.resting import RESTING_TEXTS
from coopdesk.wording.review_texts import gifts_text
from coopdesk.wording.statement_errors import STATEMENT_ERROR_TEXTS
from coopdesk.wording.web_errors import WEB_ERROR_TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.paper_people import LeftOut

_MOST_NAMED = 5

_TEMPLATES = {
    **GENERAL_ERROR_TEXTS,
    **ANNUAL_REPORT_ERROR_TEXTS,
    **BANK_ERROR_TEXTS,
    **WEB_ERROR_TEXTS,
    **IMPORT_ERROR_TEXTS,
    **CONTACT_ERROR_TEXTS,
    **GIFT_ERROR_TEXTS,
    **GRANT_PAPER_ERROR_TEXTS,
    **DUTY_ERROR_TEXTS,
    **GRANT_ERROR_TEXTS,
    **GROUP_ERROR_TEXTS,
    **EVENT_ERROR_TEXTS,
    **FILTER_ERROR_TEXTS,
    **MEMBER_ERROR_TEXTS,
    **LEDGER_ERROR_TEXTS,
    **PARTNER_ERROR_TEXTS,
    **REGISTRATION_ERROR_TEXTS,
    **REPORT_ERROR_TEXTS,
    **STATEMENT_ERROR_TEXTS,
}


def error_text(error: CoopDeskError) -> str:
    """Return the sentence for an error, in the chosen language."""
    return code_text(error.code, error.values)


def code_text(code: str, values: object) -> str:
    """Return the sentence for a code with its values; an unknown code is shown as it is."""
    template = _TEMPLATES.get(code)
    if template is None:
        return code
    known = values if isinstance(values, dict) else {}
    return _(template).format(**{name: _value_text(name, v) for name, v in known.items()})


def _value_text(name: str, value: object) -> str:
    if name == "by" and isinstance(value, str):
        return _(RESTING_TEXTS.get(value, RESTING_TEXTS[""]))
    if name in _LISTS and isinstance(value, tuple):
        return _LISTS[name](value)
    if isinstance(value, Money):
        return money_text(value)
    if isinstance(value, dt.date):
        return day_text(value)
    return _plain_text(value)


def _people_text(people: Sequence[LeftOut]) -> str:
    """Return who is left out and why; few are named, the others counted."""
    said = _("{names} ({reason})")
    named = [
        said.format(names=one.name, reason=label(one.reason)) for one in people[:_MOST_NAMED]
    ]
    if more := len(people) - len(named):
        text = ngettext("{count} other", "{count} others", more)
        named.append(text.format(count=number_text(more)))
    return ", ".join(named)


def _resting_text(tables: Sequence[str]) -> str:
    names = (RESTING_TEXTS.get(table, RESTING_TEXTS[""]) for table in tables)
    return ", ".join(dict.fromkeys(_(text) for text in names))


_LISTS: dict[str, Callable[[tuple[Any, ...]], str]] = {
    "checks": checks_text,
    "fields": profile_fields_text,
    "gifts": gifts_text,
    "people": _people_text,
    "resting": _resting_text,
}


def _plain_text(value: object) -> str:
    if isinstance(value, Path):
        return value.name
    if isinstance(value, FileFormat):
        return label(value)
    return operation_text(value) if isinstance(value, Operation) else str(value)
