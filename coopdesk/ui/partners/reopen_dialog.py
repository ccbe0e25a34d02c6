"""Asks what becomes of the gift in kind by which a commitment was kept that is owed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.volunteering import Contribution


class ReopenDialog(FormDialog):
    """Gives whether the gift is taken back with it; taking it back comes first."""

    def __init__(self, commitment: Commitment, gift: Contribution, parent: QWidget) -> None:
        title = _("Owe the commitment again")
        super().__init__(title, title, parent)
        self.form.add_widget(plain_label(commitment.content.text, "strong", wrap=True))
        said = _("Keeping it wrote a gift in kind in the accounts: {amount} on {day}.")
        given = gift.content
        told = said.format(amount=money_text(given.amount), day=day_text(given.given_on))
        self.form.add_widget(plain_label(told, wrap=True))
        offered = [
            (True, _("Take it back too: nothing was given")),
            (False, _("Leave it there: it was given for something else")),
        ]
        self.takes_back = self.form.add(
            "contribution_id", _("This gift in kind"), ChoiceBox[bool](offered)
        )
        self.form.is_dirty = False
        self.takes_back.setFocus()

    @override
    def read(self) -> bool:
        return self.takes_back.value
