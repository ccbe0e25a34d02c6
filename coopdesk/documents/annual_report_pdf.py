"""Print the report of a year: cover, contents, foreword, a chapter for each block, outlook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_chapters import chapters, title_of, usual_title
from coopdesk.documents.annual_report_charts import Place, draw_chart
from coopdesk.documents.annual_report_front import draw_cover, fill_contents
from coopdesk.documents.annual_report_model import words
from coopdesk.documents.annual_report_pages import (
    LEFT,
    RIGHT,
    ROOM,
    SMALL,
    TEXT,
    TOP,
    ReportPages,
)
from coopdesk.documents.annual_report_tables import draw_table, table_height, table_start
from coopdesk.documents.paper import PaperTitle

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.documents.annual_report_model import Chapter, Chart, Part
    from coopdesk.domain.annual_report_content import AnnualReportContent

_BESIDE, _BETWEEN = 0.57, 16.0
_CHART_HEIGHT = 185.0


def draw_annual_report(content: AnnualReportContent) -> bytes:
    """Return the report as a PDF with bookmarks; what people typed is only ever shown.

    Raises:
        RuleError: ``image.unreadable``.
    """
    texts = words("report")
    title = PaperTitle(title_of(content), content.house.name, content.made_on)
    pages = ReportPages(content.house, title)
    draw_cover(pages, content)
    pages.turn()
    contents = len(pages.sheets)
    _told(pages, texts["foreword"], content.report.foreword)
    for _code, chapter in chapters(content):
        _block(pages, chapter)
    _told(pages, texts["outlook"], content.report.outlook)
    fill_contents(pages, content, contents)
    return pages.finished(f"{content.house.name} — {usual_title(content)}")


def _told(pages: ReportPages, title: str, text: str) -> None:
    """Write what somebody typed as a chapter; none where there is nothing."""
    if text:

        def write(onto: ReportPages) -> None:
            for paragraph in text.split("\n\n"):
                onto.paragraph(paragraph, TEXT)
                onto.space(5)

        _chapter(pages, title, write)


def _block(pages: ReportPages, chapter: Chapter) -> None:
    """Write a block; one without figures says in a sentence that there is nothing."""

    def write(onto: ReportPages) -> None:
        onto.tiles(chapter.tiles)
        for said in chapter.says:
            onto.paragraph(said, SMALL if chapter.parts else TEXT)
        for part in chapter.parts:
            if part.is_printed and part.table.rows:
                _part(onto, part)

    _chapter(pages, chapter.title, write)


def _chapter(pages: ReportPages, title: str, write: Callable[[ReportPages], None]) -> None:
    """Write a chapter, below the one before where all of it has room there."""
    trial = ReportPages(pages.house, pages.title)
    trial.chapter(title)
    write(trial)
    pages.chapter(title, TOP - trial.y if len(trial.sheets) == 1 else None)
    write(pages)


def _part(pages: ReportPages, part: Part) -> None:
    if part.chart is None:
        pages.heading(part.table.heading, table_start(part.table))
        draw_table(pages, part.table)
    else:
        _beside(pages, part, part.chart)


def _beside(pages: ReportPages, part: Part, chart: Chart) -> None:
    """Draw a chart at the left, and its table at the right."""
    height = max(_CHART_HEIGHT, table_height(part.table))
    pages.heading(part.table.heading, height)
    pages.space(2)
    top, middle = pages.y, LEFT + ROOM * _BESIDE
    place = Place(LEFT, middle, top - _CHART_HEIGHT + 6, _CHART_HEIGHT)
    draw_chart(pages.sheet, place, chart)
    draw_table(pages, part.table, middle + _BETWEEN, RIGHT)
    pages.y = min(pages.y, place.bottom - 10)
