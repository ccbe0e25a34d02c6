"""Use cases around what a donor gave over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.donor_statement_pdf import draw_donor_statement
from coopdesk.domain.receipt_review import review_gifts
from coopdesk.domain.statements import DonorStatement, statement_years
from coopdesk.domain.tax_effect import AID_CATEGORY
from coopdesk.services.paper_house import house_of
from coopdesk.services.receipt_review import house_of as review_house
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.storage.unit_of_work import Units, Work


class StatementService:
    """Say what somebody gave, year by year, with receipts and tax effect as information."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def statement(self, contact_id: int) -> DonorStatement:
        """Return what a contact gave, also under contacts merged into it, newest year first.

        Raises:
            NotFoundError: the contact is gone.
        """
        with self._units.read() as work:
            return _statement(work, contact_id)

    def write(self, contact_id: int, path: Path) -> Path:
        """Write the statement as a PDF.

        Raises:
            NotFoundError: the contact is gone. RuleError: ``paper.no_association``.
            ExternalError: the disk or the folder is in the way; an old file is intact.
        """
        with self._units.read() as work:
            association = house_of(work)
            statement = _statement(work, contact_id)
            address = work.contacts.get(contact_id).profile.address
            figures = work.legal.figures().on(self._today())
        paper = draw_donor_statement(
            statement, association, figures, self._today(), _one_line(address)
        )
        return save(path, paper)


def _statement(work: Work, contact_id: int) -> DonorStatement:
    contact = work.contacts.get(contact_id)
    house, association = review_house(work), work.association.get()
    lines = review_gifts(work.review.of_contact(contact_id), house)
    is_aid = association is not None and association.category == AID_CATEGORY
    years = statement_years(lines, house.figures, is_aid=is_aid)
    return DonorStatement(contact.id, contact.display_name, years)


def _one_line(address: PostalAddress) -> str:
    parts = (address.street, address.complement, address.town_line)
    return ", ".join(part for part in parts if part)
