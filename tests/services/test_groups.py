"""Programmes, their chantiers and other groups: recorded, numbered, closed, taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.groups import (
    EventTie,
    GroupKind,
    GroupPurpose,
    NewGroup,
    NewObjective,
    NewOutput,
    ObjectiveState,
    Tagged,
)
from tests.building import TODAY, every_row, new_units
from tests.services.group_office import GroupOffice

SPRING = dt.date(2026, 4, 1)


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield GroupOffice(units)


def refused(call, *args, **more):
    with pytest.raises(RuleError) as error:
        call(*args, **more)
    return error.value


def test_programme_keeps_all_that_is_typed_of_it(office):
    noor, lune = office.person("Haddad", "Noor", email="noor@ailleurs.test"), 0
    lune = office.structure("Fabrique de la Lune")
    fund = office.structure("Fonds des Berges")
    new = NewGroup(
        "  Rives   communes ",
        GroupKind.PROGRAMME,
        purpose=GroupPurpose.NETWORK,
        description="Deux lignes\nbien rangées",
        audience="les riverains",
        origin="étude-action",
        url="https://rives.test/d%C3%A9marche",
        started_on=SPRING,
        initiator_id=fund,
        bearer_id=lune,
        referent_id=noor,
        referent_title="Référente",
        referent_organisation_id=lune,
        referent_email="contact@tout-autre.test",
        charter="Nous partageons.",
        charter_on=SPRING,
        ideas="une étude",
        people="douze bénévoles",
        funds="une subvention",
        sharing="licence libre",
    )
    made = office.groups.add(new).value
    assert made.content.name == "Rives communes"
    assert made.content.charter == "Nous partageons."
    assert (made.initiator, made.bearer) == ("Fonds des Berges", "Fabrique de la Lune")
    assert (made.referent, made.referent_organisation) == (
        "Noor Haddad",
        "Fabrique de la Lune",
    )
    assert made.contact_email == "contact@tout-autre.test"
    again = office.groups.edit(made.id, made.content).value
    assert again == made


def test_referent_without_an_address_for_the_group_is_written_to_at_their_own(office):
    noor = office.person("Haddad", "Noor", email="noor@ailleurs.test")
    made = office.groups.add(NewGroup("Compost", referent_id=noor)).value
    assert made.contact_email == "noor@ailleurs.test"


def test_what_is_wrong_is_said_beside_each_field(office):
    new = NewGroup(
        " ",
        GroupKind.CHANTIER,
        number=0,
        started_on=SPRING,
        ended_on=dt.date(2026, 3, 1),
        referent_email="noor",
    )
    with pytest.raises(FieldErrors) as error:
        office.groups.add(new)
    assert {one.code for one in error.value.errors} == {
        "group.name_missing",
        "group.programme_wanted",
        "group.number_wrong",
        "group.ends_before_start",
        "email.wrong",
    }
    assert "referent_email" in {one.field for one in error.value.errors}


def test_chantiers_are_numbered_as_they_come_and_may_change_places(office):
    programme = office.programme()
    water, air, earth = (office.chantier(name, programme) for name in ("Eau", "Air", "Sol"))
    lines = office.groups.lines(programme_id=programme)
    assert [(x.number, x.name, x.programme) for x in lines] == [
        (1, "Eau", "Rives communes"),
        (2, "Air", "Rives communes"),
        (3, "Sol", "Rives communes"),
    ]
    before = every_row(office.units)
    done = office.groups.order_chantiers(programme, [earth, water, air])
    assert done.value is None
    assert [x.name for x in office.groups.lines(programme_id=programme)] == [
        "Sol",
        "Eau",
        "Air",
    ]
    office.operations.undo()
    assert every_row(office.units) == before
    other = office.chantier("Feu", office.programme("Autre"))
    assert refused(office.groups.order_chantiers, programme, [earth, water, other]).code == (
        "group.other_chantiers"
    )


def test_chantier_without_a_number_has_its_own_or_the_next(office):
    programme = office.programme()
    water, air = (office.chantier(name, programme) for name in ("Eau", "Air"))
    known = office.groups.get(water).content
    assert office.groups.edit(water, replace(known, number=None)).value.content.number == 1
    plain = office.groups.add(NewGroup("Sol")).value
    new = replace(plain.content, kind=GroupKind.CHANTIER, parent_id=programme)
    assert office.groups.edit(plain.id, new).value.content.number == 3
    elsewhere = replace(known, parent_id=office.programme("Autre"), number=None)
    assert office.groups.edit(water, elsewhere).value.content.number == 1
    assert office.groups.get(air).content.number == 2


def test_number_of_another_chantier_is_refused_with_its_name(office):
    programme = office.programme()
    office.chantier("Eau", programme, number=4)
    error = refused(office.chantier, "Air", programme, number=4)
    assert (error.code, error.values["name"], error.field) == (
        "group.number_taken",
        "Eau",
        "number",
    )
    assert office.groups.get(office.chantier("Air", programme)).content.number == 5


def test_name_of_a_chantier_elsewhere_is_refused_with_the_cure(office):
    rives, monts = office.programme("Rives"), office.programme("Monts")
    office.chantier("Animation", rives)
    error = refused(office.chantier, "ANIMATION", monts)
    assert error.code == "group.name_taken_elsewhere"
    assert error.values["programme"] == "Rives"
    assert refused(office.chantier, "animation", rives).code == "group.name_taken"


def test_programme_is_part_of_none_and_keeps_its_kind_while_it_has_chantiers(office):
    rives = office.programme("Rives")
    eau = office.chantier("Eau", rives)
    inside = NewGroup("Sous", GroupKind.PROGRAMME, parent_id=rives)
    assert refused(office.groups.add, inside).code == "group.programme_on_top"
    assert refused(office.chantier, "Plus bas", eau).code == "group.no_programme"
    assert refused(office.groups.edit, rives, NewGroup("Rives")).code == "group.has_chantiers"
    assert refused(office.groups.delete, rives).values["count"] == 1


def test_structure_of_the_referent_is_an_organisation(office):
    new = NewGroup("Compost", referent_organisation_id=office.person())
    assert refused(office.groups.add, new).code == "group.organisation_wanted"


def test_ephemeral_group_closes_with_a_summary_and_goes_on_again(office):
    made = office.groups.add(NewGroup("DÉCOUVRIR", is_ephemeral=True, started_on=SPRING)).value
    assert refused(office.groups.close, made.id, TODAY).code == "group.summary_missing"
    early = dt.date(2026, 3, 1)
    assert refused(office.groups.close, made.id, early, "Fini").code == (
        "group.ends_before_start"
    )
    closed = office.groups.close(made.id, TODAY, " Une carte est née. ").value
    assert (closed.content.ended_on, closed.content.summary) == (TODAY, "Une carte est née.")
    assert refused(office.groups.close, made.id, TODAY, "x").code == "group.ended_already"
    opened = office.groups.reopen(made.id).value
    assert (opened.content.ended_on, opened.content.summary) == (None, "Une carte est née.")


def test_parts_end_with_their_group_and_go_on_with_it(office):
    group_id = office.groups.add(NewGroup("Compost")).value.id
    parts = {
        "stays": NewGroupMember(office.person("Roux"), "Compost", "", SPRING),
        "left": NewGroupMember(office.person("Noir"), "Compost", "", None, SPRING),
        "late": NewGroupMember(office.person("Vert"), "Compost", "", TODAY),
    }
    ids = {name: office.groups.join(new).value.id for name, new in parts.items()}
    before = every_row(office.units)
    on = TODAY - dt.timedelta(days=3)
    office.groups.close(group_id, on)
    ended = {part.id: part.content.ended_on for part in office.groups.members(group_id)}
    assert {name: ended[key] for name, key in ids.items()} == {
        "stays": on,
        "left": SPRING,
        "late": TODAY,  # nobody leaves before they came
    }
    office.groups.reopen(group_id)
    opened = {part.id: part.content.ended_on for part in office.groups.members(group_id)}
    assert {name: opened[key] for name, key in ids.items()} == {
        "stays": None,
        "left": SPRING,
        "late": None,
    }
    office.groups.close(group_id, on)
    office.operations.undo()
    assert every_row(office.units) == before


def test_ended_groups_leave_the_list_of_living_ones(office):
    old = office.groups.add(NewGroup("Ancien")).value
    office.groups.close(old.id, dt.date(2026, 1, 31))
    office.groups.add(NewGroup("Vivant"))
    assert [x.name for x in office.groups.lines(current_only=True)] == ["Vivant"]
    assert [x.name for x in office.groups.lines()] == ["Ancien", "Vivant"]


def test_list_counts_people_structures_and_the_objectives_of_chantiers(office):
    programme = office.programme()
    eau = office.chantier("Eau", programme)
    for contact in (office.person(), office.structure("Atelier Que'Brume")):
        office.groups.join(NewGroupMember(contact, "Rives communes"))
    gone = office.groups.join(NewGroupMember(office.person("Roux", "Léa"), "Rives communes"))
    office.groups.leave(gone.value.id, dt.date(2026, 1, 1))
    office.work.add_objective(eau, NewObjective("Une loi"))
    office.work.add_objective(eau, NewObjective("Un guide", state=ObjectiveState.REACHED))
    (line,) = office.groups.lines(GroupKind.PROGRAMME)
    assert (line.people, line.structures, line.total) == (1, 1, 3)
    assert (line.objectives, line.reached) == (2, 1)


def test_group_made_by_joining_is_a_plain_one(office):
    office.groups.join(NewGroupMember(office.person(), "Compost"))
    (line,) = office.groups.lines()
    group = office.groups.get(line.id)
    assert (group.content.kind, group.content.number) == (GroupKind.GROUP, None)


def test_group_goes_with_all_its_work_and_comes_back_whole(office):
    group_id = office.groups.add(NewGroup("Compost"), office.event()).value.id
    office.groups.join(NewGroupMember(office.person(), "Compost"))
    office.work.add_objective(group_id, NewObjective("Composter"))
    output = office.work.add_output(group_id, NewOutput("Guide")).value
    office.registers.add_usual()
    name = office.registers.all()[0].name
    office.registers.tag(Tagged.OUTPUT, output.id, [name])
    office.registers.tag(Tagged.GROUP, group_id, [name])
    before = every_row(office.units)
    office.groups.delete(group_id)
    with pytest.raises(NotFoundError):
        office.groups.get(group_id)
    assert office.registers.all()[0].uses == 0
    office.operations.undo()
    assert every_row(office.units) == before


def test_group_with_money_in_the_books_is_closed_not_deleted(office):
    group_id = office.groups.add(NewGroup("Compost")).value.id
    activity = office.work.ensure_activity(group_id).value
    assert (activity.name, activity.content.working_group_id) == ("Compost", group_id)
    assert office.work.ensure_activity(group_id).value == activity
    assert office.groups.sheet(group_id).activity_id == activity.id
    assert refused(office.groups.delete, group_id).values["activity"] == "Compost"


def test_activity_of_a_group_shares_its_name_with_no_other(office):
    first = office.groups.add(NewGroup("Compost")).value.id
    office.work.ensure_activity(first)
    office.groups.rename(first, "Terreau")
    second = office.groups.add(NewGroup("Compost")).value.id
    assert office.work.ensure_activity(second).value.name == "Compost (2)"


def test_event_that_a_group_was_born_at_stands_first(office):
    born, held = office.event("Naissance"), office.event("Suite", dt.date(2026, 1, 5))
    group_id = office.groups.add(NewGroup("Compost"), born).value.id
    office.work.tie_event(group_id, held, EventTie.HOST)
    office.work.tie_event(group_id, held, EventTie.HOST)
    told = [(x.title, x.tie) for x in office.groups.sheet(group_id).events]
    assert told == [("Naissance", EventTie.ORIGIN), ("Suite", EventTie.HOST)]
    office.work.untie_event(group_id, held, EventTie.HOST)
    assert [x.title for x in office.groups.sheet(group_id).events] == ["Naissance"]
    with pytest.raises(NotFoundError):
        office.work.tie_event(group_id, 999, EventTie.HOST)


def test_renaming_refuses_a_name_that_is_taken_and_keeps_filters(office):
    office.groups.add(NewGroup("Compost"))
    other = office.groups.add(NewGroup("Jardin")).value
    assert refused(office.groups.rename, other.id, "COMPOST").code == "group.name_taken"
    assert office.groups.rename(other.id, "jardin").value == "jardin"
