"""Asks for a journal of the books, or for another name or account of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.journals import JournalKind, checked_code, checked_name
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.journals import Journal
    from coopdesk.ui.desk import Desk

_CODE_LIMIT, _NAME_LIMIT = 6, 80
_OF_MONEY = frozenset({JournalKind.BANK, JournalKind.CASH})


@dataclass(frozen=True, slots=True)
class TypedJournal:
    """A journal as typed; ``account`` is the number of the account of money that it keeps."""

    code: str
    name: str
    kind: JournalKind
    account: str


class JournalDialog(FormDialog):
    """The code and the kind are said once; entries are written under them."""

    def __init__(self, desk: Desk, known: Journal | None, parent: QWidget) -> None:
        title = _("New journal")
        if known is not None:
            title = _("Journal {code}").format(code=known.code)
        verb = _("Create the journal") if known is None else _("Save")
        super().__init__(title, verb, parent)
        self._known = known
        self.code = QLineEdit("" if known is None else known.code)
        self.kind = ChoiceBox([(kind, label(kind)) for kind in JournalKind])
        if known is None:
            self._ask_once()
        self.name = self.form.add("name", _("Name"), QLineEdit(), required=True)
        self.name.setMaxLength(_NAME_LIMIT)
        self.account = AccountPicker(desk)
        self.account.offer_nothing_new()
        self.account.prefer(("5",))
        self.form.add(
            "account",
            _("Account"),
            self.account,
            _("The bank account or cash box whose movements this journal keeps."),
        )
        self._show()

    def _ask_once(self) -> None:
        hint = _("A letter, then up to five letters or figures: BQ2.")
        self.form.add("code", _("Code"), self.code, hint, required=True)
        self.code.setMaxLength(_CODE_LIMIT)
        self.form.add("kind", _("Kind"), self.kind)
        self.kind.choose(JournalKind.MISC)
        self.kind.currentIndexChanged.connect(self._show_account)

    def _show(self) -> None:
        known = self._known
        if known is not None:
            self.kind.choose(known.kind)
            self.name.setText(known.name)
            if known.account:
                self.account.set_named(known.account, "")
        self._show_account()
        self.form.is_dirty = False
        (self.code if known is None else self.name).setFocus()

    @Slot()
    def _show_account(self) -> None:
        """Ask for the account of a journal that keeps money, or that has one already."""
        self.form.fields["account"].setVisible(self._keeps_money)
        self._on_folded()

    @property
    def _keeps_money(self) -> bool:
        has_one = self._known is not None and bool(self._known.account)
        return has_one or self.kind.value in _OF_MONEY

    @override
    def read(self) -> TypedJournal:
        code, name = checked_code(self.code.text()), checked_name(self.name.text())
        if not self._keeps_money:
            return TypedJournal(code, name, self.kind.value, "")
        self.account.refuse_words("account")
        return TypedJournal(code, name, self.kind.value, self.account.number)

    @override
    def show_error(self, error: CoopDeskError) -> None:
        # The chart names lines of entries; here there is one account.
        if error.values.get("field") == "lines":
            error.values["field"] = "account"
        super().show_error(error)
