"""Says that payments and gifts wait for their entries, and prepares them in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from coopdesk.domain.booking import LeftOutReason
from coopdesk.ui.columns import Tone
from coopdesk.ui.entries.booking_preview import BookingPreview
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.booking import BookingDone, BookingReview
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

_SHOWN = 200

# Opening a year would not help these.
_QUIET = (LeftOutReason.BEFORE_BOOKS, LeftOutReason.REVERSED, LeftOutReason.SOURCE_GONE)


class BookingNotice(Notice):
    """Hidden while every payment has its entry."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_wanted = True
        self.book_action = make_step(self, _("Prepare the entries…"), "magic-wand")
        self.book_action.triggered.connect(self._on_preview)
        self.open_year_action = make_step(self, _("Open the next fiscal year"), "calendar-plus")
        self.open_year_action.triggered.connect(self._on_open_year)
        self.dialog: BookingPreview | None = None
        self.hide()

    def reload(self) -> None:
        """Ask again what waits."""
        call = partial(self._desk.services.booking.pending)
        self._desk.tasks.query(self, call, self._on_review, replaces="pending")

    def set_wanted(self, *, wanted: bool) -> None:
        """Make room for a record that stands in place of the list."""
        self._is_wanted = wanted
        self.setVisible(wanted and bool(self.text))

    def _on_review(self, review: BookingReview) -> None:
        from coopdesk.wording.booking import left_out_text, pending_text

        late = [x for x in review.left_out if x.reason not in _QUIET]
        gone = [x for x in review.left_out if x.reason is LeftOutReason.SOURCE_GONE]
        # One line: on a low screen the list needs the room, and the preview says the rest.
        if review.count:
            text = _("{waiting}, {amount} in all")
            waiting, amount = pending_text(review.count), money_text(review.amount)
            self.say(Tone.INFO, text.format(waiting=waiting, amount=amount))
            self.offer(*([self.open_year_action] if late else ()), primary=self.book_action)
        elif late:
            self.say(Tone.ATTENTION, left_out_text(late[0]))
            self.offer(primary=self.open_year_action)
        elif gone:
            self.say(Tone.ATTENTION, left_out_text(gone[0]))
            self.offer()
        else:
            self.say(Tone.NEUTRAL, "")
        self.setVisible(self._is_wanted and bool(self.text))

    @Slot()
    def _on_open_year(self) -> None:
        """Open the year that payments wait for; it can be undone."""
        self._desk.tasks.command(self, self._desk.services.fiscal_years.open_next)

    @Slot()
    def _on_preview(self) -> None:
        """Show what would be made, the first of them line by line."""
        call = partial(self._desk.services.booking.pending, None, _SHOWN)
        self._desk.tasks.query(self, call, self._on_proposals, replaces="proposals")

    def _on_proposals(self, review: BookingReview) -> None:
        from coopdesk.wording.booking import nothing_text

        if not review.count:
            self._desk.feedback.tell(nothing_text(review.left_out))
        if self.dialog is None and review.count:
            self.dialog = BookingPreview(self._desk, review, self.window())
            self.dialog.accepted.connect(self._on_book)
            self.dialog.finished.connect(self._on_finished)
            self.dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_book(self) -> None:
        service = self._desk.services.booking
        self.book_action.setEnabled(False)

        def book(progress: Progress) -> Outcome[BookingDone]:
            return service.book(progress)

        self._desk.tasks.job(
            self, _("Preparing entries"), book, self._on_done, ended=self._on_ended
        )

    def _on_done(self, done: BookingDone) -> None:
        from coopdesk.wording.booking import done_text

        self._desk.feedback.tell(done_text(done))

    @Slot()
    def _on_ended(self) -> None:
        self.book_action.setEnabled(True)
