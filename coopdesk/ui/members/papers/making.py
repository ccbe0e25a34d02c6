"""Makes the papers of members: asks which, then has it written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.contacts import ContactFilter
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.members.papers.dialog import (
    PAPER_NAMES,
    Paper,
    PaperDialog,
    People,
    groups_of,
)
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.paper_runs import Chosen, PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.papers.dialog import Groups, PaperOrder

_CHUNK = 500
_FOLDER = "members"


class PaperMaking(QObject):
    """Over a page; ``writing`` tells how it goes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._selection = ""
        self.writing = FileWriting(desk, window, _FOLDER)
        self.dialog: PaperDialog | None = None

    def ask(self, listed: tuple[int, ...], selected: tuple[int, ...], selection: str) -> None:
        """Ask which paper for memberships; ``selection`` says in words what is listed."""
        if self._may_ask(listed, selection):
            self._open(groups_of(listed, selected, _of_memberships))

    def ask_for_contacts(
        self, listed: tuple[int, ...], selected: tuple[int, ...], selection: str
    ) -> None:
        """Ask which paper for contacts, members or not: labels to begin with."""
        if self._may_ask(listed, selection):
            self._open(groups_of(listed, selected, _of_contacts)).paper.choose(Paper.LABELS)

    def _may_ask(self, listed: tuple[int, ...], selection: str) -> bool:
        if self.dialog is not None:
            return False
        if not listed:
            self._desk.feedback.tell(_("Nobody is listed: there is nothing to print."))
            return False
        self._selection = selection
        return True

    def _open(self, groups: Groups) -> PaperDialog:
        self.dialog = PaperDialog(self._desk, groups, self._window)
        self.dialog.submitted.connect(self._on_order)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()
        return self.dialog

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot(object)
    def _on_order(self, order: PaperOrder) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        dialog.form.is_dirty = False
        dialog.accept()
        is_text = order.paper is Paper.EMAILS
        job = FileJob(
            title=_(PAPER_NAMES[order.paper]),
            name=_file_name(order.paper),
            kind=_("Text") if is_text else _("PDF file"),
            write=partial(_make, self._desk.services, order, self._selection),
            counted=partial(_counted, order.paper),
        )
        self.writing.ask(job)

    def certify(self, contact_id: int, name: str, membership_id: int) -> None:
        """Ask where the certificate of a member goes."""
        papers = self._desk.services.papers

        def write(path: Path, _progress: Progress) -> PaperRun:
            return papers.certificate(contact_id, path, membership_id)

        file_name = _("certificate-{name}").format(name=_slug(name))
        job = FileJob(
            title=_("Membership certificate"),
            name=f"{file_name}.pdf",
            kind=_("PDF file"),
            write=write,
            counted=_one_certificate,
        )
        self.writing.ask(job)


def _of_memberships(ids: tuple[int, ...]) -> People:
    return People(membership_ids=ids)


def _of_contacts(ids: tuple[int, ...]) -> People:
    return People(contact_ids=ids)


def _make(
    services: Services, order: PaperOrder, selection: str, path: Path, progress: Progress
) -> PaperRun:
    """Write the paper that was asked for; runs on the worker."""
    papers = services.papers
    people = _people(services, order)
    if order.people.saved is not None:
        selection = order.people.saved.name
    if order.paper is Paper.LABELS:
        sheet = papers.sheet(order.format, order.start)
        return papers.labels(people, sheet, path, progress, per_household=order.per_household)
    if order.paper is Paper.ATTENDANCE and order.assembly is not None:
        return papers.attendance(people, order.assembly, path, progress)
    if order.paper is Paper.CARDS:
        return papers.cards(people, path, progress)
    if order.paper is Paper.EMAILS:
        return papers.mailing(people, path, progress)
    return papers.member_list(people, path, progress, selection=selection)


def _people(services: Services, order: PaperOrder) -> Chosen:
    saved = order.people.saved
    if saved is not None:
        return ContactFilter(condition=saved.condition)
    if order.people.contact_ids:
        return order.people.contact_ids
    return contacts_of(services, order.people.membership_ids)


def contacts_of(services: Services, membership_ids: tuple[int, ...]) -> list[int]:
    """Return everybody whom memberships cover, each once, in their order; on the worker."""
    members = services.members
    found: dict[int, None] = {}
    for start in range(0, len(membership_ids), _CHUNK):
        for line in members.lines(membership_ids[start : start + _CHUNK]):
            found[line.contact_id] = None
            if line.covered > 1:
                found |= dict.fromkeys(members.get(line.id).content.covered_ids)
    return list(found)


def _counted(paper: Paper, count: int) -> str:
    texts = {
        Paper.LIST: ngettext("{count} line", "{count} lines", count),
        Paper.CARDS: ngettext("{count} card", "{count} cards", count),
        Paper.LABELS: ngettext("{count} label", "{count} labels", count),
        Paper.ATTENDANCE: ngettext("{count} line", "{count} lines", count),
        Paper.EMAILS: ngettext("{count} address", "{count} addresses", count),
    }
    return texts[paper].format(count=number_text(count))


def _one_certificate(_count: int) -> str:
    return _("the certificate is written")


def _file_name(paper: Paper) -> str:
    names = {
        Paper.LIST: _("members-list"),
        Paper.CARDS: _("member-cards"),
        Paper.LABELS: _("labels"),
        Paper.ATTENDANCE: _("attendance"),
        Paper.EMAILS: _("e-mail-addresses"),
    }
    return f"{names[paper]}.{'txt' if paper is Paper.EMAILS else 'pdf'}"


def _slug(name: str) -> str:
    from coopdesk.domain.text import fold

    return "-".join("".join(x if x.isalnum() else " " for x in fold(name)).split())
