"""Texts to partners: conventions and letters, which blanks they have, what fills them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.contacts import Civility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.letter_templates import (
    KeptText,
    LetterTemplate,
    addressed,
    checked_template,
)
from coopdesk.domain.partner_rules import TERMS_LIMIT
from coopdesk.domain.text import clean_text

if TYPE_CHECKING:
    from coopdesk.domain.letter_templates import FilledText

# Begins each item of a list that a blank stands for; nobody types it.
ITEM = "⁋"


# Where the letters that are proposed stand; an own one took the place of the one it was.
REQUEST, RENEWAL, NOTICE, THANKS, REMINDER = range(5)


class PartnerTextKind(enum.Enum):
    """What a text with partners is for; the codes are those of kept texts."""

    LETTER = "partner"
    AGREEMENT = "agreement"


PartnerText: TypeAlias = KeptText[PartnerTextKind]


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """How texts call an agreement; days, lengths and sums are already in words.

    ``effect`` says from when it counts, ``renewal`` is a sentence on what happens at the end.
    ``notice_by`` is the last day on which notice can reach the other; ``notice_ends_on`` when
    the agreement ends for who gives notice today.
    """

    title: str = ""
    reference: str = ""
    purpose: str = ""
    signed_on: str = ""
    starts_on: str = ""
    ends_on: str = ""
    effect: str = ""
    length: str = ""
    renewal: str = ""
    notice: str = ""
    notice_by: str = ""
    notice_ends_on: str = ""

    def named(self) -> dict[str, str]:
        """Return the values by the names of their blanks."""
        return {
            "convention": self.title,
            "référence": self.reference,
            "objet": self.purpose,
            "signature": self.signed_on,
            "début": self.starts_on,
            "fin": self.ends_on,
            "prise d’effet": self.effect,
            "durée": self.length,
            "reconduction": self.renewal,
            "préavis": self.notice,
            "dernier jour": self.notice_by,
            "fin du préavis": self.notice_ends_on,
        }


@dataclass(frozen=True, slots=True)
class PartnerValues:
    """What fills the blanks of a letter to a partner, or to somebody there."""

    civility: Civility = Civility.NONE
    first_name: str = ""
    last_name: str = ""
    partner: str = ""
    association: str = ""
    mission: str = ""
    agreement: AgreementWords = AgreementWords()
    commitment: str = ""
    due_on: str = ""
    amount: str = ""
    signatory: str = ""
    role: str = ""
    is_several: bool = False

    def named(self) -> dict[str, str]:
        """Return the values by the names of their blanks."""
        greeting = addressed(self.civility)
        if self.civility is Civility.NONE:
            # A letter to an organisation: nobody knows who will open it.
            greeting["salutation"] = f"{greeting['politesse']},"
        return {
            **greeting,
            "prénom": self.first_name,
            "nom": self.last_name,
            "partenaire": self.partner,
            "association": self.association,
            "but": self.mission,
            **self.agreement.named(),
            "engagement": self.commitment,
            "échéance": self.due_on,
            "montant": self.amount,
            "signataire": self.signatory,
            "fonction": self.role,
        }


@dataclass(frozen=True, slots=True)
class AgreementValues:
    """What fills the blanks of a convention.

    ``ours`` and ``theirs`` are what each side promised; ``giver`` and ``taker`` who lends what
    the convention is about; ``limit`` is the sum above which the law wants a convention.
    """

    association: str = ""
    mission: str = ""
    partner: str = ""
    agreement: AgreementWords = AgreementWords()
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    giver: str = ""
    taker: str = ""
    amount: str = ""
    limit: str = ""
    is_several: bool = False

    def named(self) -> dict[str, str]:
        """Return the values by the names of their blanks."""
        return {
            "association": self.association,
            "but": self.mission,
            "partenaire": self.partner,
            **self.agreement.named(),
            "nos engagements": _listed(self.ours),
            "engagements du partenaire": _listed(self.theirs),
            "prêteur": self.giver,
            "bénéficiaire": self.taker,
            "montant": self.amount,
            "seuil": self.limit,
        }


def _listed(items: tuple[str, ...]) -> str:
    return "".join(f"{ITEM}{item}" for item in items)


PARTNER_BLANKS: tuple[str, ...] = tuple(PartnerValues().named())
AGREEMENT_BLANKS: tuple[str, ...] = tuple(AgreementValues().named())
BLANKS_OF = {
    PartnerTextKind.LETTER: PARTNER_BLANKS,
    PartnerTextKind.AGREEMENT: AGREEMENT_BLANKS,
}


@dataclass(frozen=True, slots=True)
class PartnerLetterOrder:
    """A letter to write to a partner: which text, to whom there, about what.

    ``person_id`` is a contact inside the partner who reads it.
    """

    contact_id: int
    place: int = 0
    person_id: int | None = None
    agreement_id: int | None = None
    commitment_id: int | None = None


@dataclass(frozen=True, slots=True)
class PartnerMail:
    """What a partner is written: to whom, at which e-mail, and the text.

    ``has_address`` tells whether the post may find it.
    """

    contact_id: int
    name: str
    email: str
    text: FilledText
    has_address: bool = False


def checked_terms(text: str) -> str:
    """Return the text of a convention tidy; empty stays empty.

    Raises:
        RuleError: ``text.too_long``, ``letter.unknown_blank`` naming the blank.
    """
    cleaned = clean_text(text)
    if len(cleaned) > TERMS_LIMIT:
        raise RuleError("text.too_long", field="body", length=len(cleaned), limit=TERMS_LIMIT)
    if not cleaned:
        return ""
    template = LetterTemplate("", "", "{convention}", cleaned)
    return checked_template(template, AGREEMENT_BLANKS).body
