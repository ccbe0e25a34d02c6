"""Use cases around filters of contacts: build, try, save under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.condition_checks import checked_condition
from coopdesk.domain.condition_language import condition_text, parse_condition
from coopdesk.domain.condition_lapses import lapses_in
from coopdesk.domain.contact_conditions import (
    NAME_LIMIT,
    Condition,
    RuleGroup,
    SavedFilter,
    names_in,
)
from coopdesk.domain.contact_criteria import Criteria
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line, fold
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.wording.criteria import import_run_text
from coopdesk.wording.formats import country_text
from coopdesk.wording.lapses import lapses_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from coopdesk.domain.contact_criteria import Criterion
    from coopdesk.storage.unit_of_work import Units, Work


@dataclass(frozen=True, slots=True)
class Offers:
    """The criteria there are, and the names that some can be compared with.

    ``names`` holds by key of a criterion (value, text) pairs: the tags, the groups…
    """

    criteria: Criteria
    names: Mapping[str, tuple[tuple[str, str], ...]]

    def of(self, criterion: Criterion) -> tuple[tuple[str, str], ...]:
        """Return the (value, text) pairs that complete a criterion, none if it is free."""
        return self.names.get(criterion.key, ())


class FilterService:
    """Keep filters of contacts, and say whom a condition finds."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def list(self) -> list[SavedFilter]:
        """Return the saved filters in their order."""
        with self._units.read() as work:
            return work.filters.all()

    def criteria(self) -> Offers:
        """Return what conditions can be made of, own fields and names included."""
        with self._units.read() as work:
            return _offers(work)

    def parse(self, text: str) -> Condition:
        """Return the condition that a line of text says; raises RuleError ``filter.…``."""
        with self._units.read() as work:
            return parse_condition(text, _criteria(work))

    def named(self, text: str) -> Condition:
        """Return the condition of a saved filter, or the one that a line of text says.

        Raises:
            RuleError: ``filter.unknown_name`` with the known ones, ``filter.lapsed`` when the
                saved one names something that is not there, or as ``parse``.
        """
        with self._units.read() as work:
            found = work.filters.named(text)
            if found is not None:
                _refuse_lapsed(work, found)
                return found.condition
            if not _looks_like_a_rule(text):
                known = ", ".join(one.name for one in work.filters.all())
                raise RuleError("filter.unknown_name", text=text, known=known or "–")
            return parse_condition(text, _criteria(work))

    def text(self, condition: Condition) -> str:
        """Return a condition as ``parse`` reads it."""
        return condition_text(condition)

    def count(self, condition: Condition, within: ContactFilter | None = None) -> int:
        """Count the contacts that fit, among those that ``within`` shows (all active ones)."""
        shown = within or ContactFilter()
        wanted = ContactFilter(shown.text, shown.kind, shown.state, condition)
        with self._units.read() as work:
            return work.contacts.count_that_fit(wanted, self._today())

    def using(self, criterion: str, name: str) -> tuple[SavedFilter, ...]:
        """Return the saved filters that name a tag, group, type or own ``field``."""
        with self._units.read() as work:
            return tuple(
                one
                for one in work.filters.all()
                if fold(name) in map(fold, names_in(one.condition, criterion))
            )

    def save(self, name: str, condition: Condition) -> Outcome[SavedFilter]:
        """Keep a condition under a new name.

        Raises:
            RuleError: ``filter.name_missing``, ``filter.name_taken``,
                ``filter.nothing_chosen``, or what is wrong with the condition.
        """
        with self._units.write("filter.saved") as work:
            line = _checked_name(work, name)
            work.recorder.relabel(name=line)
            saved = work.filters.get(work.filters.add(line, _checked(work, condition)))
            work.commit()
        return changed(saved, Subject.CONTACTS)

    def change(self, filter_id: int, condition: Condition) -> Outcome[SavedFilter]:
        """Give a filter another condition; raises as ``save``, and ``filter.missing``."""
        with self._units.write("filter.changed") as work:
            work.recorder.relabel(name=work.filters.get(filter_id).name)
            work.filters.change(filter_id, _checked(work, condition))
            saved = work.filters.get(filter_id)
            work.commit()
        return changed(saved, Subject.CONTACTS)

    def rename(self, filter_id: int, name: str) -> Outcome[SavedFilter]:
        """Give a filter another name; raises as ``save``, and ``filter.missing``."""
        with self._units.write("filter.renamed") as work:
            line = _checked_name(work, name, work.filters.get(filter_id).id)
            work.recorder.relabel(name=line)
            work.filters.rename(filter_id, line)
            saved = work.filters.get(filter_id)
            work.commit()
        return changed(saved, Subject.CONTACTS)

    def remove(self, filter_id: int) -> Outcome[SavedFilter]:
        """Forget a filter; raises NotFoundError ``filter.missing``."""
        with self._units.write("filter.removed") as work:
            gone = work.filters.get(filter_id)
            work.recorder.relabel(name=gone.name)
            work.filters.remove(filter_id)
            work.commit()
        return changed(gone, Subject.CONTACTS)

    def move(self, filter_id: int, place: int) -> Outcome[int]:
        """Put a filter at a place among the others, from 0; return where it stands."""
        with self._units.write("filter.moved") as work:
            moved = work.filters.get(filter_id)
            work.recorder.relabel(name=moved.name)
            ids = [one.id for one in work.filters.all() if one.id != filter_id]
            place = max(0, min(place, len(ids)))
            ids.insert(place, filter_id)
            work.filters.put_in_order(ids)
            work.commit()
        return changed(place, Subject.CONTACTS)


def _offers(work: Work) -> Offers:
    names = {
        key: tuple((name, name) for name in found)
        for key, found in work.filters.names().items()
    }
    codes = [code for code, _text in names["country"]]
    names["country"] = tuple((code, country_text(code)) for code in codes)
    names["import_run"] = tuple(
        (str(run.id), import_run_text(run.file_name, run.imported_at))
        for run in work.filters.import_runs()
    )
    return Offers(_criteria(work), names)


def _refuse_lapsed(work: Work, saved: SavedFilter) -> None:
    offers = _offers(work)
    # A tag is never removed: one that is not there yet was prepared, and nobody has it.
    lapses = [
        one
        for one in lapses_in(saved.condition, offers.criteria, offers.names)
        if one.criterion != "tag"
    ]
    if lapses:
        raise RuleError("filter.lapsed", filter=saved.name, detail=lapses_text(lapses))


def _criteria(work: Work) -> Criteria:
    return Criteria(work.custom_fields.all())


def _checked(work: Work, condition: Condition) -> Condition:
    checked = checked_condition(condition, _criteria(work))
    if isinstance(checked, RuleGroup) and not checked.conditions:
        raise RuleError("filter.nothing_chosen")
    return checked


def _checked_name(work: Work, name: str, filter_id: int | None = None) -> str:
    line = checked_line(name, "name", NAME_LIMIT)
    if not fold(line):
        raise RuleError("filter.name_missing", field="name")
    known = work.filters.named(line)
    if known is not None and known.id != filter_id:
        raise RuleError("filter.name_taken", field="name")
    return line


def _looks_like_a_rule(text: str) -> bool:
    """Tell whether somebody meant a condition rather than a name."""
    words = text.replace("(", " ").split()
    if not words:
        return True
    signs = ("=", "~", "<", ">", " in ", " between ", " is ")
    return words[0] in {"not", *Criteria().keys} or any(sign in text for sign in signs)
