"""Reminders: who is due one and which, letters and drafts that are noted once written."""

from __future__ import annotations

import datetime as dt
import email
from email import policy

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ConsentPurpose, NewConsent
from coopdesk.domain.contacts import Civility
from coopdesk.domain.errors import ExternalError, FieldErrors, RuleError
from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.domain.members import (
    FOR_EVER,
    DepartureReason,
    Holder,
    Instalment,
    NewDeparture,
    Period,
)
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.reminders import ReminderFilter, ReminderReason
from coopdesk.domain.timeline import EntryKind
from coopdesk.services.association import AssociationService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.reminders import ReminderService
from coopdesk.storage.unit_of_work import Signature, Units
from tests.building import NOW, PROFILE, TODAY, every_row, new_database, today
from tests.services.member_office import LAST_YEAR, Office, pages_of, reasons_of, text_of

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
NEXT_YEAR = Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31))
LONG_AGO = dt.datetime(2025, 1, 2, 9, 30, tzinfo=dt.UTC)
EXPIRING, UNPAID, EXPIRED = ReminderReason
AT_ONCE = ReminderFilter(quiet_days=0)


class Clock:
    """The moment at which operations happen; memberships of these tests are old."""

    now = LONG_AGO

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def office(tmp_path, clock):
    database = new_database(tmp_path / "desk.coopdesk")
    office = Office(Units(database, Signature("Camille", Origin.WINDOW, clock)))
    house = PROFILE.__class__(
        **{
            name: getattr(PROFILE, name)
            for name in ("name", "address", "signatory_name", "signatory_role")
        },
        email="bonjour@example.org",
    )
    AssociationService(office.units).save(house)
    office.reminders = ReminderService(office.units, today)
    yield office
    database.close()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "rappels.pdf"


def seen(lines):
    return [(x.name, x.reason, x.days, x.amount.cents, x.degree) for x in lines]


def ids(lines):
    return [line.membership_id for line in lines]


def letters_of(office, contact_id):
    entries = office.details.timeline(contact_id)
    return [x.values for x in entries if x.kind is EntryKind.LETTER]


# who is due


def test_unpaid_fees_are_due_since_the_period_began(office):
    office.member("Lefèvre", "Élodie", paid=False)
    office.member("Aubry", "Camille")

    assert seen(office.reminders.due()) == [("Élodie Lefèvre", UNPAID, 325, 2000, 1)]


def test_who_joins_late_in_the_year_owes_nothing_before_that_day(office, clock):
    clock.now = NOW - dt.timedelta(days=10)
    office.member(paid=False)

    (line,) = office.reminders.due()
    assert line.days == 10
    assert office.reminders.due(ReminderFilter(at_least=11)) == []


def test_only_the_instalments_that_are_due_are_reminded_of(office):
    parts = tuple(Instalment(dt.date(2026, month, 1), Money(500)) for month in (1, 9, 11, 12))
    contact = office.add()
    membership = office.join(contact, paid=False, instalments=parts)
    office.pay(office.members.get(membership), 600)

    (line,) = office.reminders.due()
    assert (line.amount, line.due_on) == (Money(900), dt.date(2026, 9, 1))
    office.pay(office.members.get(membership), 900)
    assert office.reminders.due() == []


def test_a_membership_that_ended_without_another_is_to_renew(office):
    office.member("Lefèvre", "Élodie", period=LAST_YEAR)
    renewed = office.member("Aubry", "Camille", period=LAST_YEAR)
    office.join(renewed)

    assert seen(office.reminders.due()) == [("Élodie Lefèvre", EXPIRED, 326, 2000, 1)]


def test_who_is_covered_by_another_since_is_not_reminded(office):
    one = office.member("Lefèvre", "Élodie", period=LAST_YEAR)
    other = office.add("Lefèvre", "Marc")
    office.households.create([other, one])
    office.join(other, kind=office.kind("Famille", holder=Holder.HOUSEHOLD))

    assert office.reminders.due() == []


def test_a_membership_that_ends_soon_is_announced(office):
    office.rules(renewal_days=45)
    office.member()

    assert seen(office.reminders.due()) == [("Élodie Lefèvre", EXPIRING, 39, 2000, 0)]
    assert office.reminders.due(ReminderFilter(at_most=30)) == []


def test_a_fee_of_next_year_that_waits_is_announced_not_claimed(office):
    office.rules(renewal_days=45)
    member = office.member()
    office.join(member, paid=False, period=NEXT_YEAR, fee=Money(2500), note="Soutien")

    (line,) = office.reminders.due()
    assert (line.reason, line.degree, line.amount) == (EXPIRING, 0, Money(2500))


def test_no_reminder_goes_to_who_left_or_is_put_away_or_stays_for_life(office):
    left = office.member("Lefèvre", "Élodie", paid=False)
    office.members.leave(NewDeparture(left, TODAY, DepartureReason.RESIGNED))
    put_away = office.member("Aubry", "Camille", paid=False)
    office.contacts.archive([put_away])
    cancelled = office.add("Roy", "Zoé")
    office.members.cancel(office.join(cancelled, paid=False))
    office.member("Vidal", "Ana", period=Period(dt.date(2020, 1, 1), FOR_EVER))

    assert office.reminders.due() == []


def test_lists_by_delay_reason_type_and_degree_narrow(office):
    office.member("Lefèvre", "Élodie", paid=False)
    office.member("Marchais", "Paul", period=LAST_YEAR)
    due = office.reminders.due

    assert len(due()) == 2
    assert [x.name for x in due(ReminderFilter((EXPIRED,)))] == ["Paul Marchais"]
    assert [x.name for x in due(ReminderFilter(at_least=326))] == ["Paul Marchais"]
    assert due(ReminderFilter(at_most=300)) == []
    assert due(ReminderFilter(degree=2)) == []
    assert due(ReminderFilter(type_ids=(999,))) == []
    assert len(due(ReminderFilter(type_ids=(office.adult,)))) == 2


# letters


def test_letters_are_written_then_noted_and_the_next_degree_follows(office, path):
    member = office.member(
        "Lefèvre", "Élodie", paid=False, contact={"civility": Civility.MADAM}
    )
    due = office.reminders.due()

    run = office.reminders.write_letters(1, ids(due), path).value

    text = text_of(path).replace("\n", " ")
    assert run.count == 1
    assert "Madame," in text
    assert "Adhésion individuelle" in text
    assert "20,00 €" in text
    assert "1er janvier 2026" in text
    assert "12 RUE DES LILAS" in text
    assert letters_of(office, member) == [
        {
            "kind": "reminder",
            "channel": "post",
            "subject": "Votre adhésion à La Coop des Rives",
        }
    ]
    assert office.reminders.due() == []
    (again,) = office.reminders.due(AT_ONCE)
    assert (again.degree, again.reminded, again.last_on) == (2, 1, TODAY)
    later = ReminderService(office.units, lambda: TODAY + dt.timedelta(days=14))
    assert [x.degree for x in later.due(ReminderFilter(degree=2))] == [2]


def test_letters_of_a_run_are_one_operation_that_is_taken_back(office, path):
    for first_name in ("Anne", "Béa", "Chloé"):
        office.member("Zola", first_name, paid=False)
    before = every_row(office.units)
    due = office.reminders.due()

    office.reminders.write_letters(1, ids(due), path)

    assert pages_of(path) == 3
    assert len(every_row(office.units)["letter"]) == 3
    assert office.operations.undo().value.label == "reminder.posted"
    assert every_row(office.units) == before


def test_writing_again_on_the_same_day_is_not_noted_twice(office, path):
    office.member(paid=False)
    due = ids(office.reminders.due())

    office.reminders.write_letters(1, due, path)
    office.reminders.write_letters(1, due, path)

    assert len(every_row(office.units)["letter"]) == 1


def test_the_last_degree_stays_the_last(office, path):
    office.member(paid=False)
    for day in range(5):
        service = ReminderService(office.units, lambda day=day: TODAY + dt.timedelta(days=day))
        service.write_letters(1, ids(service.due(AT_ONCE)), path)

    assert [x.degree for x in service.due(AT_ONCE)] == [3]


def test_a_household_gets_one_letter_for_all_its_fees(office, path):
    both = [office.add("Lefèvre", "Élodie"), office.add("Lefèvre", "Marc")]
    office.households.create(both, "Mme et M. Lefèvre")
    for one in both:
        office.join(one, paid=False)

    run = office.reminders.write_letters(1, ids(office.reminders.due()), path).value

    assert run.count == 1
    assert "Mme et M. Lefèvre" in text_of(path)
    assert "40,00 €" in text_of(path)
    assert [len(letters_of(office, one)) for one in both] == [1, 1]


def test_who_has_no_address_or_paid_meanwhile_is_left_out_and_said(office, path):
    office.member("Lefèvre", "Élodie", paid=False)
    office.member("Aubry", "Camille", paid=False, contact={"address": PostalAddress()})
    paid = office.add("Roy", "Zoé")
    membership = office.join(paid, paid=False)
    due = ids(office.reminders.due())
    office.pay(office.members.get(membership))

    run = office.reminders.write_letters(1, due, path).value

    assert run.count == 1
    assert reasons_of(run) == {"Camille Aubry": "no_address", "Zoé Roy": "not_due"}
    assert letters_of(office, paid) == []


def test_a_name_that_cannot_be_printed_does_not_hold_the_letters_up(office, path):
    odd = office.member("\u05db\u05d4\u05df", "Ana", paid=False)
    office.member("Roux", "Bob", paid=False)
    run = office.reminders.write_letters(1, ids(office.reminders.due(AT_ONCE)), path).value
    assert (run.count, reasons_of(run)) == (1, {"Ana \u05db\u05d4\u05df": "unprintable"})
    (line,) = [x for x in office.reminders.due(AT_ONCE) if x.contact_id == odd]
    assert line.reminded == 0
    with pytest.raises(RuleError, match=r"paper\.unprintable_character"):
        office.reminders.write_letters(1, [line.membership_id], path)


def test_nothing_is_noted_when_the_file_is_not_written(office, path):
    office.member(paid=False)
    due = ids(office.reminders.due())
    path.mkdir()

    with pytest.raises(ExternalError):
        office.reminders.write_letters(1, due, path)
    with pytest.raises(RuleError, match=r"letter\.no_such_degree"):
        office.reminders.write_letters(9, due, path)
    with pytest.raises(RuleError, match=r"letter\.nothing"):
        office.reminders.write_letters(1, [], path)
    assert every_row(office.units)["letter"] == []


def test_a_cancelled_run_writes_and_notes_nothing(office, path, tmp_path):
    office.member(paid=False, contact={"email": "elodie@example.org"})
    due = ids(office.reminders.due())

    class Stop:
        def advance(self, done, total):
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        office.reminders.write_letters(1, due, path, Stop())
    with pytest.raises(JobCancelledError):
        office.reminders.write_emails(1, due, tmp_path / "out", Stop())
    assert not path.exists()
    assert not (tmp_path / "out").exists()
    assert every_row(office.units)["letter"] == []


def test_the_preview_tells_each_text_and_changes_nothing(office):
    office.member(paid=False)
    before = every_row(office.units)

    (text,) = office.reminders.preview(2, ids(office.reminders.due()))

    assert text.name == "Élodie Lefèvre"
    assert "du 1er janvier 2026 au 31 décembre 2026" in text.body
    assert "{" not in text.body
    assert every_row(office.units) == before


# e-mails


def drafts_of(run):
    return [
        email.message_from_bytes(path.read_bytes(), policy=policy.default)
        for path in run.drafts
    ]


def test_drafts_are_ready_to_send_and_noted(office, tmp_path):
    member = office.member(paid=False, contact={"email": "elodie@example.org"})

    run = office.reminders.write_emails(1, ids(office.reminders.due()), tmp_path / "out").value

    (draft,) = drafts_of(run)
    assert draft["To"] == "Élodie Lefèvre <elodie@example.org>"
    assert draft["From"] == "La Coop des Rives <bonjour@example.org>"
    assert draft["Subject"] == "Votre adhésion à La Coop des Rives"
    assert draft["X-Unsent"] == "1"
    assert draft.get_content().rstrip().endswith("La Coop des Rives")
    assert run.drafts[0].name.endswith("-elodie-lefevre.eml")
    assert run.addresses.read_text(encoding="utf-8") == "elodie@example.org\n"
    assert letters_of(office, member)[0]["channel"] == "email"


def test_who_refused_the_newsletter_is_reminded_but_is_on_no_list(office, tmp_path):
    refused = office.member(
        "Aubry", "Camille", paid=False, contact={"email": "camille@example.org"}
    )
    office.details.decide(
        NewConsent(
            refused,
            ConsentPurpose.NEWSLETTER,
            given=False,
            decided_on=dt.date(2025, 1, 1),
            source="courrier",
        )
    )
    due = ids(office.reminders.due())

    run = office.reminders.write_emails(1, due, tmp_path / "out").value

    assert len(run.drafts) == 1
    assert run.addresses is None
    assert [(x.name, x.reason.value) for x in run.not_listed] == [
        ("Camille Aubry", "refuses_news")
    ]
    office.member("Lefèvre", "Élodie", paid=False, contact={"email": "elodie@example.org"})
    due = ids(office.reminders.due(AT_ONCE))
    run = office.reminders.write_emails(1, due, tmp_path / "out").value
    assert len(run.drafts) == 2
    assert run.addresses.read_text(encoding="utf-8") == "elodie@example.org\n"


def test_two_who_share_an_address_get_one_draft(office, tmp_path):
    for first_name, address in (("Élodie", "nous@example.org"), ("Marc", "Nous@example.org")):
        office.member("Lefèvre", first_name, paid=False, contact={"email": address})
    office.member("Roy", "Zoé", paid=False)

    run = office.reminders.write_emails(1, ids(office.reminders.due()), tmp_path / "out").value

    (draft,) = drafts_of(run)
    assert "40,00\u00a0€" in draft.get_content()
    assert draft["To"].startswith("Famille Lefèvre")
    assert reasons_of(run) == {"Zoé Roy": "no_email"}


def test_reminders_by_two_ways_on_a_day_count_once(office, path, tmp_path):
    office.member(paid=False, contact={"email": "elodie@example.org"})
    due = ids(office.reminders.due())

    office.reminders.write_letters(1, due, path)
    office.reminders.write_emails(1, due, tmp_path / "out")

    assert len(every_row(office.units)["letter"]) == 2
    assert [x.reminded for x in office.reminders.due(AT_ONCE)] == [1]


def test_no_draft_without_an_address_to_send_to_or_from(office, tmp_path):
    member = office.member(paid=False)
    due = ids(office.reminders.due())
    with pytest.raises(RuleError, match=r"letter\.nobody"):
        office.reminders.write_emails(1, due, tmp_path / "out")

    profile = office.contacts.get(member).profile
    office.contacts.change(member, profile.__class__(last_name="Roy", email="zoe@example.org"))
    AssociationService(office.units).save(PROFILE)
    with pytest.raises(RuleError, match=r"email\.no_sender"):
        office.reminders.write_emails(1, due, tmp_path / "out")
    assert not (tmp_path / "out").exists()


# texts


def own(label="À nous", subject="Bonjour {prénom}", body="Il manque {montant}."):
    return LetterTemplate("", label, subject, body)


def test_the_proposed_texts_go_from_before_the_end_to_firm(office):
    found = office.reminders.templates()

    assert [(x.degree, x.is_own) for x in found] == [(n, False) for n in range(4)]
    assert found[0].content.label == "Avant l’échéance"


def test_a_changed_text_makes_all_of_them_our_own_until_taken_back(office):
    before = every_row(office.units)
    office.member(paid=False)
    after = every_row(office.units)

    office.reminders.change_template(1, own())

    texts = office.reminders.templates()
    assert [x.is_own for x in texts] == [True] * 4
    assert texts[1].content.label == "À nous"
    assert texts[2].content.label == "Deuxième rappel"
    (text,) = office.reminders.preview(1, ids(office.reminders.due()))
    assert (text.subject, text.body) == ("Bonjour Élodie", "Il manque 20,00\u00a0€.")
    office.operations.undo()
    assert every_row(office.units) == after != before
    assert not office.reminders.templates()[1].is_own


def test_texts_are_added_removed_and_reset(office):
    office.reminders.add_template(own("Ultime"))
    assert [x.content.label for x in office.reminders.templates()][-2:] == [
        "Dernier rappel",
        "Ultime",
    ]
    assert office.reminders.remove_template(2).value.content.label == "Deuxième rappel"
    assert [x.degree for x in office.reminders.templates()] == [0, 1, 2, 3]
    office.operations.undo()
    assert len(office.reminders.templates()) == 5
    assert office.reminders.reset_templates().value == 5
    assert len(office.reminders.templates()) == 4
    office.operations.undo()
    assert office.reminders.templates()[4].content.label == "Ultime"


def test_the_last_two_texts_stay(office):
    office.reminders.remove_template(3)
    office.reminders.remove_template(2)

    with pytest.raises(RuleError, match=r"letter\.last_texts"):
        office.reminders.remove_template(1)


def test_the_text_before_the_end_stays_whatever_follows(office):
    with pytest.raises(RuleError, match=r"letter\.last_texts"):
        office.reminders.remove_template(0)
    assert len(office.reminders.templates()) == 4


def test_no_more_than_nine_texts(office):
    for number in range(5):
        office.reminders.add_template(own(f"Texte {number}"))

    with pytest.raises(RuleError, match=r"letter\.too_many"):
        office.reminders.add_template(own("Texte 10"))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"label": " "}, "letter.name_missing"),
        ({"label": "rappel AMICAL"}, "letter.name_taken"),
        ({"subject": ""}, "letter.text_missing"),
        ({"body": "Cher {pénom}"}, "letter.unknown_blank"),
        ({"body": "x" * 6001}, "text.too_long"),
    ],
)
def test_a_wrong_text_is_refused_and_nothing_is_copied(office, wrong, code):
    with pytest.raises(RuleError) as refusal:
        office.reminders.add_template(own(**wrong))

    assert refusal.value.code == code
    assert every_row(office.units)["letter_template"] == []
    with pytest.raises(RuleError, match=r"letter\.no_such_degree"):
        office.reminders.change_template(7, own())


def test_several_wrong_fields_are_said_together(office):
    with pytest.raises(FieldErrors):
        office.reminders.add_template(own("", "{x}"))


def test_an_own_text_keeps_its_name_when_changed(office):
    office.reminders.change_template(1, own("Rappel amical", body="Court."))

    assert office.reminders.templates()[1].content.body == "Court."


def test_who_gets_no_letter_is_known_before_it_is_written(office, tmp_path):
    posted = office.member(paid=False)
    lost = office.add("Roy", "Zoé", address=PostalAddress())
    office.join(lost, paid=False)
    lines = office.reminders.due()
    people = [line.contact_id for line in lines]
    assert office.reminders.unposted(people) == {lost}
    ids = [line.membership_id for line in lines]
    run = office.reminders.write_letters(1, ids, tmp_path / "relances.pdf").value
    assert {one.contact_id for one in run.left_out} == {lost}
    assert posted not in {one.contact_id for one in run.left_out}
