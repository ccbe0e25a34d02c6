"""What an import is compared with, and what it will do with each row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.imports import KNOWN_BY_ORDER, PaymentRow, RowVerdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.contact_matching import KnownContact
    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.import_registrations import KnownRegistration
    from coopdesk.domain.imports import ImportRow, Payer


class KnownPayment(NamedTuple):
    """A payment learnt from the source before.

    ``frozen`` once a receipt rests on it or a gift of it went back; ``returned`` in that case,
    ``returned_whole`` when all of its money did; ``on_receipt`` while one names it.
    ``check_reason`` is why it waits.
    """

    id: int
    outside_ref: str | None
    order_ref: str | None
    payer_id: int | None
    outside_content: str
    state: str
    frozen: bool
    returned: bool = False
    returned_whole: bool = False
    cents: int = 0
    on_receipt: bool = False
    check_reason: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything an import is compared with.

    ``told`` are the rows of the file, by their line, as it has them without corrections: what
    the source says is told by them. ``references`` lead from what the source calls contacts to
    their ids.
    """

    contacts: Iterable[KnownContact]
    payments: Iterable[KnownPayment]
    registrations: Iterable[KnownRegistration]
    manual_payments: frozenset[tuple[int, int, str]]
    today: dt.date
    told: Mapping[int, ImportRow] = field(default_factory=dict)
    references: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class PlannedRow:
    """One row with its verdict.

    ``payer_id`` and ``member_id`` are contact ids; negative ones name ``Plan.new_contacts`` (-1
    is the first). ``completes`` is the payment that this row completes or changes, ``known_id``
    the registration. ``given_back_by`` are known payments by which the money of this one went
    back. ``left_out`` rows are shown and not written. Of a registration that another kind of
    file told, ``only_status`` is taken.
    """

    row: ImportRow
    verdict: RowVerdict
    reason: str = ""
    payer_id: int | None = None
    member_id: int | None = None
    completes: KnownPayment | None = None
    changes: frozenset[str] = frozenset()
    known_id: int | None = None
    content: str = ""
    left_out: bool = False
    given_back_by: tuple[int, ...] = ()
    only_status: bool = False

    @property
    def adds_money(self) -> bool:
        """Tell whether the row brings money that counts and was not known."""
        return self.verdict is RowVerdict.NEW and self.reason != KNOWN_BY_ORDER

    @property
    def joined(self) -> tuple[tuple[int, Mapping[str, str]], ...]:
        """Further rows of the file that the payment is made of: line, and as it stands."""
        return self.row.joined if isinstance(self.row, PaymentRow) else ()

    @property
    def verdict_of_joined(self) -> RowVerdict:
        """How those are judged: with their payment, which alone is for a person to check."""
        return RowVerdict.NEW if self.verdict is RowVerdict.DOUBTFUL else self.verdict


@dataclass(slots=True)
class Plan:
    """What will be written: the rows judged and the contacts to make.

    ``left_out`` are rows that a person set aside: shown with what they would be. ``told`` are
    the rows as the file has them, where some were corrected. ``references`` are what the source
    calls contacts.
    """

    rows: list[PlannedRow] = field(default_factory=list)
    left_out: list[PlannedRow] = field(default_factory=list)
    new_contacts: list[NewContact] = field(default_factory=list)
    completed_contacts: dict[int, Payer] = field(default_factory=dict)
    told: Mapping[int, ImportRow] = field(default_factory=dict)
    references: Mapping[str, int] = field(default_factory=dict)
