"""Public aid by authority and year, what each figure is made of, and the limits of the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from coopdesk.domain.public_aid import AidLimit, AidSource
from coopdesk.ui.columns import Tone
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.record_parts import Heading, Paragraph, Words
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.public_aid import aid_doubts, warning_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.public_aid import AidLine, AidWarning, AuthorityAid, PublicAid
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.reports.figure_sheet import Cell
    from coopdesk.ui.widgets.record_parts import Part

_WIDTH, _HEIGHT = 820, 660
_LIMITS = (AidLimit.AGREEMENT, AidLimit.ACCOUNTS, AidLimit.THREE_YEARS)


@dataclass(frozen=True, slots=True)
class AidRead:
    """Where we stand beside the limits of the law, and public aid of three years."""

    standings: tuple[AidWarning, ...]
    aid: PublicAid


def read_aid(services: Services) -> AidRead:
    """Read public aid; runs on the worker."""
    aid = services.public_aid
    return AidRead(tuple(aid.standings()), aid.over_years())


class AidDialog(QDialog):
    """Enter on an authority shows what it gave, Enter on that opens it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._opened: set[str] = set()
        self._found: AidRead | None = None
        title = _("Public aid and limits of the law")
        self.setWindowTitle(title)
        self.sheet = FigureSheet(_("Public aid by authority"))
        self.sheet.opened.connect(self._on_opened)
        self.reader = RecordReader()
        self.reader.setAccessibleName(_("The limits of the law, and where we stand"))
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)  # Enter is of the line that is chosen
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(title, "title"))
        layout.addWidget(self.sheet, 2)
        layout.addWidget(self.reader, 3)
        layout.addLayout(foot)
        self.sheet.setFocus()
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 32), min(_HEIGHT, room.height() - 32))
        desk.tasks.query(self, lambda: read_aid(desk.services), self._on_read)

    def _on_read(self, found: AidRead) -> None:
        self._found = found
        self._show()
        self.sheet.select_first()
        self.reader.show_parts(limit_parts(found))

    def _show(self) -> None:
        if self._found is not None:
            aid = self._found.aid
            self.sheet.show_rows(aid_columns(aid), list(aid_rows(aid, self._opened)))

    @Slot(object)
    def _on_opened(self, opens: object) -> None:
        if isinstance(opens, str):
            self._opened ^= {opens}
            self._show()
        elif isinstance(opens, tuple):
            page, target = opens
            self.accept()
            self._desk.navigator.open(page, target)


def aid_columns(aid: PublicAid) -> list[SheetColumn]:
    """Return the authority, each year, and all three."""
    years = (SheetColumn(year.label) for year in aid.years)
    return [SheetColumn(_("Authority"), stretch=True), *years, SheetColumn(_("Three years"))]


def aid_rows(aid: PublicAid, opened: Collection[str]) -> Iterator[SheetRow]:
    """Yield each authority, the largest first, with what it gave beneath if it is unfolded."""
    for one in aid.authorities:
        yield from _authority(one, aid, opened)
    whole: tuple[Cell, ...] = (_("Total of public aid"), *aid.by_year, aid.amount)
    yield SheetRow("total", whole, RowStyle.TOTAL)


def _authority(
    one: AuthorityAid, aid: PublicAid, opened: Collection[str]
) -> Iterator[SheetRow]:
    key = f"authority:{one.funder_id or 0}"
    name = one.name or _("A funder nobody named")
    hint = _("Enter on an authority shows its grants.")
    whole: tuple[Cell, ...] = (name, *one.amounts, one.amount)
    yield SheetRow(key, whole, opens=key, hint=hint)
    if key in opened:
        for at, line in enumerate(one.lines):
            cells: list[Cell] = [_line_text(line)]
            cells += [line.amount if year.holds(line.day) else None for year in aid.years]
            cells.append(None)
            yield SheetRow(f"{key}:{at}", tuple(cells), RowStyle.DETAIL, 1, _place(line))


def _line_text(line: AidLine) -> str:
    parts = (day_text(line.day), line.title, label(line.source))
    return " · ".join(part for part in parts if part)


def _place(line: AidLine) -> tuple[str, object] | None:
    """Return the page that has what aid was read from, and what to show there."""
    if line.source is AidSource.PAYMENT:
        return "accounts", line.record_id
    words = {AidSource.GRANT: "grant_award", AidSource.ENTRY: "entry"}
    word = words.get(line.source)
    if word is not None:
        return "accounts", (word, line.record_id)
    return None if line.funder_id is None else ("partners", ("contact", line.funder_id))


def limit_parts(found: AidRead) -> list[Part]:
    """Return where we stand beside each limit, and what the law wants there."""
    parts: list[Part] = []
    for limit in _LIMITS:
        told = [one for one in found.standings if one.limit is limit]
        if told:
            parts.append(Heading(label(limit)))
            parts += [Paragraph((_said(one),)) for one in told]
    return [*parts, *(Paragraph((said,), is_muted=True) for said in aid_doubts(found.aid))]


def _said(one: AidWarning) -> Words:
    if not one.is_near:
        return Words(warning_text(one))
    tone = Tone.ATTENTION if one.is_above else Tone.INFO
    return Words(warning_text(one), Tone.GOOD if one.is_met else tone)
