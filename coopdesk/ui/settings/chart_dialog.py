"""Asks for an account of our own below another one, or for other words of an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.chart_rules import LABEL_LIMIT, NUMBER_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.chart import Account

_NOTE_HEIGHT = 72


@dataclass(frozen=True, slots=True)
class TypedAccount:
    """An account as typed."""

    number: str
    label: str
    note: str


class SubAccountDialog(FormDialog):
    """A number is proposed; whoever has nothing selected begins with an empty one."""

    def __init__(self, parent: QWidget, above: Account | None, proposed: str) -> None:
        super().__init__(
            _("New account"),
            _("Create the account"),
            parent,
            repeat_verb="" if above else _("Save and new"),
        )
        if above is not None:
            self.form.add_heading(f"{above.number} {above.label}").setWordWrap(True)
        self.number = self.form.add(
            "number",
            _("Number"),
            QLineEdit(proposed),
            _("Longer than the account it belongs to: 512A is a part of 512."),
            required=True,
        )
        self.number.setMaxLength(NUMBER_LIMIT)
        self.label, self.note = add_words(self, "", "")
        if above is not None and above.is_postable:
            text = _(
                "Once it is divided, {number} takes no more entries itself: those it has "
                "stay, new ones go to the accounts below it."
            )
            hint = plain_label(text.format(number=above.number), "muted", wrap=True)
            self.form.add_widget(hint)
        self.start()

    def start(self) -> None:
        """Begin where something is to be typed."""
        self.form.is_dirty = False
        (self.label if self.number.text() else self.number).setFocus()

    @override
    def start_again(self) -> None:
        for field in (self.number, self.label):
            field.clear()
        self.note.clear()
        self.start()

    @override
    def read(self) -> TypedAccount:
        return _typed(self.number.text(), self.label, self.note)


class AccountWordsDialog(FormDialog):
    """Another label or note; the number and what an account is stay."""

    def __init__(self, parent: QWidget, account: Account) -> None:
        super().__init__(_("Account {number}").format(number=account.number), _("Save"), parent)
        self._number = account.number
        self.label, self.note = add_words(self, account.label, account.note)
        self.form.is_dirty = False
        self.label.setFocus()

    @override
    def read(self) -> TypedAccount:
        if not self.label.text().strip():
            raise RuleError("account.label_missing", field="label")
        return _typed(self._number, self.label, self.note)


def add_words(dialog: FormDialog, label: str, note: str) -> tuple[QLineEdit, QPlainTextEdit]:
    """Add the fields of a label and a note, and return them."""
    words = dialog.form.add("label", _("Label"), QLineEdit(label), required=True)
    words.setMaxLength(LABEL_LIMIT)
    hint = _("What belongs here, for whoever keeps the books next.")
    long = dialog.form.add("note", _("Note"), QPlainTextEdit(note), hint)
    long.setTabChangesFocus(True)
    long.setFixedHeight(_NOTE_HEIGHT)
    return words, long


def _typed(number: str, label: QLineEdit, note: QPlainTextEdit) -> TypedAccount:
    return TypedAccount(number, label.text(), note.toPlainText())
