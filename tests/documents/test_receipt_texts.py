"""The wording of the form, word for word."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from coopdesk.documents.receipt_texts import hard_spaced, load_form
from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_forms import BLANKS, ReceiptForm, mode_box, nature_box

ROOT = Path(__file__).parents[2]
SHELF = ROOT.parent / "shared" / "reference" / "legal_fr.md"
FORM = load_form("11580")
COMPANY = load_form("16216")


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _shelf_section(form: ReceiptForm) -> str:
    text = SHELF.read_text(encoding="utf-8")
    first = 2 if form is FORM else 3
    return text[text.index(f"## 1.{first} ") : text.index(f"## 1.{first + 1} ")]


def test_the_newest_version_is_loaded_unless_one_is_named() -> None:
    assert (FORM.number, FORM.version, FORM.model) == ("11580", "05", "2041-RD")
    assert load_form("11580", "05") == FORM


def test_a_form_that_is_not_shipped_is_named() -> None:
    with pytest.raises(ExternalError) as missing:
        load_form("99999")
    assert missing.value.code == "texts.missing"


def test_the_form_says_when_it_was_checked_and_how_sure_it_is() -> None:
    assert FORM.checked_on.year >= 2026
    assert FORM.confidence in {"O", "P", "S", "K"}


def test_every_nature_form_and_mode_has_its_box() -> None:
    assert {nature_box(nature) for nature in DonationNature} == set(FORM.natures)
    assert set(FORM.gift_forms) == {form.value for form in DonationForm}
    assert set(FORM.payment_modes) == {mode.value for mode in PaymentMode}
    assert {mode_box(mode) for mode in PaymentMode} == set(COMPANY.modes)
    assert set(COMPANY.modes) - {"other"} == set(FORM.modes)
    assert set(FORM.payment_natures) | {"money"} == {nature.value for nature in DonationNature}
    assert set(FORM.articles) == {"200", "978"}


def test_the_form_of_companies_has_neither_articles_nor_natures() -> None:
    assert (COMPANY.number, COMPANY.version, COMPANY.model) == ("16216", "03", "2041-MEC-SD")
    assert not COMPANY.articles
    assert not COMPANY.natures
    assert not COMPANY.gift_forms
    assert len(COMPANY.notes) == 5


@pytest.mark.parametrize(("form", "count"), [(FORM, 27), (COMPANY, 23)])
def test_all_categories_are_there_and_the_heading_alone_cannot_be_chosen(
    form: ReceiptForm, count: int
) -> None:
    codes = [category.code for category in form.categories]
    assert len(codes) == len(set(codes)) == count
    assert "oig" not in {category.code for category in form.choices}
    assert len(form.choices) == count - 1


def test_a_sub_option_ticks_the_box_that_contains_it_too() -> None:
    assert [box.code for box in FORM.boxes_of("oig_museum")] == ["oig", "oig_museum"]
    assert [box.code for box in FORM.boxes_of("endowment_fund")] == ["endowment_fund"]


def test_a_category_that_a_form_lacks_is_refused() -> None:
    assert FORM.category("oig_forest")
    with pytest.raises(RuleError) as refused:
        COMPANY.boxes_of("oig_forest")
    assert refused.value.code == "receipt.category_not_on_form"
    assert refused.value.values["form"] == "16216*03"


def test_a_category_names_the_profile_fields_that_complete_it() -> None:
    assert FORM.category("oig_rup").needs == ("decree_on", "published_on")
    assert FORM.category("oig_other").needs == ("category_detail",)
    assert FORM.category("oig_association").needs == ()
    assert COMPANY.category("approved_research").needs == ("decree_on",)
    fields = {"decree_on", "published_on", "category_detail"}
    for form in (FORM, COMPANY):
        assert {name for category in form.categories for name in category.needs} == fields
        assert {name for category in form.categories for name in category.blanks} <= set(BLANKS)


def test_what_is_not_filled_in_keeps_the_dots_of_the_form() -> None:
    text = FORM.category("oig_rup").filled({"decree_on": "12/03/1990", "published_on": ""})
    assert "par décret en date du 12/03/1990 publié au Journal officiel du …/…/……" in text


def test_braces_typed_by_a_person_are_printed_as_they_are() -> None:
    text = FORM.category("oig_other").filled({"category_detail": "{decree_on} {0}"})
    assert text.endswith("{decree_on} {0}")


def test_french_signs_do_not_start_a_line() -> None:
    assert hard_spaced("Nom : « Objet »") == "Nom\u00a0: «\u00a0Objet\u00a0»"
    assert hard_spaced("le n° 7, à 20° C") == "le n°\u00a07, à 20° C"


@pytest.mark.skipif(not SHELF.exists(), reason="the reference shelf is not beside the project")
@pytest.mark.parametrize("form", [FORM, COMPANY])
def test_categories_say_what_the_reference_shelf_says(form: ReceiptForm) -> None:
    rows = re.findall(r"^\| ([a-z_]+) \| (.+) \|$", _shelf_section(form), re.MULTILINE)
    shelf = {code: _plain(text).removeprefix("○ ") for code, text in rows if code != "code"}
    for code, text in shelf.items():
        if text.startswith("(same wording"):
            shelf[code] = _plain(FORM.category(code).filled({}))
    ours = {category.code: _plain(category.filled({})) for category in form.categories}
    assert ours == shelf
    assert list(ours) == list(shelf)


@pytest.mark.skipif(not SHELF.exists(), reason="the reference shelf is not beside the project")
@pytest.mark.parametrize("form", [FORM, COMPANY])
def test_labels_and_notes_are_those_of_the_reference_shelf(form: ReceiptForm) -> None:
    section = _plain(_shelf_section(form))
    own = tomllib.loads((ROOT / "resources/texts/receipt_words.toml").read_text("utf-8"))
    labels = [text for name, text in form.labels.items() if name not in own["labels"]]
    boxes = [*form.articles.values(), *form.gift_forms.values(), *form.natures.values()]
    for text in (*labels, *boxes, *form.modes.values(), *form.notes):
        assert _plain(text) in section
    assert _plain(form.register_note) in _plain(_shelf_section(FORM))
