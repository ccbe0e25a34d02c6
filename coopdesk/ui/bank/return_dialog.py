"""Notes that a line gives a gift back: a cheque bounced, a direct debit was refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.bank_creations import ReturnCreation
from coopdesk.domain.donation_rules import return_reasons
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.text import fold
from coopdesk.ui.bank.words import line_said
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.donations import DonationLine
    from coopdesk.services.registry import Services

_MOST = 40


@dataclass(frozen=True, slots=True)
class ReturnSetting:
    """The line, and the gifts of its amount that may have come back, the likely first."""

    row: StatementRow
    gifts: tuple[DonationLine, ...]


def read_return_setting(services: Services, row: StatementRow) -> ReturnSetting:
    """Read the gifts that the line may give back; runs on the worker."""
    said, found = fold(row.label), []
    for year in (row.booked_on.year, row.booked_on.year - 1):
        wanted = DonationFilter(year=year, returned=False)
        found += [
            gift
            for gift in services.donations.find(wanted)
            if gift.amount == -row.remainder and gift.received_on <= row.booked_on
        ]
    found.sort(key=lambda gift: not _is_named(gift, said))
    return ReturnSetting(row, tuple(found[:_MOST]))


def _is_named(gift: DonationLine, said: str) -> bool:
    words = [word for word in fold(gift.donor_name).split() if len(word) > 1]
    return bool(words) and any(word in said for word in words)


class LineReturnDialog(FormDialog):
    """The gift stays in the list and counts no more; the day is the line's."""

    def __init__(self, setting: ReturnSetting, parent: QWidget) -> None:
        super().__init__(_("Gift returned or unpaid"), _("Note the return"), parent)
        self.form.add_widget(plain_label(line_said(setting.row), "strong", wrap=True))
        gifts = [(gift.id, _said(gift)) for gift in setting.gifts]
        self.gift = self.form.add("donation_id", _("Gift"), ChoiceBox(gifts), required=True)
        reasons = [(reason, label(reason)) for reason in return_reasons(is_money=True)]
        self.reason = self.form.add("reason", _("Reason"), ChoiceBox(reasons))
        self.note = self.form.add("note", _("Note"), QLineEdit())
        self.gift.setFocus()

    @override
    def read(self) -> ReturnCreation:
        return ReturnCreation(self.gift.value, self.reason.value, self.note.text().strip())


def _said(gift: DonationLine) -> str:
    donor = gift.donor_name or _("Anonymous")
    return " · ".join((day_text(gift.received_on), donor, money_text(gift.amount)))
