"""Whatever is done to grants in whatever order, both halves agree and all can be undone."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_request_steps import following_award
from coopdesk.domain.grant_requests import (
    Granting,
    NewInstalment,
    RequestPurpose,
    RequestState,
)
from coopdesk.domain.grants import GrantKind, NewGrantAward
from coopdesk.domain.money import Money, total
from tests.building import every_row, new_units
from tests.services.grant_office import ASKED_ON, GRANTED_ON, GrantOffice

STEPS = 30


class Clerk:
    """Does something to some grant, often what is refused."""

    def __init__(self, office, seed):
        self.office = office
        self.dice = random.Random(seed)
        self.funders = [office.organisation(name) for name in ("Ville", "Région")]
        self.projects = [office.project(name) for name in ("Jardins", "Fours")]
        self.activities = [office.activity("Fête", "F"), None]

    def act(self):
        """Do one thing; return whether it was done."""
        names = [name for name in dir(self) if name.startswith("do_")]
        try:
            getattr(self, self.dice.choice(names))()
        except RuleError:
            return False
        return True

    def do_ask(self):
        self.office.request(f"Demande {self._any_number()}", **self._ties())

    def do_notify(self):
        new = NewGrantAward(f"Accord {self._any_number()}", self._amount(), GRANTED_ON)
        told = {"activity_id": self.dice.choice(self.activities), "note": "Reçu"}
        self.office.grants.notify(replace(new, funder_id=self._funder(), **told))

    def do_send(self):
        self.office.requests.send(self._request().id, ASKED_ON)

    def do_grant(self):
        plan = (NewInstalment("Acompte", self._amount()),)
        told = Granting(self._amount(), GRANTED_ON, instalments=self.dice.choice([plan, ()]))
        self.office.requests.grant(self._request().id, told)

    def do_refuse(self):
        self.office.requests.refuse(self._request().id, GRANTED_ON)

    def do_step_back(self):
        self.office.requests.reopen(self._request().id)

    def do_change_request(self):
        known = self._request()
        told = {"title": f"Titre {self._any_number()}", "note": "Changé"} | self._ties()
        self.office.requests.change(known.id, replace(known.content, **told))

    def do_change_award(self):
        known = self._award()
        told = {"kind": self.dice.choice(list(GrantKind)), "amount": self._amount()}
        usual = {"account": "", "receivable_account": ""}
        content = replace(known.content, title=f"Nom {self._any_number()}", **told, **usual)
        self.office.grants.change(known.id, content)

    def do_plan(self):
        plan = [NewInstalment("Part", self._amount()) for _ in range(self.dice.randrange(2))]
        self.office.requests.set_instalments(self._request().id, plan)

    def do_receive(self):
        known = self._request()
        if known.award is not None:
            self.office.receive(known, self.dice.randrange(1, 1_000), GRANTED_ON)

    def do_remove_request(self):
        self.office.requests.remove(self._request().id)

    def do_remove_award(self):
        self.office.grants.remove(self._award().id)

    def _request(self):
        return self.dice.choice(self.office.requests.all() or [self.office.request("Seule")])

    def _award(self):
        known = self.office.grants.all()
        if not known:
            raise RuleError("grant.missing")
        return self.dice.choice(known)

    def _ties(self):
        days = dt.date(2026, self.dice.randrange(1, 6), 1), dt.date(2026, 12, 31)
        return {
            "funder_id": self._funder(),
            "project_id": self.dice.choice([*self.projects, None]),
            "purpose": self.dice.choice(list(RequestPurpose)),
            "starts_on": days[0],
            "ends_on": days[1],
        }

    def _funder(self):
        return self.dice.choice([*self.funders, None])

    def _amount(self):
        return Money(self.dice.randrange(1, 500_000))

    def _any_number(self):
        return self.dice.randrange(1_000)


@pytest.mark.parametrize("seed", range(2))
def test_both_halves_of_grants_agree_and_every_step_is_undone(tmp_path, seed):
    with new_units(tmp_path / "office.coopdesk") as units:
        clerk = Clerk(GrantOffice(units), seed)
        start = every_row(units)
        done = [step for step in range(STEPS) if _acts(clerk)]
        assert len(done) > STEPS / 3
        while every_row(units) != start:
            clerk.office.operations.undo()
            _check(clerk.office)


def _acts(clerk):
    was_done = clerk.act()
    _check(clerk.office)
    return was_done


def _check(office):
    requests = office.requests.all()
    awarded = [one for one in requests if one.award is not None]
    assert sorted(one.award.id for one in awarded) == sorted(x.id for x in office.grants.all())
    for one in awarded:
        award, content = one.award.content, one.content
        assert one.state is RequestState.GRANTED
        assert content == following_award(content, award)
        assert total(x.content.amount for x in one.instalments) <= award.amount
        if content.project_id is not None:
            project = office.projects.get(content.project_id).content
            assert award.activity_id == project.activity_id is not None
    for one in set(requests) - set(awarded):
        assert one.state is not RequestState.GRANTED
