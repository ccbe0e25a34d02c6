"""Letters to donors: texts with blanks, thanks once, nothing that people typed is obeyed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import Civility
from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.donor_letters import DONOR_BLANKS, DonorTextKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.domain.paper_people import LeftOutReason
from coopdesk.services.donor_texts import DonorWriter
from coopdesk.services.paper_house import house_of
from coopdesk.services.receipt_letters import postal_lines
from coopdesk.services.reminder_letters import joined
from coopdesk.wording.errors import error_text
from tests.services.receipt_office import ReceiptOffice, receipt_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

THANKS, COVER = DonorTextKind.THANKS, DonorTextKind.COVER
EVERYTHING = LetterTemplate(
    "", "Tout", "Merci {donateur}", " ".join(f"{{{x}}}" for x in DONOR_BLANKS)
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ReceiptOffice]:
    with receipt_office(tmp_path) as opened:
        yield opened


def test_proposed_texts_become_own_ones_with_the_first_change(office):
    first, second = office.letters.texts(THANKS)
    assert not first.is_own

    changed = office.letters.change_text(
        THANKS, 0, replace(first.content, label="À nous")
    ).value

    assert (changed.is_own, changed.content.label) == (True, "À nous")
    assert office.letters.texts(THANKS)[1].content.body == second.content.body
    assert not office.letters.texts(COVER)[0].is_own
    assert office.letters.reset_texts(THANKS).value == 2
    assert office.letters.texts(THANKS) == (first, second)


def test_texts_of_reminders_and_of_donors_do_not_mix(office):
    office.letters.add_text(THANKS, EVERYTHING)

    with office.units.read() as work:
        assert work.letters.templates() == []
    assert [text.content.label for text in office.letters.texts(THANKS)][-1] == "Tout"


def test_the_last_text_of_a_kind_stays(office):
    with pytest.raises(RuleError) as refused:
        office.letters.remove_text(COVER, 0)

    assert refused.value.code == "letter.last_text"


@pytest.mark.parametrize("body", ["{tarif}", "{échéance}", "{0}", "{nom.__class__}"])
def test_a_blank_of_other_letters_is_refused_by_its_name(office, body):
    with pytest.raises(RuleError) as refused:
        office.letters.add_text(THANKS, replace(EVERYTHING, body=body))

    assert (refused.value.code, refused.value.values["blank"]) == ("letter.unknown_blank", body)


def test_every_blank_is_filled_with_what_the_donor_gave(office):
    donor = office.donor("Lefèvre", "Élodie", civility=Civility.MADAM)
    day = dt.date(2026, 3, 1)
    first = office.give(donor, 5000, day=day, campaign="Le toit")
    second = office.give(donor, 1234, day=day + dt.timedelta(days=30), campaign="Le toit")
    office.give(donor, 100, day=dt.date(2025, 1, 2))
    office.letters.add_text(
        THANKS, replace(EVERYTHING, body="\n".join(f"{x}={{{x}}}" for x in DONOR_BLANKS))
    )

    (mail,) = office.letters.preview(2, [first, second])

    said = dict(line.split("=") for line in mail.text.body.replace("\u00a0", " ").splitlines())
    assert said == {
        "salutation": "Madame,",
        "politesse": "Madame",
        "civilité": "Madame",
        "prénom": "Élodie",
        "nom": "Lefèvre",
        "donateur": "Élodie Lefèvre",
        "association": "La Coop des Rives",
        "objet": "Relier celles et ceux qui font vivre les communs.",
        "montant": "62,34 €",
        "date": "1er mars 2026 et 31 mars 2026",
        "campagne": "Le toit",
        "année": "2026",
        "total": "62,34 €",
        "reçu": "",
        "date du reçu": "",
        "signataire": "Camille Aubry",
        "fonction": "Trésorière",
    }


def test_a_passage_stands_only_where_its_blank_has_something_to_say(office):
    plain, named = (
        office.give(office.donor("Aa")),
        office.give(office.donor("Bb"), campaign="Le toit"),
    )

    without, with_campaign = office.letters.preview(0, [plain, named])

    assert "50,00\u00a0€. De tout cœur, merci." in without.text.body
    assert "50,00\u00a0€, pour «\u00a0Le toit\u00a0». De" in with_campaign.text.body
    assert "[" not in without.text.body + with_campaign.text.body


def test_a_campaign_is_not_named_for_gifts_that_are_not_all_for_one(office):
    donor = office.donor()
    gifts = [office.give(donor, campaign=name) for name in ("Le toit", "Le four", "")]

    (some,), (every,) = (office.letters.preview(0, ids) for ids in (gifts[:2], gifts))

    assert "pour «\u00a0Le toit et Le four\u00a0»" in some.text.body
    assert "Le toit" not in every.text.body


def test_donors_are_thanked_once_and_undoing_forgets_it(office, tmp_path):
    donor = office.donor("Lefèvre")
    gifts = [office.give(donor, 5000), office.give(donor, 700)]
    homeless = office.give(office.donor("Sans", address=PostalAddress()), 300)
    office.give(None, 900)
    assert [gift.donation_id for gift in office.letters.unthanked()] == [homeless, *gifts[::-1]]

    run = office.letters.write_thanks(0, [*gifts, homeless], tmp_path / "merci.pdf").value

    assert (run.count, [one.reason for one in run.left_out]) == (1, [LeftOutReason.NO_ADDRESS])
    (page,) = PdfReader(run.path).pages
    text = " ".join(page.extract_text().split())
    assert "Objet : Merci pour vos dons" in text
    assert "vos dons du 22 novembre 2026, d’un montant total de 57,00 €" in text
    assert [gift.donation_id for gift in office.letters.unthanked()] == [homeless]
    assert office.letters_kept() == [("thanks", "post", key, None) for key in gifts]
    office.letters.write_thanks(0, gifts, tmp_path / "merci.pdf")
    assert len(office.letters_kept()) == 2
    office.operations.undo()
    office.operations.undo()
    assert len(office.letters.unthanked()) == 3


def test_who_is_left_out_is_named_with_the_reason_when_nobody_is_left(office, tmp_path):
    homeless = office.give(office.donor("Sans", address=PostalAddress()), 300)

    with pytest.raises(RuleError) as refused:
        office.letters.write_thanks(0, [homeless], tmp_path / "merci.pdf")

    said = error_text(refused.value)
    assert "Élodie Sans (pas d’adresse postale complète)" in said
    assert office.letters_kept() == []


def test_a_name_that_cannot_be_printed_does_not_hold_the_others_up(office, tmp_path):
    gifts = [office.give(office.donor(name), 300) for name in ("Lefèvre", "李")]

    run = office.letters.write_thanks(0, gifts, tmp_path / "merci.pdf").value

    assert (run.count, [one.reason for one in run.left_out]) == (1, [LeftOutReason.UNPRINTABLE])
    assert [gift.donation_id for gift in office.letters.unthanked()] == [gifts[1]]


def test_a_gift_that_went_back_is_not_thanked_for(office):
    gift = office.give(office.donor(), 5000)
    office.donations.give_back(gift, NewReturn(dt.date(2026, 11, 22), ReturnReason.BOUNCED))

    assert office.letters.unthanked() == []
    assert office.letters.preview(0, [gift]) == []


def test_drafts_hold_one_recipient_and_nothing_of_a_header_can_be_typed(office, tmp_path):
    evil = "Zoé\r\nBcc: tous@example.org"
    mailed = office.give(office.donor("Aa", evil, email="aa@example.org"), 5000)
    silent = office.give(office.donor("Bb"), 5000)

    run = office.letters.write_thank_emails(1, [mailed, silent], tmp_path / "d").value

    (path,) = run.drafts
    draft = message_from_bytes(path.read_bytes(), policy=default)
    assert [each.addr_spec for each in draft["To"].addresses] == ["aa@example.org"]
    assert draft["Bcc"] is None
    assert draft["Subject"] == "Un grand merci"
    assert draft["From"].addresses[0].addr_spec == "bureau@example.org"
    assert [one.reason for one in run.left_out] == [LeftOutReason.NO_EMAIL]
    assert office.letters_kept() == [("thanks", "email", mailed, None)]


def test_who_was_put_away_is_thanked_neither_by_letter_nor_by_e_mail(office, tmp_path):
    left = office.donor("Bb", email="bb@example.org")
    gifts = [office.give(office.donor("Aa", email="aa@example.org")), office.give(left)]
    office.contacts.archive([left])

    run = office.letters.write_thank_emails(0, gifts, tmp_path / "d").value

    assert len(run.drafts) == 1
    assert [one.reason for one in run.left_out] == [LeftOutReason.NOT_ACTIVE]
    assert [gift.donor_id for gift in office.letters.unthanked()] == [left]
    assert office.letters.gone([left]) == {left}


def test_many_days_of_gifts_are_said_as_from_the_first_to_the_last(office):
    donor = office.donor()
    days = [dt.date(2026, month, 5) for month in (3, 1, 2, 4)]
    gifts = [office.give(donor, 1000, day=day) for day in days]

    earlier = office.give(donor, 700, day=dt.date(2025, 12, 24))
    office.letters.add_text(THANKS, replace(EVERYTHING, body="{total} en {année}"))

    (few,), (many,) = (office.letters.preview(0, ids) for ids in (gifts[:3], gifts))
    (both,) = office.letters.preview(2, [earlier, gifts[0]])

    assert both.text.body == "47,00\u00a0€ en 2025 et 2026"

    assert (
        "du 5 janvier 2026, 5 février 2026 et 5 mars 2026, d’un montant total" in few.text.body
    )
    assert "vos dons du 5 janvier 2026 au 5 avril 2026, d’un montant" in many.text.body


def test_a_text_says_one_receipt_or_several_as_there_are(office):
    one, two, more = office.issued(("Aa", 5000), ("Bb", 700), ("Cc", 100))
    (own,) = office.letters.texts(COVER)
    kept = replace(own.content, body="Voici votre reçu fiscal n° {reçu}.")
    with office.units.read() as work:
        receipts = work.receipt_papers.kept([one.id, two.id, more.id])
        writer, own_words = (DonorWriter(house_of(work), text) for text in (own.content, kept))

    single, several = writer.cover(None, receipts[:1]), writer.cover(None, receipts)

    assert single.subject == "Votre reçu fiscal 2026"
    assert "votre reçu fiscal n°\u00a02026-0001, pour" in single.body
    assert several.subject == "Vos reçus fiscaux 2026"
    assert "vos reçus fiscaux n°\u00a02026-0001, 2026-0002 et 2026-0003, pour" in several.body
    assert "conservez-les, ils vous seront demandés" in several.body
    assert "|" not in single.body + several.body
    assert own_words.cover(None, receipts).body.endswith("2026-0001, 2026-0002 et 2026-0003.")


def test_the_address_of_a_receipt_names_the_country_in_words(office):
    address = PostalAddress("1 rue Haute", "", "1000", "Bruxelles", "BE")
    office.give(office.donor(address=address))
    (receipt,) = office.issued()
    with office.units.read() as work:
        (kept,) = work.receipt_papers.kept([receipt.id])

    expected = ("Élodie Lefèvre", "1 rue Haute", "1000 Bruxelles", "BELGIQUE")
    assert postal_lines(kept) == expected


def test_a_text_is_shown_with_the_last_donor_or_an_invented_one(office):
    invented = office.letters.sample(THANKS, EVERYTHING)
    office.issued(("Zola", 4200))

    real, receipt = (office.letters.sample(kind, EVERYTHING) for kind in (THANKS, COVER))

    assert invented.name == "Élodie Lefèvre"
    assert (real.name, receipt.name) == ("Élodie Zola", "Élodie Zola")
    assert "2026-0001" in receipt.text.body
    assert real.text.subject == "Merci Élodie Zola"


def test_a_gift_that_was_thanked_for_can_still_be_removed_and_brought_back(office, tmp_path):
    gift = office.give(office.donor())
    office.letters.write_thanks(0, [gift], tmp_path / "merci.pdf")

    office.donations.remove(gift)
    assert office.letters_kept() == [("thanks", "post", None, None)]
    office.operations.undo()

    assert office.letters_kept() == [("thanks", "post", gift, None)]


def test_several_numbers_are_listed_as_a_sentence_does():
    assert joined(("2026-1", "2026-2", "", "2026-3")) == "2026-1, 2026-2 et 2026-3"
    assert (joined(("a",)), joined(())) == ("a", "")
