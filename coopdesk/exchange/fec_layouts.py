"""The columns of files of entries, and the rows of a FEC: a quotation mark is a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fec import FEC_COLUMNS
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.exchange.delimited_text import ROW_LIMIT, decodings
from coopdesk.exchange.file_content import ContentKind, kind_of
from coopdesk.exchange.headers import Layout, match_header

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.exchange.delimited_text import Decoding
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.headers import Header
    from coopdesk.exchange.table_file import Row

_SHARED = {name: name for name in FEC_COLUMNS if name not in {"Debit", "Credit"}}
_ALWAYS = ("JournalCode", "EcritureNum", "EcritureDate", "CompteNum")
FEC_LAYOUTS = (
    Layout(
        FileFormat.FEC,
        {**_SHARED, "Debit": "Debit", "Credit": "Credit"},
        (*_ALWAYS, "Debit", "Credit"),
    ),
    Layout(
        FileFormat.FEC,
        {**_SHARED, "Montant": "Montant", "Sens": "Sens"},
        (*_ALWAYS, "Montant", "Sens"),
    ),
)
_PAHEKO = {
    "number": "Numéro d'écriture",
    "type": "Type",
    "status": "Statut",
    "label": "Libellé",
    "day": "Date",
    "remarks": "Remarques",
    "voucher": "Numéro pièce comptable",
    "activity": "Projet analytique",
    "members": "Membres associés",
}
PAHEKO_LAYOUTS = (
    Layout(
        FileFormat.PAHEKO_FULL,
        {
            **_PAHEKO,
            "account": "Numéro compte",
            "account_label": "Libellé compte",
            "debit": "Débit",
            "credit": "Crédit",
            "reference": "Référence ligne",
            "line_label": "Libellé ligne",
            "reconciled": "Rapprochement",
            "matching": "Lettrage",
        },
        ("number", "label", "day", "account", "debit", "credit"),
        # A statement of a bank has the others.
        any_of=("number", "account"),
    ),
    Layout(
        FileFormat.PAHEKO_SIMPLE,
        {
            **_PAHEKO,
            "reference": "Référence paiement",
            "to": "Compte de débit",
            "of": "Compte de crédit",
            "amount": "Montant",
        },
        ("number", "label", "day", "to", "of", "amount"),
    ),
)
# A year of a large association; the bytes have a limit of their own.
FEC_ROWS = 500_000
# Twenty-two at most; further ones are somebody's own.
_FEC_COLUMNS = 100
_BREAK = re.compile(r"\r\n|\n|\r")


class EntryRows(NamedTuple):
    """The rows under a recognised header."""

    header: Header
    rows: Sequence[Row]
    warnings: tuple[Problem, ...] = ()


def plain_fec_rows(content: FileContent) -> EntryRows | None:
    """Return the rows of a text parted by tabs or bars, None when it is no FEC of that kind.

    Raises:
        RuleError: ``file.…`` the text cannot be trusted; ``entries.null_characters``.
    """
    if kind_of(content.data) is not ContentKind.TEXT:
        return None
    way = decodings(content.data)[0]
    text = content.data.decode(way.encoding)
    # The header alone decides: a long file of something else is not taken apart for it.
    first = _BREAK.split(text.lstrip("\0 \r\n")[:ROW_LIMIT], maxsplit=1)[0].replace("\0", "")
    if not first:
        raise RuleError("file.empty")
    separator = "\t" if "\t" in first else "|"
    header = match_header(FEC_LAYOUTS, first.split(separator))
    if header is None or header.missing:
        return None
    if way.null_characters:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise RuleError("entries.null_characters", line=line)
    _check_line_count(text)
    lines = [(at, one) for at, one in enumerate(_BREAK.split(text), start=1) if one.strip()]
    _check_sizes(lines, separator)
    rows = [(at, one.split(separator)) for at, one in lines[1:]]
    return EntryRows(header, rows, tuple(_warnings(way)))


def _check_line_count(text: str) -> None:
    """Refuse far too many lines, blank ones counted, before they are taken apart."""
    if text.count("\n") + text.count("\r") - text.count("\r\n") > 4 * FEC_ROWS:
        raise RuleError("file.too_many_rows", limit=FEC_ROWS)


def _check_sizes(lines: Sequence[tuple[int, str]], separator: str) -> None:
    if len(lines) > FEC_ROWS:
        raise RuleError("file.too_many_rows", limit=FEC_ROWS)
    for at, one in lines:
        if len(one) > ROW_LIMIT:
            raise RuleError("file.cell_too_long", line=at, limit=ROW_LIMIT)
        if one.count(separator) > _FEC_COLUMNS:
            raise RuleError("file.too_many_columns", count=one.count(separator) + 1)


def _warnings(way: Decoding) -> Iterator[Problem]:
    if way.broken_characters:
        yield Problem(0, "file.broken_characters", values={"count": way.broken_characters})
    if way.unusual:
        yield Problem(0, "file.unusual_encoding", values={"encoding": way.encoding})
