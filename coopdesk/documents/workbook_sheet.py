"""What a sheet of a workbook has as a whole: columns, bands, titles in sight, its print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from coopdesk.documents import workbook_styles as at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from coopdesk.documents.workbook import Column

_AIRY = 17.5


class SheetLook:
    """A sheet without its rows; ``columns`` are as wide as they say."""

    def __init__(self, sheet: Worksheet, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.name = sheet.title
        self.codes: list[str] = []
        self._sheet = sheet
        self._letters = [get_column_letter(at_) for at_ in range(1, max(len(columns), 26) + 1)]
        sheet.sheet_view.showGridLines = False
        for letter, column in zip(self._letters, columns, strict=False):
            sheet.column_dimensions[letter].width = column.width

    @property
    def frame(self) -> Worksheet:
        """The sheet as charts refer to it."""
        return self._sheet

    def finish_list(self, head: int, last: int) -> None:
        """Freeze, filter, band and repeat: ``head`` is the row of titles, ``last`` of data."""
        end = self._letters[len(self.columns) - 1]
        self._sheet.auto_filter.ref = f"A{head}:{end}{last}"
        self.repeat(head)
        self.band(f"A{head + 1}:{end}{last}")

    def repeat(self, head: int) -> None:
        """Print the rows down to the titles on every page, and the columns of the sheet."""
        self._sheet.print_title_rows = f"{head}:{head}"

    def band(self, cells: str) -> None:
        """Shade every second row."""
        band = Rule(
            type="expression", formula=["MOD(ROW(),2)=0"], dxf=DifferentialStyle(fill=at.BAND)
        )
        self._sheet.conditional_formatting.add(cells, band)

    def judge(self, cells: str, condition: str) -> None:
        """Show cells green where a condition on the first of them holds, else red."""
        for wanted, ink, ground in (
            (condition, at.GOOD_INK, at.GOOD_GROUND),
            (f"NOT({condition})", at.BAD_INK, at.BAD_GROUND),
        ):
            style = DifferentialStyle(
                font=Font(color=ink, bold=True), fill=PatternFill("solid", bgColor=ground)
            )
            self._sheet.conditional_formatting.add(
                cells, Rule(type="expression", formula=[wanted], dxf=style)
            )

    def print_area(self, last: int, end: str = "") -> None:
        """Print the columns of the sheet, or those up to ``end``, down to a row."""
        end = end or self._letters[len(self.columns) - 1]
        self._sheet.print_area = f"A1:{end}{last}"

    def break_before(self, row: int) -> None:
        """Begin a new page with a row."""
        self._sheet.row_breaks.append(Break(id=row - 1))

    def freeze(self, head: int) -> None:
        """Keep the rows down to ``head`` in sight; to be said before the first row."""
        self._sheet.freeze_panes = f"A{head + 1}"

    def airy(self) -> None:
        """Give the rows of a sheet that is read, not searched, some air."""
        self._sheet.sheet_format.defaultRowHeight = _AIRY
        self._sheet.sheet_format.customHeight = True

    def keep_codes(self, cells: str) -> None:
        """Let nobody be warned that figures in some cells are text: they are codes."""
        self.codes.append(cells)

    def fold_columns(self, shown: int) -> None:
        """Fold the columns after so many of them; their plus sign stands at the right."""
        for letter in self._letters[shown : len(self.columns)]:
            self._sheet.column_dimensions[letter].outlineLevel = 1
            self._sheet.column_dimensions[letter].hidden = True
        self._sheet.sheet_format.outlineLevelCol = 1

    def hide_columns(self, letters: str) -> None:
        """Leave columns out that have nothing to say here; formulas may still name them."""
        for letter in letters:
            self._sheet.column_dimensions[letter].hidden = True

    def on_one_page(self) -> None:
        """Print the whole sheet on one page."""
        self._sheet.page_setup.fitToHeight = 1

    def fold_above(self) -> None:
        """Let the plus sign of an outline stand above what it folds."""
        self._sheet.sheet_format.outlineLevelRow = 1
        outline = self._sheet.sheet_properties.outlinePr
        assert outline is not None
        outline.summaryBelow = False
