"""Agreements with partners: drafted, sent, signed, renewed, ended, with their files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreement_terms import AgreementStep
from coopdesk.domain.agreements import (
    AgreementFilter,
    AgreementKind,
    AgreementState,
    NewAgreement,
    NewSignatory,
    Renewal,
    Side,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.partners import PartnerKind
from tests.building import TODAY, every_row, new_units, refused
from tests.services.partner_office import PartnerOffice

FIRST, LAST = dt.date(2026, 3, 15), dt.date(2027, 3, 14)
TOMORROW = TODAY + dt.timedelta(1)


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield PartnerOffice(units)


@pytest.fixture
def place(office):
    return office.structure()


def test_agreement_keeps_what_is_typed_with_who_signs_in_order(office, place):
    elodie = office.person()
    signing = (
        NewSignatory(Side.OURS, "Camille Aubry", "Trésorière"),
        NewSignatory(Side.THEIRS, "", "Présidente", elodie),
    )
    new = NewAgreement(
        place,
        "Mise à disposition de la salle",
        AgreementKind.PREMISES,
        reference="2026-07",
        starts_on=FIRST,
        ends_on=LAST,
        renewal=Renewal.TACIT,
        notice_months=3,
        notice_days=15,
        purpose="Réunions du mardi",
        terms="Article 1\nLa salle est prêtée.",
        signatories=signing,
    )
    made = office.agreements.add(new).value
    named = (signing[0], replace(signing[1], name="Élodie Lefèvre"))
    assert made.content == replace(new, signatories=named)
    assert made.partner_name == "Maison des communs"
    assert office.agreements.id_named("mise a disposition de la SALLE") == made.id
    assert office.agreements.id_named("2026-07") == made.id
    assert office.agreements.id_named("") is None


def test_changing_an_agreement_replaces_who_signs_and_undo_brings_them_back(office, place):
    key = office.agreement(place, signatories=(NewSignatory(Side.OURS, "Camille Aubry"),))
    before = every_row(office.units)
    known = office.agreements.get(key).content
    other = replace(known, title="Charte", signatories=(NewSignatory(Side.THEIRS, "Léa"),))
    assert office.agreements.change(key, other).value.content == other
    office.operations.undo()
    assert every_row(office.units) == before


@pytest.mark.parametrize(
    ("kind", "partner"),
    [
        (AgreementKind.GRANT, PartnerKind.FUNDER),
        (AgreementKind.NETWORK, PartnerKind.NETWORK),
        (AgreementKind.CHARTER, PartnerKind.OTHER),
    ],
)
def test_an_agreement_makes_its_organisation_a_partner(office, place, kind, partner):
    office.agreement(place, kind=kind)
    assert office.partners.of_contact(place).content.kind is partner


def test_sent_then_signed_by_those_who_have_not_signed_yet(office, place):
    early = dt.date(2026, 11, 2)
    signing = (
        NewSignatory(Side.OURS, "Camille Aubry", signed_on=early),
        NewSignatory(Side.THEIRS, "Léa Martin"),
    )
    key = office.agreement(place, signatories=signing)
    sent = office.agreements.send(key).value.content
    assert (sent.state, sent.sent_on) == (AgreementState.SENT, TODAY)
    signed = office.agreements.sign(key, dt.date(2026, 11, 20)).value.content
    assert (signed.state, signed.signed_on) == (AgreementState.SIGNED, dt.date(2026, 11, 20))
    assert [x.signed_on for x in signed.signatories] == [early, dt.date(2026, 11, 20)]
    assert refused(office.agreements.sign, key) == "agreement.signed_already"
    assert refused(office.agreements.send, key) == "agreement.signed_already"


def test_nothing_is_sent_or_signed_in_the_future(office, place):
    key = office.agreement(place)
    assert refused(office.agreements.sign, key, TOMORROW) == "agreement.in_the_future"
    assert refused(office.agreements.send, key, TOMORROW) == "agreement.in_the_future"


def test_only_a_signed_agreement_is_ended_and_it_can_run_on(office, place):
    draft = office.agreement(place)
    assert refused(office.agreements.end, draft, TODAY) == "agreement.not_signed"
    key = office.tacit(place, FIRST, LAST)
    before_it = FIRST - dt.timedelta(1)
    assert refused(office.agreements.end, key, before_it) == "agreement.ends_before_start"
    far = dt.date(9999, 12, 31)
    assert refused(office.agreements.end, key, far) == "agreement.day_unlikely"
    ended = office.agreements.end(key, dt.date(2027, 1, 31), " Travaux ").value
    assert (ended.ended_on, ended.end_reason) == (dt.date(2027, 1, 31), "Travaux")
    assert ended.content.state is AgreementState.ENDED
    back = replace(ended.content, state=AgreementState.SIGNED)
    assert refused(office.agreements.change, key, back) == "agreement.ended_by_hand"
    assert office.agreements.change(key, replace(ended.content, note="Clés rendues")).value
    assert refused(office.agreements.end, key, TODAY) == "agreement.ended_already"
    assert office.agreements.resume(key).value.ended_on is None
    assert refused(office.agreements.resume, key) == "agreement.not_ended"


def test_an_agreement_is_not_recorded_as_ended(office, place):
    code = refused(office.agreement, place, state=AgreementState.ENDED, signed_on=TODAY)
    assert code == "agreement.ended_by_hand"


def test_renewing_drafts_the_same_right_after_the_term_of_today(office, place):
    signing = (NewSignatory(Side.THEIRS, "Léa Martin", signed_on=FIRST),)
    key = office.tacit(
        place, dt.date(2024, 1, 31), dt.date(2025, 1, 30), reference="7", signatories=signing
    )
    made = office.agreements.renew(key).value
    assert (made.content.starts_on, made.content.ends_on) == (
        dt.date(2027, 1, 31),
        dt.date(2028, 1, 30),
    )
    assert (made.content.state, made.content.reference) == (AgreementState.DRAFT, "")
    assert made.content.signatories[0].signed_on is None
    assert (made.content.follows_id, made.follows_title) == (key, "Convention")
    assert office.agreements.get(key).followed_by_id == made.id
    assert refused(office.agreements.renew, key) == "agreement.followed_already"
    assert refused(office.agreements.renew, made.id) == "agreement.not_signed"


def test_signing_what_follows_ends_what_would_go_on_by_itself(office, place):
    key = office.tacit(place, FIRST, LAST)
    before = every_row(office.units)
    after = office.agreements.renew(key).value.id
    outcome = office.agreements.sign(after)
    assert office.agreements.get(key).ended_on == LAST
    assert "14/03/2027" in outcome.along[0]
    office.operations.undo()
    assert office.agreements.get(key).ended_on is None
    office.operations.undo()
    assert every_row(office.units) == before


def test_what_is_recorded_as_signed_ends_what_it_renews_too(office, place):
    first = office.tacit(place, FIRST, LAST)
    signed = {"state": AgreementState.SIGNED, "signed_on": TODAY}
    new = NewAgreement(place, "Suite", starts_on=LAST, follows_id=first, **signed)
    assert len(office.agreements.add(new).along) == 1
    assert office.agreements.get(first).ended_on == LAST - dt.timedelta(1)
    second = office.tacit(place, FIRST, LAST, title="Vélos")
    draft = office.agreements.renew(second).value
    content = replace(draft.content, **signed)
    assert len(office.agreements.change(draft.id, content).along) == 1
    assert office.agreements.change(draft.id, content).along == ()


def test_what_is_to_be_renewed_stays_due_until_what_follows_is_signed(office, place):
    key = office.agreement(
        place,
        state=AgreementState.SIGNED,
        signed_on=FIRST,
        ends_on=dt.date(2026, 10, 31),
        renewal=Renewal.EXPRESS,
    )
    after = office.agreements.renew(key).value.id
    assert [x.agreement.id for x in office.agreements.due(TODAY)] == [key]
    office.agreements.sign(after)
    assert office.agreements.due(TODAY) == []


def test_one_without_an_end_is_not_renewed(office, place):
    key = office.agreement(place, state=AgreementState.SIGNED, signed_on=FIRST)
    assert refused(office.agreements.renew, key) == "agreement.without_end"


def test_an_agreement_follows_only_one_of_the_same_partner_that_no_other_follows(office, place):
    first = office.agreement(place)
    second = office.agreement(place, follows_id=first)
    other = office.structure("Atelier des rives")
    assert refused(office.agreement, other, follows_id=first) == "agreement.follows_wrong"
    assert refused(office.agreement, place, follows_id=first) == "agreement.follows_wrong"
    circle = replace(office.agreements.get(first).content, follows_id=second)
    assert refused(office.agreements.change, first, circle) == "agreement.follows_wrong"
    same = office.agreements.get(second).content
    assert office.agreements.change(second, same).value.content == same


def test_what_is_due_is_told_until_a_day(office, place):
    office.tacit(place, FIRST, LAST, notice_months=2)
    office.agreement(
        place,
        "Prêt de vélos",
        state=AgreementState.SIGNED,
        signed_on=FIRST,
        ends_on=dt.date(2026, 10, 31),
        renewal=Renewal.EXPRESS,
    )
    late, notice = office.agreements.due(dt.date(2027, 1, 31))
    assert (late.step, late.due_on) == (AgreementStep.RENEWAL, dt.date(2026, 10, 31))
    assert late.is_late(TODAY)
    assert (notice.step, notice.due_on) == (AgreementStep.NOTICE, dt.date(2027, 1, 14))
    assert [x.step for x in office.agreements.due(TODAY)] == [AgreementStep.RENEWAL]


def test_lists_show_the_one_that_began_last_first_and_what_a_filter_wants(office, place):
    old = office.tacit(place, dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    new = office.agreement(
        place,
        "Charte",
        kind=AgreementKind.CHARTER,
        state=AgreementState.SIGNED,
        signed_on=FIRST,
    )
    draft = office.agreement(office.structure("Atelier des rives"), "Projet")

    def ids(**wanted):
        return [x.id for x in office.agreements.all(AgreementFilter(**wanted))]

    assert ids() == [draft, new, old]
    assert ids(contact_id=place) == [new, old]
    assert ids(kind=AgreementKind.CHARTER) == [new]
    assert ids(text="atelier") == [draft]
    assert ids(text="maison conv") == [old]
    assert ids(in_force_on=TODAY) == [new, old]
    assert ids(in_force_on=dt.date(2019, 1, 1)) == []


def test_an_agreement_on_which_something_rests_stays_and_with_the_same_partner(office, place):
    key = office.agreement(place)
    owed = office.commitment(place, agreement_id=key)
    assert refused(office.agreements.remove, key) == "agreement.in_use"
    other = replace(
        office.agreements.get(key).content, contact_id=office.structure("Atelier des rives")
    )
    assert refused(office.agreements.change, key, other) == "agreement.in_use"
    office.commitments.remove(owed)
    office.agreements.change(key, other)
    office.agreements.remove(key)
    with pytest.raises(NotFoundError):
        office.agreements.get(key)


def test_files_are_kept_with_an_agreement_and_go_with_it(office, place, tmp_path):
    key = office.agreement(place)
    signed = tmp_path / "convention.pdf"
    signed.write_bytes(b"%PDF-1.4 convention")
    missing = tmp_path / "rien.pdf"
    (left_out,) = office.agreements.attach_all(key, [signed, missing]).value
    assert left_out.code == "attachment.unreadable"
    (kept,) = office.agreements.files(key)
    assert office.agreements.get(key).file_count == 1
    assert office.agreements.content(kept.id) == ("convention.pdf", b"%PDF-1.4 convention")
    before = every_row(office.units)
    office.agreements.remove(key)
    office.operations.undo()
    assert every_row(office.units) == before
    office.agreements.detach(kept.id)
    assert office.agreements.files(key) == ()
    assert refused(office.agreements.attach_all, key, [missing]) == "attachment.unreadable"
