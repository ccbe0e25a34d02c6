"""Objectives in order, outputs, registers of action, and who signed the charter."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.groups import (
    NewGroup,
    NewObjective,
    NewOutput,
    ObjectiveKind,
    ObjectiveState,
    OutputKind,
    OutputState,
    Tagged,
)
from tests.building import TODAY, every_row, new_units, refused
from tests.services.group_office import GroupOffice


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield GroupOffice(units)


@pytest.fixture
def group_id(office):
    return office.groups.add(NewGroup("Compost")).value.id


def texts(office, group_id):
    return [x.content.text for x in office.groups.sheet(group_id).objectives]


def test_objectives_stay_in_the_order_that_people_give_them(office, group_id):
    made = [office.work.add_objective(group_id, NewObjective(x)).value.id for x in "ABC"]
    office.work.move_objective(made[2], -1)
    assert texts(office, group_id) == ["A", "C", "B"]
    office.operations.undo()
    assert texts(office, group_id) == ["A", "B", "C"]
    office.work.move_objective(made[0], 9)
    office.work.move_objective(made[2], -9)
    assert texts(office, group_id) == ["C", "B", "A"]


def test_objective_keeps_its_state_deliverable_and_day(office, group_id):
    made = office.work.add_objective(
        group_id,
        NewObjective(
            " Obtenir une loi ",
            ObjectiveKind.POLITICAL,
            ObjectiveState.REACHED,
            "un texte voté",
            dt.date(2026, 12, 31),
        ),
    ).value
    assert (made.content.text, made.content.reached_on) == ("Obtenir une loi", TODAY)
    back = NewObjective("Obtenir une loi", state=ObjectiveState.UNDER_WAY, reached_on=TODAY)
    assert office.work.change_objective(made.id, back).value.content.reached_on is None
    late = NewObjective("x", state=ObjectiveState.REACHED, reached_on=dt.date(2027, 1, 1))
    assert refused(office.work.change_objective, made.id, late) == ("objective.in_the_future")
    assert refused(office.work.add_objective, group_id, NewObjective("  ")) == (
        "objective.text_missing"
    )
    office.work.remove_objective(made.id)
    assert texts(office, group_id) == []
    with pytest.raises(NotFoundError):
        office.work.remove_objective(made.id)


def test_output_says_how_it_is_shared_and_who_has_seen_it(office, group_id):
    new = NewOutput(
        "Guide du compost",
        OutputKind.TOOL,
        OutputState.PUBLISHED,
        "CC-BY-SA",
        TODAY,
        "https://compost.test/guide",
    )
    made = office.work.add_output(group_id, new).value
    assert office.groups.sheet(group_id).outputs == (made,)
    changed = office.work.change_output(made.id, NewOutput("Guide")).value
    assert changed.content.state is OutputState.DRAFT
    assert refused(office.work.add_output, group_id, NewOutput("")) == "output.title_missing"
    office.work.remove_output(made.id)
    assert office.groups.sheet(group_id).outputs == ()


def test_usual_registers_are_offered_by_their_exact_names_and_never_forced(office):
    assert office.registers.all() == []
    assert office.registers.usual() == (
        "ÉCLAIRER, THÉORISER, CARTOGRAPHIER",
        "RELIER…",
        "APPUYER LE DÉVELOPPEMENT…",
    )
    office.registers.add("Relier…")
    assert len(office.registers.usual()) == 2
    assert office.registers.add_usual().value == 2
    assert office.registers.all()[0].name == "Relier…"
    assert office.registers.add_usual().value == 0


def test_groups_outputs_and_events_belong_to_registers(office, group_id):
    office.registers.add_usual()
    first, second, _third = (x.name for x in office.registers.all())
    output = office.work.add_output(group_id, NewOutput("Guide")).value
    event = office.event()
    office.registers.tag(Tagged.GROUP, group_id, [second, first.lower()])
    office.registers.tag(Tagged.OUTPUT, output.id, [second])
    office.registers.tag(Tagged.EVENT, event, [first])
    sheet = office.groups.sheet(group_id)
    assert sheet.registers == (first, second)
    assert sheet.outputs[0].registers == (second,)
    assert office.registers.names_of(Tagged.EVENT, event) == [first]
    assert [x.uses for x in office.registers.all()] == [2, 2, 0]
    assert office.registers.tag(Tagged.GROUP, group_id, [first]).value is True
    assert office.registers.tag(Tagged.GROUP, group_id, [first]).value is False
    assert refused(office.registers.tag, Tagged.GROUP, group_id, ["Danser"]) == (
        "register.unknown"
    )


def test_register_is_renamed_and_removed_with_its_tags(office, group_id):
    made = office.registers.add("Relier", "mettre en lien").value
    office.registers.add("Éclairer")
    office.registers.tag(Tagged.GROUP, group_id, ["Relier"])
    assert refused(office.registers.rename, made.id, "ECLAIRER") == "register.name_taken"
    assert refused(office.registers.add, " ") == "register.name_missing"
    office.registers.rename(made.id, "Relier les gens")
    assert office.groups.sheet(group_id).registers == ("Relier les gens",)
    before = every_row(office.units)
    office.registers.remove(made.id)
    assert office.groups.sheet(group_id).registers == ()
    office.operations.undo()
    assert every_row(office.units) == before


def test_registers_swap_names_and_one_takes_that_of_a_removed_one(office):
    ids = [office.registers.add(name).value.id for name in ("Relier", "Éclairer", "Appuyer")]
    before = every_row(office.units)
    one, two, three = ids
    office.registers.arrange({one: "Éclairer", two: "Appuyer", three: ""}, ("Relier",))
    assert [x.name for x in office.registers.all()] == ["Éclairer", "Appuyer", "Relier"]
    office.operations.undo()
    assert every_row(office.units) == before
    with pytest.raises(RuleError) as error:
        office.registers.arrange({one: "Théoriser", two: "théoriser"}, ())
    assert (error.value.code, error.value.field) == ("register.name_taken", f"name:{two}")
    with pytest.raises(RuleError) as error:
        office.registers.arrange({three: "relier"}, ())
    assert error.value.field == f"name:{three}"


def test_charter_is_signed_for_many_at_once_and_taken_back_at_once(office, group_id):
    for name in ("Atelier Que'Brume", "Fabrique de la Lune", "Les Sources"):
        office.groups.join(NewGroupMember(office.structure(name), "Compost"))
    parts = office.groups.sheet(group_id).parts
    before = every_row(office.units)
    count = office.work.sign_charter([x.id for x in parts[:2]], dt.date(2026, 2, 3)).value
    assert count == 2
    signed = [x.charter_signed_on for x in office.groups.sheet(group_id).parts]
    assert signed == [dt.date(2026, 2, 3), dt.date(2026, 2, 3), None]
    assert refused(office.work.sign_charter, [], TODAY) == "charter.nobody_chosen"
    assert refused(office.work.sign_charter, [parts[0].id], dt.date(2027, 1, 1)) == (
        "charter.in_the_future"
    )
    office.operations.undo()
    assert every_row(office.units) == before


def test_part_keeps_its_signature_when_its_role_changes(office, group_id):
    made = office.groups.join(NewGroupMember(office.person(), "Compost")).value
    office.work.sign_charter([made.id], TODAY)
    office.groups.change(
        made.id, NewGroupMember(made.content.contact_id, "Compost", "Trésorier")
    )
    (part,) = office.groups.sheet(group_id).parts
    assert (part.role, part.charter_signed_on, part.is_structure) == (
        "Trésorier",
        TODAY,
        False,
    )
