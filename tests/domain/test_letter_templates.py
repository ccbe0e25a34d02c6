"""Templates of letters: blanks are filled once, with plain text, or refused by name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.documents.paper_texts import reminder_templates
from coopdesk.domain.contacts import Civility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.letter_templates import (
    BLANKS,
    LetterTemplate,
    LetterValues,
    checked_template,
    filled,
    with_title,
)

VALUES = LetterValues(
    civility=Civility.MADAM,
    first_name="Élodie",
    last_name="Lefèvre",
    association="La Coop des Rives",
    type_name="Solidaire",
    period="2026",
    amount="25,00\u00a0€",
    due_on="31 décembre 2025",
)


def template(body: str, subject: str = "Rappel") -> LetterTemplate:
    return LetterTemplate("own", "À nous", subject, body)


def test_blanks_are_filled_whatever_their_accents_and_case() -> None:
    text = filled(
        template("{salutation}\n\n{Prénom} {NOM} {prenom}, {échéance} {ECHEANCE}"), VALUES
    )
    assert text.body == ("Madame,\n\nÉlodie Lefèvre Élodie, 31 décembre 2025 31 décembre 2025")


@pytest.mark.parametrize("blank", ["{prénoms}", "{}", "{0}", "{a.b}", "{nom!r}"])
def test_an_unknown_blank_is_refused_by_its_name(blank: str) -> None:
    with pytest.raises(RuleError, match=r"letter\.unknown_blank") as caught:
        checked_template(template("Bonjour", subject=f"Pour {blank}"))
    assert caught.value.values["blank"] == blank
    assert caught.value.field == "subject"


def test_two_wordings_around_a_blank_are_refused() -> None:
    with pytest.raises(RuleError, match=r"letter\.unknown_blank") as caught:
        checked_template(template("Merci pour {votre don|vos {nom} dons} !"))
    assert caught.value.values["blank"] == "{votre don|vos … dons}"


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(RuleError, match=r"letter\.text_missing") as caught:
        checked_template(template(" \n "))
    assert caught.value.field == "body"


def test_other_braces_are_plain_text() -> None:
    body = "a } b { c\nd } {nom} {"
    assert filled(template(body), VALUES).body == "a } b { c\nd } Lefèvre {"


@given(st.text(max_size=30))
def test_a_value_is_never_read_as_a_template(name: str) -> None:
    values = LetterValues(first_name=f"{{nom}}{name}", last_name="Petit")
    assert "Petit" not in filled(template("Bonjour {prénom}"), values).body.replace(name, "")


def test_the_spaces_that_an_empty_value_leaves_are_closed() -> None:
    values = LetterValues(last_name="Les Rives")
    text = filled(
        template("Bonjour {civilité} {prénom} {nom}, merci {prénom}.\nÀ {prénom}"), values
    )
    assert text.body == "Bonjour Les Rives, merci.\nÀ"


@pytest.mark.parametrize(
    ("civility", "salutation", "polite"),
    [
        (Civility.MADAM, "Madame,", "Madame"),
        (Civility.SIR, "Monsieur,", "Monsieur"),
        (Civility.NONE, "Bonjour,", "Madame, Monsieur"),
    ],
)
def test_each_civility_has_its_polite_forms(
    civility: Civility, salutation: str, polite: str
) -> None:
    text = filled(template("{salutation} / {politesse}"), LetterValues(civility=civility))
    assert text.body == f"{salutation} / {polite}"


def test_two_wordings_are_for_one_thing_and_for_several() -> None:
    text = template("{Votre don|Vos dons}[ pour {tarif}] : merci {prénom}{|s|t} {|!}")
    with pytest.raises(RuleError, match=r"letter\.unknown_blank"):
        checked_template(text)
    text = replace(text, body=text.body.replace("|s|t", "|s"))
    assert filled(text, VALUES).body == "Votre don pour Solidaire : merci Élodie"
    several = replace(VALUES, is_several=True, type_name="{|x}")
    assert filled(text, several).body == "Vos dons pour {|x} : merci Élodies !"


def test_every_blank_has_a_value() -> None:
    assert tuple(LetterValues().named()) == BLANKS


def test_a_name_with_its_title_reads_well_without_one() -> None:
    assert with_title(Civility.SIR, "Marc Petit") == "Monsieur Marc Petit"
    assert with_title(Civility.NONE, "Les Rives") == "Les Rives"


def test_the_reminders_go_from_kind_to_firm_and_leave_no_blank() -> None:
    templates = reminder_templates()
    assert [each.code for each in templates] == ["coming", "kind", "second", "firm"]
    for each in templates:
        text = filled(each, VALUES)
        assert "{" not in text.subject + text.body
        assert "La Coop des Rives" in text.subject + text.body
        assert "25,00\u00a0€" in text.body
        assert text.body.startswith("Madame,\n\n")
