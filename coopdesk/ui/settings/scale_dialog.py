"""Asks for the mileage scale of another year, over the figures that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.legal_parameters import SOURCE_LIMIT
from coopdesk.domain.own_scales import NewScale, figures_of
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.expenses import band_name, figure_text, scale_confidence, tariff_name
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.mileage import MileageScale, Tariff

_WIDTH, _SHORT = 760, 120


class ScaleDialog(FormDialog):
    """The vehicles and the limits stay; the figures of each are typed as they are published."""

    def __init__(self, known: MileageScale, year: int, parent: QWidget) -> None:
        super().__init__(_("Mileage scale"), _("Correct the scale"), parent)
        self.setMinimumWidth(_WIDTH)
        form = self.form
        now = _("Now since {year}: {source}. {confidence}.").format(
            year=known.since.year, source=known.source, confidence=scale_confidence(known)
        )
        notice = Notice()
        after = _(
            "Expense sheets that are settled keep their amounts; drafts are counted anew."
        )
        notice.say(Tone.ATTENTION, now, after)
        form.add_widget(notice)
        hint = _("It counts for the trips of this year, and until the next scale.")
        self.year = form.add("year", _("&Year"), QLineEdit(str(year)), hint, required=True)
        self.year.setMaximumWidth(_SHORT)
        hint = _("Law, order or official page, with its date")
        self.source = form.add(
            "source", _("&Text that you read"), QLineEdit(), hint, required=True
        )
        self.source.setMaxLength(SOURCE_LIMIT)
        if known.is_own:
            self.source.setText(known.source)
        self.rows: list[list[QLineEdit]] = []
        grid = form.add("figures", _("Euros per kilometre"), self._grid(known.tariffs))
        grid.setFocusProxy(self.rows[0][0])
        self.electric = form.add(
            "electric_percent",
            _("Electric vehicles: more, in %"),
            QLineEdit(str(known.electric_percent)),
            required=True,
        )
        self.electric.setMaximumWidth(_SHORT)
        self.source.setFocus()

    def _grid(self, tariffs: tuple[Tariff, ...]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        heads: tuple[str, ...] = ()
        line = 0
        for tariff in tariffs:
            names = tuple(_heads(tariff))
            if names != heads:
                heads = names
                for column, name in enumerate(names, start=1):
                    grid.addWidget(plain_label(name, "small", wrap=True), line, column)
                line += 1
            grid.addWidget(plain_label(tariff_name(tariff)), line, 0)
            self.rows.append(self._row(grid, line, tariff, names))
            line += 1
        grid.setColumnStretch(0, 1)
        return holder

    def _row(
        self, grid: QGridLayout, line: int, tariff: Tariff, names: tuple[str, ...]
    ) -> list[QLineEdit]:
        fields = []
        texts = map(figure_text, figures_of(tariff))
        for column, (name, text) in enumerate(zip(names, texts, strict=True), start=1):
            field = QLineEdit(text)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaximumWidth(_SHORT)
            field.setAccessibleName(f"{tariff_name(tariff)}, {name}")
            field.textEdited.connect(self._on_typed)
            grid.addWidget(field, line, column)
            fields.append(field)
        return fields

    def _on_typed(self) -> None:
        self.form.is_dirty = True

    @override
    def read(self) -> NewScale:
        text = self.year.text().strip()
        if not (text.isascii() and text.isdigit()):
            raise RuleError("expense.scale_year_missing", field="year")
        figures = tuple(tuple(field.text() for field in row) for row in self.rows)
        return NewScale(int(text), self.source.text(), self.electric.text(), figures)


def _heads(tariff: Tariff) -> Iterator[str]:
    """Yield what each figure of a tariff is called."""
    for place, band in enumerate(tariff.bands):
        before = tariff.bands[place - 1].up_to_km if place else None
        yield band_name(before, band.up_to_km)
        if band.added:
            yield _("+ €")
