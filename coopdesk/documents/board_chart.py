"""The native chart of treasury: its points stand in the file too, so that previews draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.data_source import NumData, NumVal, StrData, StrVal
from openpyxl.chart.shapes import GraphicalProperties

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook_rows import euros, number_text
from coopdesk.documents.workbook_styles import ACCENT, MONTH_FORMAT, localised
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from openpyxl.chart.series import Series
    from openpyxl.worksheet.worksheet import Worksheet

    from coopdesk.domain.money import Money

_IN, _OUT = "7FA7D6", "D9A441"
_LINE_WIDTH = 28_000
_EUROS = '#,##0 "€"'


class ChartMonth(NamedTuple):
    """A month as the chart shows it."""

    month_on: dt.date
    money_in: Money
    money_out: Money
    closing: Money


def treasury_chart(
    frame: Worksheet, titles: Sequence[str], months: Sequence[ChartMonth]
) -> BarChart:
    """Draw money in and out as columns, and what is there as a line.

    ``frame`` is the sheet whose columns C, D, E hold them, under ``titles``.
    """
    bars, line = BarChart(), LineChart()
    bars.type, bars.gapWidth = "col", 60
    last = at.FIRST_ROW + len(months) - 1
    flows = Reference(frame, min_col=3, max_col=4, min_row=at.HEAD_ROW, max_row=last)
    held = Reference(frame, min_col=5, min_row=at.HEAD_ROW, max_row=last)
    days = Reference(frame, min_col=1, min_row=at.FIRST_ROW, max_row=last)
    bars.add_data(flows, titles_from_data=True)
    line.add_data(held, titles_from_data=True)
    bars.set_categories(days)
    line.set_categories(days)
    columns = zip(*(month[1:] for month in months), strict=True)
    for series, title, amounts in zip(
        (*bars.series, *line.series), titles, columns, strict=True
    ):
        _remember(series, title, [month.month_on for month in months], amounts)
    for series, colour in zip(bars.series, (_IN, _OUT), strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
    line.series[0].graphicalProperties.line.solidFill = ACCENT
    line.series[0].graphicalProperties.line.width = _LINE_WIDTH
    line.series[0].smooth = False
    bars.title = _("Treasury month by month")
    bars.y_axis.numFmt = localised(_EUROS)
    bars.x_axis.number_format = localised("mmm yy")
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.legend.position = "b"
    bars += line
    return bars


def _remember(
    series: Series, title: str, months: Sequence[dt.date], amounts: Sequence[Money]
) -> None:
    """Put the title, the months and the amounts of a series beside where they come from."""
    said, across, up = series.tx, series.cat, series.val
    assert said is not None
    assert said.strRef is not None
    said.strRef.strCache = StrData(ptCount=1, pt=[StrVal(idx=0, v=title)])
    assert across is not None
    assert across.numRef is not None
    across.numRef.numCache = _points(
        [number_text(month) for month in months], localised(MONTH_FORMAT)
    )
    assert up is not None
    assert up.numRef is not None
    up.numRef.numCache = _points([euros(amount.cents) for amount in amounts], localised(_EUROS))


def _points(values: Sequence[str], code: str) -> NumData:
    points = [NumVal(idx=place, v=value) for place, value in enumerate(values)]
    return NumData(formatCode=code, ptCount=len(points), pt=points)
