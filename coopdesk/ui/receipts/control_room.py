"""The control room: every gift of the year, what blocks it, and its cure in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.receipts import Verdict
from coopdesk.ui.columns import Tone
from coopdesk.ui.receipts.control_line import ControlLine, alert_text
from coopdesk.ui.receipts.review_rows import TO_VOID, ReviewKey
from coopdesk.ui.receipts.review_view import ReviewView
from coopdesk.ui.receipts.words import count_text
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import profile_fields_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.year_reading import YearReading

_GAP = 8


class ControlRoom(QWidget):
    """Figures that filter, what stands in the way, the line of totals, and the gifts."""

    year_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""
        self._missing: tuple[str, ...] = ()
        self.figures = FigureFilter()
        self.banner = Notice()
        self.banner.hide()
        self.alert = Notice()
        self.alert.hide()
        self.line = ControlLine()
        self.view = ReviewView(desk)
        self.profile_action = make_step(self, _("Complete the profile"), "gear-six")
        self.gift_action = make_step(self, _("Record a gift"), "gift")
        self.import_action = make_step(self, _("Import a file"), "download-simple")
        self.view.list.set_empty(self._no_gift())
        self._lay_out()
        self.figures.chosen.connect(self._apply)
        self.line.year_wanted.connect(self.year_wanted)
        self.profile_action.triggered.connect(self._on_profile)
        self.gift_action.triggered.connect(self._on_gift)
        self.import_action.triggered.connect(self._on_import)

    def _lay_out(self) -> None:
        self.figures.add(None, _("Gifts of the year"))
        self.figures.add(Verdict.READY, _("Ready gifts"))
        self.figures.add(Verdict.BLOCKED, _("Blocked gifts"))
        self.figures.add(Verdict.EXCLUDED, _("Excluded gifts"))
        self.figures.add(Verdict.ISSUED, _("Issued gifts"))
        self.figures.add(TO_VOID, _("To be voided")).hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for widget in (self.figures, self.banner, self.alert, self.line):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _no_gift(self) -> EmptyState:
        state = EmptyState(
            "receipt",
            _("No gift this year"),
            _("Each gift appears here, with what its receipt still needs."),
        )
        state.offer(self.gift_action)
        state.offer(self.import_action, primary=True)
        return state

    @Slot()
    def _on_profile(self) -> None:
        """Go to the first field of the profile that lacks."""
        first = self._missing[:1]
        self._desk.navigator.open("settings", ("profile", *first) if first else "profile")

    @Slot()
    def _on_gift(self) -> None:
        self._desk.navigator.open("donations")

    @Slot()
    def _on_import(self) -> None:
        self._desk.navigator.open("imports")

    @property
    def key(self) -> ReviewKey:
        """Which gifts are shown."""
        key = self.figures.current
        return key if isinstance(key, Verdict) or key == TO_VOID else None

    # what it shows

    def show_reading(self, reading: YearReading) -> None:
        """Show the gifts of a year, under the same filter where it still has any."""
        self._show_figures(reading)
        self._show_banner(reading)
        self._show_totals(reading)
        if self.key is not None and not reading.rows.of(self.key):
            self.figures.choose(None)
        self.view.show_rows(reading.rows)

    def search(self, text: str) -> None:
        """Show the gifts that hold these words."""
        self._text = text
        self._apply()

    def clear(self) -> None:
        """Show every gift."""
        self.figures.choose(None)

    @Slot()
    def _apply(self) -> None:
        self.view.filter(self.key, self._text)

    def _show_figures(self, reading: YearReading) -> None:
        review = reading.review
        whole = self.figures.figure(None)
        whole.set_value(number_text(len(review.lines)), money_text(reading.amount))
        for verdict in Verdict:
            text = money_text(review.total(verdict))
            if verdict is Verdict.ISSUED and reading.receipts_named:
                text = f"{count_text(reading.receipts_named)} · {text}"
            self.figures.figure(verdict).set_value(number_text(len(review.of(verdict))), text)
        to_void = reading.rows.of(TO_VOID)
        figure = self.figures.figure(TO_VOID)
        figure.setVisible(bool(to_void))
        amount = reading.rows.amount([row.id for row in to_void])
        figure.set_value(number_text(len(to_void)), money_text(amount))

    def _show_banner(self, reading: YearReading) -> None:
        missing = self._missing = reading.review.missing
        self.banner.setVisible(bool(missing))
        if missing:
            self.banner.say(
                Tone.ATTENTION,
                _("No receipt can be issued: the association's profile is incomplete."),
                _("Missing: {fields}.").format(fields=profile_fields_text(missing)),
            )
            self.banner.offer(primary=self.profile_action)

    def _show_totals(self, reading: YearReading) -> None:
        totals = reading.review.totals
        self.line.show_totals(totals)
        self.line.show_years(reading.unreceipted, reading.review.year)
        self.alert.setVisible(bool(totals.difference))
        if totals.difference:
            self.alert.say(Tone.BAD, *alert_text(totals))
