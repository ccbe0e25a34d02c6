"""The figures of the law: what each is worth, since when, who says so, how sure that is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from coopdesk.domain.mileage import scale_of
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.settings.legal_dialog import Correction, LegalDialog
from coopdesk.ui.settings.scale_dialog import ScaleDialog
from coopdesk.ui.settings.tab_actions import lay_out_list, make_tab_action
from coopdesk.ui.widgets.asking import Asker
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _
from coopdesk.wording.legal import confidence_text, parameter_name, parameter_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.legal_parameters import LegalParameter
    from coopdesk.domain.mileage import MileageScale
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk


class FigureLine(NamedTuple):
    """A figure and its place in the list."""

    id: int
    figure: LegalParameter


class LegalTab(QWidget):
    """Lists the figures as they are today; one is corrected from a day on, or reset."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.legal
        self._lines: dict[int, FigureLine] = {}
        self.asker = Asker(desk, self)
        make = partial(make_tab_action, self)
        self.correct_action = make(_("Correct…"), "pencil-simple", self._on_correct, "F2")
        self.reset_action = make(
            _("Take the program's again"), "arrow-counter-clockwise", self._on_reset, "Del"
        )
        self.scale_action = make(_("Mileage scale…"), "car", self._on_scale)
        self.list = RecordList(desk, "legal", figure_columns(), self._page)
        self.list.set_accessible_name(_("Figures of the law"))
        self.list.record_activated.connect(self._on_correct)
        self.list.current_changed.connect(self._refresh)
        self._lay_out()
        self._refresh()

    def _lay_out(self) -> None:
        words = _(
            "Rates, ceilings and delays that receipts and accounts rest on. Those marked “to "
            "verify” were not found in an official text: look them up before you rely on them."
        )
        right = (self.reset_action, self.correct_action)
        lay_out_list(self, words, (self.scale_action,), self.list, at_right=right, top=16)

    @Slot()
    def reload(self) -> None:
        """Read the figures of today again."""
        call = partial(self._service.parameters, self._desk.today())
        self._desk.tasks.query(self, call, self._on_figures, replaces="legal")

    def _on_figures(self, figures: list[LegalParameter]) -> None:
        kept = self.list.table.current_id
        self._lines = {
            key: FigureLine(key, figure) for key, figure in enumerate(figures, start=1)
        }
        self.list.set_ids(list(self._lines))
        if kept is not None:
            self.list.table.select_id(kept)
        self._refresh()

    def _page(self, ids: Sequence[int]) -> list[FigureLine]:
        return [self._lines[key] for key in ids if key in self._lines]

    @property
    def _current(self) -> LegalParameter | None:
        line = self._lines.get(self.list.table.current_id or 0)
        return line.figure if line is not None else None

    @Slot()
    def _refresh(self) -> None:
        current = self._current
        self.correct_action.setEnabled(current is not None)
        self.reset_action.setEnabled(current is not None and current.is_own)

    @Slot()
    def _on_correct(self) -> None:
        if self._current is not None:
            make = partial(LegalDialog, self._current, self._desk.today, self.window())
            self.asker.ask(make, self._correct)

    def _correct(self, typed: Correction) -> Outcome[LegalParameter]:
        return self._service.correct(typed.code, typed.since, typed.value, typed.source)

    @Slot()
    def _on_scale(self) -> None:
        call = self._desk.services.mileage.scales
        self._desk.tasks.query(self, call, self._on_scales, replaces="scales")

    def _on_scales(self, scales: tuple[MileageScale, ...]) -> None:
        year = self._desk.today().year
        make = partial(ScaleDialog, scale_of(scales, year), year, self.window())
        self.asker.ask(make, self._desk.services.mileage.correct)

    @Slot()
    def _on_reset(self) -> None:
        current = self._current
        if current is not None and current.is_own:
            call = partial(self._service.reset, current.code, current.since)
            self._desk.tasks.command(self, call)


def figure_columns() -> tuple[Column, ...]:
    """Return the columns of the list of figures."""
    return (
        Column("name", _("Figure"), _name, width=30, stretch=True),
        Column("value", _("Value"), _value, align_right=True, width=10),
        Column("since", _("Since"), _since, width=11),
        Column("state", _("Confidence"), _state, tone=_tone, width=21),
        Column("source", _("Source"), _source, width=20, gives_way=1),
    )


def _name(line: FigureLine) -> str:
    return parameter_name(line.figure.code)


def _value(line: FigureLine) -> str:
    return parameter_value(line.figure)


def _since(line: FigureLine) -> str:
    return day_text(line.figure.since)


def _state(line: FigureLine) -> str:
    return _("to verify") if line.figure.is_to_verify else confidence_text(line.figure)


def _tone(line: FigureLine) -> Tone | None:
    if line.figure.is_to_verify:
        return Tone.ATTENTION
    return Tone.INFO if line.figure.is_own else None


def _source(line: FigureLine) -> str:
    return line.figure.source
