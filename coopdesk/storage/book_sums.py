"""Triggers that keep what each account adds up to by month, so that balances come at once.

They add what a line brings and take away what it brought: counting a month again at each line
would make imports of thousands of entries wait. Every way to change a line passes here, and the
check of the file compares the sums with the lines.
"""

from __future__ import annotations

_KEPT = "fiscal_year_id, account_id, entry_on, is_validated, debit_cents, credit_cents"
_MONTH = "substr({row}.entry_on, 1, 8) || '01'"
_WHERE = (
    "fiscal_year_id = {row}.fiscal_year_id AND account_id = {row}.account_id"
    " AND month_on = " + _MONTH + " AND is_validated = {row}.is_validated"
)
# No upsert: what fires a trigger may bring a conflict clause of its own.
_ADD = f"""
INSERT INTO account_sum
(fiscal_year_id, account_id, month_on, is_validated, debit_cents, credit_cents)
SELECT {{row}}.fiscal_year_id, {{row}}.account_id, {_MONTH}, {{row}}.is_validated, 0, 0
WHERE NOT EXISTS (SELECT 1 FROM account_sum WHERE {_WHERE});
UPDATE account_sum SET debit_cents = debit_cents + {{row}}.debit_cents,
credit_cents = credit_cents + {{row}}.credit_cents WHERE {_WHERE};
"""  # noqa: S608 (our own text)
_TAKE = f"""
UPDATE account_sum SET debit_cents = debit_cents - {{row}}.debit_cents,
credit_cents = credit_cents - {{row}}.credit_cents WHERE {_WHERE};
DELETE FROM account_sum WHERE {_WHERE} AND debit_cents = 0 AND credit_cents = 0;
"""  # noqa: S608 (our own text)


def _trigger(name: str, event: str, body: str) -> tuple[str, str]:
    return name, f"CREATE TRIGGER {name} AFTER {event} ON entry_line BEGIN {body}END"


BOOK_SUM_TRIGGERS: dict[str, str] = dict(
    [
        _trigger("entry_line_adds", "INSERT", _ADD.format(row="NEW")),
        _trigger("entry_line_takes", "DELETE", _TAKE.format(row="OLD")),
        _trigger(
            "entry_line_moves",
            f"UPDATE OF {_KEPT}",
            _TAKE.format(row="OLD") + _ADD.format(row="NEW"),
        ),
    ]
)

# Sums without lines, and lines without their sums.
SUMS_THAT_DIFFER = """
SELECT a.number FROM (
SELECT fiscal_year_id AS y, account_id AS a, substr(entry_on, 1, 8) || '01' AS m,
is_validated AS v, sum(debit_cents) AS d, sum(credit_cents) AS c
FROM entry_line GROUP BY 1, 2, 3, 4
UNION ALL SELECT fiscal_year_id, account_id, month_on, is_validated, -debit_cents, -credit_cents
FROM account_sum) s LEFT JOIN account a ON a.id = s.a
GROUP BY s.y, s.a, s.m, s.v HAVING sum(s.d) <> 0 OR sum(s.c) <> 0
"""
