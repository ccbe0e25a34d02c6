"""Double contacts: proposed with a reason, merged and taken back whole, told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ContactPoint, ContactState, PointKind
from coopdesk.domain.contact_matching import ContactMatcher
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.imports import Payer
from coopdesk.domain.merging import Side, merged_profile
from coopdesk.domain.money import Money
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.services.databases import DatabaseService
from coopdesk.storage import tables
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_moving import contact_links
from coopdesk.storage.marks import COUNT_CONSENTS, COUNT_GIFTS
from coopdesk.storage.sums import _COUNT_DAYS, _COUNT_PAID
from tests.building import every_row, gift, new_units, person
from tests.services.merging_office import DAY, YEAR, Office

OLD = PostalAddress("3 rue Basse", "", "44000", "Nantes")
NEW = PostalAddress("8 rue Neuve", "", "29200", "Brest")
NAMES = ("Aubry", "Bœuf", "Cornu", "Dhal")
STEPS = ("give", "issue", "join", "tie", "household", "home", "archive", "merge")


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("merges")


def place(street):
    return PostalAddress(street, "", "44000", "Nantes")


def organisation(name, **more):
    return NewContact(**{"kind": ContactKind.ORGANISATION, "organisation_name": name} | more)


def derived(units):
    """Return the sums of contacts and memberships as stored."""
    with units.database.reading() as connection:
        contacts = connection.exec_driver_sql(
            "SELECT id, gift_cents, last_gift_on, member_since, member_until, member_left_on,"
            " member_years, member_types, consent_newsletter, consent_public_thanks,"
            " consent_photo FROM contact ORDER BY id"
        ).all()
        paid = connection.exec_driver_sql("SELECT id, paid_cents FROM membership").all()
        gifts = connection.exec_driver_sql("SELECT * FROM gift_sum ORDER BY 1, 2, 3").all()
    return contacts, paid, gifts


def counted_again(units):
    """Return the sums as the facts say them, counted from nothing."""
    with units.database.writing() as connection:
        everybody = "SELECT id FROM contact"
        for count in (COUNT_GIFTS, COUNT_CONSENTS, _COUNT_DAYS):
            for statement in count.format(ids=everybody).rstrip(";").split(";"):
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql(_COUNT_PAID.format(ids="SELECT id FROM membership"))
        connection.commit()
    return derived(units)


def rows_naming(units, contact_id):
    """Return the tables and columns in which a contact is still named."""
    named = []
    with units.database.reading() as connection:
        for table, column in contact_links():
            if connection.execute(table.select().where(column == contact_id)).first():
                named.append(f"{table.name}.{column.name}")
    return named


def step(office, people, body, kind, first, second, number):
    """Do one thing of an office's life, if it can be done."""
    first, second = people[first % len(people)], people[second % len(people)]
    if ContactState.MERGED in {office.contacts.get(key).state for key in (first, second)}:
        return
    acts = {
        "give": lambda: office.give(first, 100 + number),
        "issue": lambda: issue(office),
        "join": lambda: office.join(first, {second} - {first}, 1000 + number),
        "household": lambda: move_in(office, first, number),
        "archive": lambda: office.contacts.archive([first]),
    }
    if first != second:
        acts["tie"] = lambda: try_tie(office, first, second, body, number)
        acts["merge"] = lambda: office.duplicates.merge(first, second)
        acts["home"] = lambda: live_together(office, first, second)
    acts.get(kind, lambda: None)()


def issue(office):
    if office.receipts.review(YEAR).of(Verdict.READY):
        office.receipts.issue_year(YEAR, ReceiptScope.DONOR)


def live_together(office, first, second):
    homes = {office.contacts.get(key).household_id for key in (first, second)}
    if homes == {None}:
        office.households.create([first, second])


def move_in(office, contact_id, number):
    home = office.insert(tables.HouseholdRow, name=f"Foyer {number}")
    set_column(office, contact_id, household_id=home)


def try_tie(office, first, second, organisation_id, number):
    with office.units.database.reading() as connection:
        table = table_of(tables.ContactReferenceRow)
        known = connection.execute(table.select().where(table.c.contact_id == first)).first()
    if known is None:
        office.tie(first, second, organisation_id, number)


def set_column(office, contact_id, **values):
    with office.units.write("demo.built") as work:
        work.recorder.update(table_of(tables.ContactRow), contact_id, values)
        work.commit()


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(STEPS), st.integers(0, 3), st.integers(0, 3), st.integers(0, 9)
        ),
        max_size=9,
    ),
    st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda pair: pair[0] != pair[1]),
    st.dictionaries(
        st.sampled_from(("email", "phone", "last_name", "address", "household_id", "number")),
        st.sampled_from(Side),
    ),
)
def test_a_merge_taken_back_leaves_equal_rows_and_sums(folder, life, pair, choices):
    path = folder / f"{abs(hash((tuple(life), pair, tuple(choices.items()))))}.coopdesk"
    path.unlink(missing_ok=True)
    with new_units(path) as units:
        office = Office(units)
        people = [
            office.add(
                person(
                    f"Nom{number}",
                    email=f"p{number}@example.org",
                    phone="06 12 34 56 7" + str(number),
                    address=place(f"{number} rue Haute"),
                    number=str(number),
                    tags=("Presse", f"Lieu {number}"),
                )
            )
            for number in range(4)
        ]
        body = office.add(organisation("La Halle"))
        for one in life:
            step(office, people, body, *one)
        keep, drop = (people[number] for number in pair)
        kept, dropped = office.contacts.get(keep), office.contacts.get(drop)
        if ContactState.MERGED in {kept.state, dropped.state}:
            return
        sheet = office.duplicates.comparison(keep, drop)
        wanted = {
            name: side
            for name, side in choices.items()
            if name in {field.name for field in sheet.fields}
        }
        before, sums = every_row(units), derived(units)

        moved = office.duplicates.merge(keep, drop, wanted).along

        assert moved == sheet.followers(wanted)
        merged = derived(units)
        assert counted_again(units) == merged
        assert set(rows_naming(units, drop)) <= {"custom_value.contact_id"}
        assert DatabaseService(units).check().ok
        after = every_row(units)

        office.operations.undo()
        assert every_row(units) == before
        assert derived(units) == sums

        office.operations.redo()
        assert every_row(units) == after


# what a merge makes of two contacts


def test_the_kept_contact_has_what_either_knows_and_the_dropped_one_leaves_the_lists(office):
    keep = office.add(person("Lefevre", "Elodie", email="", phone="06 12 34 56 78"))
    drop = office.add(
        person("Lefèvre", "Élodie", email="elodie@example.org", phone="07 12 34 56 78")
    )

    kept = office.duplicates.merge(keep, drop, {"phone": Side.KEEP}).value.profile

    assert (kept.last_name, kept.first_name) == ("Lefèvre", "Élodie")
    assert kept.email == "elodie@example.org"
    assert kept.phone == "06 12 34 56 78"
    assert kept.points == (ContactPoint(PointKind.PHONE, "07 12 34 56 78"),)
    assert office.contacts.ids(ContactFilter()) == [keep]
    dropped = office.contacts.get(drop)
    assert (dropped.state, dropped.merged_into_id) == (ContactState.MERGED, keep)
    assert dropped.profile.phone == "07 12 34 56 78"


@pytest.mark.parametrize(
    ("kept", "dropped", "expected"),
    [
        (("Nevot", "Amelie"), ("Amélie", "Névot"), ("Nevot", "Amelie")),
        (("Amélie", "Névot"), ("Nevot", "Amelie"), ("Nevot", "Amelie")),
        (("Kervella", "Maïwenn"), ("Maïwen", "Kervella"), ("Kervella", "Maïwenn")),
        (("Martin", "Zoé"), ("ZOE", "MARTIN"), ("Martin", "Zoé")),
    ],
)
def test_names_in_another_order_are_proposed_from_one_contact(office, kept, dropped, expected):
    sheet = office.duplicates.comparison(
        office.add(person(*kept)), office.add(person(*dropped))
    )
    profile = merged_profile(sheet, {})
    assert (profile.last_name, profile.first_name) == expected


def two_homes(office):
    """Return a contact and its double, each at home with somebody else."""
    keep, paul = office.add(person(address=OLD)), office.add(person("Roux", "Paul"))
    drop = office.add(person("Lefevre", "Elodie", address=NEW))
    jeanne = office.add(person("Petit", "Jeanne"))
    office.households.create([keep, paul])
    office.households.create([drop, jeanne])
    return keep, drop, paul, jeanne


def address_of(office, contact_id):
    return office.contacts.get(contact_id).profile.address


def test_the_household_of_the_kept_contact_follows_to_the_address_that_is_taken(office):
    keep, drop, paul, jeanne = two_homes(office)
    choices = {"household_id": Side.KEEP, "address": Side.DROP}
    before = every_row(office.units)
    assert office.duplicates.comparison(keep, drop).followers(choices) == ("Paul Roux",)

    outcome = office.duplicates.merge(keep, drop, choices)

    assert outcome.along == ("Paul Roux",)
    assert address_of(office, keep) == address_of(office, paul) == NEW
    assert address_of(office, jeanne) == NEW
    assert office.households.of(jeanne) is None, "nobody is left at home with her"
    office.operations.undo()
    assert every_row(office.units) == before


def test_the_household_that_is_taken_moves_to_the_address_that_is_kept(office):
    keep, drop, paul, jeanne = two_homes(office)
    choices = {"household_id": Side.DROP, "address": Side.KEEP}

    assert office.duplicates.merge(keep, drop, choices).along == ("Jeanne Petit",)

    assert address_of(office, keep) == address_of(office, jeanne) == OLD
    assert office.households.of(keep).member_ids == (keep, jeanne)
    assert (address_of(office, paul), office.households.of(paul)) == (OLD, None)


@pytest.mark.parametrize("is_newer", [Side.KEEP, Side.DROP])
def test_a_merge_of_two_homes_proposes_what_makes_nobody_move(office, is_newer):
    keep, drop, _paul, _jeanne = two_homes(office)
    key = keep if is_newer is Side.KEEP else drop
    office.contacts.change(key, replace(office.contacts.get(key).profile, note="Rappelée"))
    # Less is known of the address that is proposed all the same.
    set_column(office, key, street="")

    sheet = office.duplicates.comparison(keep, drop)

    assert {sheet.chosen({})[name] for name in ("household_id", "address")} == {is_newer}
    assert sheet.followers({}) == ()
    assert office.duplicates.merge(keep, drop).along == ()


def test_a_couple_that_turns_out_to_be_one_person_is_no_household(office):
    keep, drop = office.add(person(address=OLD)), office.add(person("Lefevre", "Elodie"))
    office.households.create([keep, drop])
    before = every_row(office.units)

    office.duplicates.merge(keep, drop)

    assert office.households.of(keep) is None
    office.operations.undo()
    assert every_row(office.units) == before


def test_notes_and_tags_of_both_are_kept(office):
    keep = office.add(person(note="Aime le jardin", tags=("Presse",)))
    drop = office.add(person(note="Ne pas appeler le soir", tags=("presse", "Bureau")))

    kept = office.duplicates.merge(keep, drop).value.profile

    assert kept.note == "Aime le jardin\nNe pas appeler le soir"
    assert kept.tags == ("Presse", "Bureau")


def test_a_note_without_room_beside_the_other_becomes_a_dated_one(office):
    keep, drop = office.add(person(note="a" * 3_000)), office.add(person(note="b" * 3_000))

    kept = office.duplicates.merge(keep, drop).value.profile

    assert kept.note == "a" * 3_000
    with office.units.read() as work:
        assert [note.content.text for note in work.ties.notes_of(keep)] == ["b" * 3_000]


def test_receipts_of_the_dropped_contact_are_listed_with_the_kept_one(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.give(drop, 5000)
    office.receipts.issue_year(YEAR, ReceiptScope.DONOR)
    office.give(keep, 2000)

    office.duplicates.merge(keep, drop)

    sheet = office.contacts.sheet(keep)
    assert [line.amount.cents for line in sheet.receipts] == [5000]
    assert [line.donor_id for line in sheet.receipts] == [keep]
    assert sum(line.amount.cents for line in sheet.donations) == 7000
    assert DatabaseService(office.units).check().ok


def test_rf_52_after_a_merge_one_donor_has_one_receipt_and_one_cap(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    basket = {"counterpart": Money(4000), "counterpart_label": "Panier"}
    for donor in (keep, drop):
        office.give(donor, 1000)
        office.donations.record(gift(donor, 20000, DAY, **basket))
    before = office.receipts.review(YEAR)
    assert len(before.of(Verdict.READY)) == 4

    office.duplicates.merge(keep, drop)

    review = office.receipts.review(YEAR)
    assert [x.reason for x in review.of(Verdict.EXCLUDED)] == ["counterpart_cap"] * 2
    (draft,) = office.receipts.drafts(YEAR)
    assert (draft.donor_id, draft.amount) == (keep, Money(2000))
    office.operations.undo()
    assert office.receipts.review(YEAR) == before
    office.operations.redo()
    (issued,) = office.receipts.issue_contact(drop, YEAR).value
    assert (issued.donor_id, issued.gift_count) == (keep, 2)


@pytest.mark.parametrize("act", ["correct", "remove"])
def test_what_went_from_a_contact_does_not_come_back_once_it_is_merged(office, act):
    keep, drop, other = (office.add(person(name)) for name in ("Aa", "Bb", "Cc"))
    given = office.give(drop, 1000)
    acts = {
        "correct": lambda: office.donations.correct(given, gift(other, 1000, DAY)),
        "remove": lambda: office.donations.remove(given),
    }
    acts[act]()
    operation = office.operations.state().undo
    office.duplicates.merge(keep, drop)
    before = every_row(office.units)

    with pytest.raises(RuleError, match=r"operation\.merged_since"):
        office.operations.undo_one(operation.id)

    assert every_row(office.units) == before
    office.operations.undo()
    office.operations.undo_one(operation.id)
    assert office.donations.get(given).content.donor_id == drop


def test_a_merge_of_merges_keeps_every_receipt_and_is_taken_back_step_by_step(office):
    first, second, third = (office.add(person(f"Nom{number}")) for number in range(3))
    for contact in (first, second, third):
        office.give(contact, 1000)
    office.receipts.issue_year(YEAR, ReceiptScope.DONOR)
    moments = [every_row(office.units)]
    office.duplicates.merge(second, first)
    moments.append(every_row(office.units))
    office.duplicates.merge(third, second)

    assert len(office.contacts.sheet(third).receipts) == 3
    assert office.contacts.get(first).merged_into_id == third
    assert DatabaseService(office.units).check().ok

    for before in reversed(moments):
        office.operations.undo()
        assert every_row(office.units) == before


def test_a_merge_on_which_a_new_receipt_rests_is_not_taken_back(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.give(drop, 5000)
    merge = office.duplicates.merge(keep, drop)
    operation = office.operations.state().undo
    office.receipts.issue_year(YEAR, ReceiptScope.DONOR)
    before = every_row(office.units)

    with pytest.raises(RuleError) as refused:
        office.operations.undo_one(operation.id)

    assert (refused.value.code, refused.value.values["by"]) == (
        "operation.rested_on",
        "tax_receipt",
    )
    assert every_row(office.units) == before
    assert merge.value.id == keep


def test_a_merge_is_not_taken_back_by_halves_once_the_kept_contact_was_changed(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.give(drop, 5000)
    office.duplicates.merge(keep, drop)
    operation = office.operations.state().undo
    office.contacts.change(keep, person("Lefèvre-Aubry"))

    with pytest.raises(RuleError) as refused:
        office.operations.undo_one(operation.id)

    assert refused.value.code == "operation.changed_since"


def test_what_both_have_is_not_doubled(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    body = office.add(organisation("La Halle"))
    office.tie(keep, body, body, 1)
    office.tie(drop, body, body, 1)
    membership = office.join(keep, (drop,))

    office.duplicates.merge(keep, drop)

    with office.units.read() as work:
        assert len(work.ties.affiliations_of(keep)) == 1
        assert len(work.ties.groups_of(keep)) == 1
        assert len(work.ties.notes_of(keep)) == 1
    with office.units.database.reading() as connection:
        covered = table_of(tables.MembershipPersonRow)
        query = covered.select().where(covered.c.membership_id == membership)
        assert [row.contact_id for row in connection.execute(query)] == [keep]


def test_two_equal_payments_stay_two(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.give(keep, 1000)
    office.give(drop, 1000)

    office.duplicates.merge(keep, drop)

    sheet = office.contacts.sheet(keep)
    assert (len(sheet.donations), len(sheet.payments)) == (2, 2)


def test_a_value_of_an_own_field_that_was_not_chosen_stays_with_the_dropped_contact(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    field = office.once(tables.CustomFieldRow, name="Métier", name_key="metier", kind="text")
    for contact, text in ((keep, "menuisière"), (drop, "luthière")):
        office.insert(tables.CustomValueRow, contact_id=contact, field_id=field, text=text)

    kept = office.duplicates.merge(keep, drop, {f"custom:{field}": Side.DROP}).value

    assert [value.text for value in kept.profile.custom] == ["luthière"]
    after = every_row(office.units)
    office.operations.undo()
    office.operations.redo()
    assert every_row(office.units) == after


def test_an_organisation_is_never_its_own_parent(office):
    top = office.add(organisation("Fédération"))
    below = office.add(organisation("Antenne", parent_id=top))
    lowest = office.add(organisation("Groupe local", parent_id=below))

    office.duplicates.merge(lowest, top)

    assert office.contacts.get(lowest).profile.parent_id is None
    assert office.contacts.get(below).profile.parent_id == lowest


def test_an_archived_contact_is_in_use_again_when_the_other_was(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.contacts.archive([keep])

    office.duplicates.merge(keep, drop)

    assert office.contacts.get(keep).state is ContactState.ACTIVE


def test_every_column_that_names_a_contact_is_moved_or_frozen():
    named = {f"{table.name}.{column.name}" for table, column in contact_links()}

    assert len(named) > 20
    assert "donation.donor_id" in named
    assert not any(name.startswith("tax_receipt") for name in named)


# refused


def test_a_person_and_an_organisation_are_not_merged(office):
    keep, drop = office.add(person()), office.add(organisation("Lefèvre"))

    with pytest.raises(RuleError) as refused:
        office.duplicates.merge(keep, drop)

    assert refused.value.code == "merge.kinds_differ"


def test_nothing_is_merged_with_itself_or_with_a_trace(office):
    keep, drop, third = (office.add(person(f"Nom{number}")) for number in range(3))
    office.duplicates.merge(keep, drop)

    codes = []
    for pair in ((keep, keep), (drop, third), (third, drop)):
        with pytest.raises(RuleError) as refused:
            office.duplicates.merge(*pair)
        codes.append(refused.value.code)

    assert codes == ["merge.same_contact", "contact.merged", "contact.merged"]


def test_a_contact_that_is_gone_and_an_unknown_field_are_refused(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    before = every_row(office.units)

    with pytest.raises(NotFoundError):
        office.duplicates.merge(keep, 99)
    with pytest.raises(RuleError) as refused:
        office.duplicates.merge(keep, drop, {"colour": Side.DROP})

    assert refused.value.code == "merge.unknown_field"
    assert every_row(office.units) == before


# proposals


def test_the_spellings_of_the_office_are_proposed_and_nothing_is_done_by_itself(office):
    names = (
        ("Que Vol'terre", "Que'Volterre"),
        ("makesense", "Makesense"),
        ("Intersticiel", "InterstiCiel"),
        ("MES", "Mouvement pour l'Economie Solidaire"),
    )
    pairs = {tuple(sorted(office.add(organisation(name)) for name in pair)) for pair in names}
    before = every_row(office.units)

    found = office.duplicates.proposals()

    proposed = {tuple(sorted((one.first.contact_id, one.second.contact_id))) for one in found}
    assert proposed == pairs
    assert all(one.reasons and one.score >= 60 for one in found)
    assert every_row(office.units) == before


def test_a_pair_said_to_be_two_is_proposed_no_more_until_that_is_taken_back(office):
    first, second = office.add(person()), office.add(person())
    assert len(office.duplicates.proposals()) == 1

    assert office.duplicates.not_same(second, first).value
    assert office.duplicates.proposals() == []
    assert not office.duplicates.not_same(first, second).value

    office.operations.undo()
    assert len(office.duplicates.proposals()) == 1


def test_several_pairs_are_told_apart_and_that_is_taken_back_at_once(office):
    pairs = [(office.add(person(name)), office.add(person(name))) for name in NAMES]

    assert office.duplicates.none_same(pairs).value == 4
    assert office.duplicates.proposals() == []

    office.operations.undo()
    assert len(office.duplicates.proposals()) == 4


def test_known_pairs_are_looked_at_again_without_a_search(office):
    pairs = [
        (office.add(person(name)), office.add(person(name)))
        for name in ("Aubry", "Bœuf", "Cornu", "Dhal")
    ]
    found = office.duplicates.proposals()
    office.duplicates.merge(*pairs[0])
    office.duplicates.not_same(*pairs[1])
    office.contacts.change(pairs[2][1], person("Zola", "Émile"))

    left = office.duplicates.recheck(found)

    assert [{one.first.contact_id, one.second.contact_id} for one in left] == [set(pairs[3])]
    for _undone in range(3):
        office.operations.undo()
    assert office.duplicates.recheck(found) == found


def test_the_contact_with_more_behind_it_is_proposed_to_be_kept(office):
    office.add(person())
    giver = office.add(person())
    office.give(giver, 500)

    (found,) = office.duplicates.proposals()

    assert found.first.contact_id == giver


def test_merged_archived_and_binned_contacts_are_not_proposed(office):
    for hide in ("archive", "bin"):
        shown, hidden = office.add(person(hide)), office.add(person(hide))
        getattr(office.contacts, hide)([hidden])
        assert shown
    keep, drop = office.add(person("Aubry")), office.add(person("Aubry"))
    office.duplicates.merge(keep, drop)

    assert office.duplicates.proposals() == []


# while typing


@pytest.mark.parametrize(
    "typed",
    [
        NewContact(last_name="Lefevre", first_name="Elodie"),
        NewContact(last_name="Élodie", first_name="Lefèvre"),
        NewContact(last_name="Lefèvre", first_name="E."),
        NewContact(last_name="Lefebvre", first_name="Élodie"),
        NewContact(last_name="Autre", first_name="Élodie", email="elo@example.org"),
    ],
)
def test_a_spelling_being_typed_finds_the_known_contact(office, typed):
    known = office.add(person(email="elo@example.org"))
    office.add(person("Martin", "Paul"))

    found = office.duplicates.similar(typed)

    assert [one.contact.contact_id for one in found] == [known]
    assert found[0].reasons


def test_archived_contacts_are_found_while_typing_but_neither_oneself_nor_those_told_apart(
    office,
):
    own, archived, other = (office.add(person()) for _ in range(3))
    office.contacts.archive([archived])
    office.duplicates.not_same(own, other)

    found = office.duplicates.similar(person(), own)

    assert [(one.contact.contact_id, one.contact.is_archived) for one in found] == [
        (archived, True)
    ]


def test_keys_follow_every_change_and_its_undoing(office):
    contact = office.add(person("Lefèvre"))
    office.contacts.change(contact, person("Martin"))
    assert office.duplicates.similar(person("Lefèvre")) == []

    office.operations.undo()
    assert len(office.duplicates.similar(person("Lefèvre"))) == 1


# what imports bring


def test_what_an_import_brought_is_proposed_after_it(office):
    known = office.add(person())
    office.add(person("Martin", "Paul"))
    office.add(person("Martin", "Paul"))
    with office.units.write("import.applied", name="x.csv") as work:
        (brought,) = work.contacts.add_many([person("Lefevre", "Elodie")])
        run = work.recorder.insert(
            table_of(tables.ImportRunRow),
            {
                "file_name": "x.csv",
                "sha256": "",
                "file_format": "table",
                "imported_at": office.units.now(),
                "author": "",
                "amount_cents": 0,
                **{
                    f"{name}_count": 0
                    for name in ("new", "changed", "same", "doubtful", "refused")
                },
            },
        )
        work.commit()

    (found,) = office.duplicates.of_import(run)

    assert {found.first.contact_id, found.second.contact_id} == {known, brought}


def test_a_contact_completed_by_a_file_is_found_by_what_was_added(office):
    known = office.add(person(email="", points=(ContactPoint(PointKind.PHONE, "0612345678"),)))
    with office.units.write("import.applied", name="x.csv") as work:
        work.imports.change_contact(known, {"email": "elo@example.org", "city": "Rezé"})
        work.commit()

    for typed in (
        NewContact(last_name="E. Lefèvre", email="elo@example.org"),
        NewContact(last_name="Lefèvre", first_name="É", phone="06 12 34 56 78"),
    ):
        assert [x.contact.contact_id for x in office.duplicates.similar(typed)] == [known]
    assert office.contacts.find(ContactFilter(sort="town"), 1)[0].town == "44000 Rezé"


def test_folding_again_gives_the_contacts_of_an_old_file_their_keys(office):
    office.add(person())
    with office.units.database.writing() as connection:
        connection.exec_driver_sql("UPDATE contact SET match_keys = ''")
        connection.commit()
    assert office.duplicates.similar(person()) == []

    with office.units.write("demo.built") as work:
        work.contacts.refold()
        work.commit()

    assert len(office.duplicates.similar(person())) == 1


def test_a_payer_who_bears_the_name_of_a_merged_contact_is_the_one_it_became(office):
    keep = office.add(person("Lefèvre", "Élodie", email="elodie@example.org"))
    drop = office.add(person("Aubry", "Élodie", email="aubry@example.org"))
    office.duplicates.merge(keep, drop, {"email": Side.KEEP, "last_name": Side.KEEP})

    with office.units.read() as work:
        matcher = ContactMatcher(work.imports.known_contacts())

    for last_name, email in (("Lefèvre", ""), ("Aubry", "aubry@example.org"), ("Aubry", "")):
        payer = Payer(last_name=last_name, first_name="Élodie", email=email)
        assert matcher.find(payer).id == keep


def test_a_contact_with_many_gifts_is_merged_in_one_go(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    for number in range(120):
        office.give(drop, 100 + number)

    office.duplicates.merge(keep, drop)

    line = office.contacts.lines([keep])[0]
    assert line.gift_total.cents == sum(range(100, 220))
