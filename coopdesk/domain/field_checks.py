"""Checks the fields of a form and collects what is wrong, to say everything at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from coopdesk.domain.errors import RuleError, raise_all
from coopdesk.domain.identifiers import check_email
from coopdesk.domain.phones import normalise_phone
from coopdesk.domain.text import checked_line, clean_line, clean_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.addresses import PostalAddress

Checked = TypeVar("Checked")

_EMAIL_LIMIT = 254
_PHONE_LIMIT = 40
_LANGUAGE = re.compile(r"[a-z]{2,3}")  # ISO 639


class FieldChecks:
    """The checks of one form: each returns the cleaned value, or notes the error."""

    def __init__(self) -> None:
        self._errors: list[RuleError] = []

    def taken(self, check: Callable[[], Checked], instead: Checked, field: str = "") -> Checked:
        """Return what a check gives, or ``instead`` when it refuses.

        ``field`` says where the error is shown, if not where the check says.
        """
        try:
            return check()
        except RuleError as error:
            if field:
                values = {name: x for name, x in error.values.items() if name != "field"}
                self.refuse(error.code, field, **values)
            else:
                self._errors.append(error)
            return instead

    def line(self, text: str, field: str, limit: int) -> str:
        """Return one tidy line of at most ``limit`` characters."""
        # Most fields of most contacts are empty, and imports bring thousands of them.
        if not text:
            return ""
        try:
            return checked_line(text, field, limit)
        except RuleError as error:
            self._errors.append(error)
            return ""

    def text(self, text: str, field: str, limit: int) -> str:
        """Return tidy text with its line breaks, of at most ``limit`` characters."""
        cleaned = clean_text(text)
        if len(cleaned) > limit:
            self.refuse("text.too_long", field, length=len(cleaned), limit=limit)
        return cleaned

    def email(self, text: str) -> str:
        """Return an e-mail address, or empty."""
        if not text:
            return ""
        return self.taken(lambda: check_email(checked_line(text, "email", _EMAIL_LIMIT)), "")

    def phone(self, text: str) -> str:
        """Return a phone number as people read it, or empty."""
        if not text:
            return ""
        return self.taken(
            lambda: normalise_phone(checked_line(text, "phone", _PHONE_LIMIT)), ""
        )

    def language(self, text: str) -> str:
        """Return the code of a language, or empty."""
        if not text:
            return ""
        code = clean_line(text).lower()
        if not _LANGUAGE.fullmatch(code):
            self.refuse("language.wrong", "language", text=code[:40])
        return code

    def address(self, address: PostalAddress) -> PostalAddress:
        """Return a cleaned address."""
        return self.taken(address.checked, address)

    def refuse(self, code: str, field: str, **values: object) -> None:
        """Note an error, unless the field has one already."""
        if not self.is_wrong(field):
            self._errors.append(RuleError(code, field=field, **values))

    def is_wrong(self, *fields: str) -> bool:
        """Tell whether one of the fields has an error."""
        return any(error.field in fields for error in self._errors)

    def finish(self) -> None:
        """Raise what was collected: one RuleError, or FieldErrors for several."""
        raise_all(self._errors)
