"""Bank and imports: look into a file, import it, take it back, decide what is doubtful."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.imports import PAYMENT_FORMATS, RowVerdict
from coopdesk.services.outcome import Subject
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import sayings
from coopdesk.ui.imports.check_view import read_check_rows
from coopdesk.ui.imports.contact_importing import ContactImporting
from coopdesk.ui.imports.deciding import Deciding
from coopdesk.ui.imports.figures import LineFigures
from coopdesk.ui.imports.file_choice import FileChoice
from coopdesk.ui.imports.flow import ImportFlow
from coopdesk.ui.imports.foot import ImportFoot
from coopdesk.ui.imports.home_tabs import HomeTabs
from coopdesk.ui.imports.import_doubles import ImportDoubles
from coopdesk.ui.imports.views import AT_HOME, LOOKED_AT, ImportViews, Mode
from coopdesk.ui.page import Page, Role
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_imports import Recognised
    from coopdesk.domain.imports import ImportSummary, Preview, Problem
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.check_view import CheckRow

_SUBJECTS = frozenset({Subject.IMPORTS, Subject.PAYMENTS, Subject.DONATIONS, Subject.CONTACTS})


class ImportPage(Page):
    """Imports files and keeps the list of what was imported."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Bank and imports"), _SUBJECTS, parent)
        self.mode = Mode.HISTORY
        self._summary: ImportSummary | None = None
        self._wanted_run: int | None = None
        self.flow = ImportFlow(desk, self)
        self.choice = FileChoice(desk.settings, self)
        self._make_actions()
        self.figures = LineFigures()
        self.notice = Notice()
        self.search = SearchField(_("Search a name, a campaign or a file"))
        self.tabs = HomeTabs()
        self.foot = ImportFoot()
        self.importing = ContactImporting(desk, self, self.figures, self.foot)
        self.views = ImportViews(desk, self.importing.view, self.import_action)
        self.history_view, self.check_view = self.views.history, self.views.check
        self.line_view, self.run_view = self.views.lines, self.views.rows
        self.doubles = ImportDoubles(desk, self, self.notice, self._shows_result)
        self.deciding = Deciding(desk, self.check_view, self.foot)
        self._build()
        self._connect()
        self._show_mode(Mode.HISTORY)

    # building

    def _make_actions(self) -> None:
        make = self.make_action
        self.import_action = make(
            _("Import a file…"), "download-simple", self.choice.ask, Role.NEW
        )
        self.set_primary(self.import_action)
        self.rows_action = make_step(self, _("See its lines"), "list-bullets")
        self.undo_action = make_step(self, _("Undo this import"), "arrow-u-up-left")
        self.back_action = make_step(self, _("Back to the imports"), "arrow-left")
        self.columns_action = make_step(self, _("Columns…"), "columns")
        tools = (self.back_action, self.columns_action, self.rows_action, self.undo_action)
        for action in tools:
            self.add_tool(action)

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
        self.rows_action.triggered.connect(self._on_rows)
        for action in (self.undo_action, self.foot.undo_action):
            action.triggered.connect(self.undo_import)
        self.foot.apply_action.triggered.connect(self.apply)
        self.foot.leave_action.triggered.connect(self.leave)
        self.back_action.triggered.connect(self.leave)
        self.foot.gifts_action.triggered.connect(self._on_gifts)
        self.foot.check_action.triggered.connect(self.show_to_check)
        self.foot.receipts_action.triggered.connect(self._on_receipts)
        self.run_view.counted.connect(self._on_counted)
        self.flow.previewed.connect(self._on_previewed)
        for flow in (self.flow, self.importing.flow):
            flow.started.connect(self.foot.follow)
            flow.refused.connect(self._on_refused)
            flow.applied.connect(self._on_applied)
            flow.stopped.connect(self._on_stopped)
        self.flow.holds_contacts.connect(self._on_holds_contacts)
        self.importing.shown.connect(self._on_contacts_shown)
        self.importing.left.connect(self.leave)
        self.importing.view.detail.covered.connect(self._on_covered)
        self.columns_action.triggered.connect(self.importing.ask_columns)
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
        if self.mode is Mode.PREVIEW:
            self.flow.preview_again()
        elif self.mode is Mode.CONTACTS:
            self.importing.flow.preview_again()

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
        # A preview waits for its own answer; after a result the next file often follows.
        self.import_action.setVisible(mode not in LOOKED_AT)
        if at_home:
            self.tabs.setCurrentIndex(AT_HOME.index(mode))
            self.notice.hide()
            self.set_sentence("")
        self._show_tools()
        self._show_foot()

    @Slot()
    def _show_tools(self) -> None:
        for action in (self.rows_action, self.undo_action):
            action.setVisible(self.mode is Mode.HISTORY and self.history_view.has_runs)
            action.setEnabled(self.history_view.selected is not None)
        self.back_action.setVisible(self.mode in {Mode.RESULT, Mode.RUN})
        can_ask = self.mode is Mode.CONTACTS and self.importing.has_columns
        self.columns_action.setVisible(can_ask)

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
        preview, summary = self.flow.file_preview, self._summary
        if self.mode is Mode.CHECK and self.check_view.count:
            self.foot.show_check()
            self._show_decisions()
        elif self.mode is Mode.PREVIEW and preview is not None:
            self.foot.show_preview(preview)
        elif self.mode is Mode.RESULT and summary is not None:
            self._show_result(summary)
        elif self.mode is Mode.RUN and summary is not None:
            self.foot.show_run(summary)
        elif self.mode is not Mode.CONTACTS:
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
        self.flow.preview(path)

    @Slot(object)
    def _on_previewed(self, preview: Preview) -> None:
        is_new = self.mode is not Mode.PREVIEW
        self._summary = None
        counts = [preview.count(verdict) for verdict in RowVerdict]
        self.figures.show_counts(counts, money_text(preview.new_amount), only_kept=False)
        if is_new:
            self._on_clear()
        self.set_sentence(sayings.file_text(preview))
        self.line_view.show_preview(preview)
        self._show_warnings(preview.warnings)
        self._show_mode(Mode.PREVIEW)
        if is_new:
            self.foot.focus_last()

    def _show_warnings(self, warnings: tuple[Problem, ...]) -> None:
        self.notice.setVisible(bool(warnings))
        if warnings:
            self.notice.say(Tone.ATTENTION, sayings.warnings_text(warnings))
            self.notice.offer()

    @Slot(str, str)
    def _on_refused(self, name: str, sentence: str) -> None:
        self.flow.forget()
        self._show_mode(Mode.HISTORY)
        title = _("{name} was not imported").format(name=name)
        self.notice.say(Tone.BAD, title, sentence)
        self.notice.offer()
        self.notice.show()

    @Slot()
    def apply(self) -> None:
        """Import the file whose preview is shown."""
        self.foot.apply_action.setEnabled(False)
        flow = self.importing.flow if self.mode is Mode.CONTACTS else self.flow
        flow.apply()

    @Slot(object)
    def _on_holds_contacts(self, recognised: Recognised) -> None:
        path = self.flow.path
        if path is not None:
            self.flow.forget()
            self.importing.begin(path, recognised)

    @Slot(str)
    def _on_contacts_shown(self, what: str) -> None:
        is_new = self.mode is not Mode.CONTACTS
        self._summary = None
        self.set_sentence(what)
        preview = self.importing.flow.file_preview
        self._show_warnings(preview.warnings if preview is not None else ())
        if is_new:
            self._on_clear()
            self._show_mode(Mode.CONTACTS)
            self.foot.focus_last()

    @Slot(object)
    def _on_applied(self, summary: ImportSummary | None) -> None:
        if summary is None:
            self.reload()
            return
        self._summary = summary
        self._show_mode(Mode.RESULT)
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
        self.flow.forget()
        self.importing.flow.forget()
        self._summary = None
        self.search.clear()
        self._show_mode(Mode.HISTORY)
        self.history_view.setFocus()

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Leave the room to a line that stands in place of the list."""
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
        self.flow.forget()
        self._show_mode(Mode.CHECK)
        self.check_view.setFocus()

    # other pages

    @Slot()
    def _on_contacts(self) -> None:
        self.desk.navigator.open("contacts")

    @Slot()
    def _on_gifts(self) -> None:
        self.desk.navigator.open("donations")

    @Slot()
    def _on_receipts(self) -> None:
        self.desk.navigator.open("receipts")
