"""Fills texts to donors: one for the gifts of somebody, or for the receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import donor_templates
from coopdesk.documents.receipt_texts import hard_spaced
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.donor_letters import (
    DONOR_BLANKS,
    DonorTextKind,
    DonorValues,
)
from coopdesk.domain.letter_templates import FilledText, filled
from coopdesk.domain.money import total
from coopdesk.services.letter_texts import LetterTexts, TextKind
from coopdesk.services.outcome import Subject
from coopdesk.services.reminder_letters import joined
from coopdesk.wording.formats import day_long, french_euros

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.association import Association
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.donor_letters import GiftToThank
    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.storage.receipt_paper_store import KeptReceipt

# Letters are in French, whatever the language of the window.
_FRENCH = "fr"

# A monthly donor is not read twelve days out.
_MOST_DAYS = 3


def _proposed_thanks() -> tuple[LetterTemplate, ...]:
    return donor_templates(DonorTextKind.THANKS)


def _proposed_cover() -> tuple[LetterTemplate, ...]:
    return donor_templates(DonorTextKind.COVER)


DONOR_TEXTS = LetterTexts(
    {
        DonorTextKind.THANKS: TextKind("thanks", DONOR_BLANKS, _proposed_thanks),
        DonorTextKind.COVER: TextKind("cover", DONOR_BLANKS, _proposed_cover),
    },
    Subject.DONATIONS,
    "donor_text.reset",
)


class DonorWriter:
    """Fills one text for donors of an association."""

    def __init__(self, house: Association, template: LetterTemplate) -> None:
        self._house = house
        self._template = template

    def thanks(self, contact: Contact | None, gifts: Sequence[GiftToThank]) -> FilledText:
        """Return the text for gifts of one donor; a campaign is named if it is that of all."""
        years = sorted({gift.received_on.year for gift in gifts})
        totals = {gift.received_on.year: gift.total for gift in gifts}
        campaigns = [gift.campaign for gift in gifts]
        return self._filled(
            contact,
            gifts[0].donor_name,
            is_several=len(gifts) > 1,
            amount=french_euros(total(gift.amount for gift in gifts)),
            day=_days({gift.received_on for gift in gifts}),
            campaign=joined(campaigns) if all(campaigns) else "",
            year=joined(str(year) for year in years),
            year_total=french_euros(total(totals.values())),
        )

    def cover(self, contact: Contact | None, receipts: Sequence[KeptReceipt]) -> FilledText:
        """Return the text for receipts of one donor."""
        amount = french_euros(total(receipt.amount for receipt in receipts))
        return self._filled(
            contact,
            receipts[0].donor_name,
            is_several=len(receipts) > 1,
            amount=amount,
            year=joined(str(year) for year in sorted({x.year for x in receipts})),
            year_total=amount,
            receipt=joined(receipt.number_text for receipt in receipts),
            receipt_day=joined(day_long(x.issued_on, _FRENCH) for x in receipts),
        )

    def _filled(
        self, contact: Contact | None, name: str, *, is_several: bool, **words: str
    ) -> FilledText:
        profile = contact.profile if contact is not None else None
        is_person = profile is not None and profile.kind is ContactKind.PERSON
        values = DonorValues(
            civility=profile.civility if profile is not None and is_person else Civility.NONE,
            first_name=profile.first_name if profile is not None and is_person else "",
            last_name=profile.last_name if profile is not None and is_person else name,
            donor=name,
            association=self._house.name,
            purpose=self._house.purpose,
            signatory=self._house.signatory_name,
            role=self._house.signatory_role,
            is_several=is_several,
            **words,
        )
        text = filled(self._template, values)
        return FilledText(hard_spaced(text.subject), hard_spaced(text.body))


def _days(days: set[dt.date]) -> str:
    """Return days as a French sentence says them; many as the first « au » the last."""
    ordered = sorted(days)
    if len(ordered) > _MOST_DAYS:
        return f"{day_long(ordered[0], _FRENCH)} au {day_long(ordered[-1], _FRENCH)}"
    return joined(day_long(day, _FRENCH) for day in ordered)
