"""Files on their way in: what is decided of them, their import, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.imports.asking import answered
from coopdesk.ui.imports.files_frame import Mode
from coopdesk.ui.imports.files_shown import FilesShown
from coopdesk.ui.imports.import_doubles import ImportDoubles
from coopdesk.ui.imports.incoming import Stage
from coopdesk.ui.imports.next_steps import NextSteps
from coopdesk.ui.imports.undoing import Undoing

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Ask
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.incoming import IncomingFile


class FilesView(FilesShown):
    """Carries out what a person decides; ``lead_wanted`` tells what the page shall show."""

    lead_wanted = Signal(object)

    def __init__(self, desk: Desk, add_action: QAction, window: QWidget) -> None:
        super().__init__(desk, add_action, window)
        self._is_applying = False
        self.undoing = Undoing(desk, self.notice, self)
        self.doubles = ImportDoubles(desk, self, self.notice, self._shows_result)
        self.next_steps = NextSteps(desk, self)
        self.next_steps.wanted.connect(self.lead_wanted)
        self._connect_decisions()
        self._connect_steps()

    def _connect_decisions(self) -> None:
        queue = self.queue
        queue.was_applied.connect(self._on_applied)
        queue.stopped.connect(self._on_stopped)
        queue.ended.connect(self._on_job_ended)
        self.lines.decided.connect(self._on_decided)
        self.asks.answered.connect(self._on_answered)
        self.statements.other_wanted.connect(self.asks.ask_account)

    def _connect_steps(self) -> None:
        foot = self.foot
        foot.apply_action.triggered.connect(self.apply)
        foot.undo_action.triggered.connect(self.undo)
        foot.answer_action.triggered.connect(self._on_answer)
        for action in (foot.leave_action, self.back_action):
            action.triggered.connect(self.leave)
        for action in (foot.files_action, self.files_action):
            action.triggered.connect(self.show_queue)
        self.columns_action.triggered.connect(self.contacts.ask_columns)
        self.remove_action.triggered.connect(self._on_remove)

    def reload(self) -> None:
        """Look into the files again: something changed meanwhile."""
        if not self.is_open:
            return
        if any(file.summary is not None for file in self.queue.files):
            read = self._desk.services.imports.history
            self._desk.tasks.query(self, read, self._on_history, replaces="history")
        if self.mode is Mode.CONTACTS and not self.queue.is_applying:
            self.contacts.flow.preview_again()
        elif self.mode is not Mode.RESULT:
            self.queue.look_again()

    def _on_history(self, runs: list[ImportSummary]) -> None:
        """Leave imports that are in force no more: somebody took them back."""
        in_force = {run.id for run in runs}
        for file in self.queue.files:
            if file.summary is not None and file.summary.id not in in_force:
                self._forget_run(file)

    # what is decided

    @Slot(object, object)
    def _on_decided(self, lines: tuple[int, ...], fields: dict[str, Any]) -> None:
        file = self.current
        if file is None or file.summary is not None:
            return
        if "cells" in fields:
            (line,) = lines
            fields = {**fields, "cells": file.correct(line, fields["cells"])}
        rows = dict(file.decisions.rows)
        for line in lines:
            rows[line] = replace(file.decisions.of(line), **fields)
        file.decisions = replace(file.decisions, rows=rows)
        self.queue.look([file])

    @Slot()
    def _on_answer(self) -> None:
        """Open the first file that asks something, which asks it."""
        asking = (file for file in self.queue.files if file.stage is Stage.ASKING)
        file = next(asking, None)
        if file is not None:
            self.show_file(file)

    @Slot(object, object)
    def _on_answered(self, ask: Ask, answer: Any) -> None:
        """Take an answer for all files that ask the same: thirty statements of one account."""
        for file in self.queue.files:
            if file.summary is None and file.asks(ask):
                file.decisions = answered(file.decisions, ask, answer)
        # A new account may be that of other files, or make them ask.
        self.queue.look_open()

    @Slot()
    def _on_remove(self) -> None:
        file = self.list.selected
        if file is not None:
            self.queue.remove(file)
            if self.queue.files:
                self.show_queue()
            else:
                self.leave()

    # what is written

    @Slot()
    def apply(self) -> None:
        """Import the file that is open, or all files that are ready."""
        ready = self.queue.ready
        if self.current is not None:
            self.contacts.flow.keep_in(self.current)
            ready = [self.current] if self.current in ready else []
        if ready and not self._is_applying:
            self._is_applying = True
            self.foot.show_applying()
            self.lines.freeze()
            self.queue.apply(ready)

    @Slot(object)
    def _on_applied(self, files: list[IncomingFile]) -> None:
        self.list.show_files(self.queue.files)
        file = self.current
        self._is_applying = False
        self._has_imported |= any(one.summary is not None for one in files)
        # What came in may be what another file tells too.
        self._is_stale = self.among_others
        if file is None or file not in files:
            self.show_queue()
            self.foot.focus_last()
            return
        if file.summary is None:
            self._offer_again()
            self.queue.look([file])
            return
        self.set_mode(Mode.RESULT)
        self.lines.freeze()
        self.contacts.view.freeze()
        self.show_checks(file)
        self.notice.hide()
        self.figures.choose_left_out(file.summary)
        self.foot.show_result(file, among_others=self.among_others)
        self.foot.focus_last()
        self.doubles.look(file.summary.id)

    def _shows_result(self, run_id: int) -> bool:
        summary = self.current.summary if self.current is not None else None
        return self.mode is Mode.RESULT and summary is not None and summary.id == run_id

    @Slot()
    def _on_stopped(self) -> None:
        if self.is_open:
            self._offer_again()
            self.foot.say_stopped()

    def _offer_again(self) -> None:
        self._is_applying = False
        if self.current is None:
            self.foot.show_queue(self.queue.files)
        else:
            self.foot.show_file(self.current, among_others=self.among_others)
        self.foot.focus_last()

    @Slot()
    def _on_job_ended(self) -> None:
        """Let the person decide again after an import that wrote nothing."""
        file = self.current
        if self.queue.is_busy or (file is not None and file.summary is not None):
            return
        if self._is_applying and self.is_open:
            # The program met a fault, and told it.
            self._offer_again()
        self.lines.thaw()
        is_ready = bool(self.queue.ready) if file is None else file.stage is Stage.READY
        self.foot.apply_action.setEnabled(is_ready)

    @Slot()
    def undo(self) -> None:
        """Take the import whose result is shown back, whole."""
        summary = self.current.summary if self.current is not None else None
        if summary is not None:
            self.undoing.undo(summary.id)

    def _forget_run(self, file: IncomingFile) -> None:
        file.summary = None
        if file is self.current and not self.among_others:
            self.leave()
        else:
            self.show_queue()
            self.queue.look_again()
