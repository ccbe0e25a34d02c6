"""A year with a partner: an agreement, commitments both ways with proofs, and the books."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from coopdesk.domain.agreement_terms import AgreementStep
from coopdesk.domain.agreements import AgreementKind, NewAgreement, Renewal, Side
from coopdesk.domain.commitments import CommitmentFilter, CommitmentKind, CommitmentState
from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.money import Money, total
from coopdesk.domain.partners import PartnerKind
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.booking import BookingService
from tests.building import every_row, new_units, today
from tests.services.partner_office import PartnerOffice

D = dt.date
YEAR = (D(2026, 1, 1), D(2026, 12, 31))
WIRE = PaymentMode.TRANSFER
RENT = Money(12_050)


class Coordinator(PartnerOffice):
    """Who looks after the partnerships of the house."""

    def signs(self, place):
        """Sign the use of a room, a year from the 31st on, with two months of notice."""
        new = NewAgreement(
            place,
            "Salle du mardi",
            AgreementKind.PREMISES,
            starts_on=D(2024, 1, 31),
            ends_on=D(2025, 1, 30),
            renewal=Renewal.TACIT,
            notice_months=2,
        )
        agreement = self.agreements.add(new).value
        return self.agreements.sign(agreement.id, D(2024, 1, 15)).value.id

    def owes(self, place, agreement_id):
        """Note who owes what: the room each month and a word for us, money from us."""
        tied = {"agreement_id": agreement_id}
        self.commitment(
            place,
            "Prêter la salle",
            kind=CommitmentKind.ROOM,
            amount=RENT,
            due_on=D(2026, 1, 31),
            repeat_months=1,
            **tied,
        )
        self.commitment(place, "Annoncer nos ateliers", kind=CommitmentKind.VISIBILITY, **tied)
        self.money(place, 15_000, Side.OURS, due_on=D(2026, 6, 30), **tied)

    def open(self, **wanted):
        found = CommitmentFilter(state=CommitmentState.OPEN, **wanted)
        return self.commitments.all(found)

    def keeps_all(self, poster):
        """Keep the room for three months, the word by a poster, the money by a transfer."""
        for day in (D(2026, 1, 31), D(2026, 2, 28), D(2026, 3, 31)):
            (room,) = self.open(text="prêter")
            assert room.content.due_on == day
            self.commitments.keep_in_kind(room.id, day, basis="Tarif de la ville")
        (word,) = self.open(text="ateliers")
        self.commitments.attach_all(word.id, [poster])
        self.commitments.keep(word.id, D(2026, 3, 1))
        (ours,) = self.open(side=Side.OURS)
        self.commitments.keep_by_paying(ours.id, Money(15_000), D(2026, 6, 20), WIRE)

    def books(self):
        """Prepare the entries of the year; return what each account moved by, in cents."""
        self.volunteering.book(*YEAR)
        BookingService(self.units, today).book()
        moved = Counter()
        with self.units.read() as work:
            ids = work.entries.ids(EntryFilter())
            for entry in work.entries.get_many(ids):
                for line in entry.content.lines:
                    moved[line.account] += line.debit.cents - line.credit.cents
        return dict(moved)


def test_a_year_with_a_partner_and_a_network(tmp_path):
    poster = tmp_path / "affiche.png"
    poster.write_bytes(b"\x89PNG\r\n\x1a\n affiche")
    with new_units(tmp_path / "house.coopdesk") as units:
        house = Coordinator(units)
        place, network = house.structure(), house.structure("Réseau des communs")
        house.owes(place, house.signs(place))
        house.keeps_all(poster)
        house.fees.pay(house.fee(network), D(2026, 4, 2), WIRE)

        kept = house.commitments.all(CommitmentFilter(state=CommitmentState.KEPT))
        assert len(kept) == 5
        assert all(one.is_proved for one in kept)
        (late,) = house.commitments.overdue()
        assert late.content.due_on == D(2026, 4, 30)

        (due,) = house.agreements.due(D(2026, 12, 31))
        assert (due.step, due.due_on) == (AgreementStep.NOTICE, D(2026, 11, 30))

        first, second = house.partners.network(*YEAR)
        assert (first.in_kind, first.agreements) == (Money(3 * 12_050), ("Salle du mardi",))
        assert (second.kind, second.fees) == (PartnerKind.NETWORK, Money(12_000))
        sheet = house.partners.sheet(house.partners.of_contact(place).id)
        assert total(x.content.amount for x in sheet.contributions) == first.in_kind

        moved = house.books()
        assert (moved["861"], moved["871"]) == (first.in_kind.cents, -first.in_kind.cents)
        assert moved["6281"] == second.fees.cents
        assert moved["5121"] == -27_000
        assert sum(moved.values()) == 0

        before = every_row(units)
        house.agreements.renew(due.agreement.id)
        house.operations.undo()
        assert every_row(units) == before
