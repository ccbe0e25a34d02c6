"""The foot of the payments to check: whether those that are selected count."""

from __future__ import annotations

from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import sayings
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import capital
from coopdesk.wording.language import _


class CheckFoot(Notice):
    """Offers both answers; ``Deciding`` carries them out."""

    def __init__(self) -> None:
        super().__init__()
        self.count_action = make_step(self, "", "check-circle")
        self.dismiss_action = make_step(self, "", "x-circle")

    def show_check(self) -> None:
        """Ask for a decision on payments to check."""
        self.offer(self.dismiss_action, primary=self.count_action)
        self.show_chosen(0)

    def show_chosen(self, count: int, why: str = "") -> None:
        """Say how many payments the decision concerns; of a single one, why it waits."""
        self.count_action.setText(sayings.count_text(max(count, 1)))
        self.dismiss_action.setText(sayings.dismiss_text(max(count, 1)))
        self.count_action.setEnabled(bool(count))
        self.dismiss_action.setEnabled(bool(count))
        if why:
            self.say(Tone.INFO, _("Was the money received?"), capital(why))
        else:
            self.say(
                Tone.INFO,
                _("Was the money received? Choose one payment or several, then say."),
                _("Until then it counts neither in the accounts nor for a receipt."),
            )
