"""Errors the domain and the services raise on purpose.

An error carries a stable code (``subject.problem``) and plain values, never a
sentence: the sentence stands in ``coopdesk.wording.errors``.
"""

from __future__ import annotations


class CoopDeskError(Exception):
    """Base of every error that is part of a contract."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    @property
    def field(self) -> str | None:
        """Name of the form field to correct, when there is one."""
        field = self.values.get("field")
        return field if isinstance(field, str) else None


class RuleError(CoopDeskError):
    """The person asked for something the rules forbid, and can correct it."""


class NotFoundError(CoopDeskError):
    """The record no longer exists."""


class ExternalError(CoopDeskError):
    """The disk, the file or another process is in the way; not our bug."""


class FieldErrors(RuleError):  # noqa: N818 (several errors, read as one)
    """Several fields of one form are wrong; nothing was stored."""

    def __init__(self, errors: tuple[RuleError, ...]) -> None:
        super().__init__(errors[0].code, **errors[0].values)
        self.errors = errors


def raise_all(errors: list[RuleError]) -> None:
    """Raise what was collected: one RuleError, or FieldErrors for several."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise FieldErrors(tuple(errors))
