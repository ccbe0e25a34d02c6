"""What can be done with the entry that is chosen: actions, links and their forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.booking import SourceKind
from coopdesk.domain.entries import Entry
from coopdesk.domain.entry_forms import SIMPLE_FORMS
from coopdesk.domain.errors import RuleError
from coopdesk.ui.attachments.keeping import FileKeeping
from coopdesk.ui.entries import sheets as links
from coopdesk.ui.entries.activity_dialog import ActivityDialog, read_activities
from coopdesk.ui.entries.editing import EntryEditor
from coopdesk.ui.entries.match_dialog import MatchDialog, read_unmatched
from coopdesk.ui.entries.models_dialog import ModelsDialog
from coopdesk.ui.entries.reverse_dialog import ReverseDialog
from coopdesk.ui.entries.validation import Validation
from coopdesk.ui.expenses.targets import SheetShown
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import EntryForm
    from coopdesk.domain.entry_templates import EntryTemplate
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.entries.match_dialog import Unmatched
    from coopdesk.ui.entries.reverse_dialog import Reversal
    from coopdesk.ui.entries.saving import Saved
    from coopdesk.ui.entries.sheets import EntrySheet

_ACCOUNTS = "accounts"


class EntryDoing(QObject):
    """Knows which entries are chosen and sends the commands about them."""

    recorded = Signal(int)  # the id of an entry that was made or changed in a form
    file_wanted = Signal(int)  # the id of a voucher that is to be shown

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._service = desk.services.entries
        self._chosen: int | None = None
        self._selected: tuple[int, ...] = ()
        self._sheet: EntrySheet | None = None
        self.files = FileKeeping(desk, view, desk.services.entry_files)
        self.models: ModelsDialog | None = None
        self.editor = EntryEditor(desk, view)
        self.validation = Validation(desk, view)
        self.asker = Asker(desk, view)
        self.editor.saved.connect(self._on_saved)
        self.asker.saved.connect(self._on_made)
        self._make_actions()

    def _make_actions(self) -> None:
        make = self._make
        self.record_action = make(_("New entry…"), "plus", self._on_record)
        self.grid_action = make(_("Line by line…"), "rows", self._on_grid)
        self.grid_action.setToolTip(_("For those who know the accounts: debit, credit, keys"))
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.validate_action = make(_("Validate…"), "circle-wavy-check", self._on_validate)
        self.reverse_action = make(_("Reverse…"), "arrow-u-up-left", self._on_reverse)
        self.reverse_action.setToolTip(
            _("Reverse: take a validated entry back by another one (contre-passation)")
        )
        self.attach_action = self.files.attach_action
        self.activity_action = make(_("Change the activity…"), "tag", self._on_activity)
        self.remove_action = make(_("Remove the draft"), "trash", self._on_remove)
        self.usual_actions = (self.change_action, self.validate_action, self.reverse_action)
        self.rare_actions = (self.attach_action, self.activity_action, self.remove_action)

    def _make(self, text: str, icon_name: str, slot: Callable[[], None]) -> QAction:
        return make_step(self._view, text, icon_name, slot)

    def choose(
        self, chosen: int | None, selected: Sequence[int], shown: EntrySheet | None
    ) -> None:
        """Say which entries the actions are about; ``shown`` is the one in the panel."""
        self._chosen, self._selected, self._sheet = chosen, tuple(selected), shown
        self.files.chosen = chosen
        is_chosen = chosen is not None
        known = shown if shown is not None and shown.entry.id == chosen else None
        is_draft = known is None or known.is_draft
        for action in (self.change_action, self.validate_action, self.remove_action):
            action.setEnabled(is_chosen and is_draft)
            action.setVisible(is_draft)
        for action in (self.reverse_action, self.activity_action):
            action.setVisible(not is_draft)
        self.activity_action.setEnabled(known is not None)
        self.reverse_action.setEnabled(known is not None and known.may_be_reversed)
        self.attach_action.setEnabled(is_chosen)

    @property
    def _concerned(self) -> tuple[int, ...]:
        """The entries that are selected, else the one that is chosen."""
        if len(self._selected) > 1:
            return self._selected
        return () if self._chosen is None else (self._chosen,)

    # forms

    @Slot()
    def _on_record(self) -> None:
        self.editor.add()

    def record(self, form: EntryForm) -> None:
        """Ask for a new entry: in a simple form if it is one, else line by line."""
        if form in SIMPLE_FORMS:
            self.editor.add(form)
        else:
            self.editor.add_in_grid()

    @Slot()
    def _on_grid(self) -> None:
        self.editor.add_in_grid()

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            self.editor.change(self._chosen)

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        self.recorded.emit(saved.entry.id)
        if saved.order.validates:
            self.validation.ask((saved.entry.id,), None)

    @Slot(object)
    def _on_made(self, made: object) -> None:
        if isinstance(made, Entry):
            self.recorded.emit(made.id)

    def show_models(self) -> None:
        """Show the models of entries."""
        read = self._desk.services.entry_templates.find
        self._desk.tasks.query(self._view, read, self._on_models, replaces="models")

    def _on_models(self, models: list[EntryTemplate]) -> None:
        if self.models is None:
            self.models = ModelsDialog(models, self._view.window())
            self.models.removal_wanted.connect(self._on_model_removal)
            self.models.finished.connect(self._on_models_finished)
            self.models.open()

    @Slot(int)
    def _on_model_removal(self, template_id: int) -> None:
        remove = partial(self._desk.services.entry_templates.remove, template_id)
        self._desk.tasks.command(self._view, remove)

    @Slot()
    def _on_models_finished(self) -> None:
        self.models = None

    # what becomes of entries

    @Slot()
    def _on_validate(self) -> None:
        if self._concerned:
            self.validation.ask(self._concerned, None)

    @Slot()
    def _on_reverse(self) -> None:
        if self._chosen is None or self._sheet is None:
            return
        entry = self._sheet.entry
        make = partial(ReverseDialog, self._desk, entry, self._view.window())
        self.asker.ask(make, partial(self._reverse, entry.id))

    def _reverse(self, entry_id: int, how: Reversal) -> Outcome[Entry]:
        return self._service.reverse(entry_id, how.day, how.label, again=how.again)

    @Slot()
    def _on_activity(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        if not sheet.year.is_open:
            said = error_sentence(RuleError("year.is_closed", label=sheet.year.label))
            self._desk.feedback.warn(_("The activity stays"), said)
            return
        read = partial(read_activities, self._desk.services, sheet)
        done = partial(self._ask_activity, sheet)
        self._desk.tasks.query(self._view, read, done, replaces="activities")

    def _ask_activity(self, sheet: EntrySheet, activities: list[Activity]) -> None:
        if activities:
            make = partial(ActivityDialog, sheet, activities, self._view.window())
            self.asker.ask(make, self._service.set_activities)
        else:
            said = _("Make one under “Inventory”, “Activities”; then these lines can have it.")
            self._desk.feedback.warn(_("There is no activity yet"), said)

    @Slot()
    def _on_remove(self) -> None:
        if self._concerned:
            self._desk.tasks.command(self._view, partial(self._service.remove, self._concerned))

    # links

    @Slot(str)
    def follow(self, link: str) -> None:
        """Do what a link in the record names."""
        name, _colon, key = link.partition(":")
        navigator = self._desk.navigator
        if self._chosen is not None:
            navigator.stand_at(_ACCOUNTS, ("entry", self._chosen))  # Alt+Left comes back
        if name == links.ACCOUNT_LINK:
            navigator.open(_ACCOUNTS, ("account", key))
        elif name == links.ENTRY_LINK:
            navigator.open(_ACCOUNTS, ("entry", int(key)))
        elif name == links.BANK_LINK:
            navigator.open("imports", (links.BANK_LINK, int(key)))
        elif name == SourceKind.EXPENSE_SHEET.value:
            navigator.open("donations", SheetShown(int(key)))
        elif name in _INVENTORY:
            navigator.open(_ACCOUNTS, (name, int(key)))
        elif name in _PAGES:
            navigator.open(_PAGES[name], int(key))
        else:
            self._act(name, int(key))

    def _act(self, name: str, key: int) -> None:
        if name == links.ATTACH_LINK:
            self.attach_action.trigger()
        elif name == links.FILE_LINK:
            self.file_wanted.emit(key)
        elif name == links.DETACH_LINK:
            self.files.detach(key)
        elif name == links.UNMATCH_LINK:
            self._desk.tasks.command(self._view, partial(self._service.unmatch, [key]))
        elif name == links.MATCH_LINK and self._sheet is not None:
            call = partial(read_unmatched, self._desk.services, self._sheet, key)
            self._desk.tasks.query(self._view, call, self._on_unmatched, replaces="unmatched")

    def _on_unmatched(self, found: Unmatched | None) -> None:
        if found is not None:
            make = partial(MatchDialog, found, self._view.window())
            self.asker.ask(make, self._service.match)


_PAGES = {
    links.CONTACT_LINK: "contacts",
    SourceKind.PAYMENT.value: _ACCOUNTS,
    SourceKind.GIFT.value: "donations",
    SourceKind.RECEIPT.value: "receipts",
    SourceKind.MEMBERSHIP.value: "members",
}
_INVENTORY = frozenset(
    kind.value
    for kind in (SourceKind.FIXED_ASSET, SourceKind.GRANT_AWARD, SourceKind.DEDICATED_FUND)
)
