"""Public aid: the limits of the law that are passed or near, said above the list and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.ui.columns import Tone
from coopdesk.ui.grants.aid_dialog import AidDialog
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.public_aid import AidWarning
    from coopdesk.ui.desk import Desk


class AidNotice(Notice):
    """Hidden while nothing is passed or near, and when the list that it stands over is.

    ``aid_action`` explains at any time.
    """

    def __init__(self, desk: Desk, view: QWidget, shown_with: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._shown_with = shown_with
        self._has_words = False
        self.dialog: AidDialog | None = None
        self.why_action = make_step(view, _("Why?"), "question", self.explain)
        self.aid_action = make_step(view, _("Public aid…"), "scales", self.explain)
        self.aid_action.setToolTip(
            _("What public authorities gave over three years, and the limits of the law")
        )
        self.offer(self.why_action)
        self.hide()

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and self._has_words)

    def reload(self) -> None:
        """Look at the limits again."""
        call = self._desk.services.public_aid.warnings
        self._desk.tasks.query(self, call, self._on_warnings, replaces="aid")

    def _on_warnings(self, found: list[AidWarning]) -> None:
        open_ones = [one for one in found if not one.is_met]
        self._has_words = bool(open_ones)
        if not open_ones:
            self.hide()
            return
        above = sum(one.is_above for one in open_ones)
        if above:
            text = ngettext(
                "Public aid: {count} limit of the law is passed.",
                "Public aid: {count} limits of the law are passed.",
                above,
            )
        else:
            text = ngettext(
                "Public aid: {count} limit of the law is near.",
                "Public aid: {count} limits of the law are near.",
                len(open_ones),
            )
        said = text.format(count=number_text(above or len(open_ones)))
        names = dict.fromkeys(label(one.limit) for one in open_ones)
        self.say(Tone.ATTENTION if above else Tone.INFO, said, " · ".join(names))
        self.setVisible(not self._shown_with.isHidden())

    @Slot()
    def explain(self) -> None:
        """Show the warnings whole, and the table of three years."""
        if self.dialog is None:
            self.dialog = AidDialog(self._desk, self._view.window())
            self.dialog.finished.connect(self._on_finished)
            self.dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
