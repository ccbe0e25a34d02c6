"""Print the certificate that somebody is a member: an attestation d'adhésion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.certificate_page import draw_certificate, long_day, signed_by
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.letter_templates import with_title
from coopdesk.wording.formats import french_euros

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.member_papers import MembershipCertificate


def draw_membership_certificate(said: MembershipCertificate) -> bytes:
    """Return the certificate, one page.

    Raises:
        RuleError: ``paper.unprintable_character`` or ``image.unreadable``.
    """
    texts = paper_texts("member_papers", "membership_certificate")
    return draw_certificate(
        said.association,
        said.issued_on,
        (said.name, said.lines),
        texts["title"],
        (_paragraphs(said, texts), texts["note"]),
    )


def _paragraphs(said: MembershipCertificate, texts: Mapping[str, str]) -> list[str]:
    start = long_day(said.period.start)
    if said.period.is_for_life:
        period = texts["for_life"].format(start=start)
    else:
        period = texts["period"].format(start=start, end=long_day(said.period.end))
    paragraphs = [
        texts["statement" if said.association.signatory_name else "unsigned"].format(
            signatory=signed_by(said.association),
            association=said.association.name,
            member=with_title(said.civility, said.name),
            period=period,
        )
    ]
    details = [
        texts[name].format(value=value)
        for name, value in (
            ("number", said.number),
            ("type", said.type_name),
            ("college", said.college),
        )
        if value
    ]
    if details:
        paragraphs.append(" ".join(details))
    if said.paid_on and said.paid:
        amount = french_euros(said.paid)
        day = long_day(said.paid_on)
        paragraphs.append(texts["paid"].format(amount=amount, day=day))
    return [*paragraphs, texts["closing"]]
