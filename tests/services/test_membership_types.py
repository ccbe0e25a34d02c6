"""Kinds of membership: named once, ordered by hand, put away without losing memberships."""

from __future__ import annotations

import pytest

from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.members import NewMembershipType
from coopdesk.domain.money import Money
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from tests.building import every_row, new_units, today


@pytest.fixture
def types(tmp_path):
    with new_units(tmp_path / "types.coopdesk") as units:
        yield MembershipTypeService(units, today)


def new(name, cents=2000, **more):
    return NewMembershipType(name, amount=Money(cents), **more)


def names(types, **more):
    return [one.content.name for one in types.list(**more)]


def test_types_keep_the_order_they_are_given(types):
    first, second, third = (types.add(new(name)).value for name in ("C", "A", "B"))
    assert names(types) == ["C", "A", "B"]
    types.move(third.id, -2)
    assert names(types) == ["B", "C", "A"]
    types.move(third.id, 9)
    assert names(types) == ["C", "A", "B"]
    types.archive([first.id])
    assert names(types) == ["A", "B"]
    assert names(types, archived=True) == ["A", "B", "C"]
    assert types.restore([first.id, second.id]).value in {1, 2}
    assert names(types) == ["C", "A", "B"]


def test_name_and_tariffs_mean_one_type(types):
    one = types.add(
        new("Adhésion réduite", outside_names=("Tarif réduit", "tarif REDUIT"))
    ).value
    assert one.content.outside_names == ("tarif REDUIT",)
    with pytest.raises(RuleError, match=r"tariff\.name_taken"):
        types.add(new("adhesion reduite"))
    with pytest.raises(RuleError, match=r"tariff\.outside_name_taken"):
        types.add(new("Autre", outside_names=("Tarif Réduit",)))
    types.change(one.id, new("Adhésion réduite", 1500))
    assert types.get(one.id).content.amount == Money(1500)


def test_wrong_fields_are_said_together(types):
    with pytest.raises(FieldErrors) as caught:
        types.add(new(" ", 0, months=0))
    assert {error.field for error in caught.value.errors} == {"name", "amount", "months"}
    with pytest.raises(NotFoundError, match=r"tariff\.missing"):
        types.get(7)


def test_undo_takes_a_new_type_away(tmp_path):
    with new_units(tmp_path / "types.coopdesk") as units:
        before = every_row(units)
        MembershipTypeService(units, today).add(new("Adhésion"))
        OperationService(units).undo()
        assert every_row(units) == before
