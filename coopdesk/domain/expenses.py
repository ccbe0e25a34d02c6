"""What volunteers spent for the association: sheets of expenses, refunded or waived (RF-54)."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.mileage import METRES, MOST_METRES, VehicleKind
from coopdesk.domain.money import ZERO, Money, parse_amount, total
from coopdesk.domain.text import clean_line

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.mileage import Band, YearSoFar

TITLE_LIMIT = 120
LABEL_LIMIT = 160
NOTE_LIMIT = 500
_MOST_POWER = 200
_FIRST_YEAR = 1901


class ExpenseKind(enum.Enum):
    """What money was spent on; MILEAGE is the own vehicle, by the scale."""

    MILEAGE = "mileage"
    TRANSPORT = "transport"
    TOLL = "toll"
    LODGING = "lodging"
    MEAL = "meal"
    SUPPLIES = "supplies"
    POST = "post"
    OTHER = "other"


class ExpenseState(enum.Enum):
    """A draft, or how it was settled: given to the association, or refunded."""

    DRAFT = "draft"
    WAIVED = "waived"
    REIMBURSED = "reimbursed"


class SettlingWarning(enum.Enum):
    """What a person should know before a sheet is settled; nothing of it forbids it."""

    OTHER_YEAR = "other_year"
    NO_VOUCHER = "no_voucher"
    NO_SIGNED_WAIVER = "no_signed_waiver"
    NO_ADDRESS = "no_address"


@dataclass(frozen=True, slots=True)
class NewVehicle:
    """A volunteer's own vehicle; ``power`` is its fiscal power in CV, 0 for a moped."""

    owner_id: int
    label: str
    kind: VehicleKind = VehicleKind.CAR
    power: int = 0
    is_electric: bool = False


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A recorded vehicle; ``is_settled`` once its kilometres count on a settled sheet."""

    id: int
    content: NewVehicle
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class NewExpenseLine:
    """An expense with its ``amount``, or a trip: a vehicle and ``metres`` there and back.

    ``id`` names the stored line that it is, so that its vouchers stay with it.
    """

    spent_on: dt.date
    kind: ExpenseKind
    label: str
    amount: Money = ZERO
    vehicle_id: int | None = None
    metres: int = 0
    id: int | None = None


@dataclass(frozen=True, slots=True)
class NewExpenseSheet:
    """The expenses of a volunteer as typed; ``title`` says what they were for.

    ``activity_id`` is the activity that they are part of, for the books.
    """

    volunteer_id: int
    title: str
    lines: tuple[NewExpenseLine, ...] = ()
    note: str = ""
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """A line with what it is worth: of a trip its share of the year (RF-55)."""

    id: int
    content: NewExpenseLine
    amount: Money


@dataclass(frozen=True, slots=True)
class MileageShare:
    """The kilometres of one vehicle and calendar year on a sheet, and how they are counted.

    ``reached`` is the scale of the year's total, ``before`` what settled sheets hold of it;
    ``band`` and ``electric_percent`` made ``reached``. ``amount`` is what the sheet adds.
    """

    vehicle: Vehicle
    year: int
    metres: int
    before: YearSoFar
    reached: Money
    amount: Money
    band: Band
    electric_percent: int
    since: dt.date

    @property
    def is_explained(self) -> bool:
        """Tell whether the amount is the total less what came before.

        It is not where a sheet that was settled in between was taken back.
        """
        return self.amount == self.reached - self.before.amount


@dataclass(frozen=True, slots=True)
class ExpenseSheet:
    """A recorded sheet.

    ``donation_id`` is the gift that a waiver made, ``receipt_number`` that of the living
    receipt that holds it, ``payment_id`` the refund. ``activity`` names what it is part of.
    """

    id: int
    content: NewExpenseSheet
    volunteer_name: str
    state: ExpenseState
    settled_on: dt.date | None
    lines: tuple[ExpenseLine, ...]
    mileage: tuple[MileageShare, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    donation_id: int | None = None
    payment_id: int | None = None
    receipt_number: str = ""
    activity: str = ""

    @property
    def total(self) -> Money:
        """What all lines are worth."""
        return total(line.amount for line in self.lines)

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day of an expense, None without a line."""
        days = [line.content.spent_on for line in self.lines]
        return (min(days), max(days)) if days else None

    @property
    def is_draft(self) -> bool:
        """Tell whether it may still change."""
        return self.state is ExpenseState.DRAFT


@dataclass(frozen=True, slots=True)
class ExpenseSheetLine:
    """One row of the list of sheets; ``first_on`` is None for a sheet without a line."""

    id: int
    volunteer_id: int
    volunteer_name: str
    title: str
    state: ExpenseState
    first_on: dt.date | None
    last_on: dt.date | None
    settled_on: dt.date | None
    amount: Money
    vouchers: int
    metres: int = 0
    receipt_number: str = ""


@dataclass(frozen=True, slots=True)
class ExpenseFilter:
    """Which sheets to show; ``year`` is that of a line. ``sort``: date, volunteer, title."""

    state: ExpenseState | None = None
    text: str = ""
    volunteer_id: int | None = None
    year: int | None = None
    sort: str = "date"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Settling:
    """What settling a sheet on a day would do: the amount, and what to know before."""

    amount: Money
    settled_on: dt.date
    warnings: tuple[SettlingWarning, ...]


def checked_vehicle(new: NewVehicle) -> NewVehicle:
    """Return a vehicle cleaned.

    Raises:
        RuleError: ``vehicle.label_missing``, ``vehicle.power_missing`` or ``text.too_long``.
        FieldErrors: several of them.
    """
    checks = FieldChecks()
    label = checks.line(new.label, "label", TITLE_LIMIT)
    if not label and not checks.is_wrong("label"):
        checks.refuse("vehicle.label_missing", "label")
    has_power = new.kind is not VehicleKind.MOPED
    if has_power and not 1 <= new.power <= _MOST_POWER:
        checks.refuse("vehicle.power_missing", "power")
    checks.finish()
    return replace(new, label=label, power=new.power if has_power else 0)


def checked_sheet(new: NewExpenseSheet, today: dt.date) -> NewExpenseSheet:
    """Return a sheet cleaned; a draft may have no line yet.

    Raises:
        RuleError: ``expense.title_missing``, or a line is wrong, which ``line`` counts from 1.
        FieldErrors: several are.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title and not checks.is_wrong("title"):
        checks.refuse("expense.title_missing", "title")
    note = checks.text(new.note, "note", NOTE_LIMIT)
    lines = tuple(
        _checked_line(checks, line, number, today)
        for number, line in enumerate(new.lines, start=1)
    )
    checks.finish()
    return replace(new, title=title, note=note, lines=lines)


def _checked_line(
    checks: FieldChecks, new: NewExpenseLine, number: int, today: dt.date
) -> NewExpenseLine:
    field = f"line{number}"
    label = checks.line(new.label, field, LABEL_LIMIT)
    if not label:
        checks.refuse("expense.label_missing", field, line=number)
    if new.spent_on > today:
        checks.refuse("expense.in_the_future", field, line=number, day=new.spent_on)
    if new.spent_on.year < _FIRST_YEAR:
        checks.refuse("expense.too_old", field, line=number, day=new.spent_on)
    if new.kind is ExpenseKind.MILEAGE:
        _check_trip(checks, new, number)
        return replace(new, label=label, amount=ZERO)
    if new.amount.cents <= 0:
        checks.refuse("expense.amount_not_positive", field, line=number)
    return replace(new, label=label, vehicle_id=None, metres=0)


def _check_trip(checks: FieldChecks, new: NewExpenseLine, number: int) -> None:
    if new.vehicle_id is None:
        checks.refuse("expense.vehicle_missing", f"line{number}", line=number)
    if not 0 < new.metres <= MOST_METRES:
        checks.refuse("expense.distance_not_positive", f"line{number}", line=number)


def check_settling(sheet: ExpenseSheet, on: dt.date, today: dt.date) -> None:
    """Refuse to settle a sheet on a day.

    Raises:
        RuleError: ``expense.settled``, ``expense.nothing_to_settle``,
        ``expense.settled_in_the_future`` or ``expense.settled_too_early``.
    """
    if not sheet.is_draft:
        raise RuleError("expense.settled")
    if sheet.days is None or not sheet.total:
        raise RuleError("expense.nothing_to_settle")
    if on > today:
        raise RuleError("expense.settled_in_the_future", field="settled_on", day=on)
    last = sheet.days[1]
    if on < last:
        raise RuleError("expense.settled_too_early", field="settled_on", day=last)


def lines_without_voucher(sheet: ExpenseSheet) -> list[ExpenseLine]:
    """Return the expenses that no voucher proves; the scale proves those of trips.

    A voucher that is kept with the whole sheet may be for any of them.
    """
    proofs = [each for each in sheet.attachments if each.is_voucher]
    if any(each.line_id is None for each in proofs):
        return []
    proven = {each.line_id for each in proofs}
    paid = (x for x in sheet.lines if x.content.kind is not ExpenseKind.MILEAGE)
    return [line for line in paid if line.id not in proven]


def parse_distance(text: str) -> int:
    """Read kilometres as a person writes them (``12,5``, ``1 240 km``, ``=2*45``) in metres.

    Raises:
        RuleError: ``expense.distance_unreadable``.
    """
    plain = clean_line(text).lower().removesuffix("km")
    try:
        # Written like an amount with two decimals, the last of which is ten metres.
        return parse_amount(plain).cents * METRES // 100
    except RuleError as error:
        raise RuleError(
            "expense.distance_unreadable", field="distance", text=text[:40]
        ) from error
