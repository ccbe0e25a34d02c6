"""Papers name everybody who can be on them, and say who was left out and why."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest
from PIL import Image

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ConsentPurpose, NewConsent
from coopdesk.domain.contacts import Civility, ContactFilter
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.members import (
    FOR_EVER,
    AmountKind,
    DepartureReason,
    Holder,
    Instalment,
    NewDeparture,
    Period,
)
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.paper_people import Assembly
from coopdesk.domain.postal_lines import EnvelopeWarning
from coopdesk.services.progress import JobCancelledError
from tests.building import TODAY, new_units
from tests.services.member_office import LAST_YEAR, Office, pages_of, reasons_of, text_of

EVERYBODY = ContactFilter()
NOWHERE = PostalAddress()


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        yield Office(units)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "paper.pdf"


class Stop:
    """Cancels a job once it has begun."""

    def advance(self, done, total):
        if done:
            raise JobCancelledError


def test_labels_leave_out_who_has_no_address_and_say_it(office, path):
    office.add("Lefèvre", "Élodie")
    office.add("Aubry", "Camille", address=NOWHERE)
    office.add("Marchais", "Paul", address=PostalAddress("", "", "44000", "Nantes"))

    run = office.papers.labels(EVERYBODY, office.papers.sheet("L7160"), path)

    assert run.count == 1
    assert reasons_of(run) == {"Camille Aubry": "no_address", "Paul Marchais": "no_address"}
    assert "Élodie Lefèvre" in text_of(path)
    assert "44000 NANTES" in text_of(path)
    assert "Aubry" not in text_of(path)


def test_a_household_gets_one_label_in_its_name_unless_told_otherwise(office, path):
    both = [office.add("Lefèvre", "Élodie"), office.add("Lefèvre", "Marc")]
    office.households.create(both, "Mme et M. Lefèvre")
    sheet = office.papers.sheet("avery l7160")

    assert office.papers.labels(both, sheet, path).count == 1
    assert "Mme et M. Lefèvre" in text_of(path)
    assert office.papers.labels(both, sheet, path, per_household=False).count == 2
    assert "Marc Lefèvre" in text_of(path)


def test_labels_say_which_addresses_were_shortened(office, path):
    long = PostalAddress("12 rue " + "de la très longue avenue " * 3, "", "44000", "Nantes")
    office.add(address=long)

    run = office.papers.labels(EVERYBODY, office.papers.sheet("L7160"), path)

    (remark,) = run.shortened
    assert remark.name == "Élodie Lefèvre"
    assert EnvelopeWarning.STREET_ON_TWO_LINES in remark.warnings


def test_labels_follow_the_order_given_and_start_where_the_sheet_does(office, path):
    ids = [office.add("Zola", f"Anne{n}") for n in range(20)]

    office.papers.labels(ids[::-1], office.papers.sheet("L7160", 3), path)

    assert pages_of(path) == 2
    names = [line for line in text_of(path).splitlines() if "Zola" in line]
    assert names == [f"Anne{n} Zola" for n in range(19, -1, -1)]


def test_nobody_writes_to_who_has_died_or_was_put_away(office, path):
    gone = office.member("Aubry", "Camille", contact={"email": "camille@example.org"})
    office.members.leave(NewDeparture(gone, TODAY, DepartureReason.DECEASED))
    binned = office.add("Marchais", "Paul", email="paul@example.org")
    office.contacts.bin([binned])
    archived = office.member("Vidal", "Ana", contact={"email": "ana@example.org"})
    office.contacts.archive([archived])
    kept = office.member("Lefèvre", "Élodie", contact={"email": "elodie@example.org"})
    chosen = [gone, binned, archived, kept]
    put_away = {"Paul Marchais": "not_active", "Ana Vidal": "not_active"}
    expected = {"Camille Aubry": "deceased", **put_away}

    assert (
        reasons_of(office.papers.labels(chosen, office.papers.sheet("L7160"), path)) == expected
    )
    assert reasons_of(office.papers.mailing(chosen, path)) == expected
    no_card = {"Camille Aubry": "left", **put_away}
    assert reasons_of(office.papers.cards(chosen, path)) == no_card


def test_a_household_of_long_names_gets_an_envelope_of_the_norm(office, path):
    home = [office.add("de La Rochefoucauld-Montbel", f"Marie-Antoinette-{n}") for n in "AB"]
    name = "Famille de La Rochefoucauld-Montbel et Montmorency"
    office.households.create(home, name)

    office.papers.labels(home, office.papers.sheet("L7160"), path)
    assert " ".join(text_of(path).split()) == f"{name} 12 RUE DES LILAS 44000 NANTES"


def test_a_household_is_not_written_to_in_the_name_of_who_has_died(office, path):
    sheet = office.papers.sheet("L7160")
    home = [
        office.add("Roux", "Ana", civility=Civility.MADAM),
        office.member("Petit", "Paul", contact={"civility": Civility.SIR}),
    ]
    household = office.households.create(home).value
    assert household.name == "Mme Roux et M. Petit"
    for child in ("Léo", "Zoé"):
        home.append(office.add("Roux", child))
        office.households.add_member(household.id, home[-1])
    office.members.leave(NewDeparture(home[1], TODAY, DepartureReason.DECEASED))

    assert office.papers.labels(home, sheet, path).count == 1
    assert text_of(path).splitlines()[0] == "Famille Roux"


@pytest.mark.parametrize("put_away", ["archive", "bin"])
def test_a_household_is_not_written_to_in_the_name_of_who_was_put_away(office, path, put_away):
    home = [office.add("Roux", "Ana"), office.add("Petit", "Paul"), office.add("Roux", "Léo")]
    office.households.create(home, "Ana Roux, Paul Petit et Léo")
    getattr(office.contacts, put_away)([home[1]])

    office.papers.labels([home[0], home[2]], office.papers.sheet("L7160"), path)
    assert text_of(path).splitlines()[0] == "Famille Roux"


def test_a_selection_without_any_address_writes_no_file(office, path):
    office.add(address=NOWHERE)

    with pytest.raises(RuleError, match=r"label\.nothing"):
        office.papers.labels(EVERYBODY, office.papers.sheet("L7160"), path)
    assert not path.exists()


def test_cards_are_for_members_with_a_number_and_a_paid_membership(office, path):
    office.member("Lefèvre", "Élodie")
    office.member("Aubry", "Camille", paid=False)
    office.member("Marchais", "Paul", period=LAST_YEAR)
    left = office.member("Petit", "Lou")
    office.members.leave(NewDeparture(left, TODAY, DepartureReason.RESIGNED))
    office.add("Roy", "Zoé")
    office.rules(number_pattern="")
    office.member("Vidal", "Ana")

    run = office.papers.cards(EVERYBODY, path)

    assert run.count == 1
    assert reasons_of(run) == {
        "Camille Aubry": "unpaid",
        "Paul Marchais": "ended",
        "Lou Petit": "left",
        "Zoé Roy": "not_a_member",
        "Ana Vidal": "no_number",
    }
    assert "Élodie Lefèvre" in text_of(path)
    assert "0001" in text_of(path)
    assert "31/12/2026" in text_of(path)


def test_a_membership_paid_ahead_gives_a_card_of_its_own_days(office, path):
    office.member(period=Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31)))

    office.papers.cards(EVERYBODY, path)

    assert "01/01/2027" in text_of(path)


def test_the_member_list_tells_status_and_last_membership(office, path):
    office.member("Lefèvre", "Élodie", contact={"email": "elodie@example.org"})
    office.member("Marchais", "Paul", period=LAST_YEAR)
    office.add("Roy", "Zoé")

    run = office.papers.member_list(EVERYBODY, path, selection="tout le monde")

    text = text_of(path)
    assert run.count == 2
    assert reasons_of(run) == {"Zoé Roy": "not_a_member"}
    assert "À jour" in text
    assert "En retard" in text
    assert "tout le monde" in text
    assert text.index("Lefèvre") < text.index("Marchais")


def test_the_attendance_list_holds_voting_members_of_that_day_by_name(office, path):
    friend = office.kind("Soutien", has_vote=False, college="Amis")
    zoe = office.member("Roy", "Zoé")
    office.member("Aubry", "Camille", kind=friend)
    office.member("Lefèvre", "Élodie")
    office.member("Marchais", "Paul", paid=False)
    ids = office.contacts.ids(EVERYBODY)
    meeting = Assembly("Assemblée générale 2026", TODAY, "Salle des fêtes", "18 h 30")

    run = office.papers.attendance([zoe, *ids], meeting, path)

    text = text_of(path)
    assert run.count == 2
    assert reasons_of(run) == {"Camille Aubry": "no_vote", "Paul Marchais": "unpaid"}
    assert text.index("Élodie Lefèvre") < text.index("Zoé Roy")
    assert text.count("Zoé Roy") == 1
    assert "Salle des fêtes" in text

    everybody = Assembly("AG", TODAY, only_voting=False)
    assert office.papers.attendance(ids, everybody, path).count == 3
    assert "Amis" in text_of(path)


def test_the_statutes_may_let_in_who_has_not_renewed_yet(office, path):
    office.member("Lefèvre", "Élodie", period=LAST_YEAR)
    day = dt.date(2026, 2, 10)

    with pytest.raises(RuleError, match=r"members\.nobody"):
        office.papers.attendance(EVERYBODY, Assembly("AG", day), path)
    run = office.papers.attendance(EVERYBODY, Assembly("AG", day, with_to_renew=True), path)
    assert run.count == 1
    late = Assembly("AG", dt.date(2026, 4, 1), with_to_renew=True)
    with pytest.raises(RuleError, match=r"members\.nobody"):
        office.papers.attendance(EVERYBODY, late, path)


def test_everybody_a_family_membership_covers_may_sign_and_gets_a_card(office, path):
    both = [office.add("Lefèvre", "Élodie"), office.add("Lefèvre", "Marc")]
    office.households.create(both)
    family = office.kind("Famille", holder=Holder.HOUSEHOLD)
    office.join(both[0], kind=family)

    assert office.papers.attendance(EVERYBODY, Assembly("AG", TODAY), path).count == 2
    assert office.papers.cards(EVERYBODY, path).count == 2
    office.papers.certificate(both[1], path)
    assert "Marc Lefèvre" in text_of(path)
    assert "réglée" not in text_of(path)


def test_the_certificate_tells_period_type_and_payment(office, path):
    member = office.member(contact={"number": "0042"})

    office.papers.certificate(member, path)

    text = text_of(path).replace("\n", " ")
    assert "Élodie Lefèvre" in text
    assert "0042" in text
    assert "1er janvier 2026" in text
    assert "20,00 €" in text
    assert "10 janvier 2026" in text


def test_an_older_membership_is_certified_by_its_number(office, path):
    member = office.member(period=LAST_YEAR)
    old = office.members.of_contact(member)[0].id

    with pytest.raises(RuleError, match=r"certificate\.not_in_force"):
        office.papers.certificate(member, path)
    office.papers.certificate(member, path, old)
    assert "31 décembre 2025" in text_of(path).replace("\n", " ")


def test_a_free_membership_for_life_is_certified_without_a_payment(office, path):
    honour = office.kind("Honneur", amount_kind=AmountKind.FREE, amount=ZERO)
    member = office.member(kind=honour, fee=ZERO, period=Period(dt.date(2020, 5, 4), FOR_EVER))

    office.papers.certificate(member, path)

    assert "sans limite de durée" in text_of(path).replace("\n", " ")
    assert "réglée" not in text_of(path)


def test_no_certificate_says_what_is_not_paid_or_not_theirs(office, path):
    member = office.add()
    unpaid = office.join(member, paid=False)
    other = office.member("Aubry", "Camille")

    for contact_id, membership_id, code in (
        (member, None, "certificate.not_in_force"),
        (member, unpaid, "certificate.unpaid"),
        (other, unpaid, "certificate.not_covered"),
    ):
        with pytest.raises(RuleError) as refusal:
            office.papers.certificate(contact_id, path, membership_id)
        assert refusal.value.code == code
    assert not path.exists()


def test_who_left_is_not_certified_a_member_of_today(office, path):
    member = office.member()
    office.members.leave(NewDeparture(member, TODAY, DepartureReason.RESIGNED))

    with pytest.raises(RuleError, match=r"certificate\.not_in_force"):
        office.papers.certificate(member, path)


def test_a_mailing_leaves_out_who_refused_the_newsletter(office, path):
    refused = office.add("Aubry", "Camille", email="camille@example.org")
    consent = NewConsent(
        refused, ConsentPurpose.NEWSLETTER, given=False, decided_on=TODAY, source="courrier"
    )
    office.details.decide(consent)
    office.add("Lefèvre", "Élodie", email="famille@example.org")
    office.add("Lefèvre", "Marc", email="Famille@example.org")
    office.add("Roy", "Zoé")

    run = office.papers.mailing(EVERYBODY, path)

    assert path.read_text(encoding="utf-8") == "famille@example.org\n"
    assert run.count == 1
    assert reasons_of(run) == {"Camille Aubry": "refuses_news", "Zoé Roy": "no_email"}


def test_no_mailing_reaches_who_refused_by_the_address_of_somebody_at_home(office, path):
    home = [
        office.add("Roux", name, email="roux@example.org") for name in ("Ana", "Bob", "Cyd")
    ]
    office.add("Zola", "Éva", email="eva@example.org")

    def decide(contact_id, *, given):
        terms = {"given": given, "decided_on": TODAY, "source": "appel"}
        office.details.decide(NewConsent(contact_id, ConsentPurpose.NEWSLETTER, **terms))

    decide(home[0], given=False)
    office.papers.mailing(EVERYBODY, path)
    assert path.read_text(encoding="utf-8") == "eva@example.org\n"
    decide(home[1], given=True)
    run = office.papers.mailing(EVERYBODY, path)
    assert path.read_text(encoding="utf-8") == "roux@example.org, eva@example.org\n"
    assert reasons_of(run) == {"Ana Roux": "refuses_news", "Cyd Roux": "refuses_news"}
    office.contacts.bin([home[0]])
    assert "Cyd Roux" not in reasons_of(office.papers.mailing(EVERYBODY, path))


def test_a_cancelled_paper_leaves_the_old_file_as_it_was(office, path):
    office.member()
    path.write_bytes(b"old")

    for write in (
        lambda: office.papers.labels(EVERYBODY, office.papers.sheet("L7160"), path, Stop()),
        lambda: office.papers.cards(EVERYBODY, path, Stop()),
        lambda: office.papers.member_list(EVERYBODY, path, Stop()),
        lambda: office.papers.attendance(EVERYBODY, Assembly("AG", TODAY), path, Stop()),
    ):
        with pytest.raises(JobCancelledError):
            write()
    assert path.read_bytes() == b"old"
    assert sorted(x.name for x in path.parent.iterdir() if x.suffix == ".part") == []


def test_a_folder_in_the_way_is_said(office, path):
    office.member()
    path.mkdir()

    with pytest.raises(ExternalError, match=r"file\.cannot_write"):
        office.papers.member_list(EVERYBODY, path)


def test_an_unknown_format_names_those_that_exist(office):
    assert [x.code for x in office.papers.formats()][:1]
    with pytest.raises(RuleError, match=r"label\.unknown_format"):
        office.papers.sheet("L9999")
    with pytest.raises(RuleError, match=r"label\.start_outside"):
        office.papers.sheet("L7160", 99)


def test_a_first_instalment_makes_a_member_whose_certificate_tells_no_full_payment(
    office, path
):
    parts = (
        Instalment(dt.date(2026, 1, 1), Money(1000)),
        Instalment(dt.date(2026, 12, 1), Money(1000)),
    )
    contact = office.add()
    membership = office.join(contact, paid=False, instalments=parts)
    office.pay(office.members.get(membership), 1000)

    office.papers.certificate(contact, path)

    assert "réglée" not in text_of(path)


def test_a_card_shows_the_photo_unless_its_owner_refused_pictures(office, path, tmp_path):
    shown, refused = office.member("Aubry", "Camille"), office.member("Lefèvre", "Élodie")
    for contact_id, colour in ((shown, "red"), (refused, "blue")):
        photo = tmp_path / f"{colour}.png"
        Image.new("RGB", (80, 100), colour).save(photo)
        office.details.set_photo(contact_id, photo)
    office.details.decide(
        NewConsent(
            refused, ConsentPurpose.PHOTO, given=False, decided_on=TODAY, source="courrier"
        )
    )

    office.papers.cards(EVERYBODY, path)

    document = pypdfium2.PdfDocument(path)
    colours = {colour for _count, colour in document[0].render().to_pil().getcolors(1 << 20)}
    document.close()
    assert (255, 0, 0) in colours
    assert (0, 0, 255) not in colours
