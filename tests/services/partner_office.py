"""A small house that works with others, for tests of partners: invented organisations."""

from __future__ import annotations

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.agreements import AgreementState, NewAgreement, Renewal, Side
from coopdesk.domain.commitments import CommitmentKind, NewCommitment
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NewNetworkFee, NewPartner, PartnerKind
from coopdesk.services.activities import ActivityService
from coopdesk.services.agreements import AgreementService
from coopdesk.services.commitments import CommitmentService
from coopdesk.services.contacts import ContactService
from coopdesk.services.network_fees import NetworkFeeService
from coopdesk.services.operations import OperationService
from coopdesk.services.partners import PartnerService
from coopdesk.services.payments import PaymentService
from coopdesk.services.volunteering import VolunteeringService
from tests.building import TODAY, person, today


class PartnerOffice:
    """The services on one database."""

    def __init__(self, units):
        self.units = units
        self.contacts = ContactService(units, today)
        self.partners = PartnerService(units, today)
        self.agreements = AgreementService(units, today)
        self.commitments = CommitmentService(units, today)
        self.fees = NetworkFeeService(units, today)
        self.payments = PaymentService(units, today)
        self.volunteering = VolunteeringService(units, today)
        self.operations = OperationService(units)
        self.activities = ActivityService(units, today)

    def person(self, last="Lefèvre", first="Élodie", **more):
        return self.contacts.add(person(last, first, **more)).value.id

    def structure(self, name="Maison des communs", **more):
        new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name, **more)
        return self.contacts.add(new).value.id

    def partner(self, contact_id, kind=PartnerKind.OTHER, **more):
        return self.partners.add(NewPartner(contact_id, kind, **more)).value.id

    def activity(self, name):
        return self.activities.add(NewActivity(name)).value.id

    def booked(self, entry_id):
        """Return the lines of an entry: account, debit and credit in cents."""
        with self.units.read() as work:
            lines = work.entries.get(entry_id).content.lines
        return [(x.account, x.debit.cents, x.credit.cents) for x in lines]

    def agreement(self, contact_id, title="Convention", **more):
        return self.agreements.add(NewAgreement(contact_id, title, **more)).value.id

    def tacit(self, contact_id, starts_on, ends_on, **more):
        return self.agreement(
            contact_id,
            state=AgreementState.SIGNED,
            signed_on=starts_on,
            starts_on=starts_on,
            ends_on=ends_on,
            renewal=Renewal.TACIT,
            **more,
        )

    def commitment(self, contact_id, text="Prêter la salle", side=Side.THEIRS, **more):
        new = NewCommitment(contact_id, side, text, **more)
        return self.commitments.add(new).value.id

    def money(self, contact_id, cents=50_000, side=Side.THEIRS, **more):
        kind, text = CommitmentKind.MONEY, "Verser une aide"
        return self.commitment(contact_id, text, side, kind=kind, amount=Money(cents), **more)

    def fee(self, contact_id, year=TODAY.year, cents=12_000, **more):
        return self.fees.add(NewNetworkFee(contact_id, year, Money(cents), **more)).value.id
