"""Certificates: one page each, who certifies what, and never a receipt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.documents.membership_certificate_pdf import draw_membership_certificate
from coopdesk.documents.share_certificate_pdf import draw_share_certificate
from coopdesk.domain.contacts import Civility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_papers import MembershipCertificate, ShareCertificate
from coopdesk.domain.members import FOR_EVER, Period
from coopdesk.domain.money import Money
from tests.documents.member_people import DAY, HOUSE, LONG_NAME, YEAR, letters_of, pages_of

LINES = ("Madame Élodie Lefèvre", "12 RUE DES LILAS", "44000 NANTES")
MEMBER = MembershipCertificate(
    HOUSE,
    DAY,
    "Élodie Lefèvre",
    YEAR,
    Civility.MADAM,
    LINES,
    "0042",
    "Solidaire",
    "Usager·es",
    Money(2_500),
    dt.date(2026, 2, 1),
)
SHARES = ShareCertificate(
    HOUSE,
    DAY,
    dt.date(2026, 10, 31),
    "Marc Petit",
    12,
    Money(5_000),
    Civility.SIR,
    LINES,
    "0007",
)


def test_a_membership_is_certified_with_its_period_and_fee() -> None:
    [page] = pages_of(draw_membership_certificate(MEMBER))
    for text in (
        "12 RUE DES LILAS 44000 NANTES",
        "Nantes, le 22 novembre 2026",
        "Attestation d’adhésion",
        "Je soussigné·e Camille Aubry, trésorière, atteste au nom de l’association",
        "« La Coop des Rives » que Madame Élodie Lefèvre en est membre pour la période du 1er",
        "janvier 2026 au 31 décembre 2026.",
        "Numéro de membre : 0042. Adhésion : Solidaire. Collège : Usager·es.",
        "La cotisation de 25,00 € a été réglée le 1er février 2026.",
        "n’est pas un reçu fiscal",
        "La Coop des Rives — W442000001",
    ):
        assert text in page


def test_nothing_is_said_of_a_fee_that_is_not_paid() -> None:
    [page] = pages_of(draw_membership_certificate(replace(MEMBER, paid_on=None)))
    assert "cotisation" not in page


def test_a_membership_for_life_is_certified_without_an_end() -> None:
    life = replace(MEMBER, period=Period(dt.date(2020, 3, 1), FOR_EVER), number="", college="")
    [page] = pages_of(draw_membership_certificate(life))
    assert "membre depuis le 1er mars 2020, sans limite de durée." in page
    assert "Adhésion : Solidaire." in page


def test_the_association_certifies_where_nobody_is_named_to_sign() -> None:
    house = replace(HOUSE, signatory_name="", signatory_role="", signature=None, logo=None)
    [page] = pages_of(draw_membership_certificate(replace(MEMBER, association=house)))
    assert "L’association « La Coop des Rives » atteste que Madame Élodie Lefèvre" in page
    assert "soussigné" not in page


def test_shares_are_certified_as_capital_in_figures_and_words() -> None:
    [page] = pages_of(draw_share_certificate(SHARES))
    assert (
        "que Monsieur Marc Petit détient, au 31 octobre 2026, 12 parts sociales d’une valeur "
        "nominale de 50,00 € chacune, soit un capital souscrit de 600,00 € (six cents euros)."
    ) in page
    assert "Numéro de sociétaire : 0007." in page


def test_one_share_is_written_in_the_singular() -> None:
    [page] = pages_of(draw_share_certificate(replace(SHARES, shares=1)))
    assert "1 part sociale d’une valeur nominale de 50,00 €, soit" in page


def test_a_certificate_of_shares_is_never_called_a_gift() -> None:
    [page] = pages_of(draw_share_certificate(SHARES))
    assert " don" not in page.lower()
    assert "n’est pas un reçu fiscal" in page


@pytest.mark.parametrize("logo", [HOUSE.logo, None])
def test_long_names_stay_on_one_page_and_above_the_note(logo: object) -> None:
    house = replace(HOUSE, name="Association des habitantes et habitants " * 4, logo=logo)
    long = replace(
        MEMBER,
        association=house,
        name=f"{LONG_NAME} " * 8,
        type_name="Solidaire " * 40,
        lines=(LONG_NAME * 2, *LINES[1:], "BELGIQUE"),
    )
    content = draw_membership_certificate(long)
    assert len(pages_of(content)) == 1
    letters = letters_of(content)
    assert max(letter.right for letter in letters) <= 595.28 - 45
    assert min(letter.bottom for letter in letters) > 20


def test_a_character_that_cannot_be_printed_is_refused_with_the_name() -> None:
    with pytest.raises(RuleError, match=r"paper\.unprintable_character") as caught:
        draw_membership_certificate(replace(MEMBER, name="王 Lefèvre"))
    assert caught.value.values == {"character": "王", "name": "王 Lefèvre"}


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    letters = letters_of(draw_membership_certificate(MEMBER))
    block = [each for each in letters if each.left > 300 and each.bottom > 600]
    text = "".join(each.char for each in block)
    assert text == "".join("".join(LINES).split())
    # A DL window: 100 x 35 mm, 20 mm from the right edge of the envelope.
    assert min(each.left for each in block) >= 100 * 72 / 25.4
    assert max(each.top for each in block) <= 841.89 - 45 * 72 / 25.4
    assert min(each.bottom for each in block) >= 841.89 - 90 * 72 / 25.4
