"""Says after an import how many of the contacts it brought may be known already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.merging import DuplicateProposal
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.notice import Notice


class ImportDoubles(QObject):
    """Looks on the worker and leads to the page of doubles; ``is_shown`` tells of a run."""

    def __init__(
        self, desk: Desk, page: QWidget, notice: Notice, is_shown: Callable[[int], bool]
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._notice = notice
        self._is_shown = is_shown
        self._run_id = 0
        self.see_action = make_step(page, _("See the doubles"), "users")
        self.see_action.triggered.connect(self._on_see)

    def look(self, run_id: int) -> None:
        """Look for doubles among what an import brought."""
        self._run_id = run_id
        call = partial(self._desk.services.duplicates.of_import, run_id)
        self._desk.tasks.query(self, call, partial(self._on_found, run_id), replaces="doubles")

    def _on_found(self, run_id: int, found: list[DuplicateProposal]) -> None:
        if not found or not self._is_shown(run_id):
            return
        text = ngettext("{count} probable double.", "{count} probable doubles.", len(found))
        first = found[0]
        likeliest = _("{first} and {second}: {reasons}.").format(
            first=first.first.name,
            second=first.second.name,
            reasons=reasons_text(first.reasons),
        )
        count = number_text(len(found))
        self._notice.say(Tone.ATTENTION, text.format(count=count), likeliest)
        self._notice.offer(self.see_action)
        self._notice.show()

    @Slot()
    def _on_see(self) -> None:
        self._desk.navigator.open("duplicates", ("import", self._run_id))
