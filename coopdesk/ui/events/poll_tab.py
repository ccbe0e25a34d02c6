"""The polls about an event: the best slot, the smallest place that holds them, who comes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from coopdesk.system.paths import documents_folder
from coopdesk.ui.events import poll_reading as reading
from coopdesk.ui.events.tab import ReaderTab
from coopdesk.ui.events.targets import Part
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.record_parts import Paragraph
from coopdesk.wording.event_dates import when_with_hours
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.events import Event
    from coopdesk.domain.poll_slots import PollProposal, PollRegistrations
    from coopdesk.domain.polls import Poll, PollLine
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_FOLDER = "imports"
_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.ods"


class PollTab(ReaderTab):
    """Counts by slot; what is chosen dates the event and registers those who come."""

    part = Part.POLL

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Poll of the event"))
        self._service = desk.services.polls
        self._proposals: tuple[PollProposal, ...] = ()
        self.chooser: QFileDialog | None = None
        self.import_action = self.make(_("Import a poll…"), "download-simple", self.choose_file)
        self.tie_action = self.make(_("Take a poll that is known…"), "link", self._on_tie)
        self.add_tool(self.tie_action)
        self.add_tool(self.import_action, primary=True)

    @override
    def reload(self) -> None:
        call = partial(_read, self.desk.services, self.event_id)
        self.read(call, self._on_proposals, "proposals")

    def _on_proposals(self, proposals: tuple[PollProposal, ...]) -> None:
        self._proposals = proposals
        if proposals and self.record is not None:
            when = self.record.sheet.event.when
            self.reader.show_parts(reading.proposal_parts(proposals, when))
            return
        text = _(
            "No poll about this event yet. Import the answers of Framadate or Framaforms: each "
            "slot says how many come, and where they fit."
        )
        self.reader.show_parts((Paragraph((text,), is_muted=True),))

    # files and polls that are known

    @Slot()
    def choose_file(self) -> None:
        """Ask for the file of a poll."""
        if self.chooser is not None:
            return
        known = self.desk.settings.current.folders.get(_FOLDER, "")
        folder = known if known and Path(known).is_dir() else str(documents_folder())
        chooser = QFileDialog(self.window(), _("Import a poll"), folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = ((_("Polls and forms"), _PATTERNS), (_("All files"), "*"))
        chooser.setNameFilters([f"{name} ({patterns})" for name, patterns in kinds])
        chooser.fileSelected.connect(self._on_file)
        chooser.finished.connect(self._on_chooser_finished)
        chooser.open()
        self.chooser = chooser

    @Slot(str)
    def _on_file(self, name: str) -> None:
        self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Import a poll about the event."""
        self.send(partial(self._service.import_for, self.event_id, path))

    @Slot()
    def _on_chooser_finished(self) -> None:
        self.chooser = None

    @Slot()
    def _on_tie(self) -> None:
        self.read(self.desk.services.poll_imports.polls, self._on_polls, "polls")

    def _on_polls(self, polls: Sequence[PollLine]) -> None:
        free = [one for one in polls if one.event_id != self.event_id]
        if not free:
            self.desk.feedback.tell(_("There is no other poll: import one."))
            return
        make = partial(PollChoiceDialog, free, self.window())
        self.ask(make, self._tie)

    def _tie(self, poll_id: int) -> Outcome[Poll]:
        return self._service.tie(poll_id, self.event_id)

    # what is chosen

    @override
    @Slot(str)
    def follow(self, link: str) -> None:
        name, _colon, text = link.partition(":")
        numbers = [int(one) for one in text.split(",") if one.isdecimal()]
        steps: dict[str, Any] = {
            reading.CHOOSE: self._choose,
            reading.REGISTER: partial(self._register, with_maybe=False),
            reading.REGISTER_ALL: partial(self._register, with_maybe=True),
            reading.UNTIE: self._untie,
        }
        if name in steps:
            steps[name](*numbers)
        else:
            super().follow(link)

    def _choose(self, poll_id: int, position: int, venue_id: int | None = None) -> None:
        call = partial(self._service.choose, poll_id, position, venue_id)
        self.desk.tasks.command(self, call, self._on_chosen)

    def _on_chosen(self, event: Event) -> None:
        said = _("The event is held: {when}").format(when=when_with_hours(event.when))
        self.desk.feedback.tell(said)

    def _register(self, poll_id: int, position: int, *, with_maybe: bool) -> None:
        call = partial(self._service.register, poll_id, position, with_maybe=with_maybe)
        self.desk.tasks.command(self, call, self._on_registered)

    def _on_registered(self, made: PollRegistrations) -> None:
        count = len(made.made)
        text = ngettext("{count} person registered", "{count} people registered", count)
        said = text.format(count=number_text(count))
        if made.known:
            known = _("{count} already were").format(count=number_text(len(made.known)))
            said = f"{said} · {known}"
        self.desk.feedback.tell(said)

    def _untie(self, poll_id: int) -> None:
        self.send(partial(self._service.tie, poll_id, None))


class PollChoiceDialog(FormDialog):
    """One of the polls that were imported already."""

    def __init__(self, polls: Sequence[PollLine], parent: QWidget) -> None:
        super().__init__(_("Poll about the event"), _("Take this poll"), parent)
        choices = [(one.id, one.title) for one in polls]
        self.poll: ChoiceBox[int] = self.form.add(
            "poll_id", _("Poll of the event"), ChoiceBox(choices)
        )
        self.poll.setFocus()

    @override
    def read(self) -> int:
        return self.poll.value


def _read(services: Services, event_id: int) -> tuple[PollProposal, ...]:
    """Read the polls of an event with what they propose; runs on the worker."""
    return tuple(services.polls.proposal(poll.id) for poll in services.polls.of(event_id))
