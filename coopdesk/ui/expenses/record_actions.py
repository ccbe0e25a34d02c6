"""What can be done with the expense sheet that is open or selected."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from coopdesk.domain.attachments import AttachmentKind
from coopdesk.domain.expenses import ExpenseState
from coopdesk.ui.attachments.choosing import choose_files, remember_folder
from coopdesk.ui.feedback import Question
from coopdesk.ui.file_writing import FileJob
from coopdesk.ui.page import Role
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QFileDialog, QWidget

    from coopdesk.domain.expenses import ExpenseSheet
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.expenses.editing import ExpenseEditor
    from coopdesk.ui.expenses.panel import ExpensePanel
    from coopdesk.ui.file_writing import FileWriting
    from coopdesk.ui.record_list import RecordList
    from coopdesk.ui.widgets.list_detail import ListDetail


class ExpenseActions(QObject):
    """The actions of one sheet; ``rule`` tells them what they are about."""

    def __init__(
        self, desk: Desk, window: QWidget, editor: ExpenseEditor, writing: FileWriting
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._editor = editor
        self._writing = writing
        self._service = desk.services.expenses
        self._line_id: int | None = None
        self._reopened = 0
        self._kind = AttachmentKind.VOUCHER
        self.chooser: QFileDialog | None = None
        self.waive_action = make_step(
            self, _("Waive for the association…"), "gift", self._on_waive
        )
        # The panel has room for one word.
        self.waive_short_action = make_step(self, _("Waive…"), "gift", self._on_waive)
        self.waive_short_action.setToolTip(_("Waive for the association…"))
        self.reimburse_action = make_step(self, _("Pay back…"), "wallet", self._on_reimburse)
        self.print_action = make_step(self, _("Print…"), "printer", self._on_print)
        self.print_action.setShortcut(Role.PRINT.value)
        self.print_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.change_action = make_step(self, _("Change…"), "pencil-simple", self._on_change)
        self.attach_action = make_step(
            self, _("Attach a voucher…"), "paperclip", self._on_attach
        )
        self.attach_waiver_action = make_step(
            self, _("Attach the signed waiver…"), "pen", self._on_attach_waiver
        )
        self.contact_action = make_step(self, _("Open the contact"), "user", self._on_contact)
        self.reopen_action = make_step(
            self, _("Make it a draft again"), "arrow-counter-clockwise", self._on_reopen
        )
        self.remove_action = make_step(self, _("Remove the sheet"), "trash", self._on_remove)

    def rule(self, records: RecordList, detail: ListDetail, panel: ExpensePanel) -> None:
        """Act on what this list has chosen, and stand in its menu and in the panel."""
        self._detail, self._panel = detail, panel
        records.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        records.table.addActions(list(self.all))
        panel.add_action(self.print_action)
        panel.add_action(self.waive_short_action)
        panel.add_rare_actions([x for x in self.all if x is not self.print_action])
        panel.files_dropped.connect(self._on_dropped)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, the usual ones first."""
        return (
            self.waive_action,
            self.reimburse_action,
            self.print_action,
            self.change_action,
            self.attach_action,
            self.attach_waiver_action,
            self.contact_action,
            self.reopen_action,
            self.remove_action,
        )

    def refresh(self) -> None:
        """Offer what has a meaning for the sheet that is chosen."""
        chosen = self._detail.chosen_id is not None
        for action in (*self.all, self.waive_short_action):
            action.setEnabled(chosen)
            action.setVisible(True)
        sheet = self._panel.sheet if self._detail.shown_id is not None else None
        if sheet is None:
            return
        settles = sheet.is_draft and bool(sheet.total)
        for action in (self.waive_action, self.waive_short_action, self.reimburse_action):
            action.setEnabled(settles)
            action.setVisible(sheet.is_draft)
        for action in (self.change_action, self.remove_action):
            action.setEnabled(sheet.is_draft)
        self.reopen_action.setEnabled(not sheet.is_draft and not sheet.receipt_number)

    def attach_to_line(self, line_id: int) -> None:
        """Ask for a voucher of one line, 0 for the whole sheet."""
        self._ask_file(AttachmentKind.VOUCHER, line_id or None)

    # settling and changing

    @Slot()
    def _on_waive(self) -> None:
        self._with_chosen(partial(self._editor.settle, as_gift=True))

    @Slot()
    def _on_reimburse(self) -> None:
        self._with_chosen(partial(self._editor.settle, as_gift=False))

    @Slot()
    def _on_change(self) -> None:
        if self._detail.chosen_id is not None:
            self._editor.change(self._detail.chosen_id)

    @Slot()
    def _on_contact(self) -> None:
        self._with_chosen(self._open_contact)

    def _open_contact(self, sheet: ExpenseSheet) -> None:
        self._desk.navigator.open("contacts", sheet.content.volunteer_id)

    @Slot()
    def _on_reopen(self) -> None:
        self._with_chosen(self._ask_reopening)

    def _ask_reopening(self, sheet: ExpenseSheet) -> None:
        text = _("The gift of {amount} goes, and the sheet can be changed again.")
        if sheet.state is ExpenseState.REIMBURSED:
            text = _("The payment of {amount} goes, and the sheet can be changed again.")
        question = Question(
            _("Make this sheet a draft again?"),
            text.format(amount=money_text(sheet.total)),
            _("Make it a draft again"),
        )
        self._reopened = sheet.id
        self._desk.feedback.confirm(question, self._on_reopening)

    @Slot()
    def _on_reopening(self) -> None:
        self._desk.tasks.command(self, partial(self._service.reopen, self._reopened))

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._detail.chosen_id
        if chosen is not None:
            self._desk.tasks.command(self, partial(self._service.remove, chosen))

    @Slot()
    def _on_print(self) -> None:
        self._with_chosen(self._print)

    def _print(self, sheet: ExpenseSheet) -> None:
        service, sheet_id = self._service, sheet.id

        def write(path: Path, _progress: Progress) -> Path:
            return service.write_sheet(sheet_id, path)

        name = _("expense-sheet-{number}").format(number=sheet_id)
        job = FileJob(_("Expense sheet"), f"{name}.pdf", _("PDF file"), write)
        self._writing.ask(job)

    def _with_chosen(self, then: Callable[[ExpenseSheet], None]) -> None:
        chosen = self._detail.chosen_id
        if chosen is not None:
            get = partial(self._service.get, chosen)
            self._desk.tasks.query(self, get, then, replaces="chosen")

    # files

    @Slot()
    def _on_attach(self) -> None:
        self._ask_file(AttachmentKind.VOUCHER, None)

    @Slot()
    def _on_attach_waiver(self) -> None:
        self._ask_file(AttachmentKind.WAIVER, None)

    def _ask_file(self, kind: AttachmentKind, line_id: int | None) -> None:
        if self.chooser is not None or self._detail.chosen_id is None:
            return
        self._kind, self._line_id = kind, line_id
        kinds = _("PDF and pictures (*.pdf *.png *.jpg *.jpeg)")
        self.chooser = choose_files(self._window, self._desk.settings, kinds)
        self.chooser.filesSelected.connect(self._on_files)
        self.chooser.finished.connect(self._on_chooser_finished)

    @Slot(list)
    def _on_files(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        remember_folder(self._desk.settings, paths[0])
        self._attach(paths, self._kind, self._line_id)

    @Slot()
    def _on_chooser_finished(self) -> None:
        self.chooser = None

    @Slot(object)
    def _on_dropped(self, paths: Sequence[Path]) -> None:
        self._attach(paths, AttachmentKind.VOUCHER, None)

    def _attach(self, paths: Sequence[Path], kind: AttachmentKind, line_id: int | None) -> None:
        chosen = self._detail.chosen_id
        if chosen is None:
            return
        for path in paths:
            call = partial(self._service.attach, chosen, path, kind, line_id)
            self._desk.tasks.command(self, call)
