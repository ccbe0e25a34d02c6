"""Asks for an entry line by line, for those who know the accounts; all of it by keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.entries import EntryForm, NewEntry
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.money import ZERO
from coopdesk.ui.entries import grid_row as widths
from coopdesk.ui.entries.entry_form import NO_MODEL, EntryFormDialog
from coopdesk.ui.entries.grid_rows import GridRows
from coopdesk.ui.entries.order import EntryOrder, EntryStart, Remembered
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.chart import Account
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.ui.desk import Desk

_WIDTH, _WIDEST, _AROUND = 850, 1120, 64


class GridDialog(EntryFormDialog):
    """Says at every moment what is missing; F-keys spare the mouse."""

    def __init__(self, desk: Desk, parent: QWidget, start: EntryStart) -> None:
        super().__init__(desk, parent, start, _("New entry, line by line"))
        self.setMinimumWidth(_WIDTH)
        room = self.screen().availableGeometry().width() - _AROUND
        self.resize(max(_WIDTH, min(_WIDEST, room)), self.height())
        self._before = start.entry
        self._validates = False
        self._is_journal_chosen = False
        self._build_head()
        self._build_lines()
        self._build_rest()
        self._connect()
        self._show(start)

    def _build_head(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        journals = [(x.code, f"{x.code} {x.name}") for x in self._setting.journals if x.is_open]
        self.journal = ChoiceBox[str](journals)
        for name, said, widget, share, required in (
            ("entry_on", _("Date"), self.entry_on, 0, True),
            ("journal", _("Journal"), self.journal, 2, True),
            ("label", _("What for"), self.label, 4, True),
            ("voucher_ref", _("Number of the voucher"), self.voucher_ref, 2, False),
        ):
            column = QVBoxLayout()
            row.addLayout(column, share)
            with self.form.placed_in(column):
                self.form.add(name, said, widget, required=required)
            column.addStretch(1)
        self.entry_on.setFixedWidth(136)
        self.form.add_widget(head)

    def _build_lines(self) -> None:
        self.rows = GridRows(self._desk, self, self._setting.activities)
        self.rows.labels = self._setting.labels
        titles = QWidget()
        row = QHBoxLayout(titles)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        has_activities = bool(self._setting.activities)
        for text, width, share in (
            (_("Account"), widths.ACCOUNT_WIDTH, 3),
            (_("Label of the line"), widths.LABEL_WIDTH, 2),
            (_("Debit"), widths.AMOUNT_WIDTH, 0),
            (_("Credit"), widths.AMOUNT_WIDTH, 0),
            (_("Balance so far"), widths.BALANCE_WIDTH, 0),
            (_("Activity") if has_activities else "", widths.ACTIVITY_WIDTH, 0),
        ):
            if not text:
                continue
            title = plain_label(text, "small")
            title.setMinimumWidth(width)
            if not share:
                title.setFixedWidth(width)
            if width in {widths.AMOUNT_WIDTH, widths.BALANCE_WIDTH}:
                title.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(title, share)
        row.addSpacing(widths.REMOVE_WIDTH + row.spacing())
        self.form.add_widget(titles)
        self.form.add("lines", _("Lines"), self.rows)
        self.form.fields["lines"].hide_label()
        self.said = plain_label("", "strong", wrap=True)
        self.form.add_widget(self.said)
        self._build_keys()

    def _build_keys(self) -> None:
        keys = QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.key_buttons: dict[str, QPushButton] = {}
        actions: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("F5", _("Balance the entry"), self.rows.balance_current),
            ("F6", _("Line above"), self.rows.copy_above),
            ("F7", _("New line"), self.rows.add_at_end),
            ("F8", _("Delete the line"), self.rows.drop_current),
            ("F9", _("Save and validate…"), self._on_validate),
        )
        for name, text, slot in actions:
            button = QPushButton(_("{key} {what}").format(key=name, what=text))
            button.setProperty("kind", "link")
            button.setAutoDefault(False)
            # The keys are what these are for: Tab passes over them.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(slot)
            QShortcut(QKeySequence(name), self, slot)
            self.key_buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        self.form.add_widget(keys)

    def _build_rest(self) -> None:
        self._add_files()
        self.form.fold_rest()
        models = [(NO_MODEL, "—"), *((x.id, x.name) for x in self._setting.templates)]
        self.model = self.form.add(
            "model",
            _("Model"),
            ChoiceBox[int](models),
            _("Takes the place of the lines above; amounts can still be changed."),
        )
        self.form.fields["model"].setVisible(len(models) > 1)
        self.form.add(
            "keep",
            _("Keep as a model"),
            self.keep,
            _("Its name is what it is for: next time, choose it on this form."),
        )
        self._add_voucher_on()

    def _connect(self) -> None:
        self.rows.edited.connect(self._say_sums)
        self.rows.edited.connect(self._propose_journal)
        self.model.activated.connect(self._on_model)
        self.journal.activated.connect(self._on_journal)
        self.rows.left.connect(self._say_sums)
        self.rows.resized.connect(self._follow)
        self.rows.complete.connect(self.submit_button.click)
        self.rows.account_wanted.connect(self.account_wanted)
        self._watch()

    def _show(self, start: EntryStart) -> None:
        entry, remembered = start.entry, start.remembered
        today = self._desk.today()
        self.entry_on.set_day(today if remembered is None else remembered.day or today)
        if remembered is not None:
            self.journal.choose(remembered.journal)
        self.rows.show_lines(() if entry is None else entry.lines, start)
        if entry is not None:
            content = entry.content
            self.entry_on.set_day(content.entry_on)
            self.journal.choose(content.journal)
            self._is_journal_chosen = True
            self.label.setText(content.label)
            self.voucher_ref.setText(content.voucher_ref)
            self.voucher_on.set_day(content.voucher_on)
        self._say_sums()
        self._follow()
        self.entry_on.setFocus()
        self.entry_on.selectAll()

    @Slot()
    def _follow(self) -> None:
        """Let Tab go through the lines before what is below, and make room for them."""
        follow_reading(self.form, self.cancel_button, self.repeat_button, self.submit_button)
        self.form.folded.emit()

    @Slot()
    def _say_sums(self) -> None:
        """Say whether debit and credit are equal, else what is missing and where."""
        sums = self.rows.sums
        text = _("Debit {debit} · Credit {credit} · {missing}")
        if not sums.missing and sums.debit:
            said = _("balanced")
        elif not sums.missing:
            said = _("type an account, then an amount")
        elif sums.missing > ZERO:
            said = _("{amount} missing on the credit side (F5)").format(
                amount=money_text(sums.missing)
            )
        else:
            said = _("{amount} missing on the debit side (F5)").format(
                amount=money_text(-sums.missing)
            )
        self.said.setText(
            text.format(
                debit=money_text(sums.debit), credit=money_text(sums.credit), missing=said
            )
        )

    @Slot()
    def _on_model(self) -> None:
        """Fill the lines with a model; day and voucher stay."""
        chosen = self._model_of(self.model.value)
        if chosen is None:
            return
        self.label.setText(chosen.entry.label)
        self.journal.choose(chosen.entry.journal)
        self.rows.show_lines(chosen.entry.lines, EntryStart(self._setting))
        self.form.is_dirty = True
        self._say_sums()
        self.rows.rows[0].debit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_journal(self) -> None:
        self._is_journal_chosen = True

    @Slot()
    def _propose_journal(self) -> None:
        """Take the journal of the bank or cash account that is typed, until one is chosen."""
        if self._is_journal_chosen:
            return
        typed = {row.account.number for row in self.rows.rows}
        for journal in self._setting.journals:
            if journal.account and journal.account in typed:
                self.journal.choose(journal.code)
                return

    @override
    def late_text(self) -> str:
        return _("Closed year: goes on {first}")

    @Slot()
    def _on_validate(self) -> None:
        """Save, then ask whether the entry shall be validated."""
        self._validates = True
        self._submit(repeats=False)
        self._validates = False

    @override
    def read(self) -> EntryOrder:
        before = self._before
        new = NewEntry(
            journal=self.journal.value,
            entry_on=self._required_day(),
            label=self.label.text(),
            lines=self.rows.lines(),
            voucher_ref=self.voucher_ref.text(),
            voucher_on=self.voucher_on.day("voucher_on"),
            form=EntryForm.GRID,
        )
        if before is not None:
            new = _kept(new, before.content)
        paths = tuple(self.files.paths)
        return EntryOrder(new, paths, self._model_name, self._validates)

    @override
    def show_error(self, error: CoopDeskError) -> None:
        """Say what is wrong; the first wrong line under all of them, and go there."""
        super().show_error(error)
        errors = error.errors if isinstance(error, FieldErrors) else (error,)
        for each in errors:
            if isinstance(each, RuleError) and each.field == "lines":
                self.rows.point_at(each.values.get("line"))
                return

    def take_account(self, account: Account) -> None:
        """Take an account that was just made, where it was asked for."""
        self.rows.take_account(account.number, account.label)

    @property
    def remembered(self) -> Remembered:
        """What the next form may begin with."""
        return Remembered(EntryForm.GRID, journal=self.journal.value, day=self._day())

    @override
    def start_again(self) -> None:
        super().start_again()
        self.model.choose(NO_MODEL)
        self.label.clear()
        self.rows.show_lines(())
        self._say_sums()
        self.label.setFocus()


def _kept(new: NewEntry, before: NewEntry) -> NewEntry:
    """Return an entry with what the grid does not ask for as it was."""
    return replace(
        new,
        kind=before.kind,
        note=before.note,
        reverses_next=before.reverses_next,
        source=before.source,
    )
