"""Use cases around reports of events: what was said and decided, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_reports import ItemKind, NewReport
from coopdesk.domain.report_rules import checked_item, checked_report
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.theme_groups import make_theme_groups

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.event_reports import NewItem, OpenDecision, Report, ReportItem
    from coopdesk.domain.groups import Group
    from coopdesk.storage.unit_of_work import Units, Work


class EventReportService:
    """Reports of events.

    A finished report is changed no more until it is opened again; its themes may become groups
    and its decisions be carried out all the same.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def of(self, event_id: int) -> Report | None:
        """Return the report of an event, None when nobody has begun one."""
        with self._units.read() as work:
            return work.event_reports.of(event_id)

    def item(self, item_id: int) -> ReportItem:
        """Return one part of a report; raises NotFoundError."""
        with self._units.read() as work:
            return work.event_reports.item(item_id)

    def decisions_due(self, until: dt.date | None = None) -> list[OpenDecision]:
        """Return decisions that are not carried out, the most urgent first.

        With ``until`` only those that have a day, on it or before.
        """
        with self._units.read() as work:
            found = work.event_reports.open_decisions()
        if until is None:
            return found
        days = [(one, one.item.content.due_on) for one in found]
        return [one for one, day in days if day is not None and day <= until]

    def write(self, event_id: int, new: NewReport) -> Outcome[Report]:
        """Begin a report, or replace what it says around its parts; these stay.

        Raises:
            RuleError: a field is wrong, ``report.finished``. NotFoundError: the event is gone.
        """
        cleaned = replace(checked_report(new), is_final=False)
        with self._units.write("report.written") as work:
            work.recorder.relabel(name=work.events.get(event_id).title)
            if cleaned.author_id is not None:
                changeable(work, cleaned.author_id)
            known = work.event_reports.of(event_id)
            if known is None:
                work.event_reports.add(event_id, cleaned)
            else:
                _refuse_finished(known)
                work.event_reports.change(known.id, cleaned)
            made = _report(work, event_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def remove(self, event_id: int) -> Outcome[Report]:
        """Delete the report of an event with all its parts; groups born of it stay.

        Raises:
            NotFoundError: ``report.missing``. RuleError: ``report.finished``.
        """
        with self._units.write("report.removed") as work:
            work.recorder.relabel(name=work.events.get(event_id).title)
            known = _report(work, event_id)
            _refuse_finished(known)
            work.event_reports.remove(known)
            work.commit()
        return changed(known, Subject.EVENTS)

    def finish(self, event_id: int) -> Outcome[Report]:
        """Say that a report is finished; raises NotFoundError ``report.missing``."""
        return self._set_final(event_id, "report.finished_now", is_final=True)

    def reopen(self, event_id: int) -> Outcome[Report]:
        """Open a finished report again; raises NotFoundError ``report.missing``."""
        return self._set_final(event_id, "report.reopened", is_final=False)

    def _set_final(self, event_id: int, label: str, *, is_final: bool) -> Outcome[Report]:
        with self._units.write(label) as work:
            work.recorder.relabel(name=work.events.get(event_id).title)
            work.event_reports.set_final(_report(work, event_id).id, is_final=is_final)
            made = _report(work, event_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def add_item(self, event_id: int, new: NewItem) -> Outcome[ReportItem]:
        """Add a part after those of its kind; raises as ``add_items``."""
        outcome = self.add_items(event_id, [new])
        return Outcome(outcome.value[0], outcome.changes)

    def add_items(
        self, event_id: int, items: Sequence[NewItem]
    ) -> Outcome[tuple[ReportItem, ...]]:
        """Add parts in their order, and begin the report if there is none; of none, nothing.

        Raises:
            RuleError: a field is wrong, ``report.finished``, ``report.question_missing``.
                NotFoundError: the event, the contact or the question is gone.
        """
        cleaned = [checked_item(new) for new in items]
        if not cleaned:
            return Outcome((), frozenset())
        with self._units.write("report.item_added", count=str(len(cleaned))) as work:
            work.recorder.relabel(name=work.events.get(event_id).title)
            known = work.event_reports.of(event_id)
            if known is not None:
                _refuse_finished(known)
            for new in cleaned:
                _check_ties(work, known, new)
            report_id = known.id if known else work.event_reports.add(event_id, NewReport())
            ids = work.event_reports.add_items(report_id, cleaned)
            made = tuple(work.event_reports.item(item_id) for item_id in ids)
            work.commit()
        return changed(made, Subject.EVENTS)

    def change_item(self, item_id: int, new: NewItem) -> Outcome[ReportItem]:
        """Replace a part of a report; what it is stays as it was.

        Raises:
            RuleError: as ``add_items``, or ``report.kind_fixed``. NotFoundError: it is gone.
        """
        cleaned = checked_item(new)
        with self._units.write("report.item_changed") as work:
            report = self._open_report(work, item_id)
            if work.event_reports.item(item_id).content.kind is not cleaned.kind:
                raise RuleError("report.kind_fixed", field="kind")
            _check_ties(work, report, cleaned)
            work.event_reports.change_item(item_id, cleaned)
            made = work.event_reports.item(item_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def remove_item(self, item_id: int) -> Outcome[ReportItem]:
        """Delete a part of a report, a question with its answers; a group stays.

        Raises:
            NotFoundError: it is gone. RuleError: ``report.finished``.
        """
        with self._units.write("report.item_removed") as work:
            report = self._open_report(work, item_id)
            known = work.event_reports.item(item_id)
            answers = [answer.id for answer in report.answers(item_id)]
            work.event_reports.remove_items([*answers, item_id])
            work.commit()
        return changed(known, Subject.EVENTS)

    def order_items(self, event_id: int, kind: ItemKind, ids: Sequence[int]) -> Outcome[Report]:
        """Put the parts of a kind into another order.

        Raises:
            RuleError: ``report.order_incomplete``: not all of them or others are named,
                ``report.finished``. NotFoundError: ``report.missing``.
        """
        with self._units.write("report.items_ordered") as work:
            work.recorder.relabel(name=work.events.get(event_id).title)
            report = _report(work, event_id)
            _refuse_finished(report)
            if sorted(ids) != sorted(item.id for item in report.of(kind)):
                raise RuleError("report.order_incomplete")
            work.event_reports.order_items(ids)
            made = _report(work, event_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def settle(self, item_id: int, done_on: dt.date | None = None) -> Outcome[ReportItem]:
        """Say that a decision was carried out, today unless given.

        Raises:
            RuleError: ``report.no_decision``. NotFoundError: it is gone.
        """
        return self._set_done(item_id, "report.settled", done_on or self._today())

    def unsettle(self, item_id: int) -> Outcome[ReportItem]:
        """Say that a decision is not carried out after all; raises as ``settle``."""
        return self._set_done(item_id, "report.unsettled", None)

    def _set_done(self, item_id: int, label: str, day: dt.date | None) -> Outcome[ReportItem]:
        with self._units.write(label) as work:
            known = work.event_reports.item(item_id)
            if known.content.kind is not ItemKind.DECISION:
                raise RuleError("report.no_decision")
            event = work.events.get(work.event_reports.event_of(item_id))
            work.recorder.relabel(name=event.title)
            work.event_reports.change_item(item_id, replace(known.content, done_on=day))
            made = work.event_reports.item(item_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def make_group(self, item_id: int, *, tie_existing: bool = False) -> Outcome[Group]:
        """Make a group of a theme: ephemeral, born at the event.

        Raises:
            RuleError: ``report.no_theme``, ``report.group_made`` before, or
                ``report.group_exists`` with its name: another group is called so, which is
                tied instead with ``tie_existing``. NotFoundError: the theme is gone.
        """
        with self._units.write("report.group_made", count="1") as work:
            theme = work.event_reports.item(item_id)
            event_id = work.event_reports.event_of(item_id)
            [made] = make_theme_groups(work, event_id, [theme], tie_existing=tie_existing)
            work.commit()
        return changed(made, Subject.EVENTS, Subject.GROUPS, Subject.CONTACTS)

    def make_groups(
        self, event_id: int, *, tie_existing: bool = False
    ) -> Outcome[tuple[Group, ...]]:
        """Make a group of every theme that has none yet; raises as ``make_group``."""
        with self._units.write("report.group_made") as work:
            report = _report(work, event_id)
            themes = [item for item in report.of(ItemKind.THEME) if item.group_id is None]
            made = make_theme_groups(work, event_id, themes, tie_existing=tie_existing)
            work.recorder.relabel(count=str(len(made)))
            work.commit()
        return changed(made, Subject.EVENTS, Subject.GROUPS, Subject.CONTACTS)

    def _open_report(self, work: Work, item_id: int) -> Report:
        """Return the report in which a part stands, which is not finished."""
        event_id = work.event_reports.event_of(item_id)
        work.recorder.relabel(name=work.events.get(event_id).title)
        report = _report(work, event_id)
        _refuse_finished(report)
        return report


def _report(work: Work, event_id: int) -> Report:
    found = work.event_reports.of(event_id)
    if found is None:
        raise NotFoundError("report.missing", id=event_id)
    return found


def _refuse_finished(report: Report) -> None:
    if report.content.is_final:
        raise RuleError("report.finished")


def _check_ties(work: Work, report: Report | None, new: NewItem) -> None:
    """Refuse an answer to what is no question of the report, or a contact that is gone."""
    if new.contact_id is not None:
        changeable(work, new.contact_id)
    if new.parent_id is None:
        return
    questions = report.of(ItemKind.QUESTION) if report else ()
    if new.parent_id not in {question.id for question in questions}:
        raise RuleError("report.question_missing", field="question")
