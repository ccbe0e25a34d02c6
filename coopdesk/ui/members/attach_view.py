"""Fees received that make nobody a member yet: choose the type of each tariff once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.columns import Column
from coopdesk.ui.members.words import fee_text
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.members import MembershipType
    from coopdesk.domain.membership_lists import UnattachedTariff
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class TariffRow:
    """A tariff with a number for the list."""

    id: int
    tariff: UnattachedTariff


@dataclass(frozen=True, slots=True)
class AttachOrder:
    """A tariff and the type its fees are to have."""

    key: str
    type_id: int


class AttachDialog(FormDialog):
    """Asks which type the fees of a tariff mean."""

    def __init__(
        self, tariff: UnattachedTariff, types: Sequence[MembershipType], parent: QWidget
    ) -> None:
        super().__init__(_("Fees to tie to a tariff"), _("Make them members"), parent)
        self._tariff = tariff
        said = ngettext(
            "{count} fee received as “{name}”, {amount} in all.",
            "{count} fees received as “{name}”, {amount} in all.",
            tariff.count,
        )
        words = said.format(
            count=number_text(tariff.count),
            name=tariff.name or _("(no name)"),
            amount=money_text(tariff.amount),
        )
        self.form.add_widget(plain_label(words, wrap=True))
        choices: list[tuple[int | None, str]] = [(None, _("Choose…"))]
        named = ((kind.id, kind.content) for kind in types)
        choices += [(key, f"{kind.name} — {fee_text(kind)}") for key, kind in named]
        self.kind: ChoiceBox[int | None] = self.form.add(
            "type_id",
            _("Tariff"),
            ChoiceBox(choices),
            _("It is remembered: the next imports follow by themselves."),
            required=True,
        )
        self.kind.setFocus()

    @override
    def read(self) -> AttachOrder:
        if self.kind.value is None:
            raise RuleError("membership.type_not_chosen", field="type_id")
        return AttachOrder(self._tariff.key, self.kind.value)


class AttachView(QWidget):
    """Lists the tariffs that wait; Enter chooses the type of one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tariffs: dict[int, UnattachedTariff] = {}
        self._types: tuple[MembershipType, ...] = ()
        self.dialog: AttachDialog | None = None
        self.list = RecordList(desk, "unattached_fees", _columns(), self._lines)
        self.list.set_accessible_name(_("Fees to tie to a tariff"))
        self.list.set_empty(
            EmptyState(
                "check-circle",
                _("Everything is tied"),
                _("Each fee that was received makes somebody a member."),
            )
        )
        self.attach_action = make_step(self, _("Choose the tariff…"), "link")
        self.attach_action.triggered.connect(self._on_attach)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addAction(self.attach_action)
        said = _(
            "These fees were imported or recorded without a tariff of yours. "
            "Enter chooses it, once for each name."
        )
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain_label(said, "muted", wrap=True))
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.record_activated.connect(self._on_activated)

    def show_tariffs(
        self, tariffs: Sequence[UnattachedTariff], types: Sequence[MembershipType]
    ) -> None:
        """Show what waits; ``types`` are those in use."""
        self._types = tuple(types)
        self._tariffs = dict(enumerate(tariffs, start=1))
        self.list.set_ids(list(self._tariffs))

    def _lines(self, ids: Sequence[int]) -> list[TariffRow]:
        tariffs = self._tariffs
        return [TariffRow(key, tariffs[key]) for key in ids if key in tariffs]

    @Slot()
    def _on_attach(self) -> None:
        if self.list.table.current_id is not None:
            self._on_activated(self.list.table.current_id)

    @Slot(object)
    def _on_activated(self, number: int) -> None:
        tariff = self._tariffs.get(number)
        if tariff is None:
            return
        if not self._types:
            self._desk.navigator.open("settings", "members")
            return
        self.dialog = AttachDialog(tariff, self._types, self.window())
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_submitted(self, order: AttachOrder) -> None:
        dialog = self.dialog
        if dialog is not None:
            call = partial(self._desk.services.members.attach_tariff, order.key, order.type_id)
            self._desk.tasks.command(
                dialog, call, dialog.saved, failed=dialog.show_error, ended=dialog.unlock
            )

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Name of the fee"), _name, width=24, stretch=True),
        Column("count", _("Fees"), _count, align_right=True, width=10),
        Column("amount", _("Amount"), _amount, align_right=True, width=12),
        Column("days", _("Received between"), _days, width=24, gives_way=1),
    )


def _name(row: TariffRow) -> str:
    return row.tariff.name or _("(no name)")


def _count(row: TariffRow) -> str:
    return number_text(row.tariff.count)


def _amount(row: TariffRow) -> str:
    return money_text(row.tariff.amount)


def _days(row: TariffRow) -> str:
    first, last = day_text(row.tariff.first_on), day_text(row.tariff.last_on)
    return first if first == last else _("{start} – {end}").format(start=first, end=last)
