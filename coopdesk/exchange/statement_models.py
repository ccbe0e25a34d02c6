"""The models of the statements, read from the table of their lines that the program brings."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from coopdesk.domain.statement_model import (
    AccountPattern,
    FormulaTerm,
    LineNature,
    ModelLine,
    Side,
    StatementModel,
    StatementPart,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_TERM = re.compile(r"([+-]?)([A-Z]+\d*)")


def read_statement_model(text: str) -> StatementModel:
    """Read a table with the columns etat, code, parent, libelle, nature, comptes, formule.

    Accounts are beginnings of numbers; ``:D`` and ``:C`` name the only balance that counts.
    """
    return StatementModel(tuple(map(_line, csv.DictReader(io.StringIO(text, newline="")))))


def _line(row: dict[str, str]) -> ModelLine:
    patterns = (
        *_patterns(row["comptes"], is_deducted=False),
        *_patterns(row["a_deduire"], is_deducted=True),
    )
    terms = _TERM.findall(row["formule"])
    return ModelLine(
        StatementPart(row["etat"]),
        row["code"],
        row["parent"],
        row["libelle"],
        LineNature(row["nature"]),
        patterns,
        tuple(FormulaTerm(-1 if sign == "-" else 1, code) for sign, code in terms),
    )


def _patterns(text: str, *, is_deducted: bool) -> Iterator[AccountPattern]:
    for word in text.split():
        prefix, _colon, side = word.partition(":")
        yield AccountPattern(prefix, Side(side), is_deducted)
