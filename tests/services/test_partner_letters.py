"""Letters to partners: texts with blanks, noted in the time-line, nothing typed is obeyed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest
from pypdf import PdfReader

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.agreements import AgreementState, Renewal
from coopdesk.domain.contacts import Civility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.letter_templates import FilledText, LetterTemplate
from coopdesk.domain.money import Money
from coopdesk.domain.paper_people import LeftOutReason
from coopdesk.domain.partner_texts import (
    BLANKS_OF,
    PartnerLetterOrder,
    PartnerTextKind,
)
from coopdesk.domain.timeline import EntryKind
from coopdesk.services.association import AssociationService
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.partner_letters import PartnerLetterService
from coopdesk.wording.language import set_language
from tests.building import ADDRESS, PROFILE, new_units, today
from tests.services.partner_office import PartnerOffice

LETTER, AGREEMENT = PartnerTextKind.LETTER, PartnerTextKind.AGREEMENT
REQUEST, RENEWAL, NOTICE, THANKS, REMINDER = range(5)
TEXT = FilledText("Objet <b>", "Bonjour,\n\nMerci =1+1.")


class LetterOffice(PartnerOffice):
    """With a partner that has an address, and somebody inside it."""

    def __init__(self, units):
        super().__init__(units)
        profile = replace(PROFILE, email="bureau@example.org")
        AssociationService(units).save(profile)
        self.letters = PartnerLetterService(units, today)
        self.home = self.structure("Maison des Tilleuls", address=ADDRESS)
        self.loic = self.person(
            "Müller", "Loïc", civility=Civility.SIR, email="loic@example.org"
        )

    def convention(self):
        return self.agreement(
            self.home,
            "Un toit",
            state=AgreementState.SIGNED,
            signed_on=dt.date(2026, 2, 20),
            starts_on=dt.date(2026, 3, 1),
            ends_on=dt.date(2027, 2, 28),
            renewal=Renewal.TACIT,
            notice_months=3,
        )

    def read(self, place, **more):
        mail = self.letters.preview(PartnerLetterOrder(self.home, place, **more))
        return mail.text.subject, mail.text.body.replace("\u00a0", " ")

    def history(self):
        found = ContactDetailService(self.units, today).timeline(self.home)
        return [one for one in found if one.kind is EntryKind.LETTER]


@pytest.fixture
def office(tmp_path):
    set_language("fr")
    with new_units(tmp_path / "a.coopdesk") as units:
        yield LetterOffice(units)


def test_request_goes_to_an_organisation_or_to_somebody_there(office):
    _subject, body = office.read(REQUEST)
    assert body.startswith("Madame, Monsieur,\n\nLa Coop des Rives rassemble")
    assert "d’un même but : Relier celles et ceux qui font vivre les communs." in body
    assert office.read(REQUEST, person_id=office.loic)[1].startswith("Monsieur,\n")


def test_notice_names_the_day_on_which_the_agreement_stops(office):
    subject, body = office.read(NOTICE, agreement_id=office.convention())
    assert subject.replace("\u00a0", " ") == "Fin de la convention « Un toit »"
    assert body.startswith("Lettre recommandée avec avis de réception")
    assert "signée le 20 février 2026." in body
    assert "le préavis de 3 mois" in body
    assert "ses effets le 28 février 2027." in body


def test_renewal_asks_for_an_answer_before_the_last_day_for_notice(office):
    body = office.read(RENEWAL, agreement_id=office.convention())[1]
    assert "arrive à son terme le 28 février 2027." in body
    assert "une nouvelle période de 1 an" in body
    assert "avant le 28 novembre 2026" in body


def test_reminder_of_a_commitment_names_the_agreement_it_stands_in(office):
    key = office.commitment(
        office.home, "Remettre les clés.", due_on=dt.date(2026, 10, 31), amount=Money(5_000),
        agreement_id=office.convention(),
    )  # fmt: skip
    subject, body = office.read(REMINDER, commitment_id=key)
    assert subject.replace("\u00a0", " ").endswith("de la convention « Un toit »")
    assert "reste à tenir, depuis le 31 octobre 2026 : Remettre les clés (50,00 €)." in body


@pytest.mark.parametrize("place", [RENEWAL, NOTICE, THANKS, REMINDER])
def test_letter_about_nothing_leaves_no_hole(office, place):
    subject, body = office.read(place)
    for text in (subject, body):
        assert not set("{}[]") & set(text)
        assert "  " not in text
        assert " ." not in text
    with pytest.raises(RuleError):
        office.letters.preview(PartnerLetterOrder(office.home, 5))


def test_letter_is_printed_as_it_was_left_noted_and_undone(office, tmp_path):
    order = PartnerLetterOrder(office.home, person_id=office.loic)
    run = office.letters.write_letter(order, TEXT, tmp_path / "lettre.pdf").value
    (page,) = PdfReader(run.path).pages
    said = " ".join(page.extract_text().split())
    assert "Objet : Objet <b>" in said
    assert "Merci =1+1." in said
    assert "M. Loïc Müller" in said
    (entry,) = office.history()
    assert (entry.values["kind"], entry.values["channel"]) == ("partner", "post")
    office.operations.undo()
    assert office.history() == []


def test_draft_goes_to_the_person_inside_and_is_noted(office, tmp_path):
    order = PartnerLetterOrder(office.home, person_id=office.loic)
    run = office.letters.write_email(order, TEXT, tmp_path).value
    message = message_from_bytes(run.drafts[0].read_bytes(), policy=default)
    assert message["To"] == "Loïc Müller <loic@example.org>"
    assert message["Subject"] == "Objet <b>"
    assert [one.values["channel"] for one in office.history()] == ["email"]


def test_letter_that_cannot_go_says_why_and_notes_nothing(office, tmp_path):
    contact = office.contacts.get(office.home)
    office.contacts.change(office.home, replace(contact.profile, address=PostalAddress()))
    order = PartnerLetterOrder(office.home)
    for write, to, reason in (
        (office.letters.write_letter, tmp_path / "a.pdf", LeftOutReason.NO_ADDRESS),
        (office.letters.write_email, tmp_path, LeftOutReason.NO_EMAIL),
    ):
        with pytest.raises(RuleError) as refused:
            write(order, TEXT, to)
        assert refused.value.code == "letter.nobody"
        assert [one.reason for one in refused.value.values["people"]] == [reason]
    office.contacts.archive([office.home])
    with pytest.raises(RuleError) as refused:
        office.letters.write_letter(order, TEXT, tmp_path / "a.pdf")
    assert [one.reason for one in refused.value.values["people"]] == [LeftOutReason.NOT_ACTIVE]
    assert office.history() == []
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("text", [FilledText(" ", "x"), FilledText("x", "\n")])
def test_letter_without_a_subject_or_a_text_is_refused(office, tmp_path, text):
    with pytest.raises(RuleError) as refused:
        office.letters.write_letter(PartnerLetterOrder(office.home), text, tmp_path / "a.pdf")
    assert refused.value.code == "letter.text_missing"


def test_agreement_or_commitment_of_another_partner_is_refused(office):
    other = office.structure("Autre")
    for more in (
        {"agreement_id": office.agreement(other)},
        {"commitment_id": office.commitment(other)},
    ):
        with pytest.raises(RuleError) as refused:
            office.read(REQUEST, **more)
        assert refused.value.code == "partner_letter.of_other"


def test_texts_of_conventions_and_of_letters_become_own_ones_apart(office):
    proposed = office.letters.texts(AGREEMENT)
    first = proposed[0].content
    changed = office.letters.change_text(AGREEMENT, 0, replace(first, label="À nous")).value
    assert (changed.is_own, changed.content.label) == (True, "À nous")
    assert not office.letters.text(LETTER, 0).is_own
    added = office.letters.add_text(LETTER, LetterTemplate("", "Bref", "Bonjour", "{nom}"))
    assert added.value.place == 5
    assert office.letters.remove_text(LETTER, 0).value.content.label == "Demande de partenariat"
    assert office.letters.texts(LETTER)[-1].content.label == "Bref"
    office.operations.undo()
    assert len(office.letters.texts(LETTER)) == 6
    assert office.letters.reset_texts(AGREEMENT).value == 4
    assert office.letters.texts(AGREEMENT) == proposed


def test_last_text_of_a_kind_stays_and_blanks_of_the_other_kind_are_refused(office):
    for _text in office.letters.texts(LETTER)[1:]:
        office.letters.remove_text(LETTER, 0)
    with pytest.raises(RuleError) as refused:
        office.letters.remove_text(LETTER, 0)
    assert refused.value.code == "letter.last_text"
    with pytest.raises(RuleError) as refused:
        office.letters.add_text(LETTER, LetterTemplate("", "A", "B", "{nos engagements}"))
    assert refused.value.values["blank"] == "{nos engagements}"


@pytest.mark.parametrize("kind", [LETTER, AGREEMENT])
def test_sample_is_of_the_youngest_agreement_or_of_an_invented_partner(office, kind):
    body = "\n".join(f"{name}={{{name}}}" for name in BLANKS_OF[kind])
    everything = LetterTemplate("", "Tout", "{partenaire}", body)
    assert office.letters.sample(kind, everything).text.subject == "Maison des Tilleuls"
    office.convention()
    mail = office.letters.sample(kind, everything)
    said = dict(line.split("=", 1) for line in mail.text.body.splitlines() if "=" in line)
    assert said["convention"] == "Un toit"
    assert said["durée"].replace("\u00a0", " ") == "1 an"
