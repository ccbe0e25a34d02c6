"""Duplicates are proposed under every spelling, and few contacts that are two."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdesk.domain.contact_details import ContactPoint, PointKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.duplicates import (
    PROPOSE,
    SURE,
    Identity,
    compare,
    find_duplicates,
    identity_of,
    match_keys,
    similar_to,
)
from tests.domain.duplicate_pairs import (
    DIFFERENT,
    SAME,
    SPELLINGS,
    STRUCTURES,
    Pair,
    person,
    structure,
)


def _said(pair: Pair) -> str:
    return " / ".join(_name(one) for one in pair)


def _name(one: Identity) -> str:
    names = (one.first_name, one.last_name, one.organisation_name, *one.emails)
    return " ".join(name for name in names if name)


def _numbered(*identities: Identity) -> list[Identity]:
    return [replace(one, id=number) for number, one in enumerate(identities, 1)]


def _codes(a: Identity, b: Identity) -> list[str]:
    found = compare(a, b)
    return [reason.code for reason in found.reasons] if found else []


@pytest.mark.parametrize("pair", SAME, ids=_said)
def test_two_spellings_of_one_contact_are_proposed(pair):
    assert compare(*pair)
    assert set(match_keys(pair[0])) & set(match_keys(pair[1]))


@pytest.mark.parametrize("pair", DIFFERENT, ids=_said)
def test_two_contacts_are_not_proposed_as_one(pair):
    assert compare(*pair) is None


def test_every_known_spelling_is_found_and_nineteen_of_twenty_proposals_are_true():
    pairs = [(pair, True) for pair in SAME] + [(pair, False) for pair in DIFFERENT]
    assert len(SAME) >= 60
    assert len(DIFFERENT) >= 120
    proposed = [same for pair, same in pairs if compare(*pair)]
    assert sum(proposed) / len(proposed) >= 0.95
    assert all(compare(*pair) for pair in SPELLINGS)


def test_duplicates_are_found_in_the_middle_of_all_the_others():
    everybody = _numbered(*(one for pair in (*SPELLINGS, *DIFFERENT) for one in pair))
    found = {(x.first_id, x.second_id) for x in find_duplicates(everybody)}
    assert {(n, n + 1) for n in range(1, 2 * len(SPELLINGS), 2)} <= found


def test_structures_with_their_own_names_are_no_duplicates():
    assert len(set(STRUCTURES)) == 41
    known = [structure(name) for name in STRUCTURES]
    assert [_said(pair) for pair in combinations(known, 2) if compare(*pair)] == []
    assert find_duplicates(_numbered(*known)) == []


@pytest.mark.parametrize("pair", [*SAME, *DIFFERENT], ids=_said)
def test_the_order_of_two_contacts_changes_nothing(pair):
    first, second = compare(*pair), compare(*reversed(pair))
    assert (first and first.score) == (second and second.score)


@pytest.mark.parametrize(
    ("a", "b", "codes"),
    [
        (person("Jeanne|Delmas"), person("Jeanne|DELMAS"), ["same_name"]),
        (person("Jeanne|Delmas"), person("Delmas|Jeanne"), ["inverted_name"]),
        (person("J.|Delmas"), person("Jeanne|Delmas"), ["initial"]),
        (person("Jeanne|Delmaz"), person("Jeanne|Delmas"), ["close_name"]),
        (
            person(
                "Jeanne|Delmas", mail="j@example.org", phone="0612345678", born="1980-04-03"
            ),
            person(
                "Jeanne|Delmas", mail="j@example.org", phone="0612345678", born="1980-04-03"
            ),
            ["same_name", "same_email", "same_phone", "same_birth"],
        ),
        (
            structure("MES", at="69001, Lyon, 3 bd des Saules"),
            structure(
                "Mouvement pour l'Économie Solidaire", at="69001, Lyon, 3 boulevard des Saules"
            ),
            ["acronym", "same_address"],
        ),
    ],
)
def test_reasons_are_told_from_the_name_on(a, b, codes):
    assert _codes(a, b) == codes


def test_an_acronym_is_quoted_with_the_name_it_stands_for():
    found = compare(structure("mes"), structure("Mouvement pour l'Economie Solidaire (MES)"))
    assert found
    assert found.reasons[0].values == ("MES", "Mouvement pour l'Economie Solidaire")


@pytest.mark.parametrize("name", ["Association Des Nageurs", "ASSOCIATION DES NAGEURS"])
def test_a_form_and_one_word_are_known_by_their_acronym(name):
    found = compare(structure("ADN"), structure(name))
    assert found
    assert found.reasons[0].values == ("ADN", name)


def test_a_domain_is_quoted_as_it_is_written():
    found = compare(structure("Centsept"), structure("Le Quai", mail="contact@lecentsept.fr"))
    assert found
    assert found.reasons[0].values == ("Centsept", "lecentsept")


def test_the_same_name_and_mailbox_are_beyond_doubt_and_a_rare_name_alone_is_not():
    alone = compare(person("Jeanne|Kermarrec"), person("Jeanne|Kermarrec"))
    with_mail = compare(
        person("Jeanne|Kermarrec", mail="j@example.org"),
        person("Jeanne|Kermarrec", mail="J@Example.org"),
    )
    assert alone
    assert with_mail
    assert PROPOSE <= alone.score < SURE <= with_mail.score <= 100


def test_a_usual_name_says_less_than_a_rare_one():
    usual = compare(person("Marie|Martin"), person("Marie|Martin"))
    rare = compare(person("Marie|Kermarrec"), person("Marie|Kermarrec"))
    assert usual
    assert rare
    assert usual.score < rare.score


@pytest.mark.parametrize(
    "phones",
    [
        ("06 12 34 56 78", "+33612345678"),
        ("0612345678", "0033 6 12 34 56 78"),
        ("0692 12 34 56", "+262 692 12 34 56"),
    ],
)
def test_a_phone_is_the_same_however_it_is_written(phones):
    first, second = (person("Jeanne|Delmas", phone=phone) for phone in phones)
    assert _codes(first, second) == ["same_name", "same_phone"]


def test_the_likeliest_come_first_and_each_pair_once():
    found = find_duplicates(
        _numbered(
            person("Jeanne|Delmas", mail="j@example.org"),
            person("Jeanne|Delmas", mail="j@example.org"),
            person("Delmas|Jeanne"),
        )
    )
    assert [(x.first_id, x.second_id) for x in found] == [(1, 2), (1, 3), (2, 3)]
    assert all(a.score >= b.score for a, b in pairwise(found))


def test_a_pair_that_somebody_told_apart_is_not_proposed_again():
    twice = _numbered(person("Jeanne|Delmas"), person("Jeanne|Delmas"), person("Delmas|Jeanne"))
    found = find_duplicates(twice, not_same={(1, 2)})
    assert {(x.first_id, x.second_id) for x in found} == {(1, 3), (2, 3)}


def test_after_an_import_only_pairs_with_somebody_new_are_proposed():
    known = _numbered(*[person("Jeanne|Delmas")] * 3)
    found = find_duplicates(known, among={3})
    assert {(x.first_id, x.second_id) for x in found} == {(1, 3), (2, 3)}


def test_a_contact_without_a_number_is_left_out():
    assert find_duplicates([person("Jeanne|Delmas"), person("Jeanne|Delmas")]) == []


def test_a_crowd_of_one_name_is_parted_by_town():
    crowd = _numbered(
        *(
            person("Marie|Kermarrec", at=f"{44000 + number}, Bourg{number}")
            for number in range(80)
        ),
        person("Marie|Kermarrec", at="44007, Bourg7"),
    )
    assert [(x.first_id, x.second_id) for x in find_duplicates(crowd)] == [(8, 81)]


def test_progress_rises_to_the_end():
    told: list[tuple[int, int]] = []
    find_duplicates(
        _numbered(*[person("Jeanne|Delmas")] * 2),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)
    assert all(a <= b for a, b in pairwise(told))


def test_progress_can_stop_the_search():
    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_duplicates(_numbered(person("Jeanne|Delmas")), progress=stop)


def test_while_typing_the_known_who_resemble_come_the_likeliest_first():
    known = _numbered(
        person("Paul|Petit"),
        person("J.|Delmas"),
        person("Jeanne|Delmas"),
    )
    found = similar_to(person("Jeanne|Delmas"), known)
    assert [similar.contact_id for similar in found] == [3, 2]
    assert similar_to(person("Jeanne|"), known) == []


def test_a_contact_being_edited_does_not_resemble_itself():
    (known,) = _numbered(person("Jeanne|Delmas"))
    assert similar_to(known, [known]) == []


def test_all_emails_and_phones_of_a_contact_count():
    profile = NewContact(
        last_name="Delmas",
        email="jeanne@example.org",
        phone="06 12 34 56 78",
        points=(
            ContactPoint(PointKind.EMAIL, "travail@example.org"),
            ContactPoint(PointKind.PHONE, "02 40 11 22 33"),
        ),
    )
    known = identity_of(profile, 7)
    assert known.emails == ("jeanne@example.org", "travail@example.org")
    assert known.phones == ("06 12 34 56 78", "02 40 11 22 33")
    assert similar_to(person("Jeanne|Delmas", mail="travail@example.org"), [known])[0][0] == 7


@given(
    st.builds(
        Identity,
        kind=st.sampled_from(ContactKind),
        last_name=st.text(max_size=20),
        first_name=st.text(max_size=20),
        organisation_name=st.text(max_size=30),
        acronym=st.text(max_size=6),
        emails=st.tuples(st.text(max_size=20)),
        phones=st.tuples(st.text(max_size=16)),
        postal_code=st.text(max_size=6),
        city=st.text(max_size=12),
        street=st.text(max_size=20),
        website=st.text(max_size=20),
        born_on=st.none() | st.dates(dt.date(1900, 1, 1)),
    )
)
@example(Identity(emails=("0\r@",)))
def test_any_text_gives_keys_without_spaces_and_never_fails(identity):
    keys = match_keys(identity)
    assert len(set(keys)) == len(keys)
    assert not any(char.isspace() for key in keys for char in key)
    found = compare(identity, identity)
    assert found is None or PROPOSE <= found.score <= 100
