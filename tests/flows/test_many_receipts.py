"""Many donors with several gifts each get their receipts in one go."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.domain.receipts import ReceiptFilter
from coopdesk.services.association import AssociationService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.donation_store import donation_values
from coopdesk.storage.payment_rows import line_values, payment_values
from tests.building import ADDRESS, PROFILE, new_units, today

DONORS = 90
GIFTS = (
    (dt.date(2025, 2, 14), 25_00, PaymentMode.CASH),
    (dt.date(2025, 5, 14), 40_50, PaymentMode.CHEQUE),
    (dt.date(2025, 12, 31), 100_00, PaymentMode.CARD),
)


@pytest.fixture(scope="module")
def receipts(tmp_path_factory):
    """The service of a database in which everybody has a receipt."""
    with new_units(tmp_path_factory.mktemp("many") / "many.coopdesk") as units:
        AssociationService(units).save(PROFILE)
        people = [
            NewContact(last_name=f"Garance {number:03d}", first_name="Zoé", address=ADDRESS)
            for number in range(DONORS)
        ]
        with units.write("demo.built") as work:
            donor_ids = work.contacts.add_many(people)
            gifts = [
                NewDonation(day, Money(cents), mode, donor)
                for donor in donor_ids
                for day, cents, mode in GIFTS
            ]
            payments = [
                NewPayment(
                    gift.received_on,
                    gift.amount,
                    gift.mode,
                    (PaymentPart(LineKind.GIFT, gift.amount),),
                    payer_id=gift.donor_id,
                )
                for gift in gifts
            ]
            keys = work.imports.add_payments([payment_values(x) for x in payments])
            lines = [
                line_values(key, payment.parts[0])
                for key, payment in zip(keys, payments, strict=True)
            ]
            line_ids = work.imports.add_lines(lines)
            work.imports.add_donations(
                [
                    donation_values(gift, key, None, "")
                    for gift, key in zip(gifts, line_ids, strict=True)
                ]
            )
            work.commit()
        service = ReceiptService(units, today)
        service.issue_year(2025)
        assert DatabaseService(units).check().findings == ()
        yield service


def test_each_receipt_holds_its_three_payments_with_their_modes(receipts):
    ids = receipts.ids(ReceiptFilter(2025))
    assert len(ids) == DONORS
    donors = set()
    for receipt_id in ids:
        said = receipts.detail(receipt_id).snapshot
        found = [(gift.received_on, gift.amount.cents, gift.mode) for gift in said.gifts]
        assert found == list(GIFTS)
        assert said.amount == Money(165_50)
        donors.add(said.donor_last_name)
    assert len(donors) == DONORS


@pytest.mark.parametrize("index", [0, DONORS // 2, DONORS - 1])
def test_paper_lists_the_payments_and_ticks_every_mode(receipts, index):
    ids = receipts.ids(ReceiptFilter(2025))
    text = PdfReader(io.BytesIO(receipts.pdf(ids[index]))).pages[0].extract_text()
    for day, cents, _mode in GIFTS:
        assert f"{day:%d/%m/%Y}" in text
        assert f"{cents // 100},{cents % 100:02d}" in text
    assert "165,50" in text
    assert text.count("☒") == 8  # category and sub-box, article, form, nature, three modes
