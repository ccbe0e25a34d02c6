"""The foot of the page of imports: what would be done, what was done, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import contact_sayings, sayings
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contact_imports import ContactPreview
    from coopdesk.domain.imports import ImportSummary, Preview


class ImportFoot(Notice):
    """Offers the steps of each state; the page carries them out."""

    def __init__(self) -> None:
        super().__init__()
        self.apply_action = make_step(self, "", "download-simple")
        self.leave_action = make_step(self, "", "x")
        self.undo_action = make_step(self, _("Undo this import"), "arrow-u-up-left")
        self.count_action = make_step(self, "", "check-circle")
        self.dismiss_action = make_step(self, "", "x-circle")
        self.contacts_action = make_step(self, _("See the contacts"), "users")
        self.gifts_action = make_step(self, _("See the gifts"), "gift")
        self.check_action = make_step(self, "", "warning")
        self.receipts_action = make_step(self, _("Review the tax receipts"), "receipt")

    def show_check(self) -> None:
        """Ask for a decision on payments to check."""
        self.offer(self.dismiss_action, primary=self.count_action)
        self.show_chosen(0)
        self.show()

    def show_chosen(self, count: int, why: str = "") -> None:
        """Say how many payments the decision concerns; of a single one, why it waits."""
        self.count_action.setText(sayings.count_text(max(count, 1)))
        self.dismiss_action.setText(sayings.dismiss_text(max(count, 1)))
        self.count_action.setEnabled(bool(count))
        self.dismiss_action.setEnabled(bool(count))
        if why:
            self.say(Tone.INFO, _("Was the money received?"), why[:1].upper() + why[1:])
        else:
            self.say(
                Tone.INFO,
                _("Was the money received? Choose one payment or several, then say."),
                _("Until then it counts neither in the accounts nor for a receipt."),
            )

    def show_preview(self, preview: Preview) -> None:
        """Say what importing would do."""
        count = sayings.written_count(preview)
        self.say(Tone.INFO if count else Tone.NEUTRAL, *sayings.offer_text(preview))
        self.apply_action.setText(sayings.import_text(count))
        self.apply_action.setEnabled(True)
        self.leave_action.setText(_("Do not import") if count else _("Close"))
        if count:
            self.offer(self.leave_action, primary=self.apply_action)
        else:
            self.offer(primary=self.leave_action)
        self.show()

    def show_contacts(self, preview: ContactPreview) -> None:
        """Say what importing contacts would do."""
        count = sum(contact_sayings.written_counts(preview))
        tone = Tone.INFO if count else Tone.NEUTRAL
        self.say(tone, *contact_sayings.offer_text(preview))
        self.apply_action.setText(sayings.import_text(count))
        self.apply_action.setEnabled(True)
        self.leave_action.setText(_("Do not import") if count else _("Close"))
        if count:
            self.offer(self.leave_action, primary=self.apply_action)
        else:
            self.offer(primary=self.leave_action)
        self.show()

    def show_contact_result(self, summary: ImportSummary) -> None:
        """Say what an import of contacts did, and lead to them."""
        self.say(Tone.GOOD, contact_sayings.result_text(summary))
        self.offer(self.undo_action, primary=self.contacts_action)
        self.show()

    def show_stopped(self) -> None:
        """Say that a stopped import wrote nothing."""
        self.apply_action.setEnabled(True)
        self.say(Tone.NEUTRAL, _("Importing was stopped: nothing was written."))

    def show_result(self, summary: ImportSummary) -> None:
        """Say what the import did, and offer what usually follows."""
        self.say(Tone.GOOD, sayings.result_text(summary)[0])
        if summary.doubtful:
            self.check_action.setText(sayings.check_text(summary.doubtful))
            last = self.check_action
        else:
            last = self.gifts_action
        self.offer(self.undo_action, self.receipts_action, primary=last)
        self.show()

    def show_run(self, summary: ImportSummary) -> None:
        """Say when an import was made and what it brought."""
        text, detail = sayings.result_text(summary)
        self.say(Tone.NEUTRAL, f"{sayings.made_text(summary)} · {text}", detail)
        self.offer(self.undo_action)
        self.show()
