"""Bank and imports: look into a file, import it, take it back, decide what is doubtful."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.imports import PAYMENT_FORMATS
from coopdesk.services.outcome import Subject
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import sayings
from coopdesk.ui.imports.check_view import read_check_rows
from coopdesk.ui.imports.deciding import Deciding
from coopdesk.ui.imports.figures import LineFigures
from coopdesk.ui.imports.file_choice import FileChoice
from coopdesk.ui.imports.file_importing import FileImporting
from coopdesk.ui.imports.foot import ImportFoot
from coopdesk.ui.imports.home_tabs import HomeTabs
from coopdesk.ui.imports.import_doubles import ImportDoubles
from coopdesk.ui.imports.tools import ImportTools
from coopdesk.ui.imports.views import AT_HOME, LOOKED_AT, ImportViews, Mode
from coopdesk.ui.page import Page
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.imports import ImportSummary, Problem
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.check_view import CheckRow

_SUBJECTS = frozenset({Subject.IMPORTS, Subject.PAYMENTS, Subject.DONATIONS, Subject.CONTACTS})


class ImportPage(Page):
    """Imports files and keeps the list of what was imported."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Bank and imports"), _SUBJECTS, parent)
        self.mode = Mode.HISTORY
        self._is_covered = False
        self._summary: ImportSummary | None = None
        self._wanted_run: int | None = None
        self.choice = FileChoice(desk.settings, self)
        self.tools = ImportTools(self, self.choice.ask)
        self.import_action = self.tools.import_action
        self.figures = LineFigures()
        self.notice = Notice()
        self.search = SearchField(_("Search a name, a campaign or a file"))
        self.tabs = HomeTabs()
        self.foot = ImportFoot()
        self.file = FileImporting(desk, self, self.figures, self.foot)
        self.importing = self.file.contacts
        self.views = ImportViews(desk, self.file.lines, self.importing.view, self.import_action)
        self.history_view, self.check_view = self.views.history, self.views.check
        self.line_view, self.run_view = self.views.lines, self.views.rows
        self.doubles = ImportDoubles(desk, self, self.notice, self._shows_result)
        self.deciding = Deciding(desk, self.check_view, self.foot)
        self._build()
        self._connect()
        self._show_mode(Mode.HISTORY)

    # building

    def _build(self) -> None:
        self._key_figures.extend(self.figures.all)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.figures)
        self.add_search(self.search, self.tabs)
        self.body.addWidget(self.views, 1)
        self.body.addWidget(self.foot)
        self.search.leads_to(self.views)
        self.notice.hide()

    def _connect(self) -> None:
        self.choice.chosen.connect(self.preview)
        self.search.searched.connect(self._apply_filter)
        self.figures.chosen.connect(self._apply_filter)
        self.tabs.currentChanged.connect(self._on_tab)
        self.history_view.run_activated.connect(self.show_run)
        self.history_view.selection_changed.connect(self._show_tools)
        self.check_view.selection_changed.connect(self._show_decisions)
        for shown in self.views.lists:
            shown.clear_requested.connect(self._on_clear)
        self.tools.rows_action.triggered.connect(self._on_rows)
        for action in (self.tools.undo_action, self.foot.undo_action):
            action.triggered.connect(self.undo_import)
        self.foot.apply_action.triggered.connect(self.apply)
        self.foot.leave_action.triggered.connect(self.leave)
        self.tools.back_action.triggered.connect(self.leave)
        self.foot.gifts_action.triggered.connect(self._on_gifts)
        self.foot.check_action.triggered.connect(self.show_to_check)
        self.foot.receipts_action.triggered.connect(self._on_receipts)
        self.run_view.counted.connect(self._on_counted)
        self.file.started.connect(self.foot.follow)
        self.file.refused.connect(self._on_refused)
        self.file.applied.connect(self._on_applied)
        self.file.stopped.connect(self._on_stopped)
        self.file.shown.connect(self._on_file_shown)
        self.file.left.connect(self.leave)
        self.file.holds_entries.connect(self._on_entries)
        self.importing.view.detail.covered.connect(self._on_covered)
        self.tools.columns_action.triggered.connect(self.importing.ask_columns)
        self.foot.contacts_action.triggered.connect(self._on_contacts)

    # reading

    @override
    def reload(self) -> None:
        services = self.desk.services
        self.desk.tasks.query(
            self,
            lambda: (services.imports.history(), read_check_rows(services)),
            self._on_read,
            replaces="history",
        )
        if self.mode in LOOKED_AT:
            self.file.preview_again()

    def _on_read(self, read: tuple[list[ImportSummary], list[CheckRow]]) -> None:
        runs, rows = read
        self.history_view.show_runs(runs)
        self.check_view.show_rows(rows)
        self.tabs.show_waiting(self.check_view.count)
        if self._wanted_run is not None:
            wanted, self._wanted_run = self._wanted_run, None
            self.show_run(wanted)
        gone = self._summary is not None and self.history_view.run(self._summary.id) is None
        if gone and self.mode in {Mode.RESULT, Mode.RUN}:
            self._show_mode(Mode.HISTORY)
        self._show_tools()
        self._show_foot()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, list | tuple) and target and isinstance(target[0], Path):
            target = target[0]
        if isinstance(target, Path):
            self.preview(target)
        elif isinstance(target, int):
            self.show_to_check()
            self.check_view.select_payment(target)
        elif target == "to_check":
            self.show_to_check()
        elif isinstance(target, tuple) and target[:1] == ("run",):
            self._wanted_run = int(target[1])
            self.reload()

    # what is shown

    def _show_mode(self, mode: Mode) -> None:
        self.mode = mode
        at_home = mode in AT_HOME
        self.views.show_mode(mode)
        self.figures.setVisible(not at_home)
        self.tabs.setVisible(at_home)
        if at_home:
            self.tabs.setCurrentIndex(AT_HOME.index(mode))
            self.notice.hide()
            self.set_sentence("")
        self._show_tools()
        self._show_foot()

    @Slot()
    def _show_tools(self) -> None:
        has_columns = self.importing.has_columns
        self.tools.refresh(self.mode, self.history_view, has_columns=has_columns)

    @Slot(object)
    def _on_counted(self, counts: list[int]) -> None:
        if self._summary is not None:
            amount = money_text(self._summary.amount)
            self.figures.show_counts(counts, amount, only_kept=True)

    @Slot()
    def _show_decisions(self) -> None:
        if self.mode is Mode.CHECK:
            self.deciding.offer()

    def _show_foot(self) -> None:
        summary = self._summary
        if self.mode is Mode.CHECK and self.check_view.count:
            self.foot.show_check()
            self._show_decisions()
        elif self.mode is Mode.RESULT and summary is not None:
            self._show_result(summary)
        elif self.mode is Mode.RUN and summary is not None:
            self.foot.show_run(summary)
        elif self.mode not in LOOKED_AT:
            self.foot.hide()

    def _show_result(self, summary: ImportSummary) -> None:
        if summary.file_format in PAYMENT_FORMATS:
            self.foot.show_result(summary)
        else:
            self.foot.show_contact_result(summary)

    @Slot()
    def _apply_filter(self) -> None:
        self.views.filter(self.figures.verdict, self.search.text().strip())

    @Slot()
    def _on_clear(self) -> None:
        self.search.clear()
        self.figures.choose(None)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        if self.mode in AT_HOME and self.mode is not AT_HOME[tab]:
            self._show_mode(AT_HOME[tab])

    # a file

    @Slot(object)
    def preview(self, path: Path) -> None:
        """Look into a file and show what an import would do."""
        self.choice.remember(path)
        self.file.preview(path)

    @Slot(object, str)
    def _on_file_shown(self, mode: Mode, what: str) -> None:
        is_new = self.mode is not mode
        self._summary = None
        self.set_sentence(what)
        self._show_warnings(self.file.warnings)
        if is_new:
            self._show_mode(mode)
            self._on_clear()
        self.file.show_foot()
        if self._is_covered:
            self.foot.hide()
        if is_new:
            self.foot.focus_last()

    def _show_warnings(self, warnings: tuple[Problem, ...]) -> None:
        self.notice.setVisible(bool(warnings))
        if warnings:
            self.notice.say(Tone.ATTENTION, sayings.warnings_text(warnings))
            self.notice.offer()

    @Slot(str, str)
    def _on_refused(self, name: str, sentence: str) -> None:
        self.file.forget()
        self._show_mode(Mode.HISTORY)
        title = _("{name} was not imported").format(name=name)
        self.notice.say(Tone.BAD, title, sentence)
        self.notice.offer()
        self.notice.show()

    @Slot()
    def apply(self) -> None:
        """Import the file whose preview is shown."""
        self.foot.apply_action.setEnabled(False)
        self.file.apply()

    @Slot(object)
    def _on_applied(self, summary: ImportSummary | None) -> None:
        if summary is None:
            self.reload()
            return
        self._summary = summary
        self._show_mode(Mode.RESULT)
        self.importing.view.freeze()
        self.notice.hide()
        self.figures.choose_left_out(summary)
        self.foot.focus_last()
        self.doubles.look(summary.id)

    def _shows_result(self, run_id: int) -> bool:
        summary = self._summary
        return self.mode is Mode.RESULT and summary is not None and summary.id == run_id

    @Slot()
    def _on_stopped(self) -> None:
        if self.mode in LOOKED_AT:
            self.foot.show_stopped()

    @Slot()
    def leave(self) -> None:
        """Go back to the list of imports."""
        self.file.forget()
        self._summary = None
        self.search.clear()
        self._show_mode(Mode.HISTORY)
        self.history_view.setFocus()

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Leave the room to a line that stands in place of the list."""
        self._is_covered = covered
        for part in (self.search, self.figures, self.foot):
            part.setVisible(not covered)

    # imports made

    @Slot(object)
    def show_run(self, run_id: int) -> None:
        """Show the rows that an import kept."""
        run = self.history_view.run(run_id)
        if run is None:
            return
        self._summary = run
        self._on_clear()
        self.set_sentence(f"{run.file_name} · {label(run.file_format)}")
        self.run_view.show_run(run_id)
        self._show_mode(Mode.RUN)

    @Slot()
    def _on_rows(self) -> None:
        run = self.history_view.selected
        if run is not None:
            self.show_run(run.id)

    @Slot()
    def undo_import(self) -> None:
        """Take the chosen import back, whole."""
        run = self.history_view.selected if self.mode is Mode.HISTORY else self._summary
        if run is not None:
            undo = self.desk.services.imports.undo
            self.desk.tasks.command(self, partial(undo, run.id))

    # decisions

    @Slot()
    def show_to_check(self) -> None:
        """Show the payments that wait for a decision."""
        self.file.forget()
        self._show_mode(Mode.CHECK)
        self.check_view.setFocus()

    # other pages

    @Slot(object)
    def _on_entries(self, path: Path) -> None:
        """Lead a file of entries to the books, which show what it would bring."""
        self.leave()
        self.desk.navigator.open("accounts", ("import", path))

    @Slot()
    def _on_contacts(self) -> None:
        self.desk.navigator.open("contacts")

    @Slot()
    def _on_gifts(self) -> None:
        self.desk.navigator.open("donations")

    @Slot()
    def _on_receipts(self) -> None:
        self.desk.navigator.open("receipts")
