"""How many lines of a file have each verdict; a click shows them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.imports import LEFT_OUT, RowVerdict
from coopdesk.ui.imports.sayings import figure_names
from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview

# Which lines are wanted: all (None), those with a verdict, or those that somebody left out.
Wanted: TypeAlias = "RowVerdict | str | None"

_NOT_KEPT = (RowVerdict.SAME, RowVerdict.REFUSED)


class LineFigures(FigureFilter):
    """All lines first, then one figure for each verdict, and what was left out if anything."""

    def __init__(self) -> None:
        super().__init__()
        self.add(None, _("Lines of the file"))
        for verdict, name in figure_names().items():
            self.add(verdict, name)
        self.add(LEFT_OUT, _("Lines kept out")).hide()
        self._counted: dict[Wanted, int] = {}
        self._only_kept = self._is_brief = False

    @property
    def wanted(self) -> Wanted:
        """Which lines are wanted."""
        key = self.current
        return key if isinstance(key, RowVerdict | str) else None

    def show_preview(self, preview: Preview, amount: str) -> None:
        """Show the counts of a file, what was left out apart."""
        out = sum(line.left_out for line in preview.lines)
        counts = [preview.count(verdict) for verdict in RowVerdict]
        self.show_counts(counts, amount, only_kept=False, left_out=out)

    def show_counts(
        self, counts: Sequence[int], amount: str, *, only_kept: bool, left_out: int = 0
    ) -> None:
        """Show how many lines have each verdict, in its order, and what is new.

        An import keeps the rows it used: of the others only those it has are shown.
        """
        for verdict, count in zip(RowVerdict, counts, strict=True):
            figure = self.figure(verdict)
            figure.set_value(number_text(count), amount if verdict is RowVerdict.NEW else "")
        self.figure(LEFT_OUT).set_value(number_text(left_out))
        self.figure(None).set_value(number_text(sum(counts) + left_out))
        if not left_out and self.current == LEFT_OUT:
            self.choose(None)
        self._counted = {**dict(zip(RowVerdict, counts, strict=True)), LEFT_OUT: left_out}
        self._only_kept = only_kept
        self._show()

    def set_brief(self, *, brief: bool) -> None:
        """Leave figures of nothing out where there is little room."""
        if brief != self._is_brief:
            self._is_brief = brief
            self._show()

    def _show(self) -> None:
        for key, count in self._counted.items():
            may_be_none = key != LEFT_OUT and not self._is_brief
            if self._only_kept and key in _NOT_KEPT:
                may_be_none = False
            is_shown = bool(count) or may_be_none or key == self.current
            self.figure(key).setVisible(is_shown)

    def choose_left_out(self, summary: ImportSummary) -> None:
        """Show what the import did not take as it came, or else everything."""
        left_out = (
            (RowVerdict.REFUSED, summary.refused),
            (RowVerdict.DOUBTFUL, summary.doubtful),
        )
        self.choose(next((verdict for verdict, count in left_out if count), None))
