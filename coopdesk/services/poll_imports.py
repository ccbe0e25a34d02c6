"""Use cases around polls and forms: look first, write everything or nothing, list, count."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.import_decisions import NEW_CONTACT, NO_IMPORT_DECISIONS
from coopdesk.domain.import_previews import PreviewLine, whole_preview, with_reminder
from coopdesk.domain.imports import own_refused
from coopdesk.domain.poll_planning import KnownPoll, plan_poll
from coopdesk.domain.polls import Answer, poll_key
from coopdesk.domain.text import fold
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.framadate import looks_like_framadate, read_framadate
from coopdesk.exchange.webform import read_webform
from coopdesk.services.import_runs import add_run, commit_run, keep_rows, kept_plan
from coopdesk.services.outcome import Outcome
from coopdesk.services.progress import NO_PROGRESS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview
    from coopdesk.domain.poll_planning import PlannedReply, PollPlan
    from coopdesk.domain.polls import Poll, PollLine, PollOption, ReadPoll
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work


class PollImportService:
    """Preview and apply files of Framadate and Framaforms; undo is that of every import."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def preview(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Preview:
        """Say what an import would do with these decisions; changes nothing.

        Raises:
            RuleError: ``file.…``, ``poll.…``: it is no poll. ExternalError: it cannot be read.
        """
        read = _read(path, decisions)
        progress.advance(1, 2)
        with self._units.read() as work:
            plan = _plan(work, read, decisions)
            names = work.contact_imports.names(
                [x.contact_id for x in plan.rows if x.contact_id]
            )
            left_out = work.imports.left_out(read.file_format)
        progress.advance(2, 2)
        lines = [_line(one, read.options, names, decisions) for one in plan.rows]
        return with_reminder(whole_preview(read, lines, decisions), left_out)

    def apply(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import a poll in one transaction; the value is None when it brings nothing new.

        Raises:
            RuleError: as ``preview``. NotFoundError: a reply is given to a contact that is
            gone. ExternalError: it cannot be read, or the database cannot be written.
        """
        return self.apply_for(None, path, decisions, progress)[1]

    def apply_for(
        self,
        event_id: int | None,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> tuple[int | None, Outcome[ImportSummary | None]]:
        """Import a poll about an event; return the poll as well, None of one that is empty.

        Where the file brings nothing new, nothing is changed, nor what the poll is about.

        Raises:
            RuleError, NotFoundError, ExternalError: as ``apply``; the event is gone.
        """
        read = _read(path, decisions)
        with self._units.write("import.applied", name=read.name) as work:
            plan = _plan(work, read, decisions)
            if not plan.more and not any(one.writes for one in plan.rows):
                return plan.poll_id, Outcome(None, frozenset())
            progress.advance(1, 2)
            made = _write(work, read, plan)
            poll_id = work.polls.with_key(plan.key)
            if event_id is not None and poll_id is not None:
                work.polls.tie(poll_id, work.events.get(event_id).id)
            counts = Counter(one.verdict for one in plan.rows if not one.left_out)
            run_id = add_run(work, self._units, read, counts)
            told = _told(path, decisions)
            kept = kept_plan(plan.rows, made, "poll_reply_id", told)
            keep_rows(work, run_id, replace(read, refused=own_refused(read, told)), kept)
            progress.advance(2, 2)
            return poll_id, commit_run(work, run_id)

    def polls(self) -> list[PollLine]:
        """Return the polls that were imported, newest first."""
        with self._units.read() as work:
            return work.polls.lines()

    def poll(self, poll_id: int) -> Poll:
        """Return a poll with its counts and replies; raises NotFoundError ``poll.missing``."""
        with self._units.read() as work:
            return work.polls.get(poll_id)


def _read(path: Path, decisions: ImportDecisions) -> ReadPoll:
    content = read_content(path)
    read = read_framadate if looks_like_framadate(content) else read_webform
    return read(content, decisions.corrections)


def _told(path: Path, decisions: ImportDecisions) -> Mapping[int, Mapping[str, str]]:
    """Return the rows as the file has them, by line, where some were corrected."""
    if not decisions.corrections:
        return {}
    read = _read(path, NO_IMPORT_DECISIONS)
    return {**read.refused, **{row.line: row.raw for row in read.replies}}


def _plan(work: Work, read: ReadPoll, decisions: ImportDecisions) -> PollPlan:
    poll_id = work.polls.with_key(poll_key(read.kind, read.title, read.options))
    known = (
        KnownPoll(None, (), {})
        if poll_id is None
        else KnownPoll(poll_id, work.polls.options(poll_id), work.polls.known_replies(poll_id))
    )
    people: dict[str, set[int]] = defaultdict(set)
    for contact in work.imports.known_contacts():
        if contact.name_key:
            people[fold(contact.name_key)].add(contact.id)
    return plan_poll(read, known, people, decisions)


def _write(work: Work, read: ReadPoll, plan: PollPlan) -> dict[int, int]:
    """Write what is new and changed; return the reply of each line of the file."""
    poll_id = work.polls.add(read, plan.key) if plan.poll_id is None else plan.poll_id
    work.polls.add_options(poll_id, plan.more, plan.known_options)
    written = [(one, _made(work, one)) for one in plan.rows if one.writes]
    new = [(one, who) for one, who in written if one.known_id is None]
    ids = work.polls.add_replies(poll_id, [(one.row, one.answers, who) for one, who in new])
    made = {one.row.line: key for (one, _who), key in zip(new, ids, strict=True)}
    for one, who in written:
        if one.known_id is not None:
            work.polls.change_reply(one.known_id, one.row, one.answers, who)
            made[one.row.line] = one.known_id
    return made


def _made(work: Work, one: PlannedReply) -> int | None:
    if one.contact_id is None:
        return None
    if one.contact_id == NEW_CONTACT:
        first, _space, last = one.row.name.rpartition(" ")
        return work.contacts.add(NewContact(last_name=last, first_name=first))
    work.contacts.get(one.contact_id)
    return one.contact_id


def _line(
    one: PlannedReply,
    options: tuple[PollOption, ...],
    names: Mapping[int, tuple[str, str]],
    decisions: ImportDecisions,
) -> PreviewLine:
    reason, values = _said(one, options)
    return PreviewLine(
        line=one.row.line,
        verdict=one.verdict,
        summary=one.row.name,
        reason=reason,
        values=values,
        raw=one.row.raw,
        contact_id=-1 if one.contact_id == NEW_CONTACT else one.contact_id,
        contact_name=names.get(one.contact_id or 0, ("", ""))[0],
        left_out=one.left_out,
        is_corrected=bool(decisions.of(one.row.line).cells),
    )


def _said(one: PlannedReply, options: tuple[PollOption, ...]) -> tuple[str, dict[str, object]]:
    """Return what a reply comes to: texts of a form are counted, votes of a poll told apart."""
    said = Counter(one.row.answers.values())
    votes = {answer.value for answer in Answer}
    texts = sum(count for text, count in said.items() if text not in votes)
    if texts:
        return "form_answers", {"count": texts + said[Answer.YES.value]}
    told = {"yes": said[Answer.YES.value], "maybe": said[Answer.MAYBE.value]}
    return "poll_answers", {**told, "options": len(options)}
