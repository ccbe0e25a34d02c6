"""What volunteers spent for the association, and the files that prove it."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, one_of


class VehicleRow(Row, table=True):
    """A vehicle whose kilometres count by the year."""

    __tablename__ = "vehicle"
    __table_args__ = (one_of("kind", ("car", "motorcycle", "moped")),)
    id: int | None = Field(default=None, primary_key=True)
    owner_id: int = Field(foreign_key="contact.id", index=True)
    label: str
    kind: str
    power: int
    is_electric: bool


class ExpenseSheetRow(Row, table=True):
    """The expenses of a volunteer: refunded, or waived as a gift.

    ``amount_cents`` is what was settled; null while a draft, whose lines are added up anew.
    """

    __tablename__ = "expense_sheet"
    __table_args__ = (
        one_of("state", ("draft", "waived", "reimbursed")),
        is_cents("amount_cents"),
        CheckConstraint("(state = 'draft') = (settled_on IS NULL)", name="settled_known"),
    )
    id: int | None = Field(default=None, primary_key=True)
    volunteer_id: int = Field(foreign_key="contact.id", index=True)
    title: str
    title_key: str
    state: str
    settled_on: dt.date | None
    amount_cents: int | None
    payment_id: int | None = Field(foreign_key="payment.id", index=True)
    note: str
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)


class ExpenseLineRow(Row, table=True):
    """One expense or one trip of a sheet; ``amount_cents`` of a trip is 0 until it is settled.

    ``metres`` is the way there and back, for trips in an own vehicle.
    """

    __tablename__ = "expense_line"
    __table_args__ = (
        one_of(
            "kind",
            ("mileage", "transport", "toll", "lodging", "meal", "supplies", "post", "other"),
        ),
        is_cents("amount_cents"),
        CheckConstraint("(kind = 'mileage') = (vehicle_id IS NOT NULL)", name="vehicle_known"),
        Index("ix_expense_line_vehicle_id", "vehicle_id", "spent_on"),
    )
    id: int | None = Field(default=None, primary_key=True)
    sheet_id: int = Field(foreign_key="expense_sheet.id", index=True)
    position: int
    spent_on: dt.date
    kind: str
    label: str
    amount_cents: int
    vehicle_id: int | None = Field(foreign_key="vehicle.id")
    metres: int


class AttachmentRow(Row, table=True):
    """A file kept with what it proves: a sheet, a gift, an entry, an agreement."""

    __tablename__ = "attachment"
    __table_args__ = (one_of("kind", ("voucher", "waiver", "deed", "other")),)
    id: int | None = Field(default=None, primary_key=True)
    file_id: int = Field(foreign_key="stored_file.id", index=True)
    kind: str
    name: str
    added_on: dt.date
    expense_sheet_id: int | None = Field(foreign_key="expense_sheet.id", index=True)
    expense_line_id: int | None = Field(foreign_key="expense_line.id", index=True)
    donation_id: int | None = Field(foreign_key="donation.id", index=True)
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    working_group_id: int | None = Field(
        default=None, foreign_key="working_group.id", index=True
    )
    agreement_id: int | None = Field(default=None, foreign_key="agreement.id", index=True)
    commitment_id: int | None = Field(default=None, foreign_key="commitment.id", index=True)
    grant_request_id: int | None = Field(
        default=None, foreign_key="grant_request.id", index=True
    )
