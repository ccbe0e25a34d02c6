"""Use cases around papers of partners: sheet, convention and its text, summary, network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.agreement_pdf import draw_agreement
from coopdesk.documents.agreement_summary_pdf import draw_agreement_summary
from coopdesk.documents.network_workbook import write_network
from coopdesk.documents.partner_sheet_pdf import draw_partner_sheet
from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.domain.partner_papers import AgreementPaper, AgreementSummary, NetworkPaper
from coopdesk.domain.partner_texts import PartnerTextKind, checked_terms
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.paper_house import house_of
from coopdesk.services.partner_reading import (
    agreement_matter,
    agreement_on,
    parties_of,
    partner_paper,
    with_our_signatory,
)
from coopdesk.services.partner_texts import PARTNER_TEXTS, usual_place, written_agreement
from coopdesk.services.partners import PartnerService
from coopdesk.services.saving import save
from coopdesk.wording.language import in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.letter_templates import FilledText
    from coopdesk.storage.unit_of_work import Units, Work


class PartnerPaperService:
    """Papers about partners, in French whatever the language of the window.

    Each raises NotFoundError when what it is about is gone, RuleError
    ``paper.no_association``.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
        self._partners = PartnerService(units, today)

    def sheet_pdf(self, partner_id: int) -> bytes:
        """Return the sheet of a partner, one page."""
        sheet = self._partners.sheet(partner_id)
        with self._units.read() as work, in_french():
            paper = partner_paper(work, sheet, self._today())
        with in_french():
            return draw_partner_sheet(paper)

    def network_workbook(self, first: dt.date, last: dt.date) -> bytes:
        """Return who takes part in what during some days, a row a partner.

        Raises:
            RuleError: ``partner.days_reversed``.
        """
        rows = tuple(self._partners.network(first, last))
        with self._units.read() as work:
            house = house_of(work)
        with in_french():
            return write_network(NetworkPaper(house, self._today(), first, last, rows))

    def agreement_pdf(self, agreement_id: int) -> bytes:
        """Return the convention with its text filled in and a box for each who signs.

        Raises:
            RuleError: ``letter.unknown_blank`` in its text, ``paper.unprintable_character``.
        """
        today = self._today()
        with self._units.read() as work:
            house = house_of(work)
            matter = agreement_matter(work, agreement_id, today)
            agreement = with_our_signatory(house, matter.agreement)
            contact = work.contacts.get(agreement.content.contact_id)
            text = written_agreement(house, _content_of(work, agreement), matter, today)
        sides = parties_of(house, contact, agreement)
        with in_french():
            return draw_agreement(AgreementPaper(house, today, agreement, sides, text.body))

    def agreement_summary_pdf(self, agreement_id: int) -> bytes:
        """Return an agreement on one page: days, renewal, notice, who owes what."""
        today = self._today()
        with self._units.read() as work:
            house = house_of(work)
            matter = agreement_matter(work, agreement_id, today)
        paper = agreement_on(matter.agreement, today)
        with in_french():
            return draw_agreement_summary(
                AgreementSummary(house, today, paper, matter.commitments)
            )

    # the text of a convention

    def terms(self, agreement_id: int) -> str:
        """Return the text of a convention with its blanks: its own, or the usual one."""
        with self._units.read() as work:
            return _content_of(work, work.agreements.get(agreement_id)).body

    def usual_text(self, agreement_id: int) -> int:
        """Return the place of the text that conventions of this kind usually have."""
        with self._units.read() as work:
            return usual_place(work, work.agreements.get(agreement_id).content.kind)

    def read_terms(self, agreement_id: int, terms: str) -> FilledText:
        """Return how a text reads for an agreement, its blanks filled; changes nothing.

        Raises:
            RuleError: ``letter.unknown_blank``, ``letter.text_missing``, ``text.too_long``.
        """
        content = _template(checked_terms(terms))
        today = self._today()
        with self._units.read() as work:
            matter = agreement_matter(work, agreement_id, today)
            return written_agreement(house_of(work), content, matter, today)

    def keep_terms(self, agreement_id: int, terms: str) -> Outcome[Agreement]:
        """Keep the text of a convention with its blanks; empty for the usual one again.

        Raises:
            RuleError: ``letter.unknown_blank``, ``text.too_long``.
        """
        cleaned = checked_terms(terms)
        with self._units.write("agreement.changed") as work:
            known = work.agreements.get(agreement_id)
            work.recorder.relabel(title=known.content.title)
            work.agreements.change(agreement_id, replace(known.content, terms=cleaned))
            made = work.agreements.get(agreement_id)
            work.commit()
        return changed(made, Subject.PARTNERS)

    def save(self, path: Path, content: bytes) -> Path:
        """Write a paper to a file, whole or not at all.

        Raises:
            ExternalError: the disk, the folder or a permission is in the way.
        """
        return save(path, content)


def _content_of(work: Work, agreement: Agreement) -> LetterTemplate:
    if agreement.content.terms:
        return _template(agreement.content.terms)
    place = usual_place(work, agreement.content.kind)
    return PARTNER_TEXTS.at(work, PartnerTextKind.AGREEMENT, place).content


def _template(terms: str) -> LetterTemplate:
    return LetterTemplate("", "", "{convention}", terms)
