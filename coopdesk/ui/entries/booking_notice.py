"""Says that payments and gifts wait for their entries, and prepares them in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.booking import BookingDone, BookingReview
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk


class BookingNotice(Notice):
    """Hidden while every payment has its entry."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_wanted = True
        self.book_action = make_step(self, _("Prepare the entries"), "magic-wand")
        self.book_action.triggered.connect(self._on_book)
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

        if not review.count:
            self.say(Tone.NEUTRAL, "")
            self.hide()
            return
        detail = _("They become drafts, {amount} in all: look at them, then validate.")
        said = [detail.format(amount=money_text(review.amount))]
        if review.late:
            text = ngettext(
                "{count} is of a closed year and goes to the first open day.",
                "{count} are of a closed year and go to the first open day.",
                review.late,
            )
            said.append(text.format(count=number_text(review.late)))
        said += [left_out_text(left) for left in review.left_out]
        self.say(Tone.INFO, pending_text(review.count), " ".join(said))
        self.offer(primary=self.book_action)
        self.setVisible(self._is_wanted)

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
