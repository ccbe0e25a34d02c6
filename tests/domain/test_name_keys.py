"""Two spellings of a name share one of its forms."""

from __future__ import annotations

import pytest

from coopdesk.domain.duplicates_contact_points import (
    email_key,
    email_name,
    mail_site_name,
    phone_key,
    site_forms,
    site_name,
    street_key,
)
from coopdesk.domain.duplicates_usual_names import both_usual, differ_by_gender
from coopdesk.domain.name_keys import core_words, initials, sound, squeezed, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("raisonance", "raisonnances"),
        ("lefebvre", "lefevre"),
        ("dupont", "dupond"),
        ("thibault", "thibaud"),
        ("renault", "renaud"),
        ("philippe", "filipe"),
        ("jacquet", "jaquet"),
        ("quentin", "kentin"),
        ("schmitt", "chmit"),
        ("moreau", "moro"),
        ("gwenole", "gvenolle"),
        ("raymond", "reimon"),
    ],
)
def test_spellings_of_one_sound_agree(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("martin", "morin"), ("bernard", "besnier"), ("roux", "roy"), ("girard", "giraud")],
)
def test_other_sounds_differ(one, other):
    assert sound(one) != sound(other)


def test_a_squeezed_name_keeps_letters_and_digits():
    assert squeezed("Que Vol’terre · n° 2") == squeezed("que'volterre N 2") == "quevolterren2"
    assert squeezed("Œuvre d'Élan") == "oeuvredelan"


def test_legal_forms_and_articles_are_no_part_of_a_name():
    assert core_words(words("Association Les Mains Libres")) == ("mains", "libres")
    assert core_words(words("La Menuiserie SARL")) == ("menuiserie",)
    assert core_words(words("SARL")) == ("sarl",)


def test_initials_skip_little_words_or_not():
    assert "mes" in initials(words("Mouvement pour l'Economie Solidaire"))
    assert "mples" in initials(words("Mouvement pour l'Economie Solidaire"))
    assert "ape" in initials(words("Association des Parents d'Élèves"))
    assert initials(words("Énergie Loire")) == frozenset()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Jeanne@Example.org", "jeanne@example.org"),
        ("jeanne+coop@example.org", "jeanne@example.org"),
        ("jeanne.d@gmail.com", "jeanned@gmail.com"),
        ("jeanned@googlemail.com", "jeanned@gmail.com"),
        ("", ""),
    ],
)
def test_an_email_is_the_mailbox_it_reaches(typed, key):
    assert email_key(typed) == key


def test_a_mailbox_may_bear_a_name():
    assert email_name("jeanne.dupont12@example.org") == ("dupont", "jeanne")
    assert email_name("contact@example.org") == ()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("06 12 34 56 78", "612345678"),
        ("+33 (0)6 12 34 56 78", "612345678"),
        ("00 00 00 00 00", ""),
        ("3639", ""),
        ("", ""),
    ],
)
def test_a_phone_is_its_last_nine_digits(typed, key):
    assert phone_key(typed) == key


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("https://www.le-mes.org/accueil", "le-mes"),
        ("lecentsept.fr", "lecentsept"),
        ("LesAmis.asso.fr", "lesamis"),
        ("lesamis.wordpress.com", "lesamis"),
        ("https://www.facebook.com/lesamis", ""),
        ("S.O.S. Lin", ""),
        ("Les Amis", ""),
    ],
)
def test_a_site_has_the_name_of_its_owner(typed, name):
    assert site_name(typed) == name


def test_mailboxes_that_anybody_may_open_name_nobody():
    assert mail_site_name("sophie@raisonnances.org") == "raisonnances"
    assert mail_site_name("sophie@lin.asso.fr") == "lin"
    assert mail_site_name("sophie@gmail.com") == mail_site_name("sophie@wanadoo.fr") == ""


def test_the_article_of_a_site_may_be_left_out():
    assert "centsept" in site_forms("lecentsept")
    assert "mes" in site_forms("le-mes")
    assert site_forms("lea") == ("lea",)


def test_ways_are_written_out():
    assert street_key("3, bd. St Aignan") == street_key("3 boulevard Saint-Aignan")


def test_feminine_forms_and_usual_names_are_other_names():
    assert differ_by_gender("michel", "michele")
    assert differ_by_gender("laurence", "laurent")
    assert not differ_by_gender("celine", "celien")
    assert both_usual("marine", "karine")
    assert not both_usual("marine", "marinz")
