"""Use cases around what an association has to do in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.duties import Duty, DutyMark, DutyYear, MarkState, NewOwnDuty, OwnDuty
    from coopdesk.services.outcome import Outcome
    from coopdesk.storage.unit_of_work import Units


class DutyService:
    """What is to be done in the year."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self, day: dt.date | None = None, *, with_done: bool = False) -> list[Duty]:
        """Return what is to be done as of a day (today): late, soon, later; by day.

        Done ones only when asked for. Receipts to issue are counted gift by gift: with many
        gifts this takes a while, so ask for it late.
        """
        raise NotImplementedError

    def calendar(self, year: int) -> DutyYear:
        """Return the yearly calendar: every duty of the reference and our own, by month."""
        raise NotImplementedError

    def mark(
        self, code: str, period: str, state: MarkState, note: str = ""
    ) -> Outcome[DutyMark]:
        """Say that a duty was done for a period, or that it never concerns us.

        Raises:
            RuleError: ``duty.unknown``, ``duty.not_to_mark``, ``text.too_long``.
        """
        raise NotImplementedError

    def unmark(self, code: str, period: str) -> Outcome[None]:
        """Forget what was said of a duty; raises RuleError ``duty.not_marked``."""
        raise NotImplementedError

    def marks(self) -> list[DutyMark]:
        """Return what was said of duties, the last first."""
        raise NotImplementedError

    def own(self) -> list[OwnDuty]:
        """Return the dates of our own, by day."""
        raise NotImplementedError

    def get_own(self, own_id: int) -> OwnDuty:
        """Return one date of our own; raises NotFoundError."""
        raise NotImplementedError

    def add_own(self, new: NewOwnDuty) -> Outcome[OwnDuty]:
        """Record a date to keep in mind.

        Raises:
            RuleError: ``duty.title_missing``, ``duty.day_out_of_range``,
                ``duty.wrong_repeat``, ``text.too_long``. FieldErrors: several are.
        """
        raise NotImplementedError

    def change_own(self, own_id: int, new: NewOwnDuty) -> Outcome[OwnDuty]:
        """Replace a date of our own; raises as ``add_own``, or NotFoundError."""
        raise NotImplementedError

    def remove_own(self, own_id: int) -> Outcome[OwnDuty]:
        """Remove a date of our own with what was done of it; raises NotFoundError."""
        raise NotImplementedError
