"""An association with members, for the tests of their papers and reminders."""

from __future__ import annotations

import datetime as dt
import io

from pypdf import PdfReader

from coopdesk.domain.members import (
    AmountKind,
    MemberRules,
    NewMembership,
    NewMembershipType,
    Period,
)
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.association import AssociationService
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contacts import ContactService
from coopdesk.services.households import HouseholdService
from coopdesk.services.member_papers import MemberPaperService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from tests.building import PROFILE, TODAY, person, today

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
LAST_YEAR = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
FEE = Money(2000)


class Office:
    """The services of one file, and short words for what tests do most."""

    def __init__(self, units, **profile):
        self.units = units
        self.contacts = ContactService(units, today)
        self.details = ContactDetailService(units, today)
        self.households = HouseholdService(units)
        self.members = MemberService(units, today)
        self.types = MembershipTypeService(units, today)
        self.papers = MemberPaperService(units, today)
        self.operations = OperationService(units)
        AssociationService(units).save(PROFILE)
        self.adult = self.kind("Adhésion individuelle", college="Usagers")

    def kind(self, name, **more):
        terms = {"amount_kind": AmountKind.FIXED, "amount": FEE} | more
        return self.types.add(NewMembershipType(name, **terms)).value.id

    def rules(self, **more):
        self.members.change_rules(MemberRules(**more))

    def add(self, last_name="Lefèvre", first_name="Élodie", **more):
        return self.contacts.add(person(last_name, first_name, **more)).value.id

    def join(self, contact_id, *, paid=True, period=YEAR, kind=None, fee=FEE, **more):
        new = NewMembership(contact_id, kind or self.adult, period, fee, **more)
        membership = self.members.join(new).value
        if paid and fee:
            self.pay(membership, day=min(period.start + dt.timedelta(days=9), TODAY))
        return membership.id

    def member(self, last_name="Lefèvre", first_name="Élodie", *, contact=None, **more):
        contact_id = self.add(last_name, first_name, **(contact or {}))
        self.join(contact_id, **more)
        return contact_id

    def pay(self, membership, cents=None, day=TODAY):
        amount = membership.content.due if cents is None else Money(cents)
        share = PaymentShare("fee", amount, membership.id)
        payer = membership.content.contact_id
        payment = NewSharedPayment(payer, day, amount, PaymentMode.CHEQUE, (share,))
        return self.members.record_payment(payment).value


def text_of(path):
    """Return the text of a PDF with plain spaces."""
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    text = "\n".join(page.extract_text() for page in pages)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def pages_of(path):
    """Return how many pages a PDF has."""
    return len(PdfReader(io.BytesIO(path.read_bytes())).pages)


def reasons_of(run):
    """Return who was left out and why, as codes."""
    return {each.name: each.reason.value for each in run.left_out}
