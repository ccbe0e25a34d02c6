"""The wording of the form, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coopdesk.documents.receipt_texts import hard_spaced, load_form
from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_forms import BLANKS, mode_box

SHELF = Path(__file__).parents[3] / "shared" / "reference" / "legal_fr.md"
FORM = load_form("11580")


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _shelf_section() -> str:
    text = SHELF.read_text(encoding="utf-8")
    return text[text.index("## 1.2 ") : text.index("## 1.3 ")]


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
    assert set(FORM.natures) == {nature.value for nature in DonationNature}
    assert set(FORM.gift_forms) == {form.value for form in DonationForm}
    assert set(FORM.payment_modes) == {mode.value for mode in PaymentMode}
    assert {mode_box(mode) for mode in PaymentMode} - {""} == set(FORM.modes)
    assert set(FORM.articles) == {"200", "978"}


def test_a_mode_that_the_form_lacks_ticks_no_box() -> None:
    assert mode_box(PaymentMode.OTHER) == ""
    assert mode_box(PaymentMode.DIRECT_DEBIT) == "transfer"


def test_all_categories_are_there_and_the_heading_alone_cannot_be_chosen() -> None:
    assert len(FORM.categories) == 27
    assert len({category.code for category in FORM.categories}) == 27
    assert "oig" not in {category.code for category in FORM.choices}
    assert len(FORM.choices) == 26


def test_a_sub_option_ticks_the_box_that_contains_it_too() -> None:
    assert [box.code for box in FORM.boxes_of("oig_museum")] == ["oig", "oig_museum"]
    assert [box.code for box in FORM.boxes_of("endowment_fund")] == ["endowment_fund"]


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(RuleError) as refused:
        FORM.boxes_of("oig_unknown")
    assert refused.value.code == "receipt.unknown_category"


def test_a_category_names_the_profile_fields_that_complete_it() -> None:
    assert FORM.category("oig_rup").needs == ("decree_on", "published_on")
    assert FORM.category("oig_other").needs == ("category_detail",)
    assert FORM.category("oig_association").needs == ()
    assert {name for category in FORM.categories for name in category.needs} <= set(BLANKS)


def test_what_is_not_filled_in_keeps_the_dots_of_the_form() -> None:
    text = FORM.category("oig_rup").filled({"decree_on": "12/03/1990", "published_on": ""})
    assert "par décret en date du 12/03/1990 publié au Journal officiel du …/…/……" in text


def test_braces_typed_by_a_person_are_printed_as_they_are() -> None:
    text = FORM.category("oig_other").filled({"category_detail": "{decree_on} {0}"})
    assert text.endswith("{decree_on} {0}")


def test_french_signs_do_not_start_a_line() -> None:
    assert hard_spaced("Nom : « Objet »") == "Nom\u00a0: «\u00a0Objet\u00a0»"


@pytest.mark.skipif(not SHELF.exists(), reason="the reference shelf is not beside the project")
def test_categories_say_what_the_reference_shelf_says() -> None:
    rows = re.findall(r"^\| ([a-z_]+) \| (.+) \|$", _shelf_section(), re.MULTILINE)
    shelf = {code: _plain(text).removeprefix("○ ") for code, text in rows if code != "code"}
    ours = {category.code: _plain(category.filled({})) for category in FORM.categories}
    assert ours == shelf


@pytest.mark.skipif(not SHELF.exists(), reason="the reference shelf is not beside the project")
def test_labels_and_notes_are_those_of_the_reference_shelf() -> None:
    section = _plain(_shelf_section())
    own = {"cumulative", "issued", "issued_anywhere", "page", "receipt", "total"}
    labels = [
        text
        for name, text in FORM.labels.items()
        if name not in own and not name.startswith(("payment", "annex"))
    ]
    boxes = [*FORM.articles.values(), *FORM.gift_forms.values(), *FORM.natures.values()]
    for text in (*labels, *boxes, *FORM.modes.values(), *FORM.notes, FORM.register_note):
        assert _plain(text) in section
