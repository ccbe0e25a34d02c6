"""What every form of an entry asks for: its day, its words, its voucher, a model of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.entry_rules import LABEL_LIMIT, REFERENCE_LIMIT
from coopdesk.domain.entry_templates import NAME_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.ui.attachments.dropped import dropped_paths
from coopdesk.ui.entries.voucher_field import VoucherField
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.formats import day_long
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.domain.entry_templates import EntryTemplate
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.entries.order import EntryStart

NO_MODEL = 0


class EntryFormDialog(FormDialog):
    """Files may be dropped anywhere on it; a day of a closed year says where it goes."""

    account_wanted = Signal(str)  # the number of one that does not exist

    def __init__(self, desk: Desk, parent: QWidget, start: EntryStart, title: str) -> None:
        is_new = start.entry is None
        super().__init__(
            title if is_new else _("Change the draft"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        self.setAcceptDrops(True)
        self._desk = desk
        self._setting = start.setting
        self.entry_on, self.voucher_on = DayEdit(desk.today), DayEdit(desk.today)
        self.label, self.voucher_ref = QLineEdit(), QLineEdit()
        self.label.setMaxLength(LABEL_LIMIT)
        self.voucher_ref.setMaxLength(REFERENCE_LIMIT)
        self.files = VoucherField(desk.settings)
        self.keep = QCheckBox()

    def _add_files(self) -> None:
        hint = _("An invoice, a ticket, a photo: drop it anywhere on this form.")
        self.form.add("file", _("Voucher"), self.files, hint)

    def _add_voucher_on(self) -> None:
        hint = _("Only if it is not the date above.")
        self.form.add("voucher_on", _("Date of the voucher"), self.voucher_on, hint)

    def _watch(self) -> None:
        """Connect what is of this class, once the form has its fields."""
        self.entry_on.day_changed.connect(self._on_day)
        self.files.chosen.connect(self._on_files_chosen)
        for name, edit in (("entry_on", self.entry_on), ("voucher_on", self.voucher_on)):
            self.form.check_on_leave(name, partial(edit.day, name))

    # the day

    def late_text(self) -> str:
        """Return where an operation of a closed year goes. To be overridden."""
        raise NotImplementedError

    @Slot()
    def _on_day(self) -> None:
        """Say where an operation of a closed year goes (PCG art. 1031-4)."""
        day = self._day()
        late = None if day is None else self._setting.opening_after(day)
        said = ""
        if day is not None and late is not None:
            said = self.late_text().format(first=day_long(late.starts_on), day=day_long(day))
        self.form.fields["entry_on"].set_hint(said)

    def _day(self) -> dt.date | None:
        try:
            return self.entry_on.day()
        except RuleError:
            return None

    def _required_day(self) -> dt.date:
        day = self.entry_on.day("entry_on")
        if day is None:
            raise RuleError("payment.date_missing", field="entry_on")
        return day

    # models

    def _model_of(self, template_id: int) -> EntryTemplate | None:
        known = self._setting.templates
        return next((model for model in known if model.id == template_id), None)

    @property
    def _model_name(self) -> str:
        """The name of the model to be kept, empty for none."""
        return self._said[:NAME_LIMIT] if self.keep.isChecked() else ""

    @property
    def _said(self) -> str:
        """What it is for: as typed, else as proposed."""
        return self.label.text().strip() or self.label.placeholderText()

    # vouchers

    @Slot()
    def _on_files_chosen(self) -> None:
        """Let Enter save what is complete now: the voucher is the last that is asked for."""
        self.submit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def start_again(self) -> None:
        self.voucher_ref.clear()
        self.voucher_on.set_day(None)
        self.files.clear()
        self.keep.setChecked(False)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files.add(paths)
            self.files.setFocus(Qt.FocusReason.OtherFocusReason)
