"""Public aid: the limits of the law that are passed or near, said above the list and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.record_parts import Heading, Lines, Paragraph, Words
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.public_aid import aid_text, warning_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.public_aid import AidWarning, PublicAid
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.record_parts import Part

_WIDTH, _HEIGHT = 640, 560


@dataclass(frozen=True, slots=True)
class AidRead:
    """What the law watches, and public aid of three years."""

    warnings: tuple[AidWarning, ...]
    aid: PublicAid


def read_aid(services: Services) -> AidRead:
    """Read public aid; runs on the worker."""
    aid = services.public_aid
    return AidRead(tuple(aid.warnings()), aid.over_years())


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


class AidDialog(QDialog):
    """What the law watches, then each authority with its three years."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Public aid and limits of the law")
        self.setWindowTitle(title)
        self.reader = RecordReader()
        self.reader.setAccessibleName(title)
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(title, "title"))
        layout.addWidget(self.reader, 1)
        layout.addLayout(foot)
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 32), min(_HEIGHT, room.height() - 32))
        desk.tasks.query(self, lambda: read_aid(desk.services), self._on_read)

    def _on_read(self, found: AidRead) -> None:
        self.reader.show_parts(aid_parts(found))


def aid_parts(found: AidRead) -> list[Part]:
    """Return the warnings and the table as parts of a record."""
    parts: list[Part] = []
    for one in found.warnings:
        parts += [Heading(label(one.limit)), Paragraph((Words(warning_text(one), _tone(one)),))]
    if not found.warnings:
        parts.append(Paragraph((_("No limit of the law is passed or near."),)))
    years = " · ".join(year.label for year in found.aid.years)
    parts.append(Heading(_("Public aid over three years"), years))
    rows = [
        (
            one.name or _("A funder nobody named"),
            money_text(one.amount),
            (" · ".join(money_text(amount) for amount in one.amounts),),
        )
        for one in found.aid.authorities
    ]
    by_year = " · ".join(money_text(amount) for amount in found.aid.by_year)
    rows.append((_("Total of public aid"), money_text(found.aid.amount), (by_year,)))
    return [*parts, Lines(tuple(rows)), Paragraph((aid_text(found.aid),))]


def _tone(warning: AidWarning) -> Tone:
    if warning.is_met:
        return Tone.GOOD
    return Tone.ATTENTION if warning.is_above else Tone.INFO
