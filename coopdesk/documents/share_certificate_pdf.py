"""Print the certificate of cooperative shares: capital, never a gift (legal_fr GV-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.certificate_page import draw_certificate, long_day, signed_by
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.letter_templates import with_title
from coopdesk.wording.amount_words import amount_in_words
from coopdesk.wording.formats import french_euros, number_text

if TYPE_CHECKING:
    from coopdesk.domain.member_papers import ShareCertificate


def draw_share_certificate(said: ShareCertificate) -> bytes:
    """Return the certificate, one page.

    Raises:
        RuleError: ``paper.unprintable_character``, ``image.unreadable`` or ``amount.negative``.
    """
    texts, association = paper_texts("member_papers", "share_certificate"), said.association
    words = amount_in_words(said.amount, spelling_1990=association.words_1990)
    held = texts["one_share" if said.shares == 1 else "shares"]
    paragraphs = [
        texts["statement" if association.signatory_name else "unsigned"].format(
            signatory=signed_by(association),
            association=association.name,
            member=with_title(said.civility, said.name),
            day=long_day(said.held_on),
            held=held.format(
                count=number_text(said.shares),
                nominal=french_euros(said.nominal),
                amount=french_euros(said.amount),
                words=words,
            ),
        ),
        " ".join(
            texts[name].format(value=value)
            for name, value in (("number", said.number), ("college", said.college))
            if value
        ),
        texts["register"],
        texts["closing"],
    ]
    return draw_certificate(
        association,
        said.issued_on,
        (said.name, said.lines),
        texts["title"],
        ([each for each in paragraphs if each], texts["note"]),
    )
