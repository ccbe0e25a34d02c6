"""What statements and the axis of the treasury show, without any window."""

from __future__ import annotations

import pytest

from coopdesk.domain.axis_marks import signed_marks
from coopdesk.domain.financial_statements import (
    StatementFigures,
    StatementKind,
    statement,
)
from coopdesk.domain.money import Money
from coopdesk.services.report_reading import statement_model
from coopdesk.ui.reports.figure_sheet import Change, Sided, cell_text, copied_text
from coopdesk.ui.reports.statement_rows import known_of, statement_rows


def _rows(kind, *, with_empty, **held):
    balances = {number[1:]: Money(cents) for number, cents in held.items()}
    found = statement(kind, statement_model(), StatementFigures(balances))
    return statement_rows(found, None, known_of([found]), with_empty=with_empty)


def test_empty_lines_and_their_titles_leave_unless_asked_for():
    rows = _rows(StatementKind.RESULT, with_empty=False, _75411=-5_000, _6063=2_000)
    labels = [str(row.cells[0]) for row in rows]
    assert "PRODUITS FINANCIERS" not in labels
    assert [row.key for row in rows][:6] == ["P00", "P06", "P19", "C00", "C03", "C19"]
    whole = _rows(StatementKind.RESULT, with_empty=True, _75411=-5_000)
    assert len(whole) > 2 * len(rows)
    assert whole[-1].cells[0] == "EXCÉDENT"


def test_titles_of_a_balance_sheet_stand_over_their_own_items_only():
    rows = _rows(StatementKind.BALANCE_SHEET, with_empty=False, _5121=9_000, _1068=-9_000)
    keys = [row.key for row in rows]
    assert keys == ["A30", "A37", "A39", "A99", "B00", "B09", "B13", "B19", "B99"]
    assert rows[0].opens is None
    assert rows[1].opens == ("figure", "balance-sheet", "A37", None)


def test_cells_say_sides_and_signs_and_copy_plain_figures():
    assert cell_text(Sided(Money(-123_456))) == "1\u202f234,56\u00a0C"
    assert copied_text(Sided(Money(-123_456))) == "-1234,56"
    assert cell_text(Change(Money(500))) == "+5,00"
    assert cell_text(Money(0)) == "–"
    assert copied_text(Money(0)) == "0,00"


@pytest.mark.parametrize(
    ("lowest", "highest", "marks"),
    [
        (0, 0, [0]),
        (120_000, 480_000, [0, 100_000, 200_000, 300_000, 400_000, 500_000]),
        (-30_000, 90_000, [-50_000, 0, 50_000, 100_000]),
    ],
)
def test_marks_are_round_and_hold_zero(lowest, highest, marks):
    assert signed_marks(lowest, highest) == marks
