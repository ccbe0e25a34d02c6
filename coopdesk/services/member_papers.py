"""Use cases around the papers of members: labels, cards, lists, certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.attendance_pdf import draw_attendance
from coopdesk.documents.cards_pdf import draw_cards
from coopdesk.documents.label_formats import label_formats
from coopdesk.documents.labels_pdf import draw_labels
from coopdesk.documents.member_list_pdf import draw_member_list
from coopdesk.documents.membership_certificate_pdf import draw_membership_certificate
from coopdesk.domain.label_formats import LabelSheet, format_named, one_per_household
from coopdesk.domain.member_papers import AttendanceList, MemberList
from coopdesk.domain.text import checked_line
from coopdesk.exchange.eml import bcc_list
from coopdesk.services.addressing import addresses_of
from coopdesk.services.member_people import (
    attendance_rows,
    card_people,
    certificate_of,
    list_rows,
    mailing_people,
)
from coopdesk.services.paper_house import house_of
from coopdesk.services.paper_runs import Chosen, PaperRun, Stage, chosen_ids
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.label_formats import LabelFormat
    from coopdesk.domain.paper_people import Assembly
    from coopdesk.storage.unit_of_work import Units

_LIMIT = 120


class MemberPaperService:
    """Write papers about any list of people; whoever cannot be on one is named with the reason.

    Every paper is written whole or not at all: a cancel or a full disk leaves the old file.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def formats(self) -> tuple[LabelFormat, ...]:
        """Return the sheets of labels that can be printed on, in the order to offer them."""
        return tuple(label_formats().values())

    def sheet(self, code: str, start: int = 1, *, outlined: bool = False) -> LabelSheet:
        """Return a sheet of labels by the code of its format, to begin at its label ``start``.

        Raises:
            RuleError: ``label.unknown_format`` or ``label.start_outside``.
        """
        return LabelSheet(format_named(label_formats(), code), start, outlined).checked()

    def labels(
        self,
        chosen: Chosen,
        sheet: LabelSheet,
        path: Path,
        progress: Progress = NO_PROGRESS,
        *,
        per_household: bool = True,
    ) -> PaperRun:
        """Write address labels, one for each household unless told otherwise.

        Raises:
            RuleError: ``label.nothing`` or ``label.start_outside``. ExternalError: the disk or
                the folder is in the way. NotFoundError: a contact is gone.
        """
        with self._units.read() as work:
            house = house_of(work)
            ids = chosen_ids(work, chosen, self._today())
            found = addresses_of(work, ids, progress)
        people = list(found.addressees.values())
        wanted = one_per_household(people) if per_household else people
        pdf = draw_labels(house, self._today(), wanted, sheet, per_household=False)
        return PaperRun(
            save(path, pdf), len(wanted), tuple(found.left_out), tuple(found.shortened)
        )

    def cards(self, chosen: Chosen, path: Path, progress: Progress = NO_PROGRESS) -> PaperRun:
        """Write the cards of those who have a number and a paid membership, now or ahead.

        Raises:
            RuleError: ``card.nothing`` or ``image.unreadable``. ExternalError: as ``labels``.
        """
        today = self._today()
        with self._units.read() as work:
            house = house_of(work)
            ids = chosen_ids(work, chosen, today)
            reading = Stage(progress, 0, 20)
            cards, left_out = card_people(work, ids, today, reading)
        drawing = Stage(progress, 20, 99)
        pdf = draw_cards(house, today, cards, drawing.advance)
        return PaperRun(save(path, pdf), len(cards), left_out)

    def member_list(
        self,
        chosen: Chosen,
        path: Path,
        progress: Progress = NO_PROGRESS,
        *,
        selection: str = "",
    ) -> PaperRun:
        """Write the list of those who are or were members; ``selection`` says who, in words.

        Raises:
            RuleError: ``members.nobody``. ExternalError: as ``labels``.
        """
        today = self._today()
        with self._units.read() as work:
            house = house_of(work)
            ids = chosen_ids(work, chosen, today)
            rows, left_out = list_rows(work, ids, today, progress)
        says = checked_line(selection, "selection", _LIMIT * 2)
        pdf = draw_member_list(MemberList(house, today, says, tuple(rows)))
        return PaperRun(save(path, pdf), len(rows), left_out)

    def attendance(
        self,
        chosen: Chosen,
        assembly: Assembly,
        path: Path,
        progress: Progress = NO_PROGRESS,
    ) -> PaperRun:
        """Write the list to sign at an assembly: who is a member on its day, by name.

        Raises:
            RuleError: ``members.nobody`` or ``text.too_long``. ExternalError: as ``labels``.
        """
        with self._units.read() as work:
            house = house_of(work)
            ids = work.standings.french_order(chosen_ids(work, chosen, self._today()))
            rows, left_out = attendance_rows(work, ids, assembly, progress)
        said = AttendanceList(
            house,
            checked_line(assembly.name, "name", _LIMIT),
            assembly.held_on,
            tuple(rows),
            checked_line(assembly.place, "place", _LIMIT),
            checked_line(assembly.hour, "hour", 20),
        )
        return PaperRun(save(path, draw_attendance(said)), len(rows), left_out)

    def certificate(
        self, contact_id: int, path: Path, membership_id: int | None = None
    ) -> PaperRun:
        """Write that somebody is a member, by the membership of today or by another one.

        Raises:
            RuleError: ``certificate.not_in_force``, ``certificate.not_covered``,
                ``certificate.unpaid`` or ``paper.unprintable_character``.
            ExternalError: as ``labels``. NotFoundError: the contact is gone.
        """
        with self._units.read() as work:
            said = certificate_of(work, contact_id, self._today(), membership_id)
        return PaperRun(save(path, draw_membership_certificate(said)), 1)

    def mailing(self, chosen: Chosen, path: Path, progress: Progress = NO_PROGRESS) -> PaperRun:
        """Write e-mail addresses for the field of blind copies of one message to all.

        Who refused the newsletter is left out: a mailing is news, not the affair of one
        member. One address serves two people once.

        Raises:
            RuleError: ``email.nobody``. ExternalError: as ``labels``.
        """
        with self._units.read() as work:
            ids = chosen_ids(work, chosen, self._today())
            emails, left_out = mailing_people(work, ids, self._today(), progress)
        text = bcc_list(emails)
        count = text.count(", ") + 1
        return PaperRun(save(path, f"{text}\n".encode()), count, left_out)
