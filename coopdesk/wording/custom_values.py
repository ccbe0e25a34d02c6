"""Values of custom fields as people read them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.custom_fields import CHOICE_SEPARATOR, FieldKind
from coopdesk.domain.money import Money
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _, language

if TYPE_CHECKING:
    from coopdesk.domain.custom_fields import CustomField


def value_text(field: CustomField, text: str) -> str:
    """Return a canonical value as it is shown; empty for none."""
    kind = field.content.kind
    if not text:
        return ""
    if kind is FieldKind.AMOUNT:
        return money_text(Money(int(text)))
    if kind is FieldKind.DATE:
        return day_text(dt.date.fromisoformat(text))
    if kind is FieldKind.YES_NO:
        return _("yes") if text == "1" else _("no")
    if kind is FieldKind.NUMBER:
        return text if language() == "en" else text.replace(".", ",")
    return text.replace(CHOICE_SEPARATOR, ", ") if kind is FieldKind.CHOICES else text
