"""Every command on partners is one operation that is taken back whole and done again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreements import AgreementState, NewAgreement, NewSignatory, Side
from coopdesk.domain.commitments import CommitmentKind, NewCommitment
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NewNetworkFee, NewPartner
from coopdesk.domain.payments import PaymentMode
from tests.building import TODAY, every_row, new_units
from tests.services.partner_office import PartnerOffice

FIRST, LAST = dt.date(2026, 1, 31), dt.date(2027, 1, 30)
WIRE = PaymentMode.TRANSFER


class House(PartnerOffice):
    """A partner with one of everything."""

    def __init__(self, units, folder):
        super().__init__(units)
        self.other = self.structure("Atelier des rives")
        self.place = self.structure()
        self.key = self.partner(self.place, started_on=FIRST)
        signing = (NewSignatory(Side.THEIRS, "Léa Martin"),)
        self.draft = self.agreement(self.place, "Projet", signatories=signing)
        self.signed = self.tacit(self.place, FIRST, LAST, signatories=signing)
        self.ended = self.agreement(
            self.place, "Ancienne", state=AgreementState.SIGNED, signed_on=FIRST
        )
        self.agreements.end(self.ended, TODAY)
        self.room = self.commitment(
            self.place, kind=CommitmentKind.ROOM, amount=Money(100), due_on=FIRST,
            repeat_months=1,
        )  # fmt: skip
        self.owed = self.money(self.place)
        self.kept = self.commitment(self.place, "Citer", due_on=FIRST, repeat_months=12)
        self.commitments.keep(self.kept)
        self.unpaid = self.fee(self.place)
        self.paid = self.fee(self.place, 2025)
        self.fees.pay(self.paid, TODAY, WIRE)
        self.file = folder / "convention.pdf"
        self.file.write_bytes(b"%PDF-1.4 convention")
        self.agreements.attach_all(self.draft, [self.file])
        self.commitments.attach_all(self.owed, [self.file])


def _partners(house):
    known = house.partners.get(house.key).content
    yield house.partners.add, (NewPartner(house.other),)
    yield house.partners.change, (house.key, replace(known, note="Clés chez Léa"))
    yield house.partners.end, (house.key, TODAY)


def _agreements(house):
    known = house.agreements.get(house.signed).content
    yield house.agreements.add, (NewAgreement(house.other, "Charte"),)
    yield house.agreements.change, (house.signed, replace(known, signatories=()))
    yield house.agreements.send, (house.draft,)
    yield house.agreements.sign, (house.draft,)
    yield house.agreements.end, (house.signed, TODAY, "Travaux")
    yield house.agreements.resume, (house.ended,)
    yield house.agreements.renew, (house.signed,)
    yield house.agreements.remove, (house.draft,)
    yield house.agreements.attach_all, (house.signed, [house.file])
    yield house.agreements.detach, (house.agreements.files(house.draft)[0].id,)


def _commitments(house):
    known = house.commitments.get(house.room).content
    yield house.commitments.add, (NewCommitment(house.other, Side.OURS, "Citer"),)
    yield house.commitments.change, (house.room, replace(known, text="Prêter le hall"))
    yield house.commitments.keep, (house.room,)
    yield house.commitments.keep_in_kind, (house.room,)
    yield house.commitments.keep_by_paying, (house.owed, Money(100), TODAY, WIRE)
    yield house.commitments.reopen, (house.kept,)
    yield house.commitments.drop, (house.owed,)
    yield house.commitments.remove, (house.owed,)
    yield house.commitments.attach_all, (house.room, [house.file])
    yield house.commitments.detach, (house.commitments.files(house.owed)[0].id,)


def _fees(house):
    paid = house.fees.get(house.paid)
    yield house.fees.add, (NewNetworkFee(house.other, 2026, Money(100)),)
    yield house.fees.change, (house.unpaid, replace(paid.content, year=2024))
    yield house.fees.pay, (house.unpaid, TODAY, WIRE)
    yield house.fees.free, (house.paid,)
    yield house.fees.remove, (house.unpaid,)
    yield house.payments.remove, (paid.payment_id,)


@pytest.mark.parametrize("commands", [_partners, _agreements, _commitments, _fees])
def test_every_command_is_taken_back_whole_and_done_again(tmp_path, commands):
    with new_units(tmp_path / "house.coopdesk") as units:
        house = House(units, tmp_path)
        before = every_row(units)
        for act, words in commands(house):
            act(*words)
            after = every_row(units)
            assert after != before, act
            house.operations.undo()
            assert every_row(units) == before, act
            house.operations.redo()
            assert every_row(units) == after, act
            house.operations.undo()
