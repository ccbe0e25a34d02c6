"""How large a table may be: far above any office's, far below what freezes a laptop."""

from __future__ import annotations

from coopdesk.domain.errors import RuleError

MAXIMUM_ROWS = 50_000
MAXIMUM_COLUMNS = 1_000
# Accounts, or days of one account, that a bank file may tell of.
MAXIMUM_STATEMENTS = 2_000
# Cells of the smallest rectangle around everything: about 200 MB once read.
MAXIMUM_AREA = 6_000_000
# Characters of all cells together, counting a text each time it is used.
MAXIMUM_TEXT = 100_000_000


def check_area(rows: int, columns: int) -> None:
    """Refuse a sheet that spans too much.

    Raises:
        RuleError: ``file.too_many_rows`` or ``file.too_many_columns``.
    """
    if rows > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    if columns > MAXIMUM_COLUMNS or rows * columns > MAXIMUM_AREA:
        raise RuleError("file.too_many_columns", count=columns)


def check_text(characters: int) -> None:
    """Refuse a sheet whose cells hold too much text.

    Raises:
        RuleError: ``file.inflates``.
    """
    if characters > MAXIMUM_TEXT:
        raise RuleError("file.inflates", megabytes=-(-characters // 1_000_000))
