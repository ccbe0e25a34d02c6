"""Takes a budget from a sheet: the file, what it would bring, then all of it or nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from coopdesk.domain.budgets import BudgetLine, NewBudgetVersion
from coopdesk.services.outcome import Outcome
from coopdesk.system.paths import documents_folder
from coopdesk.ui.columns import Tone
from coopdesk.ui.reports.budget_rows import line_sheet
from coopdesk.ui.reports.budget_years import recorded_year
from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.budget_imports import BudgetPreview
    from coopdesk.domain.budgets import BudgetVersion
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.imports import Problem
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_FOLDER = "budgets"
_PATTERNS = "*.xlsx *.ods *.csv *.tsv *.txt"
_SHOWN_PROBLEMS = 6
_WIDTH, _HEIGHT = 760, 200


class _Looked(NamedTuple):
    """A sheet as it would be imported."""

    year_id: int
    path: Path
    preview: BudgetPreview


class BudgetImportDialog(FormDialog):
    """A name for the budget over the lines that the sheet brings, and what is wrong."""

    def __init__(self, looked: _Looked, parent: QWidget) -> None:
        super().__init__(_("Budget from a sheet"), _("Import the budget"), parent)
        self._year_id = looked.year_id
        preview = looked.preview
        self.name = self.form.add("name", _("Name"), QLineEdit(), required=True)
        self.name.setMaxLength(100)
        self.name.setText(looked.path.stem[:100])
        self.notice = Notice()
        self.notice.say(*_said(preview))
        self.form.add_widget(self.notice)
        self.sheet = FigureSheet(_("Lines of the sheet"))
        self.sheet.setMinimumHeight(_HEIGHT)
        self.setMinimumWidth(_WIDTH)
        self.sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        shown = line_sheet(_as_lines(preview))
        self.sheet.show_rows(shown.columns, shown.rows)
        self.form.add_widget(self.sheet)
        self.problems = plain_label(problems_text(preview.problems), "muted", wrap=True)
        self.problems.setVisible(bool(preview.problems))
        self.form.add_widget(self.problems)
        self.submit_button.setEnabled(bool(preview.lines) and not preview.errors)
        self.form.is_dirty = False
        self.name.setFocus()
        self.name.selectAll()

    @override
    def read(self) -> NewBudgetVersion:
        return NewBudgetVersion(self._year_id, self.name.text())


class BudgetImport(QObject):
    """One file at a time; the folder of the last one is proposed for the next."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._year: FiscalYear | None = None
        self.asker = Asker(desk, window)
        self.chooser: QFileDialog | None = None

    def ask(self, year: FiscalYear) -> None:
        """Ask for the sheet of a fiscal year."""
        if self.chooser is not None:
            return
        self._year = year
        known = self._desk.settings.current.folders.get(_FOLDER, "")
        folder = Path(known) if known and Path(known).is_dir() else documents_folder()
        title = _("Budget from a sheet")
        chooser = QFileDialog(self._window.window(), title, str(folder))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("Sheets (XLSX, ODS, CSV)") + f" ({_PATTERNS})"])
        chooser.fileSelected.connect(self._on_selected)
        chooser.finished.connect(self._on_finished)
        chooser.open()
        self.chooser = chooser

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        self.look(Path(name))

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None

    def look(self, path: Path) -> None:
        """Show what a sheet would bring."""
        year = self._year
        if year is None:
            return
        folders = {**self._desk.settings.current.folders, _FOLDER: str(path.parent)}
        self._desk.settings.change(folders=folders)
        call = partial(_look, self._desk.services, year, path)
        self._desk.tasks.command(self._window, call, self._on_looked)

    def look_for(self, year: FiscalYear, path: Path) -> None:
        """Show what a sheet would bring to a fiscal year."""
        self._year = year
        self.look(path)

    def _on_looked(self, looked: _Looked) -> None:
        service = self._desk.services.budget_imports

        def apply(new: NewBudgetVersion) -> Outcome[BudgetVersion]:
            return service.apply(new, looked.path)

        self.asker.ask(lambda: BudgetImportDialog(looked, self._window.window()), apply)


def _look(services: Services, year: FiscalYear, path: Path) -> Outcome[_Looked]:
    """Read a sheet; runs on the worker."""
    recorded = recorded_year(services, year)
    preview = services.budget_imports.preview(recorded.value, path)
    return Outcome(_Looked(recorded.value, path, preview), recorded.changes)


def _as_lines(preview: BudgetPreview) -> list[BudgetLine]:
    return [
        BudgetLine(number, 0, one.content, one.account_label, one.activity_name)
        for number, one in enumerate(preview.lines)
    ]


def _said(preview: BudgetPreview) -> tuple[Tone, str, str]:
    """Say what the sheet comes to, and what keeps it from being imported."""
    count = len(preview.lines)
    text = ngettext("{count} line", "{count} lines", count).format(count=count)
    sums = _("Expenses {expenses} · Income {income} · Result {result}").format(
        expenses=money_text(preview.expenses),
        income=money_text(preview.income),
        result=money_text(preview.income - preview.expenses),
    )
    wrong = len(preview.errors)
    if wrong:
        said = ngettext(
            "{count} line cannot be read: correct it in the sheet, then import it again.",
            "{count} lines cannot be read: correct them in the sheet, then import it again.",
            wrong,
        )
        return Tone.BAD, said.format(count=wrong), f"{text} · {sums}"
    if not count:
        return Tone.BAD, _("The sheet plans nothing."), ""
    return Tone.GOOD, f"{text} · {sums}", _("Nothing is imported until you say so.")


def problems_text(problems: Sequence[Problem]) -> str:
    """Return what is wrong in a sheet, line by line; the first ones stand for many."""
    from coopdesk.wording.errors import code_text

    told = [
        _("Line {line}: {text}").format(
            line=one.line, text=code_text(one.code, dict(one.values))
        )
        for one in problems[:_SHOWN_PROBLEMS]
    ]
    if len(problems) > _SHOWN_PROBLEMS:
        told.append("…")
    return "\n".join(told)
