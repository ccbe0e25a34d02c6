"""The renewal itself: preview, then one job that makes all memberships or none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.members.renewal_dialog import RenewalDialog
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.members import MembershipType
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.renewal_dialog import RenewalChosen


class Renewing(QObject):
    """Asks, renews, and tells how it ended."""

    renewed = Signal(int)  # the year of the new memberships

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog: RenewalDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Show what would be renewed, and ask."""
        types = self._desk.services.membership_types.list
        self._desk.tasks.query(self, types, self._on_types, replaces="types")

    def _on_types(self, types: list[MembershipType]) -> None:
        if self.dialog is not None:
            return
        if not types:
            self._desk.feedback.tell(_("There is no membership type yet."))
            return
        self.dialog = RenewalDialog(self._desk, types, self._window)
        self.dialog.submitted.connect(self._on_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot(object)
    def _on_chosen(self, chosen: RenewalChosen) -> None:
        text = ngettext(
            "Renewing {count} membership", "Renewing {count} memberships", chosen.count
        )
        self._desk.tasks.job(
            self,
            text.format(count=chosen.count),
            partial(self._apply, chosen),
            partial(self._on_renewed, chosen),
        )

    def _apply(self, chosen: RenewalChosen, progress: Progress) -> Outcome[tuple[int, ...]]:
        return self._desk.services.renewals.apply(chosen.order, progress)

    def _on_renewed(self, chosen: RenewalChosen, _ids: tuple[int, ...]) -> None:
        self.renewed.emit(chosen.order.request.period.start.year)
