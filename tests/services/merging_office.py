"""An office whose contacts have one of everything, so that a merge has all of it to move."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.association import Association
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.households import HouseholdService
from coopdesk.services.operations import OperationService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage import tables
from coopdesk.storage.columns import table_of
from tests.building import NOW, PROFILE, TODAY, gift, today

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlmodel import SQLModel

    from coopdesk.domain.contacts import NewContact
    from coopdesk.storage.unit_of_work import Units

YEAR = 2025
DAY = dt.date(YEAR, 3, 1)
SAVED: Association = PROFILE


class Office:
    """The services of one database, and rows of every table that names a contact."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.contacts = ContactService(units, today)
        self.donations = DonationService(units, today)
        self.receipts = ReceiptService(units, today)
        self.duplicates = DuplicateService(units, today)
        self.households = HouseholdService(units)
        self.operations = OperationService(units)
        AssociationService(units).save(replace(PROFILE))
        self._count = 0

    def add(self, new: NewContact) -> int:
        """Record a contact and return its id."""
        return self.contacts.add(new).value.id

    def give(self, donor_id: int, cents: int, day: dt.date = DAY) -> int:
        """Record a gift and return its id."""
        return self.donations.record(gift(donor_id, cents, day)).value.id

    def insert(self, row: type[SQLModel], **values: Any) -> int:
        """Store one row as a command of its own."""
        table = table_of(row)
        blank = {column.name: _blank(column) for column in table.c if column.name != "id"}
        with self.units.write("demo.built") as work:
            row_id = work.recorder.insert(table, {**blank, **values})
            work.commit()
        return row_id

    def join(self, contact_id: int, covered: Collection[int] = (), cents: int = 2000) -> int:
        """Make a contact and others members by one paid membership."""
        self._count += 1
        type_id = self.insert(
            tables.MembershipTypeRow,
            name=f"Tarif {self._count}",
            sort_key=f"tarif {self._count}",
            amount_kind="fixed",
            holder="contact",
            who="anyone",
            period="calendar_year",
            months=12,
        )
        membership_id = self.insert(
            tables.MembershipRow,
            contact_id=contact_id,
            type_id=type_id,
            started_on=dt.date(YEAR, 1, 1),
            ended_on=dt.date(YEAR, 12, 31),
            fee_cents=cents,
            instalment_count=1,
        )
        self.insert(
            tables.InstalmentRow,
            membership_id=membership_id,
            due_on=dt.date(YEAR, 1, 31),
            amount_cents=cents,
        )
        for key in (contact_id, *covered):
            self.insert(tables.MembershipPersonRow, membership_id=membership_id, contact_id=key)
        payment_id = self.insert(
            tables.PaymentRow,
            direction="in",
            paid_on=DAY,
            amount_cents=cents,
            mode="cash",
            state="received",
            source="manual",
            payer_id=contact_id,
        )
        self.insert(
            tables.PaymentLineRow,
            payment_id=payment_id,
            kind="fee",
            amount_cents=cents,
            membership_id=membership_id,
        )
        return membership_id

    def tie(self, contact_id: int, other_id: int, organisation_id: int, number: int) -> None:
        """Give a contact a row of every other table; ``number`` makes some of them its own."""
        share = number % 2
        group_id = self.once(
            tables.WorkingGroupRow, name="Chantier", sort_key="chantier", kind="group"
        )
        field_id = self.once(
            tables.CustomFieldRow, name="Métier", name_key="metier", kind="text"
        )
        self.duplicates.not_same(contact_id, other_id)
        rows: list[tuple[type[SQLModel], dict[str, Any]]] = [
            (
                tables.AffiliationRow,
                {"person_id": contact_id, "organisation_id": organisation_id, "role": "élue"},
            ),
            (
                tables.ConsentRow,
                {"purpose": "newsletter", "given": bool(share), "decided_on": DAY},
            ),
            (tables.ContactNoteRow, {"noted_on": DAY, "text": f"Appel {share}"}),
            (tables.ContactPointRow, _point(number)),
            (tables.ContactAddressRow, {"street": f"{share} rue Haute", "city": "Nantes"}),
            (tables.CustomValueRow, {"field_id": field_id, "text": f"Métier {share}"}),
            (
                tables.ContactReferenceRow,
                {"source": "paheko", "reference": str(100 + contact_id)},
            ),
            (tables.GroupMemberRow, {"group_id": group_id, "role": "", "started_on": DAY}),
            (tables.LetterRow, {"channel": "post", "kind": "reminder", "made_on": DAY}),
            (
                tables.ShareMovementRow,
                {
                    "number": self.next_share(),
                    "kind": "subscription",
                    "moved_on": DAY,
                    "shares": 1 + share,
                    "nominal_cents": 2000,
                },
            ),
            (tables.RegistrationRow, self._registration(other_id)),
            *self._at_event(contact_id, number),
        ]
        if self._was_member(contact_id):
            rows.append((tables.DepartureRow, {"left_on": DAY, "reason": "resigned"}))
        for row, values in rows:
            whose = {"contact_id": contact_id} if "contact_id" in table_of(row).c else {}
            self.insert(row, **whose, **values)

    def event(self) -> int:
        """Return the id of the one event."""
        more = {"state": "planned", "when_kind": "undated", "uid": "atelier@coopdesk"}
        return self.once(
            tables.EventRow, kind="workshop", title="Atelier", changed_at=NOW, **more
        )

    def register(self, contact_id: int) -> int:
        """Register a contact for the one event, paying for itself."""
        self._count += 1
        party_id = self.insert(tables.EventPartyRow, event_id=self.event(), payer_id=contact_id)
        return self.insert(
            tables.EventRegistrationRow,
            event_id=self.event(),
            number=self._count,
            party_id=party_id,
            contact_id=contact_id,
            state="registered",
            source="manual",
            registered_at=NOW,
            badge_code=f"CODE{self._count:04}",
        )

    def _at_event(
        self, contact_id: int, number: int
    ) -> list[tuple[type[SQLModel], dict[str, Any]]]:
        """Return what a contact is at the one event, to which it is registered."""
        self.register(contact_id)
        event_id, name = self.event(), f"Lieu {self._count}"
        report_id = self.once(tables.EventReportRow, event_id=event_id)
        role = {"role": "speaker", "subject": f"Sujet {number % 2}"}
        decision = {"kind": "decision", "text": f"Décision {number}", "position": number}
        group = {"kind": "group", "name": name, "sort_key": name, "referent_id": contact_id}
        return [
            (tables.EventRoleRow, {"event_id": event_id, "position": number, **role}),
            (tables.EventReportItemRow, {"report_id": report_id, **decision}),
            (tables.VenueRow, {"name": name, "name_key": name, "capacity": 30}),
            (tables.WorkingGroupRow, {**group, "bearer_id": contact_id}),
        ]

    def _was_member(self, contact_id: int) -> bool:
        """Tell whether somebody may leave: a departure of nobody is never recorded."""
        person = table_of(tables.MembershipPersonRow)
        with self.units.database.reading() as connection:
            query = person.select().where(person.c.contact_id == contact_id)
            return connection.execute(query).first() is not None

    def once(self, row: type[SQLModel], **values: Any) -> int:
        """Return the id of the first row of a table, which is stored if there is none."""
        table = table_of(row)
        with self.units.database.reading() as connection:
            found = connection.execute(table.select()).first()
        return found.id if found else self.insert(row, **values)

    def next_share(self) -> int:
        """Return the number after the last movement of shares."""
        with self.units.database.reading() as connection:
            table = table_of(tables.ShareMovementRow)
            return len(connection.execute(table.select()).all()) + 1

    def _registration(self, other_id: int) -> dict[str, Any]:
        self._count += 1
        return {
            "kind": "registration",
            "source": "helloasso",
            "outside_key": str(self._count),
            "registered_on": DAY,
            "payer_id": other_id,
            "answers": "{}",
        }


def _point(number: int) -> dict[str, Any]:
    email = f"p{number % 2}@example.org"
    return {"kind": "email", "value": email, "value_key": email, "label": ""}


def _blank(column: Any) -> Any:
    if column.nullable:
        return None
    kind = column.type.python_type
    return TODAY if kind is dt.date else kind() if kind in {int, bool} else ""
