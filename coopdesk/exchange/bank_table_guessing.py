"""What the columns of an unknown bank's table hold: by their names, then by their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_columns import SEVERAL, BankColumn, lacking
from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.errors import RuleError
from coopdesk.exchange.bank_table_headers import name_key
from coopdesk.exchange.bank_table_values import AmountReader, DayReader
from coopdesk.exchange.bank_table_words import bank_table_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.exchange.bank_table_headers import Positions

_LOOKED_AT = 50
_SAMPLES = 3
_SAMPLE_LENGTH = 40
# Of the cells that say something, how many must look alike.
_MOST = 0.8
_UNTOLD = frozenset({BankColumn.IGNORED})


def guess_columns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[BankColumn]:
    """Return what each column is taken for; what can stand once goes to the likeliest name."""
    guesses = columns_by_names(names)
    texts = [column_texts(rows, at) for at in range(len(names))]
    for wanted, fits in _BY_CONTENT.items():
        if wanted in lacking(set(guesses)):
            # Whoever was paid is better than no label at all.
            free = (
                _UNTOLD | {BankColumn.COUNTERPARTY} if wanted is BankColumn.LABEL else _UNTOLD
            )
            at = _likeliest(guesses, texts, fits, free)
            if at >= 0:
                guesses[at] = wanted
    return guesses


def columns_by_names(names: Sequence[str]) -> list[BankColumn]:
    """Return what the names alone say of columns; ``IGNORED`` when they say nothing."""
    known = bank_table_words().names
    guesses = [known.get(name_key(name), (BankColumn.IGNORED, 0)) for name in names]
    best: dict[BankColumn, int] = {}
    for at, (column, rank) in enumerate(guesses):
        if column not in best or rank < guesses[best[column]][1]:
            best[column] = at
    kept = [
        column if column in SEVERAL or best[column] == at else BankColumn.IGNORED
        for at, (column, _rank) in enumerate(guesses)
    ]
    if BankColumn.DEBIT in kept and BankColumn.CREDIT in kept:
        # Both sides say all; an amount beside them has no sign of its own.
        doubled = {BankColumn.AMOUNT, BankColumn.SENSE}
        return [BankColumn.IGNORED if column in doubled else column for column in kept]
    return kept


def column_texts(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return what the first rows say in a column, empty cells left out."""
    cells = (row[at].strip() for row in rows[:_LOOKED_AT] if at < len(row))
    return [text for text in cells if text]


def samples_of(rows: Sequence[Sequence[str]], at: int) -> str:
    """Return the first different texts of a column as one."""
    texts = dict.fromkeys(text[:_SAMPLE_LENGTH] for text in column_texts(rows, at))
    return " · ".join(list(texts)[:_SAMPLES])


def _likeliest(
    guesses: Sequence[BankColumn],
    texts: Sequence[Sequence[str]],
    fits: Callable[[Sequence[str]], float],
    free: frozenset[BankColumn],
) -> int:
    """Return the column that fits best of those that are ``free``, -1 for none."""
    best, at = 0.0, -1
    for position, column in enumerate(guesses):
        found = texts[position]
        fit = fits(found) if found and column in free else 0
        if fit > best:
            best, at = fit, position
    return at


def _day_share(texts: Sequence[str]) -> float:
    # The order does not matter: one of them reads every day there is.
    orders = [DayReader(order) for order in DayOrder]
    return _enough(sum(any(_reads(one.day, text) for one in orders) for text in texts), texts)


def _amount_share(texts: Sequence[str]) -> float:
    # Whole numbers alone are as well numbers of cheques or of rows, unless one is below zero.
    if not any(mark in text for text in texts for mark in ",.-−"):
        return 0
    reader = AmountReader(texts)
    share = _enough(sum(_reads(reader.amount, text) for text in texts), texts)
    # Of two columns of amounts the one with both signs is not the balance.
    return share + any(text.startswith(("-", "−")) for text in texts) if share else 0


def _label_share(texts: Sequence[str]) -> float:
    lengths = sum(len(text) for text in texts if any(map(str.isalpha, text)))
    return lengths / len(texts)


def _enough(count: int, texts: Sequence[str]) -> float:
    share = count / len(texts)
    return share if share >= _MOST else 0


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except RuleError:
        return False
    return True


_BY_CONTENT = {
    BankColumn.BOOKED_ON: _day_share,
    BankColumn.AMOUNT: _amount_share,
    BankColumn.LABEL: _label_share,
}


def chosen_columns(names: Sequence[str], chosen: Mapping[str, str]) -> list[BankColumn]:
    """Return the columns as a person said, by name; those not named are not used.

    Raises:
        RuleError: ``statement.unknown_use`` names the column and what it was said to hold.
    """
    wanted = {name_key(name): (name, code) for name, code in chosen.items()}
    found = []
    for name in names:
        said, code = wanted.get(name_key(name), (name, BankColumn.IGNORED.value))
        try:
            found.append(BankColumn(code))
        except ValueError as error:
            uses = ", ".join(column.value for column in BankColumn)
            told = {"column": said, "use": code[:40], "uses": uses}
            raise RuleError("statement.unknown_use", **told) from error
    return found


def positions_of(columns: Sequence[BankColumn]) -> Positions:
    """Return where each column that is used stands."""
    found: Positions = {}
    for at, column in enumerate(columns):
        if column is not BankColumn.IGNORED:
            found[column] = (*found.get(column, ()), at)
    return found
