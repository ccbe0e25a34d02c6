"""Forms of entries fit a screen of 1366 by 768 that shows everything half as large again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.activities import ActivityKind, NewActivity
from coopdesk.domain.booking import BookingReview
from coopdesk.domain.entries import Entry, EntryForm, EntrySource, NewEntry
from coopdesk.domain.ledgers import LedgerLine
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.accounts.money_account_dialog import MoneyAccountDialog
from coopdesk.ui.entries.account_dialog import AccountDialog
from coopdesk.ui.entries.booking_preview import BookingPreview
from coopdesk.ui.entries.grid_dialog import GridDialog
from coopdesk.ui.entries.match_dialog import MatchDialog, Unmatched
from coopdesk.ui.entries.models_dialog import ModelsDialog
from coopdesk.ui.entries.order import EntryStart, Remembered
from coopdesk.ui.entries.reverse_dialog import ReverseDialog
from coopdesk.ui.entries.setting import read_setting
from coopdesk.ui.entries.simple_dialog import SimpleEntryDialog
from coopdesk.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QDialog, QWidget

    from tests.ui.office import Office

ROOM = (1366 * 2 // 3, 768 * 2 // 3 - 40)
AROUND = 48 + 16  # the margins of a form and its bar


def dialogs(office: Office, window: QWidget) -> Iterator[QDialog]:
    """Build every dialog of these views."""
    desk, services = office.desk, office.services
    services.activities.add(NewActivity("Fête des semences", ActivityKind.EVENT))
    made = Entry(
        id=1,
        fiscal_year_id=1,
        content=NewEntry(
            "BQ", dt.date(2026, 3, 1), "Don", (), source=EntrySource(payment_id=1)
        ),
        lines=(),
        number=12,
    )
    setting = read_setting(services)
    for form in (EntryForm.EXPENSE, EntryForm.TRANSFER):
        yield SimpleEntryDialog(desk, window, EntryStart(setting, None, Remembered(form)))
    yield GridDialog(desk, window, EntryStart(setting, None, Remembered(EntryForm.GRID)))
    yield ReverseDialog(desk, made, window)
    paid = Money(4250)
    line = LedgerLine(
        1, 1, dt.date(2026, 3, 1), "OD", 1, "4681", "", "", "Mot " * 60, paid, ZERO
    )
    yield MatchDialog(Unmatched(line, (line,)), window)
    yield AccountDialog(window, "512B")
    yield MoneyAccountDialog(window)
    yield ModelsDialog((), window)
    yield BookingPreview(desk, BookingReview({}), window)


def test_no_form_is_cut_off_on_a_small_screen(office, window, qtbot):
    for dialog in dialogs(office, window):
        least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        name = type(dialog).__name__
        assert (name, least.width() <= ROOM[0], least.height() <= ROOM[1]) == (name, True, True)
        if isinstance(dialog, FormDialog):
            inner = dialog.form.minimumSizeHint().width() + AROUND
            assert (name, inner <= least.width()) == (name, True)
        dialog.close()
    office.idle(qtbot)
