"""Says under a gift what its campaign makes of it: less than the minimum, closed, too late."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.campaigns import remarks_text

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.campaign_rules import Remark
    from coopdesk.domain.money import Money
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form import Form


class GiftRemarks(QObject):
    """A line of words that refuses nothing; hidden while there is nothing to say."""

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._said = plain_label("", "small", wrap=True)
        form.add_widget(self._said)
        self._said.hide()

    @property
    def text(self) -> str:
        """What is said, empty when nothing is."""
        return self._said.text()

    def ask(
        self, campaign: str, amount: Money | None, day: dt.date | None, tier_id: int | None
    ) -> None:
        """Ask the campaign about a gift, as far as it is typed; an older answer is dropped."""
        name = campaign.strip()
        if not name or amount is None or day is None:
            self._on_remarks(())
            return
        call = partial(self._desk.services.campaigns.remarks, name, amount, day, tier_id)
        self._desk.tasks.query(self, call, self._on_remarks, replaces="remarks")

    def _on_remarks(self, remarks: tuple[Remark, ...]) -> None:
        text = remarks_text(remarks)
        if text != self._said.text():
            self._said.setText(text)
            self._said.setVisible(bool(text))
            self._form.folded.emit()
