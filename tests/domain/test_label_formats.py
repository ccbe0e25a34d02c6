"""Label formats: the data adds up to A4 paper, and households are written to once."""

from __future__ import annotations

import pytest

from coopdesk.documents.label_formats import label_formats
from coopdesk.domain.errors import RuleError
from coopdesk.domain.label_formats import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Addressee,
    format_named,
    one_per_household,
)

FORMATS = label_formats()
HOME = ("12 RUE DES LILAS", "44000 NANTES")
FAMILY = ("Famille Haddad", *HOME)


@pytest.mark.parametrize("code", FORMATS)
def test_labels_and_margins_add_up_to_the_page(code: str) -> None:
    sheet = FORMATS[code]
    last = sheet.cell(sheet.count - 1)
    assert last.x + last.width + sheet.left == pytest.approx(PAGE_WIDTH, abs=0.2)
    assert last.y + last.height + sheet.top == pytest.approx(PAGE_HEIGHT, abs=0.2)
    assert sheet.step_x >= sheet.width
    assert sheet.step_y >= sheet.height
    assert sheet.confidence in {"P", "K"}


def test_the_usual_sheets_are_there_with_their_counts() -> None:
    counts = {code: sheet.count for code, sheet in FORMATS.items()}
    known = {"L7160": 21, "L7163": 14, "L7159": 24, "L7161": 18, "L7162": 16, "L7165": 8}
    assert counts.items() >= {**known, "L7651": 65, "3422": 24}.items()


@pytest.mark.parametrize("typed", ["L7160", "l7160", " Avery L 7160 "])
def test_a_format_is_found_however_it_is_typed(typed: str) -> None:
    assert format_named(FORMATS, typed) is FORMATS["L7160"]


def test_an_unknown_format_is_refused_with_those_that_exist() -> None:
    with pytest.raises(RuleError, match=r"label\.unknown_format") as caught:
        format_named(FORMATS, "L9999")
    assert "L7160, L7159" in str(caught.value.values["known"])


def test_a_household_is_written_to_by_its_name_where_its_first_member_stood() -> None:
    chosen = one_per_household(
        [
            Addressee(("Madame Zoé Petit", *HOME)),
            Addressee(("Madame Nour Haddad", *HOME), 3, FAMILY),
            Addressee(("Monsieur Marc Petit", *HOME)),
            Addressee(("Monsieur Ali Haddad", *HOME), 3, FAMILY),
        ]
    )
    assert [each.lines[0] for each in chosen] == [
        "Madame Zoé Petit",
        "Famille Haddad",
        "Monsieur Marc Petit",
    ]
    assert chosen[1].lines[1:] == HOME


def test_a_single_member_of_a_household_keeps_the_own_name() -> None:
    alone = Addressee(("Madame Nour Haddad", *HOME), 3, FAMILY)
    assert one_per_household([alone]) == [alone]
