"""An agreement says in plain words whether it goes on, and by when to stop or renew it."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.agreements import Agreement, AgreementState, NewAgreement, Renewal
from coopdesk.wording.agreement_advice import advice_text

TODAY = dt.date(2026, 6, 15)
YEAR = {
    "state": AgreementState.SIGNED,
    "starts_on": dt.date(2026, 1, 1),
    "ends_on": dt.date(2026, 12, 31),
}
ENDLESS = {"state": AgreementState.SIGNED, "starts_on": dt.date(2026, 1, 1)}
PAST = {**YEAR, "starts_on": dt.date(2025, 1, 1), "ends_on": dt.date(2025, 12, 31)}


def plain(text: str) -> str:
    """Return text with plain spaces."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, "imprimez-la"),
        ({"state": AgreementState.SENT}, "quand elle revient signée"),
        (
            {**YEAR, "renewal": Renewal.TACIT, "notice_months": 3},
            "Sinon, elle repart d’elle-même le 01/01/2027 pour 12 mois.",
        ),
        ({**YEAR, "renewal": Renewal.EXPRESS}, "le 31/12/2026 si les deux"),
        ({**PAST, "renewal": Renewal.EXPRESS}, "arrêtée le 31/12/2025"),
        (YEAR, "d’elle-même le 31/12/2026"),
        (ENDLESS, "y mette fin."),
        ({**ENDLESS, "notice_months": 2}, "en prévenant 2 mois"),
    ],
)
def test_what_happens_next_is_said_with_its_days(content, said):
    agreement = Agreement(1, NewAgreement(1, "Convention", **content), "Mairie de Brume")
    assert said in plain(advice_text(agreement, TODAY))


def test_nothing_is_left_to_say_of_one_that_ended_or_was_renewed():
    ended = NewAgreement(1, "Convention", **{**YEAR, "state": AgreementState.ENDED})
    assert advice_text(Agreement(1, ended, "Mairie de Brume"), TODAY) == ""
    renewed = Agreement(1, NewAgreement(1, "Convention", **YEAR), "Mairie", is_renewed=True)
    assert advice_text(renewed, TODAY) == ""
