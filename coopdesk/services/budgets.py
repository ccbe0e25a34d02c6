"""Use cases around budgets: versions, lines, and actual against budget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.budgets import (
    BudgetComparison,
    BudgetState,
    checked_line,
    checked_version,
    compared,
    planned_by_account,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.services.named_years import made_year
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.budgets import (
        BudgetLine,
        BudgetVersion,
        NewBudgetLine,
        NewBudgetVersion,
    )
    from coopdesk.storage.unit_of_work import Units, Work


class BudgetService:
    """Keep the budgets of fiscal years and compare them with what came."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    # versions

    def versions(self, fiscal_year_id: int) -> list[BudgetVersion]:
        """Return the budgets of a fiscal year: adopted ones first, then the newest.

        The first is the one that reports compare with.
        """
        with self._units.read() as work:
            return work.budgets.versions(fiscal_year_id)

    def get(self, version_id: int) -> BudgetVersion:
        """Return one budget; raises NotFoundError."""
        with self._units.read() as work:
            return work.budgets.get(version_id)

    def add(
        self, new: NewBudgetVersion, copied_from: int | None = None
    ) -> Outcome[BudgetVersion]:
        """Record a budget, empty or with the lines of another of the same fiscal year.

        Lines of another fiscal year come along where they are for the whole year.

        Raises:
            RuleError: ``budget.name_missing``, ``budget.name_taken``. NotFoundError.
        """
        with self._units.write("budget.added", name=new.name) as work:
            year = made_year(work, new.fiscal_year_id, self._today())
            version_id = add_version(work, replace(new, fiscal_year_id=year.id))
            if copied_from is not None:
                _copy_lines(work, copied_from, version_id)
            made = work.budgets.get(version_id)
            work.commit()
        return changed(made, Subject.BUDGETS)

    def rename(self, version_id: int, new: NewBudgetVersion) -> Outcome[BudgetVersion]:
        """Replace the name and the note of a budget; raises as ``add``."""
        cleaned = checked_version(new)
        with self._units.write("budget.changed", name=cleaned.name) as work:
            work.budgets.get(version_id)
            _refuse_name(work, cleaned, version_id)
            work.budgets.change(version_id, cleaned)
            made = work.budgets.get(version_id)
            work.commit()
        return changed(made, Subject.BUDGETS)

    def adopt(self, version_id: int, on: dt.date | None = None) -> Outcome[BudgetVersion]:
        """Note that a budget was voted (today without a day): its lines stay as they are."""
        return self._set_adopted(version_id, on or self._today(), "budget.adopted")

    def reopen(self, version_id: int) -> Outcome[BudgetVersion]:
        """Make an adopted budget a draft again."""
        return self._set_adopted(version_id, None, "budget.reopened")

    def _set_adopted(
        self, version_id: int, on: dt.date | None, label: str
    ) -> Outcome[BudgetVersion]:
        with self._units.write(label) as work:
            work.recorder.relabel(name=work.budgets.get(version_id).content.name)
            work.budgets.set_adopted(version_id, on)
            made = work.budgets.get(version_id)
            work.commit()
        return changed(made, Subject.BUDGETS)

    def remove(self, version_id: int) -> Outcome[BudgetVersion]:
        """Remove a draft budget with its lines; it can be undone.

        Raises:
            RuleError: ``budget.adopted_already``, ``budget.in_use`` with the request for a
                grant that rests on it. NotFoundError.
        """
        with self._units.write("budget.removed") as work:
            known = draft_of(work, version_id)
            name = known.content.name
            work.recorder.relabel(name=name)
            request = work.grant_requests.title_on_budget(version_id)
            if request is not None:
                raise RuleError("budget.in_use", name=name, title=request)
            work.budgets.delete(version_id)
            work.commit()
        return changed(known, Subject.BUDGETS)

    # lines

    def lines(self, version_id: int) -> list[BudgetLine]:
        """Return the lines of a budget by account, activity and month."""
        with self._units.read() as work:
            return work.budgets.lines(version_id)

    def set_line(self, version_id: int, new: NewBudgetLine) -> Outcome[BudgetLine | None]:
        """Plan an amount, in place of what the same account, activity and month had.

        Zero takes the line away; None is returned then.

        Raises:
            RuleError: ``budget.adopted_already``, ``budget.account_wrong``,
                ``budget.month_outside``, ``account.not_known``. NotFoundError.
        """
        with self._units.write("budget.line_set", name=new.account) as work:
            version = draft_of(work, version_id)
            cleaned = checked_line(new, work.fiscal_years.get(version.content.fiscal_year_id))
            made = _place(work, version_id, cleaned)
            work.commit()
        return changed(made, Subject.BUDGETS)

    def change_line(self, line_id: int, new: NewBudgetLine) -> Outcome[BudgetLine]:
        """Replace a line; raises as ``set_line``."""
        with self._units.write("budget.line_set", name=new.account) as work:
            known = work.budgets.line(line_id)
            version = draft_of(work, known.version_id)
            year = work.fiscal_years.get(version.content.fiscal_year_id)
            work.budgets.change_line(line_id, checked_line(new, year))
            made = work.budgets.line(line_id)
            work.commit()
        return changed(made, Subject.BUDGETS)

    def remove_lines(self, line_ids: Sequence[int]) -> Outcome[int]:
        """Remove lines; raises RuleError ``budget.adopted_already`` or NotFoundError."""
        with self._units.write("budget.lines_removed", count=str(len(line_ids))) as work:
            for version_id in {work.budgets.line(key).version_id for key in line_ids}:
                draft_of(work, version_id)
            work.budgets.delete_lines(line_ids)
            work.commit()
        return changed(len(line_ids), Subject.BUDGETS)

    # actual against budget

    def compare(
        self,
        fiscal_year_id: int,
        version_id: int | None = None,
        activity_id: int | None = None,
    ) -> BudgetComparison:
        """Set a budget against what the books say, drafts included.

        Without a version, the one that was adopted last, else the newest; none when there is
        no budget. With an activity, its own lines on both sides.
        """
        with self._units.read() as work:
            return comparison(work, fiscal_year_id, version_id, activity_id)


def comparison(
    work: Work, fiscal_year_id: int, version_id: int | None, activity_id: int | None
) -> BudgetComparison:
    """Set a budget against what the books say; see ``BudgetService.compare``."""
    if version_id is None:
        version = next(iter(work.budgets.versions(fiscal_year_id)), None)
    else:
        version = work.budgets.get(version_id)
    lines = [] if version is None else work.budgets.lines(version.id)
    wanted = [
        line.content
        for line in lines
        if activity_id is None or line.content.activity_id == activity_id
    ]
    balances = work.budgets.balances(fiscal_year_id, activity_id)
    labels = {number: one.label for number, one in work.chart.by_number().items()}
    rows = compared(planned_by_account(wanted), balances, labels)
    return BudgetComparison(version, rows)


def add_version(work: Work, new: NewBudgetVersion) -> int:
    """Store an empty budget and return its id; raises as ``BudgetService.add``."""
    cleaned = checked_version(new)
    work.fiscal_years.get(cleaned.fiscal_year_id)
    _refuse_name(work, cleaned, None)
    return work.budgets.add(cleaned)


def draft_of(work: Work, version_id: int) -> BudgetVersion:
    """Return a budget that may change.

    Raises:
        RuleError: ``budget.adopted_already``. NotFoundError: ``budget.missing``.
    """
    version = work.budgets.get(version_id)
    if version.state is BudgetState.ADOPTED:
        raise RuleError("budget.adopted_already", name=version.content.name)
    return version


def _refuse_name(work: Work, new: NewBudgetVersion, version_id: int | None) -> None:
    for other in work.budgets.versions(new.fiscal_year_id):
        if other.id != version_id and fold(other.content.name) == fold(new.name):
            raise RuleError("budget.name_taken", field="name", name=new.name)


def _copy_lines(work: Work, source_id: int, version_id: int) -> None:
    source, target = work.budgets.get(source_id), work.budgets.get(version_id)
    is_same_year = source.content.fiscal_year_id == target.content.fiscal_year_id
    lines = [
        line.content
        for line in work.budgets.lines(source_id)
        if is_same_year or line.content.month_on is None
    ]
    work.budgets.add_lines(version_id, lines)


def _place(work: Work, version_id: int, new: NewBudgetLine) -> BudgetLine | None:
    key = _key(new)
    same = [one for one in work.budgets.lines(version_id) if _key(one.content) == key]
    if new.amount and same:
        work.budgets.change_line(same[0].id, new)
        work.budgets.delete_lines([one.id for one in same[1:]])
        return work.budgets.line(same[0].id)
    work.budgets.delete_lines([one.id for one in same])
    if not new.amount:
        return None
    return work.budgets.line(work.budgets.add_lines(version_id, [new])[0])


def _key(line: NewBudgetLine) -> tuple[str, int | None, dt.date | None]:
    return line.account, line.activity_id, line.month_on
