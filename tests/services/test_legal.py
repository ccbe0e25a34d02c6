"""Figures of the law: dated, corrected by a person from a day on, taken back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.legal_parameters import Confidence, Unit, checked_value
from coopdesk.domain.money import Money
from coopdesk.services.legal import LegalService
from coopdesk.services.operations import OperationService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.legal_store import shipped_figures
from coopdesk.wording.legal import PARAMETER_NAMES, confidence_text, parameter_value
from tests.building import new_units, today
from tests.services.receipt_office import ReceiptOffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.legal_parameters import LegalParameter
    from coopdesk.storage.unit_of_work import Units

JANUARY = dt.date(2026, 1, 1)


@pytest.fixture
def units(tmp_path: Path) -> Iterator[Units]:
    with new_units(tmp_path / "office.coopdesk") as opened:
        yield opened


@pytest.fixture
def legal(units: Units) -> LegalService:
    return LegalService(units, today)


def _cap(legal: LegalService, on: dt.date | None = None) -> LegalParameter:
    [found] = [x for x in legal.parameters(on) if x.code == "counterpart_cap"]
    return found


def test_every_figure_has_a_name_a_source_and_a_value_to_read() -> None:
    codes = {figure.code for figure in shipped_figures()}
    assert codes == set(PARAMETER_NAMES)
    for figure in shipped_figures():
        assert figure.source
        assert parameter_value(figure)


def test_figures_of_one_code_never_overlap() -> None:
    days: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for figure in shipped_figures():
        end = figure.until or dt.date.max
        assert all(
            end < start or figure.since > last for start, last in days.get(figure.code, [])
        )
        days.setdefault(figure.code, []).append((figure.since, end))


@pytest.mark.parametrize(
    ("on", "euros"),
    [(dt.date(2012, 5, 1), 65), (dt.date(2016, 1, 1), 69), (dt.date(2021, 1, 1), 73)],
)
def test_rf_52_a_figure_is_that_of_the_day(legal: LegalService, on, euros) -> None:
    assert _cap(legal, on).money == Money(euros * 100)


def test_the_cap_of_2026_was_not_found_and_says_so(legal: LegalService) -> None:
    cap = _cap(legal)
    assert (cap.confidence, cap.is_to_verify) == (Confidence.UNSURE, True)
    assert confidence_text(cap) == "À vérifier\xa0: non trouvé, ou sources divergentes"


def test_a_person_corrects_a_figure_from_a_day_on(legal: LegalService) -> None:
    made = legal.correct("counterpart_cap", JANUARY, "76", "Arrêté du 1er mars 2026").value
    assert (made.money, made.is_own, made.is_to_verify) == (Money(7600), True, False)
    assert _cap(legal).money == Money(7600)
    assert _cap(legal, dt.date(2025, 12, 31)).money == Money(7300)
    assert confidence_text(made) == "Corrigé par vous"


def test_a_corrected_cap_decides_about_receipts(units: Units, legal: LegalService) -> None:
    office = ReceiptOffice(units)
    office.give(office.donor(), 40000, counterpart=Money(7600), counterpart_label="Livre")
    receipts = ReceiptService(units, today)
    assert receipts.review(2026).lines[0].reason == "counterpart_cap"
    legal.correct("counterpart_cap", JANUARY, "76", "Arrêté")
    line = receipts.review(2026).lines[0]
    assert (line.reason, line.warnings) == ("", ())


def test_a_figure_of_the_program_is_taken_again(legal: LegalService) -> None:
    legal.correct("counterpart_cap", JANUARY, "76", "Arrêté")
    assert legal.reset("counterpart_cap", JANUARY).value.money == Money(7300)
    with pytest.raises(RuleError, match=r"legal\.not_corrected"):
        legal.reset("counterpart_cap", JANUARY)


def test_a_correction_is_replaced_by_the_next_and_can_be_undone(
    units: Units, legal: LegalService
) -> None:
    legal.correct("counterpart_cap", JANUARY, "76", "Arrêté")
    legal.correct("counterpart_cap", JANUARY, "77", "Arrêté")
    assert _cap(legal).money == Money(7700)
    OperationService(units).undo()
    assert _cap(legal).money == Money(7600)


@pytest.mark.parametrize(
    ("code", "since", "value", "source", "expected"),
    [
        ("income_rate", JANUARY, "abc", "Loi", "legal.value_unreadable"),
        ("income_rate", JANUARY, "NaN", "Loi", "legal.value_unreadable"),
        ("income_rate", JANUARY, "-1", "Loi", "legal.value_out_of_range"),
        ("income_rate", JANUARY, "100,01", "Loi", "legal.value_out_of_range"),
        ("lent_staff_cap", JANUARY, "1001", "Loi", "legal.value_out_of_range"),
        ("declaration_delay", JANUARY, "2,5", "Loi", "legal.value_out_of_range"),
        ("counterpart_cap", JANUARY, "76,005", "Loi", "legal.value_out_of_range"),
        ("counterpart_cap", JANUARY, "76", "  ", "legal.source_missing"),
        ("counterpart_cap", dt.date(1999, 1, 1), "76", "Loi", "legal.day_out_of_range"),
    ],
)
def test_a_wrong_correction_is_refused(
    legal: LegalService, code, since, value, source, expected
) -> None:
    with pytest.raises(RuleError) as refused:
        legal.correct(code, since, value, source)
    assert refused.value.code == expected
    assert not any(figure.is_own for figure in legal.history())


def test_an_unknown_figure_is_not_found(legal: LegalService) -> None:
    with pytest.raises(NotFoundError):
        legal.correct("nothing", JANUARY, "1", "Loi")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("0,5", Unit.PERCENT, "0.5"),
        ("20 000 €", Unit.EUROS, "20000"),
        ("66 %", Unit.PERCENT, "66"),
    ],
)
def test_figures_are_read_as_people_type_them(text, unit, value) -> None:
    assert checked_value(text, unit) == Decimal(value)


def test_words_of_the_seed_keep_their_signs(legal: LegalService) -> None:
    said = " ".join(figure.source + figure.remark for figure in legal.history())
    assert " ;" not in said
    assert "\u00a0;" in said
