"""What a donor gave over the years, with receipts and what they may spare."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pypdf import PdfReader

from coopdesk.domain.money import ZERO, Money
from coopdesk.services.statements import StatementService
from tests.building import today
from tests.services.receipt_office import receipt_office

if TYPE_CHECKING:
    from pathlib import Path


def test_a_statement_tells_gifts_receipts_and_tax_by_year(tmp_path: Path) -> None:
    with receipt_office(tmp_path) as office:
        anna = office.donor("Aubry", "Anna")
        office.give(anna, 10000, day=dt.date(2025, 5, 2))
        office.give(anna, 4000)
        office.give(anna, 10000, counterpart=Money(3000), counterpart_label="Livre")
        office.receipts.issue_year(2025)
        service = StatementService(office.units, today)
        statement = service.statement(anna)
        path = service.write(anna, tmp_path / "releve.pdf")
    now, before = statement.years
    assert (before.receipted, before.effect.reduction) == (Money(10000), Money(6600))
    assert (now.given, now.receipted, now.effect.reduction) == (Money(14000), ZERO, ZERO)
    assert [line.reason for line in now.lines] == ["", "counterpart_ratio"]
    assert (statement.given, statement.receipted) == (Money(24000), Money(10000))
    text = " ".join("".join(p.extract_text() for p in PdfReader(path).pages).split())
    for said in ("Année 2025", "n° 2025-0001", "66,00 €", "66 %", "à émettre", "plus que 25 %"):
        assert said in text.replace("\u00a0", " "), said


def test_somebody_who_gave_nothing_has_an_empty_statement(tmp_path: Path) -> None:
    with receipt_office(tmp_path) as office:
        service = StatementService(office.units, today)
        donor = office.donor()
        assert service.statement(donor).years == ()
        path = service.write(donor, tmp_path / "releve.pdf")
    assert "Aucun don" in PdfReader(path).pages[0].extract_text()
