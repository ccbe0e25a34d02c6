"""Every duty has a sentence, a button and a title, in French like all the rest."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

import coopdesk
from coopdesk.domain.duties import Duty, DutyState
from coopdesk.domain.money import Money
from coopdesk.wording.duties import (
    DUTY_TEXTS,
    DUTY_TITLES,
    calendar_text,
    duty_text,
    duty_title,
    duty_verb,
    source_text,
)

SERVICES = Path(coopdesk.__file__).parent / "services"
CODE = re.compile(r'"([a-z]+\.[a-z_]+)"')
VALUES = {
    "amount": Money(12_50),
    "count": 3,
    "day": dt.date(2026, 11, 22),
    "drafts": 1,
    "name": "Commune des Rives",
    "text": "Salle du bas",
    "title": "Assemblée",
    "year": 2026,
}


def codes():
    """Return the codes of duties that the services tell."""
    found = set()
    for path in sorted(SERVICES.glob("duty_*.py")):
        found |= set(CODE.findall(path.read_text(encoding="utf-8")))
    return sorted(found)


def test_services_tell_duties_of_many_kinds():
    assert len(codes()) > 20
    assert set(DUTY_TEXTS) <= set(codes())


@pytest.mark.parametrize("code", codes())
def test_duty_is_said_in_a_whole_sentence_and_has_a_button(code):
    duty = Duty(code, DutyState.SOON, values=VALUES)
    said = duty_text(duty)
    assert said not in {code, duty_title(code)}
    assert not re.search(r"[{}]", said)
    assert said[0].isupper() or said[0] in "«3"
    assert duty_verb(duty)


def test_one_and_many_are_told_apart():
    one = Duty("members.renew", DutyState.SOON, values={**VALUES, "count": 1})
    many = Duty("members.renew", DutyState.SOON, values={**VALUES, "count": 1_200})
    assert duty_text(one) == "1 adhésion est à renouveler."
    assert duty_text(many) == "1\u202f200 adhésions sont à renouveler."


def test_quotation_marks_of_a_title_are_inner_ones():
    values = {**VALUES, "title": "Convention «\u00a0Lieux ouverts\u00a0»"}
    said = duty_text(Duty("grants.apply", DutyState.SOON, values=values))
    assert "«\u00a0Convention “Lieux ouverts”\u00a0»" in said


def test_duty_of_the_calendar_is_called_by_its_title():
    told = {"year": "2026", "remark": "Sauf si…"}
    duty = Duty("accounts.close", DutyState.LATER, "2026", values=told)
    assert duty_text(duty) == duty_title("accounts.close") == "Clôturer l’exercice"
    assert calendar_text(duty) == "Clôturer l’exercice (2026)"
    assert "accounts.close" in DUTY_TITLES


def test_source_says_how_sure_it_is_and_a_date_of_our_own_has_none():
    duty = Duty("x", DutyState.LATER, source="Vos statuts", confidence="K")
    assert source_text(duty) == "Vos statuts (À vérifier\xa0: texte officiel non relu)"
    assert source_text(Duty("own.1", DutyState.LATER)) == ""
