"""Use cases around figures of the law: look them up, correct one, take the program's again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.legal_parameters import checked_source
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.wording.legal import parameter_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.legal_parameters import LegalParameter
    from coopdesk.storage.unit_of_work import Units

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
# Receipts, and what is told of the law before a closing and of grants.
_SUBJECTS = (Subject.RECEIPTS, Subject.DONATIONS, Subject.FISCAL_YEARS, Subject.INVENTORY)


class LegalService:
    """What the law is known to say, and what a person read since."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def parameters(self, on: dt.date | None = None) -> list[LegalParameter]:
        """Return every figure as it is worth on a day, today if none is given."""
        with self._units.read() as work:
            return work.legal.figures().on(on or self._today())

    def history(self) -> list[LegalParameter]:
        """Return all that is known of every figure: past values, and those to come."""
        with self._units.read() as work:
            figures = work.legal.figures()
        codes = dict.fromkeys(each.code for each in figures.parameters)
        return [each for code in codes for each in figures.of(code)]

    def correct(
        self, code: str, since: dt.date, value: str, source: str
    ) -> Outcome[LegalParameter]:
        """Let a person's own figure count from a day on; receipts already issued stay.

        ``value`` is as typed, in the unit of the figure: ``76`` or ``0,5``.

        Raises:
            NotFoundError: ``legal.unknown``. RuleError: ``legal.value_unreadable``,
                ``legal.value_out_of_range``, ``legal.source_missing``,
                ``legal.day_out_of_range``.
        """
        if not _FIRST_YEAR <= since.year <= _LAST_YEAR:
            raise RuleError("legal.day_out_of_range", field="since", day=since)
        with self._units.write("legal.corrected") as work:
            known = work.legal.figures().value_on(code, since)
            work.recorder.relabel(name=parameter_name(code))
            figure = known.corrected(value)
            work.legal.correct(code, since, figure, checked_source(source))
            made = work.legal.figures().value_on(code, since)
            work.commit()
        return changed(made, *_SUBJECTS)

    def reset(self, code: str, since: dt.date) -> Outcome[LegalParameter]:
        """Forget a person's own figure of a day; return the one that counts instead.

        Raises:
            NotFoundError: ``legal.unknown``. RuleError: ``legal.not_corrected``.
        """
        with self._units.write("legal.reset") as work:
            work.legal.figures().value_on(code, since)
            work.recorder.relabel(name=parameter_name(code))
            if not work.legal.reset(code, since):
                raise RuleError("legal.not_corrected", day=since)
            made = work.legal.figures().value_on(code, since)
            work.commit()
        return changed(made, *_SUBJECTS)
