"""Numbers that name a record are shown as they are spoken of, and texts are not cut off."""

from __future__ import annotations

import datetime as dt
import io

from openpyxl import load_workbook

from coopdesk.documents.accounts_workbook import write_accounts_workbook
from coopdesk.documents.workbook_styles import REFERENCE_FORMAT
from coopdesk.domain.accounts import year_accounts
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentLine,
    PaymentMode,
    PaymentSource,
    PaymentState,
)

CAMPAIGN = "Cotisations des adhérent·es 2025"


def written():
    line = PaymentLine(
        id=1,
        payment_id=31_126,
        paid_on=dt.date(2025, 1, 1),
        direction=Direction.IN,
        kind=LineKind.FEE,
        payer_id=1,
        payer_name="Élodie Lefèvre",
        label="",
        campaign=CAMPAIGN,
        mode=PaymentMode.CARD,
        amount=Money(2000),
        state=PaymentState.RECEIVED,
        source=PaymentSource.MANUAL,
    )
    accounts = year_accounts(
        name="La Coop des Rives",
        year=2025,
        made_on=dt.date(2026, 1, 2),
        lines=[line],
        previous_lines=[],
    )
    content = write_accounts_workbook(accounts, lambda _done, _total: None)
    return load_workbook(io.BytesIO(content))


def test_number_of_a_payment_is_not_grouped_and_its_campaign_fits():
    for name in ("Recettes", "Journal"):
        sheet = written()[name]
        cells = {cell.value: cell for row in sheet.iter_rows() for cell in row}

        assert cells[31_126].number_format == REFERENCE_FORMAT
        column = cells[CAMPAIGN].column_letter
        assert sheet.column_dimensions[column].width >= len(CAMPAIGN)
